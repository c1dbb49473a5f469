// Goal: only the event key makes a hub, and everybody follows the highest epoch, whatever the order.
// Method: records signed rightly, by a stranger and for another event, folded in both orders.
#include "core/authority/epochs.h"
#include "core/authority/standbys.h"
#include "tests/authority/state_rig.h"

using namespace muster;
using namespace muster::test;

namespace {

struct Event {
    SeededRandom random{5};
    EventId id = EventId::make(random);
    SigningKey key = SigningKey::make(random);
    SigningKey stranger = SigningKey::make(random);

    [[nodiscard]] EpochRecord record(quint32 number, quint8 hub) const
    {
        return EpochRecord::make(Epoch{number}, idOf<DeviceId>(hub), {QStringLiteral("10.0.0.1:4711")}, id, key);
    }
};

Operation announced(const EpochRecord &record, quint64 number)
{
    Draft draft;
    draft.kind = epochs::kind();
    draft.body = record.toCbor();
    return written(draft, {record.hub, Incarnation{1}}, number);
}

}  // namespace

TEST_CASE("the highest epoch counts, in whatever order it became known", "[epochs]")
{
    const Event event;
    for (const bool isForwards : {true, false}) {
        StateRig rig;
        epochs::createTables(rig.state);
        CHECK_FALSE(epochs::current(rig.state));
        for (const quint32 number : {isForwards ? 1U : 3U, 2U, isForwards ? 3U : 1U}) {
            const auto folded = epochs::fold(rig.state, announced(event.record(number, quint8(number)), number),
                                             event.id, event.key.publicKey);
            CHECK(folded.kind == Folded::Kind::Applied);
        }
        REQUIRE(epochs::current(rig.state));
        CHECK(epochs::current(rig.state)->number == Epoch{3});
        CHECK(epochs::current(rig.state)->hub == idOf<DeviceId>(3));
        CHECK(epochs::current(rig.state)->addresses == QStringList{QStringLiteral("10.0.0.1:4711")});
    }
}

TEST_CASE("nobody makes himself the hub", "[epochs]")
{
    const Event event;
    StateRig rig;
    epochs::createTables(rig.state);
    const auto refuses = [&](const EpochRecord &record) {
        const auto folded = epochs::fold(rig.state, announced(record, 1), event.id, event.key.publicKey);
        return folded.kind == Folded::Kind::Malformed && !epochs::current(rig.state);
    };
    CHECK(refuses(EpochRecord::make(Epoch{9}, idOf<DeviceId>(4), {}, event.id, event.stranger)));
    CHECK(refuses(EpochRecord::make(Epoch{9}, idOf<DeviceId>(4), {}, idOf<EventId>(9), event.key)));
    auto changed = event.record(9, 4);
    changed.hub = idOf<DeviceId>(5);
    CHECK(refuses(changed));
    changed = event.record(9, 4);
    changed.number = Epoch{10};
    CHECK(refuses(changed));
    changed = event.record(9, 4);
    changed.addresses << QStringLiteral("evil:1");
    CHECK(refuses(changed));
    CHECK_FALSE(EpochRecord::decode(QByteArray(9'000, 'x')));
    const auto whole = event.record(2, 1).encode();
    CHECK(EpochRecord::decode(whole));
    CHECK_FALSE(EpochRecord::decode(whole.left(whole.size() / 2)));
}

TEST_CASE("of two epochs of one number everybody obeys the same", "[epochs]")
{
    const Event event;
    for (const bool isForwards : {true, false}) {
        StateRig rig;
        epochs::createTables(rig.state);
        for (const quint8 hub : {quint8(isForwards ? 1 : 7), quint8(4), quint8(isForwards ? 7 : 1)}) {
            // The first hub was it before both.
            REQUIRE(epochs::fold(rig.state, announced(event.record(hub == 1 ? 1 : 17, hub), hub), event.id,
                                 event.key.publicKey)
                        .kind == Folded::Kind::Applied);
        }
        REQUIRE(epochs::current(rig.state));
        CHECK(epochs::current(rig.state)->hub == idOf<DeviceId>(7));
        CHECK(epochs::turnBegin(rig.state, idOf<DeviceId>(7)) == Epoch{17});
        CHECK_FALSE(epochs::turnBegin(rig.state, idOf<DeviceId>(4)));
        CHECK(epochs::hasPredecessor(rig.state, idOf<DeviceId>(7)));
        CHECK(epochs::latestTerms(rig.state).size() == 3);
    }
}

TEST_CASE("who stands by is the hub's word, where it listens its own", "[epochs][standbys]")
{
    const Event event;
    StateRig rig;
    epochs::createTables(rig.state);
    standbys::createTables(rig.state);
    const auto fold = [&](const Draft &draft, const DeviceId &author, quint64 number) {
        return standbys::fold(rig.state, written(draft, {author, Incarnation{1}}, number), event.id,
                              event.key.publicKey)
            .kind;
    };
    const auto device = deviceIdOf(event.stranger.publicKey);
    const QStringList addresses{QStringLiteral("10.0.0.2:4711")};
    const auto offer = standbys::offered(rig.state, event.stranger.publicKey, addresses);
    CHECK(fold(offer, idOf<DeviceId>(3), 1) == Folded::Kind::Malformed);
    CHECK(fold(offer, device, 2) == Folded::Kind::Applied);
    REQUIRE(standbys::offerOf(rig.state, device));
    CHECK(standbys::offerOf(rig.state, device)->addresses == addresses);
    CHECK(fold(standbys::appointed(rig.state, device, "sealed", event.id, event.stranger), device, 3) ==
          Folded::Kind::Malformed);
    CHECK_FALSE(standbys::isStandby(rig.state, device));
    CHECK(fold(standbys::appointed(rig.state, device, "sealed", event.id, event.key), idOf<DeviceId>(1), 4) ==
          Folded::Kind::Applied);
    CHECK(standbys::sealedFor(rig.state, device) == QByteArray("sealed"));
    CHECK(fold(standbys::appointed(rig.state, device, {}, event.id, event.key), idOf<DeviceId>(1), 5) ==
          Folded::Kind::Applied);
    CHECK(standbys::all(rig.state).empty());
}
