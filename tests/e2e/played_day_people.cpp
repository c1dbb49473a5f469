// What people do beside the run of the day: an incident that is not for all, a helper, a break, a zone that is cleared
// and its roll call, units.
#include "tests/e2e/played_day.h"

namespace muster::test {
namespace {

/// Whoever works in a zone whose people gather at @p place.
QJsonObject assemblyAt(const QJsonObject &day, const QString &place)
{
    return row(day.value(q("assembly")), "place", place);
}

}  // namespace

const QList<QByteArray> &PlayedDay::secrets()
{
    static const QList<QByteArray> words{"heron-5512", "heron-5513", "heron-5514", "heron-5515"};
    return words;
}

void PlayedDay::somebodyIsIll()
{
    const auto d = q("zone-d");
    m_restricted = incident(d, q("--type illness --zone D --as S008"), q("heron-5512 fainted in the lane"));
    ++m_count.incidentsUrgent;  // As the plan says of its type.
    note(d, m_restricted, q("heron-5513 is what they take"));
    note(q("greeter-1"), m_restricted, q("heron-5514 waits at the desk for them"));
    check(d, m_restricted, q("scene"), q("S008"));
    check(q("hub"), m_restricted, q("medic"), q("S001"));
    must(d, q("incident-assign %1 S167 --state on_scene --as S008").arg(m_restricted));
    must(d, q("incident-state %1 in_hand --as S008").arg(m_restricted));
    const auto papers = QByteArray("heron-5515").repeated(5'000);
    const auto hash = picture(d, m_restricted, papers, q("S008"));
    REQUIRE(eventually([&] { return isPictureAt(q("hub"), hash); }));
    CHECK(fetched(q("hub"), hash) == papers);
    mustNot(d, q("incident-picture --get %1").arg(hash), {q("--out"), m_rig.folder(q("none.jpg"))});
}

void PlayedDay::helpComes()
{
    const auto d = q("zone-d");
    mustNot(d, q("helper --roles lead --zone D --as S008"), {q("何小雨")});  // Nobody commands who is on no list.
    m_helper = number(must(d, q("helper --roles usher --zone D --as S008"), {q("何小雨")}));
    CHECK_FALSE(m_helper.isEmpty());
    ++m_count.helpers;
    mustNot(d, q("post-in D-guard --staff %1 --as S008").arg(m_helper));  // Not of their role.
    postIn(d, q("D-usher"), m_helper, q("S008"));
    mustSee({q("hub"), q("kiosk-1")},
            [this](const QJsonObject &day) { return personIn(day, m_helper).value(q("place")) == q("D-usher"); });
}

void PlayedDay::takeBreak()
{
    const auto isOn = [](const char *where) {
        return [where](const QJsonObject &day) { return personIn(day, q("S177")).value(q("where")) == q(where); };
    };
    must(q("hub"), q("break S177 start --as S001"));
    --m_count.standing;
    mustNot(q("hub"), q("break S177 start --as S001"));
    mustSee({q("hub"), q("zone-d")}, isOn("on_break"));
    must(q("hub"), q("break S177 end --as S001"));
    ++m_count.standing;
    mustNot(q("hub"), q("break S177 end --as S001"));
    mustSee({q("hub"), q("zone-d")}, isOn("standing_by"));
    // The key of the store goes from hand to hand.
    lend(q("hub"), q("K01"), q("S172"), q("S001"));
    lend(q("hub"), q("K01"), q("S173"), q("S172"));
    mustSee({q("zone-d")}, [](const QJsonObject &day) {
        return personIn(day, q("S172")).value(q("gear")).toArray().isEmpty() &&
               personIn(day, q("S173")).value(q("gear")).toArray().first() == q("K01");
    });
    giveBack(q("hub"), q("K01"), q("S172"));
    mustNot(q("hub"), q("gear K01 in --as S172"));
}

void PlayedDay::clearZone()
{
    goTo(q("14:20"));
    must(q("zone-d"), q("mode D evacuate --as S008"), {q("--reason"), q("smoke from a socket")});
    mustSee(everyone(), [](const QJsonObject &day) { return modeOf(day, q("D")) == q("evacuate"); });
    mustSee({q("hub"), q("zone-e")}, [](const QJsonObject &day) { return hasAlert(day, q("zone_evacuated")); });
    const auto guest = m_rig.codes().at(m_next);
    const auto said = mustNot(q("greeter-1"), q("sign-in %1 --zone D").arg(guest));
    CHECK(said.json.value(q("why")) == q("evacuate"));
    CHECK(m_rig.status(q("hub")).value(q("mode")) == q("normal"));  // The hall goes on.
}

void PlayedDay::seen(const QString &device, const QString &who, const QString &by)
{
    must(device, q("roll west %1 --as %2").arg(who, by));
    ++m_count.seenOutside;
}

void PlayedDay::callRoll()
{
    const auto is = [](int present, int missing) {
        return [present, missing](const QJsonObject &day) {
            const auto west = assemblyAt(day, q("west"));
            return west.value(q("present")) == present && west.value(q("missing")) == missing;
        };
    };
    seen(q("zone-d"), q("S008"), q("S008"));
    seen(q("zone-d"), m_helper, q("S008"));
    seen(q("zone-d"), m_inside.at(3), q("S008"));  // A guest who wants to be written down.
    must(q("zone-d"), q("roll west S043 --missing --as S008"));
    // S043, who was called, and whoever leads zone E, which gathers there too.
    mustSee({q("hub"), q("standby")}, is(m_count.seenOutside, 2));
    seen(q("zone-e"), q("S188"), q("S188"));
    seen(q("hub"), q("S043"), q("S001"));
    mustSee(everyone(), is(m_count.seenOutside, 0));
}

void PlayedDay::allClear()
{
    must(q("zone-d"), q("mode D normal --as S008"), {q("--reason"), q("a plug had burnt")});
    mustSee(everyone(), [](const QJsonObject &day) {
        return modeOf(day, q("D")) == q("normal") && !hasAlert(day, q("zone_evacuated"));
    });
}

void PlayedDay::sellUnits()
{
    const auto desk = q("verify-1");
    const auto first = m_inside.at(2);
    const auto second = m_inside.at(3);
    must(desk, q("unit-hold 1-0301 %1 --minutes 20").arg(first));
    CHECK(why(mustNot(q("hub"), q("unit-hold 1-0301 %1").arg(second))) == q("held"));
    must(desk, q("unit-subscribe 1-0301 %1").arg(first));
    mustNot(q("greeter-1"), q("unit-subscribe 1-0302 %1").arg(second));  // No desk for units.
    must(desk, q("unit-subscribe 1-0302 %1").arg(second));
    m_count.subscriptions += 2;
    m_count.buyers.insert({first, second});
    must(desk, q("unit-sign 1-0301"));
    ++m_count.contracts;
    CHECK(why(mustNot(desk, q("unit-release 1-0301"), {q("--reason"), q("signed is signed")})) == q("signed"));
}

}  // namespace muster::test
