#include "deploy/sample/sample_posts.h"

#include <array>

namespace muster::sample {
namespace {

constexpr std::array mealStarts{at(11, 0), at(11, 45), at(12, 30)};
constexpr int mealMinutes = 45;
constexpr int breakMinutes = 15;
constexpr int firstRelief = 184;

/// A day's shifts in the order in which they are written.
class Roster {
public:
    void work(const QString &staff, const QString &post, int from, int until)
    {
        add({.code = {},
             .staff = staff,
             .post = post,
             .kind = ShiftKind::Work,
             .fromMinute = from,
             .untilMinute = until});
    }
    void meal(const QString &staff, int round)
    {
        const int start = mealStarts.at(std::size_t(round));
        add({.code = {},
             .staff = staff,
             .post = {},
             .kind = ShiftKind::Meal,
             .fromMinute = start,
             .untilMinute = start + mealMinutes});
    }
    void rest(const QString &staff, int from)
    {
        add({.code = {},
             .staff = staff,
             .post = {},
             .kind = ShiftKind::Break,
             .fromMinute = from,
             .untilMinute = from + breakMinutes});
    }
    [[nodiscard]] std::vector<Shift> take() { return std::move(m_shifts); }

private:
    void add(Shift shift)
    {
        const auto letter = shift.kind == ShiftKind::Work ? u'w' : shift.kind == ShiftKind::Meal ? u'm' : u'b';
        shift.code = QStringLiteral("%1-%2%3%4")
                         .arg(shift.staff)
                         .arg(QChar(letter))
                         .arg(shift.fromMinute / 60, 2, 10, QChar(u'0'))
                         .arg(shift.fromMinute % 60, 2, 10, QChar(u'0'));
        m_shifts.push_back(std::move(shift));
    }

    std::vector<Shift> m_shifts;
};

/// The lead eats first and the deputy leads; then the deputy, then who relieved them.
void addLeads(Roster &roster)
{
    for (qsizetype i = 0; i < zoneLetters.size(); ++i) {
        const QString zone(zoneLetters[i]);
        const QString lead = person(5 + int(i));
        const QString deputy = deputyOf(zoneLetters[i]);
        const QString relief = person(firstRelief + int(i));
        const QString leadPost = zone + QStringLiteral("-lead");
        const QString deputyPost = zone + QStringLiteral("-deputy");
        const QString reliefPost = QStringLiteral("relief");
        roster.work(lead, leadPost, at(7, 45), at(19, 30));
        roster.meal(lead, 0);
        roster.work(deputy, deputyPost, at(8, 30), mealStarts[0]);
        roster.work(deputy, leadPost, mealStarts[0], mealStarts[1]);
        roster.meal(deputy, 1);
        roster.work(deputy, deputyPost, mealStarts[2], at(17, 30));
        roster.work(relief, reliefPost, at(8, 30), mealStarts[0]);
        roster.work(relief, deputyPost, mealStarts[0], mealStarts[2]);
        roster.meal(relief, 2);
        roster.work(relief, reliefPost, mealStarts[2] + mealMinutes, at(17, 30));
    }
}

/// Of every team a third eats at a time, and a sixth rests, so that nobody stands for more than two hours.
void addTeams(Roster &roster)
{
    int index = 0;
    for (const PostTeam &team : postTeams()) {
        for (int i = 0; i < team.people; ++i, ++index) {
            const QString staff = person(team.first + i);
            const int round = index % 3;
            const int slot = round * 2 + i / 3 % 2;
            roster.work(staff, text(team.post), team.start, team.end);
            roster.rest(staff, at(9, 15) + slot * breakMinutes);
            roster.meal(staff, round);
            roster.rest(staff, at(13, 30) + slot * breakMinutes);
            roster.rest(staff, at(15, 30) + slot * breakMinutes);
        }
    }
}

}  // namespace

std::vector<Shift> shifts()
{
    Roster roster;
    addLeads(roster);
    addTeams(roster);
    return roster.take();
}

}  // namespace muster::sample
