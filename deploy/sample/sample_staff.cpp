#include "deploy/sample/sample_plan.h"

namespace muster::sample {
namespace {

struct Team {
    int people;
    QString company;
    QStringList roles;
    QString zone;
    bool hasDeputy = false;  ///< The first of them is the zone's deputy.
};

/// 183 posts and 12 people who relieve them.
std::vector<Team> teams()
{
    const QString house = QStringLiteral("示例置业");
    const QString agency = QStringLiteral("示例策划公司");
    const QString security = QStringLiteral("示例安保公司");
    const QString property = QStringLiteral("示例物业");
    const auto words = [](const char16_t *roles) { return QString::fromUtf16(roles).split(u';'); };
    std::vector<Team> all{{4, house, words(u"commander;coordinator"), {}}};
    for (const QChar zone : QStringView(u"ABCDEFGHIJKP")) {  // The deputies are among the teams.
        all.push_back({1, house, words(u"lead;zone"), QString(zone)});
    }
    const std::vector<Team> posts{{4, agency, words(u"kiosk"), QStringLiteral("A")},
                                  {6, agency, words(u"greeter"), QStringLiteral("A"), true},
                                  {2, house, words(u"greeter;problem_desk"), QStringLiteral("A")},
                                  {8, house, words(u"counter;consultant"), QStringLiteral("B"), true},
                                  {6, house, words(u"counter;verifier"), QStringLiteral("C"), true},
                                  {6, agency, words(u"usher"), QStringLiteral("D"), true},
                                  {2, house, words(u"usher;verifier"), QStringLiteral("E")},
                                  {2, house, words(u"unit_board"), QStringLiteral("E")},
                                  {10, house, words(u"counter;unit_desk"), QStringLiteral("E"), true},
                                  {8, house, words(u"counter;cashier"), QStringLiteral("F"), true},
                                  {12, house, words(u"counter;contract"), QStringLiteral("G"), true},
                                  {6, agency, words(u"stage"), QStringLiteral("H"), true},
                                  {10, house, words(u"guide"), QStringLiteral("I"), true},
                                  {12, house, words(u"host"), QStringLiteral("J"), true},
                                  {4, agency, words(u"lounge"), QStringLiteral("J")},
                                  {2, agency, words(u"media_host"), QStringLiteral("A")},
                                  {6, agency, words(u"prize"), QStringLiteral("K"), true},
                                  {8, property, words(u"parking"), QStringLiteral("P"), true},
                                  {2, property, words(u"shuttle"), QStringLiteral("P")},
                                  {24, security, words(u"security"), {}},
                                  {10, property, words(u"cleaner"), {}},
                                  {2, QStringLiteral("示例医院"), words(u"medic"), {}},
                                  {3, agency, words(u"technician"), {}},
                                  {4, agency, words(u"logistics"), {}},
                                  {8, house, words(u"floater"), {}},
                                  {12, agency, words(u"relief"), {}}};
    all.insert(all.end(), posts.begin(), posts.end());
    return all;
}

}  // namespace

std::vector<StaffMember> staff()
{
    constexpr quint64 namesFrom = 50'000;  // Other names than the guests'.
    constexpr int phonesFrom = 9'000;
    std::vector<StaffMember> members;
    for (const Team &team : teams()) {
        for (int i = 0; i < team.people; ++i) {
            const int number = int(members.size()) + 1;
            members.push_back({.code = QStringLiteral("S%1").arg(number, 3, 10, QChar(u'0')),
                               .name = nameOf(namesFrom + quint64(number)),
                               .phone = phoneOf(phonesFrom + number),
                               .company = team.company,
                               .roles = team.roles,
                               .zone = team.zone});
            if (team.hasDeputy && i == 0) {
                members.back().roles.append(QStringLiteral("deputy"));
            }
        }
    }
    return members;
}

}  // namespace muster::sample
