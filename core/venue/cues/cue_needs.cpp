#include "core/venue/cues/cue_needs.h"

#include "core/venue/incidents/incidents.h"
#include "core/venue/materials/materials.h"
#include "core/venue/posts/roster.h"

namespace muster::cues {
namespace {

constexpr std::size_t namedMax = 8;  ///< In one sentence.

std::vector<UnmetView> unmetIncidents(State &state, const EventSetup &setup, WallTime now)
{
    return unmetOf(incidents::viewsOf(state, setup, now));
}

/// What a cue can need, whenever it begins, besides single tasks and cues: the plan's word, and the room that knows.
struct Source {
    const char *word;
    std::vector<UnmetView> (*unmet)(State &state, const EventSetup &setup, WallTime now);
};
constexpr std::array<Source, 2> sources{{
    {"materials", &materials::unmetNeeded},
    {"incidents", &unmetIncidents},
}};

QString first(const Words &words, bool isChinese)
{
    const auto &preferred = isChinese ? words.zh : words.en;
    return preferred.isEmpty() ? (isChinese ? words.en : words.zh) : preferred;
}

QString listed(const std::vector<UnmetView> &unmet, bool isChinese)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(unmet.size(), namedMax); ++i) {
        names << first(unmet[i].text, isChinese);
    }
    auto list = names.join(isChinese ? QStringLiteral("；") : QStringLiteral("; "));
    if (unmet.size() > namedMax) {
        list += isChinese ? QStringLiteral("；另有 %1 项").arg(unmet.size() - namedMax)
                          : QStringLiteral("; and %1 more").arg(unmet.size() - namedMax);
    }
    return list;
}

bool isSettled(CueState state) { return state == CueState::Done || state == CueState::Skipped; }

}  // namespace

Course Needs::course(State &state) { return cues::course(state); }

const std::vector<TaskView> &Needs::tasks()
{
    if (!m_tasks) {
        m_tasks = muster::tasks::viewsOf(m_state, m_setup, m_now, std::numeric_limits<int>::max());
    }
    return *m_tasks;
}

std::vector<UnmetView> Needs::shortAt(std::optional<int> minute)
{
    if (!m_roster) {
        m_roster.emplace(m_state, m_setup, m_now);
        m_posts = posts::viewsOf(m_state, m_setup, *m_roster);
    }
    auto views = m_posts;
    for (auto &view : views) {
        const auto *post = m_roster->postNamed(view.code);
        if (minute && *minute > m_roster->minute() && post != nullptr) {
            view.gap = std::max(0, m_roster->minimum(*post, *minute) - view.staffed);
        }
    }
    return unmetOf(views);
}

std::vector<UnmetView> Needs::find(const QString &need, std::optional<int> minute)
{
    if (need == QLatin1String("posts")) {
        return shortAt(minute);
    }
    for (const auto &source : sources) {
        if (need == QLatin1String(source.word)) {
            return source.unmet(m_state, m_setup, m_now);
        }
    }
    std::vector<UnmetView> found;
    bool isKnown = false;
    const auto task = std::ranges::find(tasks(), need, &TaskView::code);
    if (task != tasks().end()) {
        isKnown = true;
        if (muster::tasks::isOpen(*task)) {
            found.push_back(muster::tasks::unmetOf(*task));
        }
    }
    if (const auto *cue = findByCode(m_setup.cues, need)) {
        isKnown = true;
        const auto now = m_course.find(need);
        if (now == m_course.end() || !isSettled(now->second.state)) {
            found.push_back({QStringLiteral("cue"),
                             need,
                             {QStringLiteral("环节未结束：%1").arg(first(cue->name, true)),
                              QStringLiteral("cue not done: %1").arg(first(cue->name, false))}});
        }
    }
    if (!isKnown) {
        found.push_back({QStringLiteral("unknown"),
                         need,
                         {QStringLiteral("方案里没有“%1”，无从核对").arg(need),
                          QStringLiteral("the plan knows no \"%1\": it cannot be checked").arg(need)}});
    }
    return found;
}

const std::vector<UnmetView> &Needs::unmet(const QString &need, std::optional<int> minute)
{
    const auto asked = std::pair(need, minute.value_or(0));
    auto known = m_known.find(asked);
    if (known == m_known.end()) {
        known = m_known.insert(asked, find(need, minute));
    }
    return *known;
}

std::vector<UnmetView> Needs::unmet(const Cue &cue)
{
    std::vector<UnmetView> all;
    for (const auto &need : cue.needs) {
        const auto &open = unmet(need, cue.minute);
        all.insert(all.end(), open.begin(), open.end());
    }
    return all;
}

std::vector<UnmetView> unmetOf(const std::vector<PostView> &posts)
{
    std::vector<UnmetView> unmet;
    for (const auto &post : posts) {
        if (post.gap > 0) {
            unmet.push_back({QStringLiteral("post"),
                             post.code,
                             {QStringLiteral("岗位缺人：%1 缺 %2 人").arg(first(post.name, true)).arg(post.gap),
                              QStringLiteral("post %1: %2 missing").arg(first(post.name, false)).arg(post.gap)}});
        }
    }
    return unmet;
}

std::vector<UnmetView> unmetOf(const std::vector<IncidentView> &all)
{
    std::vector<UnmetView> unmet;
    for (const auto &incident : all) {
        if (incident.isUrgent && incident.state != incidents::State::Closed) {
            unmet.push_back({QStringLiteral("incident"),
                             incident.number,
                             {QStringLiteral("紧急事件未了结：%1").arg(incident.number),
                              QStringLiteral("urgent incident %1 is open").arg(incident.number)}});
        }
    }
    return unmet;
}

QStringList subjectsOf(const std::vector<UnmetView> &unmet)
{
    QStringList subjects;
    for (const auto &open : unmet) {
        subjects << open.kind + QLatin1Char(':') + open.code;
    }
    return subjects;
}

Words wordsOf(const std::vector<UnmetView> &unmet)
{
    return {QStringLiteral("尚未就绪：%1").arg(listed(unmet, true)),
            QStringLiteral("Not ready: %1").arg(listed(unmet, false))};
}

}  // namespace muster::cues
