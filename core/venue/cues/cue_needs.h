#pragma once
#include "core/venue/cues/cue_timeline.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/posts/roster.h"

#include <QHash>

namespace muster::cues {

/// What the cues of one moment still need. Each thing is looked into once, however many cues need it.
class Needs {
public:
    Needs(State &state, const EventSetup &setup, WallTime now)
        : m_state(state), m_setup(setup), m_now(now), m_course(course(state))
    {
    }

    /// What @p cue needs and is not so; of posts, who would be missing when it begins. What the plan asks for and
    /// nobody knows is unmet too, never silently there.
    [[nodiscard]] std::vector<UnmetView> unmet(const Cue &cue);
    [[nodiscard]] const Course &course() const { return m_course; }

private:
    [[nodiscard]] static Course course(State &state);
    [[nodiscard]] const std::vector<UnmetView> &unmet(const QString &need, std::optional<int> minute);
    [[nodiscard]] std::vector<UnmetView> find(const QString &need, std::optional<int> minute);
    /// Posts that would be short at @p minute of the event, or now if that is later, if nobody else came until then.
    [[nodiscard]] std::vector<UnmetView> shortAt(std::optional<int> minute);
    [[nodiscard]] const std::vector<TaskView> &tasks();

    State &m_state;
    const EventSetup &m_setup;
    WallTime m_now;
    Course m_course;
    std::optional<std::vector<TaskView>> m_tasks;
    std::optional<posts::Roster> m_roster;
    std::vector<PostView> m_posts;                                   ///< As the roster has them.
    QHash<std::pair<QString, int>, std::vector<UnmetView>> m_known;  ///< By need, and for when.
};

/// Posts that are short of people now,
[[nodiscard]] std::vector<UnmetView> unmetOf(const std::vector<PostView> &posts);
/// and urgent incidents that are open, as UnmetViews. What an incident is about is not said: it may be restricted.
[[nodiscard]] std::vector<UnmetView> unmetOf(const std::vector<IncidentView> &incidents);

/// "task:weather", as scripts read it.
[[nodiscard]] QStringList subjectsOf(const std::vector<UnmetView> &unmet);
/// "Not ready: …", with the first few of them.
[[nodiscard]] Words wordsOf(const std::vector<UnmetView> &unmet);

}  // namespace muster::cues
