// What a peer may send once its link is up: frames, batches, operations, vectors.
#include "core/sync/frames.h"

using namespace muster;

namespace {

void require(bool isKept, const char *promise)
{
    if (!isKept) {
        qFatal("broken: %s", promise);
    }
}

void feedBatch(QByteArrayView bytes)
{
    const auto batch = Batch::decode(bytes);
    if (!batch) {
        return;
    }
    require(qsizetype(batch->operations.size()) <= Batch::operationCountMax, "a batch is bounded");
    for (const auto &encoded : batch->operations) {
        if (const auto operation = Operation::decode(encoded)) {
            require(operation->encode() == encoded, "an operation has one form only");
            require(operation->body.size() <= Operation::bodySizeMax, "a body is bounded");
            std::ignore = operation->bodyMap();
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t count)
{
    const QByteArrayView bytes(data, qsizetype(count));
    if (const auto frame = frames::decode(bytes)) {
        const auto again = frames::encode(*frame);
        require(frames::decode(again).has_value(), "what was read can be written and read");
        if (const auto *operations = std::get_if<frames::Operations>(&*frame)) {
            std::ranges::for_each(operations->batches, feedBatch);
        }
    }
    feedBatch(bytes);
    if (const auto vector = VersionVector::decode(bytes)) {
        require(VersionVector::decode(vector->encode()) == *vector, "a vector survives the way");
    }
    return 0;
}
