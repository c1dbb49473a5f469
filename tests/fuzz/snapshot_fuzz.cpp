// What a hub may send as parts of its snapshot; a device on a disk in memory takes them.
#include "core/journal/snapshot.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_signatures.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/memory_high_water.h"
#include "tests/support/test_fold.h"

#include <QtEndian>

using namespace muster;

namespace {

void require(bool isKept, const char *promise)
{
    if (!isKept) {
        qFatal("broken: %s", promise);
    }
}

struct Place {
    Place()
    {
        Journal::Options options;
        options.file = QStringLiteral("device.db");
        options.vfs = disk.vfsName();
        options.event = EventId::make(random);
        const auto eventKey = SigningKey::make(random);
        options.eventKey = eventKey.publicKey;
        options.key = SigningKey::make(random);
        options.self = {options.key.publicKey,
                        signatures.sign(eventKey, Credential::message(options.event, options.key.publicKey))};
        auto opened = Journal::open(options, {clock, random, mark, signatures, fold});
        require(opened.has_value(), "an empty disk can be used");
        journal = std::move(*opened);
    }
    test::FaultDisk disk{1};
    test::SeededRandom random{1};
    test::FakeClock clock;
    test::MemoryHighWater mark;
    test::FakeSignatures signatures;
    test::TestFold fold;
    std::unique_ptr<Journal> journal;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t count)
{
    Place place;
    auto target = place.journal->snapshotTarget();
    require(target.has_value(), "there is room");
    QByteArrayView bytes(data, qsizetype(count));
    bool isGood = true;
    while (isGood && bytes.size() > 2) {
        const auto size = std::min<qsizetype>(qFromLittleEndian<quint16>(bytes.data()), bytes.size() - 2);
        isGood = (*target)->take(bytes.sliced(2, size)).has_value();
        bytes = bytes.sliced(2 + size);
    }
    if (isGood && place.journal->adopt(**target)) {
        require(place.journal->verify().value_or(QStringList{QString()}).isEmpty(), "what was taken is whole");
    }
    target->reset();
    require(
        place.journal->transact([&] { place.journal->append(test::addDraft(QStringLiteral("in"), 1)); }).has_value(),
        "the device goes on");
    return 0;
}
