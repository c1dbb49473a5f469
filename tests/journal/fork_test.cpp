// Goal: gaps, duplicates and forks: nothing is lost, both branches are kept, and all devices end with the same.
// Method: journals in memory that exchange batches by hand; a cloned database file writes on in two places.
#include "tests/support/journal_rig.h"
#include "tests/support/temp_dir.h"

#include <QFile>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

const QString in = QStringLiteral("in");

/// What a link does: a side that seems ahead speaks first; then forks show, and the other side answers.
void meet(Rig &one, Rig &other)
{
    for (int round = 0; round < 2; ++round) {
        one.pull(other);
        other.pull(one);
    }
}

/// Two live copies of one device, with @p shared operations in common and @p left, @p right on their own.
struct Clones {
    Clones(const EventKeys &event, int shared, int left, int right)
        : a(event, 7, dir.file(QStringLiteral("a.db"))), b(event, 7, dir.file(QStringLiteral("b.db")))
    {
        a.opened();
        for (int i = 0; i < shared; ++i) {
            a.act(addDraft(in, 1));
        }
        a.close();
        QFile::copy(dir.file(QStringLiteral("a.db")), dir.file(QStringLiteral("b.db")));
        b.random.step();                      // Chance is not cloned.
        b.highWater.mark = a.highWater.mark;  // A cloned disk has the mark as well.
        a.opened();
        b.opened();
        b.clock.advance(1s);
        for (int i = 0; i < left; ++i) {
            a.act(addDraft(in, 10));
        }
        for (int i = 0; i < right; ++i) {
            b.act(addDraft(in, 100));
        }
    }
    TempDir dir;
    Rig a;
    Rig b;
};

}  // namespace

TEST_CASE("operations after a gap are asked for again, not kept", "[fork]")
{
    const EventKeys event;
    Rig author(event, 7);
    author.opened();
    for (int i = 0; i < 6; ++i) {
        author.act(addDraft(in, 1));
    }
    Rig reader(event, 8);
    reader.opened();
    const StreamKey key = author->self();
    std::vector<Head> heads;
    REQUIRE(author
                ->forEach([&](const Operation &operation) {
                    heads.push_back({operation.sequence, operation.hash});
                    return true;
                })
                .has_value());
    VersionVector halfWay;
    halfWay.heads[key] = {heads[2]};
    const auto tail = author->since(halfWay, 1 << 20).value();
    REQUIRE(tail.size() == 1);
    CHECK(tail[0].operations.size() == 3);

    CHECK(reader.take(tail[0]).error().code == ErrorCode::NotFound);
    CHECK(reader->vector() == VersionVector{});
    CHECK(reader.pull(author) == 6);
    CHECK(reader->vector() == author->vector());
}

TEST_CASE("duplicates and overlaps change nothing", "[fork]")
{
    const EventKeys event;
    Rig author(event, 7);
    author.opened();
    Rig reader(event, 8);
    reader.opened();
    for (int round = 0; round < 4; ++round) {
        author.act(addDraft(in, 1));
        const auto all = author->since({}, 1 << 20).value();
        REQUIRE(all.size() == 1);
        CHECK(reader.take(all[0]).value().appliedCount == 1);
        CHECK(reader.take(all[0]).value().appliedCount == 0);
    }
    CHECK(reader.sum(in) == 4);
    CHECK(reader->digest() == author->digest());
    CHECK(reader->missingCount(author->vector(), false) == 0);
}

SCENARIO("a cloned disk writes on in two places", "[fork]")
{
    const EventKeys event;
    const auto [shared, left, right] =
        GENERATE(table<int, int, int>({{3, 2, 2}, {3, 1, 4}, {3, 4, 1}, {0, 2, 3}, {5, 1, 0}}));
    CAPTURE(shared, left, right);
    Clones clones(event, shared, left, right);
    const auto before = clones.b->self().incarnation;
    const qint64 sum = shared + 10 * left + 100 * right;

    GIVEN("a third device that hears of both")
    {
        Rig third(event, 9);
        third.opened();
        meet(third, clones.a);
        meet(third, clones.b);
        THEN("it keeps both branches and both kinds of counts")
        {
            CHECK(third.sum(in) == sum);
            CHECK(third->forks().size() == (left > 0 && right > 0 ? 1U : 0U));
            CHECK(third->verify().value() == QStringList());
        }
        WHEN("another device hears of them in the other order, and through the third")
        {
            Rig fourth(event, 10);
            fourth.opened();
            meet(fourth, clones.b);
            meet(fourth, clones.a);
            meet(third, fourth);
            Rig fifth(event, 11);
            fifth.opened();
            meet(fifth, third);
            THEN("all show the same")
            {
                CHECK(fourth->vector() == third->vector());
                CHECK(fourth->digest() == third->digest());
                CHECK(fifth->vector() == third->vector());
                CHECK(fifth->digest() == third->digest());
            }
        }
        WHEN("the clones hear of each other through it, act on, and exchange until nobody has news")
        {
            for (int round = 0; round < 4; ++round) {
                for (Rig *rig : {&clones.a, &clones.b}) {
                    if (round == 0) {
                        rig->act(addDraft(in, 1000));
                    }
                    meet(third, *rig);
                }
            }
            THEN("all have all, and nobody uses the shared numbers any more")
            {
                CHECK(third.sum(in) == sum + 2000);
                for (Rig *rig : {&clones.a, &clones.b}) {
                    CHECK((*rig)->vector() == third->vector());
                    CHECK((*rig)->digest() == third->digest());
                    CHECK((*rig)->verify().value() == QStringList());
                }
                if (left > 0 && right > 0) {
                    CHECK(clones.a->self().incarnation != before);
                    CHECK(clones.b->self().incarnation != before);
                }
                CHECK(clones.a->self() != clones.b->self());
            }
        }
    }
}

