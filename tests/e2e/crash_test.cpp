// Goal: what a guest was told survives the kiosk's sudden death, at any moment.
// Method: two real kiosks on real files, killed with -9 at random moments from their first breath on, while tickets
//         pass; every line that they printed is held against their journals and the hub's afterwards.
//         MUSTER_E2E_KILLS: how often (200 unless told otherwise; 1,000 for a full run).
#include "tests/e2e/event_rig.h"
#include "tests/support/seeded_random.h"

#include <QHash>
#include <QSet>
#include <QThread>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace muster::test;

namespace {

constexpr int guestsAtATime = 40;

int killsWanted()
{
    return qEnvironmentVariableIsSet("MUSTER_E2E_KILLS") ? qEnvironmentVariableIntValue("MUSTER_E2E_KILLS") : 200;
}

/// A kiosk with what it told in all its lives.
struct Witness {
    QString name;
    QHash<QString, QString> told;  ///< Code → operation.
    int lives = 0;
    int killed = 0;
    int doubled = 0;

    void hear(const QList<QJsonObject> &lines)
    {
        for (const auto &line : lines) {
            if (line.value(q("outcome")) == q("admitted")) {
                const auto code = line.value(q("code")).toString();
                doubled += told.contains(code) ? 1 : 0;
                told.insert(code, line.value(q("operation")).toString());
            }
        }
    }
};

/// Operations in the journal of folder @p name, read with no help of the program's.
QSet<QString> operationsIn(const EventRig &rig, const QString &name)
{
    const SQLite::Database database((rig.folder(name) + q("/journal.db")).toStdString(), SQLite::OPEN_READONLY);
    SQLite::Statement rows(database, "SELECT lower(hex(hash)) FROM log");
    QSet<QString> hashes;
    while (rows.executeStep()) {
        hashes.insert(QString::fromStdString(rows.getColumn(0).getString()));
    }
    return hashes;
}

/// Starts another life. Each sees other guests than the life before, and some of its.
MusterProcess &wake(EventRig &rig, Witness &witness, const std::vector<QString> &decks)
{
    return rig.startKiosk(witness.name, decks[std::size_t(witness.lives++ / 2) % decks.size()] + q("@60"));
}

/// Ends it after a while, counted from its start or from the first guest that it told.
void die(MusterProcess &kiosk, Witness &witness, SeededRandom &random)
{
    QList<QJsonObject> lines;
    if (random.chance(50)) {
        if (const auto first = kiosk.nextLine(std::chrono::seconds(10))) {
            lines << *first;
        }
    }
    QThread::msleep(random.below(400));
    witness.killed += kiosk.isRunning() ? 1 : 0;
    kiosk.kill();
    witness.hear(lines + kiosk.linesSoFar());
}

}  // namespace

SCENARIO("kiosks are killed again and again while guests pass", "[e2e]")
{
    const int kills = killsWanted();
    EventRig rig(600);
    rig.startHub();
    std::vector<Witness> witnesses{{q("kiosk-1"), {}}, {q("kiosk-2"), {}}};
    for (auto &witness : witnesses) {
        rig.startKiosk(witness.name);
        REQUIRE(rig.isReady(witness.name));
        rig.device(witness.name).stop();
    }
    GIVEN("all that they said in all their lives")
    {
        // Each guest comes to one kiosk only: then a conflict is a fault.
        const int half = int(rig.codes().size()) / 2;
        std::vector<std::vector<QString>> decks(2);
        for (int i = 0; i < half / guestsAtATime; ++i) {
            for (int kiosk = 0; kiosk < 2; ++kiosk) {
                decks[std::size_t(kiosk)].push_back(
                    rig.deal(q("frames-%1-%2").arg(kiosk).arg(i),
                             rig.codes().mid(kiosk * half + i * guestsAtATime, guestsAtATime)));
            }
        }
        SeededRandom random(20261128);
        const auto killed = [&] { return witnesses[0].killed + witnesses[1].killed; };
        // Some see all their guests and end by themselves before their time.
        for (int round = 0; round < kills * 2 && killed() < kills; ++round) {
            std::array<MusterProcess *, 2> kiosks{};
            for (std::size_t i = 0; i < 2; ++i) {
                kiosks.at(i) = &wake(rig, witnesses[i], decks[i]);
            }
            const std::size_t first = random.below(2);
            die(*kiosks.at(first), witnesses[first], random);
            die(*kiosks.at(1 - first), witnesses[1 - first], random);
        }
        qsizetype told = 0;
        for (auto &witness : witnesses) {
            rig.startKiosk(witness.name);
            REQUIRE(rig.isReady(witness.name));
            told += witness.told.size();
        }
        CHECK(killed() >= kills);
        CHECK(told >= std::min(kills, 100));
        THEN("they let nobody in twice, and all of it is in their journals and at the hub")
        {
            REQUIRE(eventually(
                [&] {
                    return rig.areEqual({q("hub"), q("kiosk-1"), q("kiosk-2")});
                },
                std::chrono::seconds(60)));
            const auto atHub = operationsIn(rig, q("hub"));
            for (const auto &witness : witnesses) {
                CHECK(witness.doubled == 0);
                const auto own = operationsIn(rig, witness.name);
                qsizetype missing = 0;
                for (const auto &operation : witness.told) {
                    missing += own.contains(operation) && atHub.contains(operation) ? 0 : 1;
                }
                CHECK(missing == 0);
                CHECK(rig.isSound(witness.name));
                const auto code = witness.told.keys().value(0);
                const auto again = rig.signIn(witness.name, code);
                CHECK(outcome(again) == q("already_in"));
                CHECK(again.json.value(q("earlier")).toObject().value(q("operation")) == witness.told.value(code));
            }
            const auto day = rig.status(q("hub"));
            CHECK(day.value(q("signed_in")).toInt() >= told);
            CHECK(openConflicts(day) == 0);
            CHECK_FALSE(hasAlert(day, q("device_restored")));
            CHECK(rig.isSound(q("hub")));
        }
    }
}
