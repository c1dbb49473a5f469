// Goal: nobody at a door waits for a network, nobody is counted twice in silence, and a hub that dies mid-answer loses
//       and doubles nothing.
// Method: real processes; cables pulled by command, a hub killed with -9.
#include "tests/e2e/event_rig.h"

#include <QJsonArray>

using namespace muster::test;

namespace {

QString q(const char *words) { return QString::fromUtf8(words); }

int total(const QJsonObject &day) { return day.value(q("headcount")).toObject().value(q("total")).toInt(-1); }

QJsonArray openConflicts(const QJsonObject &day)
{
    QJsonArray open;
    for (const auto &conflict : day.value(q("conflicts")).toArray()) {
        if (conflict.toObject().value(q("open")).toBool()) {
            open.append(conflict);
        }
    }
    return open;
}

}  // namespace

SCENARIO("the same guest signs in at two kiosks that are cut off", "[e2e]")
{
    EventRig rig(10);
    rig.startHub();
    const QStringList kiosks{q("kiosk-1"), q("kiosk-2")};
    for (const auto &kiosk : kiosks) {
        rig.startKiosk(kiosk);
        REQUIRE(rig.isReady(kiosk));
        REQUIRE(rig.at(kiosk, {q("do"), q("network"), q("cut")}).exit == 0);
    }
    GIVEN("both said yes, and that nobody else was asked")
    {
        const auto code = rig.codes().first();
        for (const auto &kiosk : kiosks) {
            const auto said = rig.signIn(kiosk, code);
            CHECK(outcome(said) == q("admitted"));
            CHECK(said.json.value(q("provisional")).toBool());
        }
        WHEN("the cables are put back")
        {
            for (const auto &kiosk : kiosks) {
                REQUIRE(rig.at(kiosk, {q("do"), q("network"), q("restore")}).exit == 0);
            }
            THEN("every device shows exactly one conflict, the same one, until the coordinator judges it")
            {
                const QStringList all{q("hub"), q("kiosk-1"), q("kiosk-2")};
                REQUIRE(
                    eventually([&] { return openConflicts(rig.status(q("hub"))).size() == 1 && rig.areEqual(all); }));
                const auto conflict = openConflicts(rig.status(q("hub"))).first().toObject();
                CHECK(conflict.value(q("rivals")).toArray().size() == 2);
                for (const auto &name : all) {
                    const auto open = openConflicts(rig.status(name));
                    REQUIRE(open.size() == 1);
                    CHECK(open.first().toObject().value(q("id")) == conflict.value(q("id")));
                }
                CHECK(total(rig.status(q("hub"))) == 1);
                const auto judged = rig.at(q("hub"), {q("do"), q("resolve"), conflict.value(q("id")).toString(),
                                                      q("keep-first"), q("--reason"), q("came once")});
                CHECK(outcome(judged) == q("done"));
                CHECK(eventually([&] {
                    return std::ranges::all_of(all, [&](const QString &name) {
                        return rig.status(name).value(q("conflicts_open")).toInt(-1) == 0;
                    });
                }));
                CHECK(total(rig.status(q("hub"))) == 1);
            }
        }
    }
}

SCENARIO("the hub is killed while it answers, and returns", "[e2e]")
{
    EventRig rig(30);
    rig.startHub();
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    GIVEN("a kiosk that admits guests while the hub dies")
    {
        std::vector<Said> said;
        for (int i = 0; i < 12; ++i) {
            if (i == 4) {
                rig.hub().kill();
            }
            said.push_back(rig.signIn(q("kiosk-1"), rig.codes().at(i),
                                      {q("--request"), QString::number(i + 1).rightJustified(32, u'0')}));
        }
        THEN("every guest got a yes, those after it provisionally")
        {
            for (std::size_t i = 0; i < said.size(); ++i) {
                CHECK(outcome(said[i]) == q("admitted"));
                CHECK(said[i].json.value(q("provisional")).toBool() == (i >= 4));
            }
            AND_WHEN("the hub is back and every request is sent again")
            {
                rig.startHub();
                REQUIRE(rig.isReady(q("kiosk-1")));
                for (std::size_t i = 0; i < said.size(); ++i) {
                    const auto again = rig.signIn(q("kiosk-1"), rig.codes().at(int(i)),
                                                  {q("--request"), QString::number(i + 1).rightJustified(32, u'0')});
                    CHECK(outcome(again) == q("admitted"));
                    CHECK(again.json.value(q("operation")) == said[i].json.value(q("operation")));
                }
                THEN("each guest is there once, with no conflict, and the hub refuses a second entry")
                {
                    CHECK(eventually([&] { return total(rig.status(q("hub"))) == 12; }));
                    CHECK(rig.status(q("hub")).value(q("conflicts_open")).toInt(-1) == 0);
                    CHECK(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1")}); }));
                    CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().first())) == q("already_in"));
                    CHECK(rig.at(q("hub"), {q("verify")}).json.value(q("sound")).toBool());
                }
            }
        }
    }
}
