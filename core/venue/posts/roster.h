#pragma once
#include "core/venue/plan/event_time.h"
#include "core/venue/posts/helpers.h"
#include "core/venue/posts/posts.h"

#include <QHash>

namespace muster::posts {

/// Everybody and every post at one moment: what the views, the alerts and the rules of leaving are read from.
///
/// Why it exists: a gap, a cover or a lead is a matter of several people at once. Read once, it answers all of them.
/// Reads two small tables and the plan, whatever the length of the day.
class Roster {
public:
    static constexpr int horizonMinutes = 60;  ///< How far the forecast looks.

    Roster(State &state, const EventSetup &setup, WallTime now);

    [[nodiscard]] const EventSetup &setup() const { return m_setup; }
    [[nodiscard]] WallTime now() const { return m_now; }
    [[nodiscard]] qint64 minute() const { return m_minute; }
    /// When the clocks of the place show it, on the event's day.
    [[nodiscard]] WallTime wallOf(qint64 minute) const;

    [[nodiscard]] const PostPlan *postNamed(const QString &code) const { return m_posts.value(code); }
    [[nodiscard]] const Step *stepOf(const QString &staff) const;
    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; }
    [[nodiscard]] const std::vector<helpers::Helper> &helpers() const { return m_helpers; }
    /// Who stands at @p post, the first who came first.
    [[nodiscard]] std::vector<const Step *> at(const QString &post) const;

    /// What @p post asks for and @p staff has not in order.
    [[nodiscard]] QStringList missingTicks(const PostPlan &post, const QString &staff) const;
    /// How many stand there and count. Of a lead only the first does.
    [[nodiscard]] int staffed(const PostPlan &post) const;
    /// How many it needs at @p minute.
    [[nodiscard]] int minimum(const PostPlan &post, qint64 minute) const;
    [[nodiscard]] int gap(const PostPlan &post) const;
    /// Since when it has been short; reads the post's log.
    [[nodiscard]] std::optional<WallTime> gapSince(State &state, const PostPlan &post) const;
    /// When it first falls short within the horizon, by the shifts; unset: not at all, or the plan says nothing.
    [[nodiscard]] std::optional<WallTime> gapAt(const PostPlan &post) const;
    /// Who was named to relieve who stands there with @p step; null: nobody.
    [[nodiscard]] const Relief *reliefOf(const Step &step) const;
    [[nodiscard]] bool isReliefDue(const Relief &relief) const;
    [[nodiscard]] bool isOverlong(const PostPlan &post, const Step &step) const;
    /// True if @p post would have fewer than it needs without @p leaving, who counts now. Nobody guards the reserve.
    [[nodiscard]] bool isNeeded(const PostPlan &post, const Step &leaving) const;

    struct Lead {
        QString staff;  ///< Empty: nobody leads.
        bool isDeputy = false;
    };
    [[nodiscard]] Lead leadOf(const QString &zone) const;

    /// The shift of work that @p staff is in, or the one that is nearest within an hour; null: none.
    [[nodiscard]] const Shift *shiftOf(const QString &staff) const;
    /// The meal of @p staff that is nearest to now; null: the plan gives none.
    [[nodiscard]] const Shift *mealOf(const QString &staff) const;

private:
    void readPlan();
    [[nodiscard]] bool isPaused(const QString &staff, qint64 minute) const;
    /// Who is to be at @p post at @p minute, by the shifts and by who is there.
    [[nodiscard]] int expectedAt(const PostPlan &post, qint64 minute) const;

    const EventSetup &m_setup;
    WallTime m_now;
    qint64 m_minute = 0;
    EventTime m_time;
    WallTime m_midnight{};      ///< Of today, where the plan does not say the day.
    std::optional<int> m_from;  ///< When the event begins and ends, as far as posts and shifts say so.
    std::optional<int> m_until;
    std::vector<Step> m_steps;  ///< By staff.
    std::vector<helpers::Helper> m_helpers;
    QHash<QString, const PostPlan *> m_posts;
    QHash<QString, int> m_stepOf;
    QHash<QString, std::vector<int>> m_standing;  ///< By post.
    QMap<QString, Ticked> m_ticked;
    std::vector<Relief> m_reliefs;
    QHash<QString, int> m_reliefOf;
    QHash<QString, std::vector<const Shift *>> m_shiftsOf;  ///< By staff,
    QHash<QString, std::vector<const Shift *>> m_shiftsAt;  ///< and of work by post.
};

/// What @p post asks for and is not in order with somebody of whom this is @p ticked.
[[nodiscard]] QStringList missingTicks(const PostPlan &post, const Ticked &ticked);

/// When the plan's minutes are, on the wall.
[[nodiscard]] WallTime midnightOf(const EventSetup &setup, WallTime now);

/// A round of meals, for who cooks.
struct MealRound {
    int fromMinute = 0;  ///< -1: of people to whom the plan gives no meal.
    int untilMinute = 0;
    int planned = 0;  ///< People.
    int taken = 0;    ///< People who had it;
    int second = 0;   ///< and meals beyond one for each of them.
};
[[nodiscard]] std::vector<MealRound> mealsOf(State &state, const EventSetup &setup);

[[nodiscard]] std::vector<PostView> viewsOf(State &state, const EventSetup &setup, const Roster &roster);
[[nodiscard]] RosterView rosterView(State &state, const EventSetup &setup, const Roster &roster);
[[nodiscard]] std::vector<AssemblyView> assemblyViews(State &state, const EventSetup &setup, const Roster &roster);
/// Guests whom the last word says to be missing at @p place: their names are not the log's.
[[nodiscard]] std::vector<GuestId> missingGuests(State &state, const QString &place);

/// As people say it; its code where the plan has no word.
[[nodiscard]] Words nameOf(const PostPlan &post);

}  // namespace muster::posts
