// Goal: only the event key makes a hub, and everybody follows the highest epoch, whatever the order.
// Method: records signed rightly, by a stranger and for another event, folded in both orders.
#include "core/authority/epochs.h"
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
