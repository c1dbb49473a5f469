#include "tests/scan/hostile.h"

#include "core/scan/base45.h"
#include "core/scan/payload.h"
#include "core/scan/pipeline.h"

namespace muster::test {
namespace {

using namespace scan;

void require(bool isKept, const char *promise)
{
    if (!isKept) {
        qFatal("broken: %s", promise);
    }
}

const SigningKey &key()
{
    static const SigningKey made = [] {
        initCrypto();
        return SigningKey::fromSeed({});
    }();
    return made;
}

}  // namespace

void feedPayload(QByteArrayView bytes)
{
    const auto code = parsePayload(bytes);
    if (const auto *plain = std::get_if<PlainCode>(&code)) {
        const auto utf8 = plain->text.toUtf8();
        require(!utf8.isEmpty() && utf8.size() <= plainCodeMax, "a plain code is neither empty nor too long");
        require(plain->text == plain->text.trimmed(), "a plain code is trimmed");
        const auto again = parsePayload(utf8);
        const auto *same = std::get_if<PlainCode>(&again);
        require(same == nullptr || same->text == plain->text, "normalising twice changes nothing");
        for (const QChar c : plain->text) {
            require(c.category() != QChar::Other_Control, "a plain code has no control characters");
        }
    } else if (const auto *enrol = std::get_if<EnrolUri>(&code)) {
        require(enrol->uri.size() <= payloadMax && enrol->uri.toUtf8().size() == enrol->uri.size(),
                "an enrolment is short and ASCII");
    } else if (const auto *rejected = std::get_if<Rejected>(&code)) {
        require(!toString(rejected->reason).isEmpty(), "a rejection has a name");
    }
}

void feedTicket(QByteArrayView bytes)
{
    for (const auto &text : {bytes.toByteArray(), QByteArray(ticketPrefix.toByteArray() + toBase45(bytes))}) {
        const auto parsed = parseTicket(text);
        if (!parsed) {
            continue;
        }
        KeyRing keys;
        require(keys.add(parsed->key, key().publicKey).has_value(), "a key ring takes a first key");
        const auto &event = parsed->ticket.event;
        const auto signedAnew = signTicket(parsed->ticket, parsed->key, key());
        require(signedAnew.has_value(), "what was read can be written");
        const auto back = parseTicket(*signedAnew);
        require(back && back->body == parsed->body, "a ticket has one form only");
        const bool isGenuine = verifyTicket(*parsed, keys, event) == TicketVerdict::Valid;
        require(!isGenuine || *signedAnew == text, "only the signed bytes are genuine");
    }
}

void feedPicture(QByteArrayView bytes)
{
    if (bytes.size() < 3) {
        return;
    }
    const int width = 1 + quint8(bytes[0]);
    const int height = 1 + quint8(bytes[1]);
    LumaImage picture(width, height, 255);
    const auto pixels = bytes.sliced(2);
    for (std::size_t i = 0; i < picture.pixels().size(); ++i) {
        picture.pixels()[i] = quint8(pixels[qsizetype(i) % pixels.size()]);
    }
    (void)Pipeline::decodeAll(picture.view());
}

}  // namespace muster::test
