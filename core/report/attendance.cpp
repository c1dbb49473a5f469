// Who came: of the list, walk-ins, companions, by class.
#include "core/report/parts.h"
#include "core/venue/guests/presence.h"

namespace muster::report {
namespace {

struct Group {
    qint64 invited = 0;
    qint64 signedIn = 0;
    qint64 walkIns = 0;
    qint64 companions = 0;

    [[nodiscard]] qint64 ofList() const { return signedIn - walkIns; }
};

struct Attendance {
    std::map<QString, Group> classes;
    Group all;
    qint64 steps = 0;        ///< Sign-ins that stand.
    qint64 returned = 0;     ///< Guests with more than one.
    qint64 provisional = 0;  ///< Sign-ins told cut off,
    qint64 overridden = 0;   ///< and against a rule.
};

/// One guest's standing sign-ins.
struct Entries {
    QString classCode;
    bool isWalkIn = false;
    qint64 count = 0;
    qint64 companions = 0;  ///< With the sign-in that brought most.
    qint64 provisional = 0;
    qint64 overridden = 0;
};

void add(const Entries &guest, Attendance &found)
{
    for (auto *group : {&found.classes[guest.classCode], &found.all}) {
        ++group->signedIn;
        group->walkIns += guest.isWalkIn ? 1 : 0;
        group->companions += guest.companions;
    }
    found.steps += guest.count;
    found.returned += guest.count > 1 ? 1 : 0;
    found.provisional += guest.provisional;
    found.overridden += guest.overridden;
}

/// Of guests with a judged conflict not every step that was not annulled stands.
std::set<GuestId> judged(State &state)
{
    auto &rows = state.statement("SELECT DISTINCT guest FROM conflict WHERE resolution IS NOT NULL");
    const auto list = idsOf<GuestId>(rows);
    return {list.begin(), list.end()};
}

void judgeAgain(State &state, const GuestId &guest, Entries &entries)
{
    entries.count = entries.companions = entries.provisional = entries.overridden = 0;
    for (const auto &fact : presence::standing(state, guest)) {
        if (fact.step == presence::Step::In) {
            ++entries.count;
            entries.companions = std::max<qint64>(entries.companions, fact.companions);
            entries.provisional += fact.isProvisional ? 1 : 0;
            entries.overridden += fact.overrideReason.isEmpty() ? 0 : 1;
        }
    }
}

Attendance read(State &state)
{
    Attendance found;
    auto &listed = state.statement("SELECT class, count(*) FROM guest WHERE walk_in = 0 AND status = 0 GROUP BY class");
    static_assert(int(GuestStatus::Valid) == 0);
    while (listed.executeStep()) {
        const auto count = listed.getColumn(1).getInt64();
        found.classes[textOf(listed.getColumn(0))].invited = count;
        found.all.invited += count;
    }
    const auto apart = judged(state);
    std::vector<std::pair<GuestId, Entries>> again;
    auto &rows = state.statement(
        "SELECT d.guest, d.class, d.walk_in, count(t.op), coalesce(max(t.companions), 0),"
        " coalesce(sum(t.provisional), 0), coalesce(sum(t.reason <> ''), 0) FROM guest_day d LEFT JOIN told t"
        " ON t.guest = d.guest AND t.step = 0 AND t.emptied <= t.day"
        " AND NOT EXISTS(SELECT 1 FROM annulment a WHERE a.target = t.op) WHERE d.standing_ins > 0 GROUP BY d.guest");
    static_assert(int(presence::Step::In) == 0);
    while (rows.executeStep()) {
        const Entries guest{textOf(rows.getColumn(1)),    rows.getColumn(2).getInt() != 0,
                            rows.getColumn(3).getInt64(), rows.getColumn(4).getInt64(),
                            rows.getColumn(5).getInt64(), rows.getColumn(6).getInt64()};
        const auto id = idOf<GuestId>(rows.getColumn(0));
        if (apart.contains(id)) {
            again.emplace_back(id, guest);
        } else {
            add(guest, found);
        }
    }
    for (auto &[id, guest] : again) {
        judgeAgain(state, id, guest);
        add(guest, found);
    }
    return found;
}

Table byClass(const EventSetup &setup, const Attendance &found)
{
    Table table;
    table.key = k("classes");
    table.name = words(u"按类别", u"By class");
    table.how = words(u"类别以名单为准，名单上没有的以签到时所记为准",
                      u"The list's class of a guest; else that of the sign-in");
    table.facts = found.all.signedIn;
    table.columns = {{k("class"), words(u"类别", u"Class"), Unit::Words},
                     {k("invited"), words(u"受邀", u"Invited")},
                     {k("signed_in"), words(u"签到", u"Signed in")},
                     {k("turnout"), words(u"到场率", u"Turnout"), Unit::Percent},
                     {k("walk_ins"), words(u"自然到访", u"Walk-ins")},
                     {k("companions"), words(u"随行", u"Companions")},
                     {k("persons"), words(u"合计人数", u"Persons")}};
    QStringList codes;
    for (const auto &planned : setup.classes) {
        codes << planned.code;
    }
    for (const auto &[code, group] : found.classes) {
        if (!codes.contains(code)) {
            codes << code;
        }
    }
    for (const auto &code : codes) {
        const auto *planned = findByCode(setup.classes, code);
        const auto known = found.classes.find(code);
        const auto group = known == found.classes.end() ? Group{} : known->second;
        table.rows.push_back({code,
                              {named(planned != nullptr ? planned->name : Words{}, code), group.invited, group.signedIn,
                               shareOf(group.ofList(), group.invited), group.walkIns, group.companions,
                               group.signedIn + group.companions}});
    }
    table.chart = Chart{Chart::Kind::Bars, {k("invited"), k("signed_in")}, {}};
    return table;
}

qint64 calledFor(const EventSetup &setup, const Attendance &found, const char *alert)
{
    qint64 count = 0;
    for (const auto &[code, group] : found.classes) {
        const auto *planned = findByCode(setup.classes, code);
        count += planned != nullptr && planned->alert == QLatin1String(alert) ? group.signedIn : 0;
    }
    return count;
}

}  // namespace

Section attendance(Reading &reading)
{
    const auto found = read(reading.state);
    const auto &all = found.all;
    Section section;
    section.key = k("attendance");
    section.name = words(u"到场", u"Attendance");
    section.figures = {
        figure("invited", words(u"受邀", u"Invited"), all.invited, all.invited,
               words(u"名单上有效的邀请", u"Valid rows of the list")),
        figure("signed_in", words(u"签到来宾", u"Guests signed in"), all.signedIn, found.steps,
               words(u"至少有一次有效签到的来宾；撤销和判定作废的不计",
                     u"Guests with a sign-in that stands; annulled and discarded ones are left out")),
        figure("turnout", words(u"到场率", u"Turnout"), shareOf(all.ofList(), all.invited), all.invited,
               words(u"名单来宾签到数 ÷ 受邀数", u"Guests of the list signed in, of all invited"), Unit::Percent),
        figure("walk_ins", words(u"自然到访", u"Walk-ins"), all.walkIns, all.signedIn,
               words(u"现场登记的来宾", u"Guests registered at the door")),
        figure("companions", words(u"随行", u"Companions"), all.companions, all.signedIn,
               words(u"每位来宾取随行最多的一次签到", u"Of each guest, with the sign-in that brought most")),
        figure("persons", words(u"到场人数", u"Persons"), all.signedIn + all.companions, all.signedIn,
               words(u"签到来宾 + 随行", u"Guests signed in and companions")),
        figure("vip_in", words(u"贵宾到场", u"VIPs in"), calledFor(reading.setup, found, "vip"), all.signedIn,
               words(u"方案中标为贵宾的类别", u"Classes that the plan calls VIP")),
        figure("media_in", words(u"媒体到场", u"Media in"), calledFor(reading.setup, found, "media"), all.signedIn,
               words(u"方案中标为媒体的类别", u"Classes that the plan calls media")),
        figure("returned", words(u"多次入场", u"Came in again"), found.returned, all.signedIn,
               words(u"有一次以上有效签到的来宾", u"Guests with more than one sign-in that stands")),
        figure("overridden", words(u"破例放行", u"Let in against a rule"), found.overridden, found.steps,
               words(u"工作人员写明理由放行的签到", u"Sign-ins that staff allowed with a reason")),
        figure(
            "provisional", words(u"离线签到", u"Signed in cut off"), found.provisional, found.steps,
            words(u"设备离线时作出、未经指挥台核对的签到", u"Told while cut off, not checked at the coordinator's"))};
    section.tables = {byClass(reading.setup, found)};
    return section;
}

}  // namespace muster::report
