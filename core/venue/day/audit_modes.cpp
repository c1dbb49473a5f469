// How the hall ran, what was said to everybody, and how the day was judged, in its own words.
#include "core/venue/day/audit_readers.h"
#include "core/venue/judgements/judgements.h"
#include "core/venue/modes/messages.h"
#include "core/venue/modes/modes.h"

namespace muster::audit {
namespace {

QString textOf(const QCborMap &body, const char *name) { return body.value(QLatin1String(name)).toString(); }

void readMode(const QCborMap &body, AuditView &entry)
{
    const auto mode = body.value(QLatin1String("mode")).toInteger();
    const auto zone = textOf(body, "zone");
    entry.act = QStringLiteral("set_mode");
    entry.detail = QStringLiteral("%1 %2").arg(
        zone.isEmpty() ? QStringLiteral("hall") : zone,
        modes::toString(modes::Mode(std::clamp<qint64>(mode, 0, qint64(modes::Mode::Evacuate)))));
}

}  // namespace

std::map<QString, Reader> modeReaders()
{
    return {{modes::hallKind(), &readMode},
            {modes::zoneKind(), &readMode},
            {messages::saidKind(),
             [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("say");
                 entry.detail = textOf(body, "to");
                 entry.reason = textOf(body, "text");
             }},
            {messages::readKind(),
             [](const QCborMap &body, AuditView &entry) {
                 const auto message = OperationHash::fromBytes(body.value(QLatin1String("message")).toByteArray());
                 entry.act = QStringLiteral("read_message");
                 entry.detail = message.value_or(OperationHash{}).toHex();
                 entry.station = textOf(body, "station");
             }},
            {judgements::judgedKind(), [](const QCborMap &body, AuditView &entry) {
                 const auto score = body.value(QLatin1String("score")).toInteger();
                 entry.act = QStringLiteral("judge");
                 entry.detail = textOf(body, "subject") + (score > 0 ? QStringLiteral(" %1").arg(score) : QString());
                 entry.reason = textOf(body, "evidence");
             }}};
}

}  // namespace muster::audit
