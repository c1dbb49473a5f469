// Goal: what a guest was told survives the kiosk's sudden death, at any moment.
// Method: a real kiosk on real files, killed with -9 at random moments while tickets pass; every line it printed is
// held
//         against its journal afterwards. MUSTER_E2E_KILLS: how often (20 unless told otherwise; 200 for a full run).
#include "tests/e2e/event_rig.h"
#include "tests/support/seeded_random.h"

#include <QDir>
#include <QHash>
#include <QThread>

using namespace muster::test;

namespace {

QString q(const char *words) { return QString::fromUtf8(words); }

}  // namespace

SCENARIO("a kiosk is killed again and again while guests pass", "[e2e]")
{
    const int kills =
        qEnvironmentVariableIsSet("MUSTER_E2E_KILLS") ? qEnvironmentVariableIntValue("MUSTER_E2E_KILLS") : 20;
    const int guests = std::clamp(kills * 3, 60, 2'000);
    EventRig rig(guests);
    REQUIRE(rig.at(q("hub"), {q("tickets"), q("--out"), rig.path(q("frames"))}).exit == 0);
    rig.startHub();
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    rig.kiosk(q("kiosk-1")).stop();
    GIVEN("the kiosk's words at each of its lives")
    {
        SeededRandom random(20261128);
        QHash<QString, QString> told;  // Code -> operation.
        int conflicting = 0;
        int killed = 0;
        for (int life = 0; life < kills; ++life) {
            auto &kiosk = rig.startKiosk(q("kiosk-1"), rig.path(q("frames")) + q("@60"));
            // The first line means that it is at work; then at any moment of the next.
            std::vector<QJsonObject> lines;
            if (const auto first = kiosk.nextLine()) {
                lines.push_back(*first);
            }
            QThread::msleep(random.next() % 1'000);
            killed += kiosk.isRunning() ? 1 : 0;
            kiosk.kill();
            const auto more = kiosk.linesSoFar();
            lines.insert(lines.end(), more.begin(), more.end());
            for (const auto &line : lines) {
                if (line.value(q("outcome")) != q("admitted")) {
                    continue;
                }
                const auto code = line.value(q("code")).toString();
                conflicting += told.contains(code) ? 1 : 0;
                told.insert(code, line.value(q("operation")).toString());
            }
        }
        CHECK(killed >= kills / 2);
        CHECK(told.size() >= 10);
        THEN("it admitted nobody twice, and all of it is in the journal, here and at the hub")
        {
            CHECK(conflicting == 0);
            rig.startKiosk(q("kiosk-1"));
            REQUIRE(rig.isReady(q("kiosk-1")));
            int missing = 0;
            for (auto guest = told.cbegin(); guest != told.cend(); ++guest) {
                const auto again = rig.signIn(q("kiosk-1"), guest.key());
                const bool isThere = outcome(again) == q("already_in") &&
                                     again.json.value(q("earlier")).toObject().value(q("operation")) == guest.value();
                missing += isThere ? 0 : 1;
            }
            CHECK(missing == 0);
            CHECK(rig.at(q("kiosk-1"), {q("verify")}).json.value(q("sound")).toBool());
            CHECK(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1")}); }));
            CHECK(rig.status(q("hub")).value(q("signed_in")).toInt() >= told.size());
            CHECK(rig.status(q("hub")).value(q("conflicts_open")).toInt(-1) == 0);
        }
    }
}