TEST_CASE("a device that receives operations of its own that it lacks begins anew at once", "[fork]")
{
    const EventKeys event;
    Clones clones(event, 2, 3, 0);
    const auto before = clones.b->self();
    const auto merged = clones.b.take(clones.a->since(clones.b->vector(), 1 << 20).value().at(0));
    REQUIRE(merged.has_value());
    CHECK(merged->isOwnFork);
    CHECK(clones.b->self() != before);
    CHECK(quint64(clones.b.act(addDraft(in, 1)).sequence) == 1);
    const auto self = clones.b->self();
    clones.b.close();
    clones.b.opened();
    CHECK(clones.b->self() == self);
    CHECK_FALSE(clones.b->opening().isRestored);
}

TEST_CASE("a device that only reads hears how many operations are missing there", "[fork]")
{
    const EventKeys event;
    Rig author(event, 7);
    author.opened();
    const auto first = author.act(addDraft(in, 1));
    author.clock.advance(5s);
    author.act(addDraft(in, 1));
    CHECK(author->missingCount({}, true) == 2);
    CHECK(author->oldestMissing({}).value() == first.time);
    CHECK(author->missingCount(author->vector(), true) == 0);
    CHECK(author->oldestMissing(author->vector()).value() == std::nullopt);
}

TEST_CASE("only streams that grew are looked at again", "[fork]")
{
    const EventKeys event;
    Rig author(event, 7);
    author.opened().act(addDraft(in, 1));
    Rig other(event, 8);
    other.opened().act(addDraft(in, 1));
    quint64 revision = 0;
    CHECK(author->grownSince(revision) == std::vector{author->self()});
    CHECK(author->grownSince(revision).empty());
    author.pull(other);
    CHECK(author->grownSince(revision) == std::vector{other->self()});
    author.act(addDraft(in, 1));
    author.act(addDraft(in, 1));
    CHECK(author->grownSince(revision) == std::vector{author->self()});
}

TEST_CASE("all peers that lack the same get the same batch, and nobody an old one", "[fork]")
{
    const EventKeys event;
    Rig author(event, 7);
    author.opened().act(addDraft(in, 1));
    const auto first = author->nextBatch(author->self(), {}).value();
    REQUIRE(first);
    CHECK(author->nextBatch(author->self(), {}).value()->bytes == first->bytes);
    VersionVector one;
    author->advance(one, author->self(), first->last);
    CHECK_FALSE(author->nextBatch(author->self(), one).value());

    const auto made = author.act(addDraft(in, 1));
    const auto rest = author->nextBatch(author->self(), one).value();
    REQUIRE(rest);
    CHECK(rest->operationCount == 1);
    CHECK(rest->last == Head{made.sequence, made.hash});
    const auto both = author->nextBatch(author->self(), {}).value();
    REQUIRE(both);
    CHECK(both->operationCount == 2);
    CHECK(both->last == rest->last);
    CHECK(author->nextBatch(author->self(), {}, 1).value()->operationCount == 1);
}

TEST_CASE("what a peer holds is counted on along the chain and never doubled", "[fork]")
{
    const EventKeys event;
    Rig author(event, 7);
    author.opened();
    std::vector<Head> heads;
    for (int i = 0; i < 3; ++i) {
        const auto made = author.act(addDraft(in, 1));
        heads.push_back({made.sequence, made.hash});
    }
    VersionVector theirs;
    author->advance(theirs, author->self(), heads[1]);
    author->advance(theirs, author->self(), heads[0]);
    CHECK(theirs.heads[author->self()] == std::vector{heads[1]});
    author->advance(theirs, author->self(), heads[2]);
    CHECK(theirs.heads[author->self()] == std::vector{heads[2]});

    Clones clones(event, 3, 2, 3);
    Rig third(event, 9);
    third.opened();
    meet(third, clones.a);
    meet(third, clones.b);
    const auto key = third->forks().at(0);
    const auto ends = third->vector().heads.at(key);
    VersionVector forked;
    third->advance(forked, key, ends[0]);
    third->advance(forked, key, ends[1]);
    CHECK(forked.heads[key] == ends);
    CHECK(third->missingCount(forked, false) == 0);
}
