// What somebody unknown may send or show: enrolment messages, their frames, the coordinator's code.
#include "app/net/enrolment_messages.h"
#include "app/net/frame_decoder.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t count)
{
    const QByteArrayView bytes(data, qsizetype(count));
    if (const auto message = net::decode(bytes.toByteArray())) {
        const auto again = net::decode(net::encode(*message));
        if (!again || *again != *message) {
            qFatal("broken: a message survives the way");
        }
    }
    if (const auto uri = net::EnrolmentUri::parse(QString::fromUtf8(bytes))) {
        if (net::EnrolmentUri::parse(uri->toString()) != *uri) {
            qFatal("broken: a code says the same when written again");
        }
    }
    net::FrameDecoder decoder(net::applicationFrameMax);
    for (qsizetype at = 0; at < bytes.size();) {
        const auto size = std::min(decoder.wanted(), bytes.size() - at);
        if (size > net::applicationFrameMax) {
            qFatal("broken: never asks beyond the frame");
        }
        if (!decoder.feed(bytes.sliced(at, size))) {
            break;
        }
        at += size;
    }
    return 0;
}
