// Goal: state depends on the set of operations alone: arrival order, restarts, updates and replays change nothing.
// Method: a small fold with targets that wait, dead letters and a kind that only its next version knows.
#include "tests/support/journal_rig.h"
#include "tests/support/temp_dir.h"

using namespace muster;
using namespace muster::test;

namespace {

const QString removing = QStringLiteral("test.remove");
const QString restoring = QStringLiteral("test.restore");

}  // namespace

TEST_CASE("operations wait for their targets in any order of arrival", "[fold]")
{
    const EventKeys event;
    // Three authors, so that any order of arrival is possible: a thing, its removal, the removal's taking back.
    Rig maker(event, 1);
    Rig remover(event, 2);
    Rig restorer(event, 3);
    const auto made = maker.opened().act(makeDraft(QStringLiteral("chair")));
    const auto removed = remover.opened().act(targetDraft(removing, made.hash));
    restorer.opened().act(targetDraft(restoring, removed.hash));

    std::vector<Rig *> order{&maker, &remover, &restorer};
    std::optional<StateDigest> digest;
    std::ranges::sort(order);
    do {
        Rig reader(event, 9);
        reader.opened();
        for (Rig *author : order) {
            reader.pull(*author);
        }
        CHECK(reader.ask(thingCount) == 1);
        digest = digest.value_or(reader->digest());
        CHECK(reader->digest() == *digest);
        CHECK(reader.scratchDigest() == *digest);
        REQUIRE(reader->foldAnew().has_value());
        CHECK(reader->digest() == *digest);
    } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("what waits still waits after a restart", "[fold]")
{
    const TempDir dir;
    const EventKeys event;
    Rig maker(event, 1);
    const auto made = maker.opened().act(makeDraft(QStringLiteral("chair")));
    Rig reader(event, 9, dir.file(QStringLiteral("a.db")));
    reader.opened().act(targetDraft(removing, made.hash));
    reader.close();
    reader.opened().pull(maker);
    CHECK(reader.ask(thingCount) == 0);
    CHECK(reader.scratchDigest() == reader->digest());
}

TEST_CASE("a malformed operation becomes a dead letter that staff can see, everywhere", "[fold]")
{
    const EventKeys event;
    Rig author(event, 1);
    author.opened();
    const auto bad = author.act({QStringLiteral("test.add"), {{QLatin1String("by"), QLatin1String("two")}}, {}, {}, 1});
    author.act(addDraft(QStringLiteral("in"), 1));
    Rig reader(event, 2);
    reader.opened().pull(author);
    for (Rig *rig : {&author, &reader}) {
        const auto letters = (*rig)->deadLetters().value();
        REQUIRE(letters.size() == 1);
        CHECK(letters[0].operation == bad.hash);
        CHECK(letters[0].kind == QStringLiteral("test.add"));
        CHECK(letters[0].why.contains(QStringLiteral("wants")));
        CHECK(rig->sum(QStringLiteral("in")) == 1);
    }
    CHECK(author->digest() == reader->digest());
}

TEST_CASE("a kind from the future is kept, passed on, and folded after an update", "[fold]")
{
    const TempDir dir;
    const EventKeys event;
    Rig modern(event, 1, QStringLiteral(":memory:"), 2);
    modern.opened().act({QStringLiteral("test.later"), {}, {}, {}, 1});
    modern.act(addDraft(QStringLiteral("in"), 1));
    Rig old(event, 2, dir.file(QStringLiteral("a.db")), 1);
    old.opened().pull(modern);
    CHECK(old->digest() != modern->digest());
    CHECK(old->foldVersion() != modern->foldVersion());
    Rig third(event, 3, QStringLiteral(":memory:"), 2);
    third.opened().pull(old);
    CHECK(third->digest() == modern->digest());

    old.close();
    old.useFold(2);
    old.opened();
    CHECK(old->opening().isFoldedAnew);
    CHECK(old->digest() == modern->digest());
    CHECK(old.scratchDigest() == old->digest());
    old.close();
    CHECK_FALSE(old.opened()->opening().isFoldedAnew);
    CHECK(old.sum(QStringLiteral("in")) == 1);
}

TEST_CASE("the digest tells states apart and follows updates and deletions", "[fold]")
{
    const EventKeys event;
    Rig rig(event, 1);
    rig.opened();
    std::vector<StateDigest> seen{rig->digest()};
    const auto see = [&](const Draft &draft) {
        rig.act(draft);
        CHECK(rig.scratchDigest() == rig->digest());
        CHECK(std::ranges::find(seen, rig->digest()) == seen.end());
        seen.push_back(rig->digest());
    };
    see(addDraft(QStringLiteral("a"), 1));
    see(addDraft(QStringLiteral("a"), 1));
    see(addDraft(QStringLiteral("b"), 1));
    see(setDraft(QStringLiteral("a"), 0, QStringLiteral("x")));
    see(setDraft(QStringLiteral("a"), 1, QStringLiteral("y")));
    see(setDraft(QStringLiteral("a"), 2, {}));
    const auto before = rig->digest();
    REQUIRE(rig->transact([&] {
                   rig->state().execute("DELETE FROM test_sum");
                   rig->state().execute("REPLACE INTO test_register VALUES('a', 9, 9, x'00', 'z')");
               })
                .has_value());
    CHECK(rig->digest() != before);
    CHECK(rig.scratchDigest() == rig->digest());
    rig.act(addDraft(QStringLiteral("a"), -2));
    REQUIRE(rig->foldAnew().has_value());
    CHECK(rig.sum(QStringLiteral("a")) == 0);
    CHECK(rig.scratchDigest() == rig->digest());
}

TEST_CASE("a register obeys what its author had seen before any clock", "[fold]")
{
    const EventKeys event;
    Rig fast(event, 1);
    Rig right(event, 2);
    fast.clock.stepWall(std::chrono::hours(24));
    fast.opened().act(setDraft(QStringLiteral("mode"), 0, QStringLiteral("wrong")));
    right.opened().pull(fast);
    right.act(setDraft(QStringLiteral("mode"), 1, QStringLiteral("corrected")));
    fast.pull(right);
    for (Rig *rig : {&fast, &right}) {
        CHECK(rig->ask([](State &state) { return valueOf(state, QStringLiteral("mode")); }) ==
              QStringLiteral("corrected"));
    }
}

TEST_CASE("a clock far ahead is flagged by those who hear it", "[fold]")
{
    const EventKeys event;
    Rig fast(event, 1);
    fast.clock.stepWall(std::chrono::hours(24));
    fast.opened().act(addDraft(QStringLiteral("in"), 1));
    Rig reader(event, 2);
    const auto merged = reader.opened().take(fast->since({}, 1 << 20).value().at(0));
    CHECK(merged.value().isFromFuture);
    CHECK(reader.act(addDraft(QStringLiteral("in"), 1)).time.wall() <= reader.clock.wall() + std::chrono::seconds(61));
}
