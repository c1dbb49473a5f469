#include "core/venue/day/audit.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/scarce/clashes.h"

#include "core/journal/body.h"
#include "core/venue/day/alerts.h"
#include "core/venue/day/audit_readers.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/referrals.h"
#include "core/venue/draws/draws.h"
#include "core/venue/guests/forgetting.h"
#include "core/venue/guests/guests.h"
#include "core/venue/guests/presence.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/units/sales.h"
#include "core/venue/zones/custody.h"
#include "core/venue/zones/zones.h"

namespace muster::audit {
namespace {

QString textOf(const QCborMap &body, const char *name) { return body.value(QLatin1String(name)).toString(); }

template<class AnyId>
std::optional<AnyId> idOf(const QCborMap &body, const char *name)
{
    return AnyId::fromBytes(body.value(QLatin1String(name)).toByteArray());
}

void setGuest(const std::optional<GuestId> &id, AuditView &entry)
{
    if (id) {
        entry.guest.emplace().id = *id;
    }
}

void readTold(const QCborMap &body, AuditView &entry)
{
    const auto step = presence::Step(body.value(QLatin1String("step")).toInteger());
    entry.act = step == presence::Step::In    ? QStringLiteral("sign_in")
                : step == presence::Step::Out ? QStringLiteral("sign_out")
                                              : QStringLiteral("move");
    entry.detail = textOf(body, "zone");
    entry.station = textOf(body, "station");
    entry.reason = textOf(body, "override");
    entry.isProvisional = body.value(QLatin1String("provisional")).toBool();
    const auto happened = body.value(QLatin1String("happened_s"));
    if (happened.isInteger()) {
        entry.happenedAt = fromMsecs(happened.toInteger() * 1'000);
    }
}

void readResolved(const QCborMap &body, AuditView &entry)
{
    static const std::array names{QStringLiteral("keep_first"), QStringLiteral("keep_last"), QStringLiteral("keep_all"),
                                  QStringLiteral("annul_all")};
    const auto decision = body.value(QLatin1String("decision")).toInteger();
    entry.act = QStringLiteral("resolve");
    entry.detail = names[std::size_t(std::clamp<qint64>(decision, 0, qint64(names.size()) - 1))];
}

void readSession(const QCborMap &body, AuditView &entry)
{
    entry.act =
        body.value(QLatin1String("open")).toBool() ? QStringLiteral("open_session") : QStringLiteral("close_session");
    entry.detail = textOf(body, "session");
}

void readDevice(const QCborMap &body, AuditView &entry)
{
    entry.act = body.contains(QLatin1String("number"))   ? QStringLiteral("let_in_device")
                : body.contains(QLatin1String("device")) ? QStringLiteral("revoke_device")
                                                         : QStringLiteral("device_restored");
    entry.detail = body.contains(QLatin1String("number")) ? textOf(body, "name")
                                                          : idOf<DeviceId>(body, "device").value_or(DeviceId{}).toHex();
}

void readList(const QCborMap &body, AuditView &entry)
{
    const auto list = body.value(QLatin1String("guests")).toArray();
    entry.act = QStringLiteral("change_guest");
    setGuest(idOf<GuestId>(list.first().toMap(), "id"), entry);
    entry.detail =
        QStringLiteral("ticket issue %1").arg(list.first().toMap().value(QLatin1String("serial")).toInteger());
}

void readSale(const QCborMap &body, AuditView &entry)
{
    const auto unit = textOf(body, "unit");
    entry.act = QStringLiteral("record_sale");
    entry.station = textOf(body, "station");
    entry.detail = QStringLiteral("%1 %2 %3")
                       .arg(unit.isEmpty() ? textOf(body, "merchant") : unit,
                            sales::amountText(std::clamp<qint64>(body.value(QLatin1String("amount")).toInteger(), 0,
                                                                 sales::amountMax)),
                            textOf(body, "document"))
                       .trimmed();
}

void setCommitment(const QCborMap &body, AuditView &entry)
{
    entry.detail = idOf<OperationHash>(body, "commit").value_or(OperationHash{}).toHex();
}

void addDraws(std::map<QString, Reader> &byKind)
{
    byKind[draws::committedKind()] = [](const QCborMap &body, AuditView &entry) {
        entry.act = QStringLiteral("commit_draw");
        entry.detail = textOf(body, "draw");
    };
    byKind[draws::calledKind()] = [](const QCborMap &body, AuditView &entry) {
        entry.act = QStringLiteral("call_draw_number");
        entry.detail = QString::number(body.value(QLatin1String("number")).toInteger());
    };
    byKind[draws::revealedKind()] = [](const QCborMap &body, AuditView &entry) {
        entry.act = QStringLiteral("reveal_draw");
        setCommitment(body, entry);
    };
    byKind[draws::abortedKind()] = [](const QCborMap &body, AuditView &entry) {
        entry.act = QStringLiteral("abort_draw");
        setCommitment(body, entry);
    };
    byKind[draws::absentKind()] = [](const QCborMap &body, AuditView &entry) {
        entry.act = QStringLiteral("draw_absent");
        entry.detail = QStringLiteral("place %1").arg(body.value(QLatin1String("place")).toInteger());
    };
}

void addSales(std::map<QString, Reader> &byKind)
{
    byKind[sales::recordedKind()] = &readSale;
    byKind[sales::voidedKind()] = [](const QCborMap &body, AuditView &entry) {
        entry.act = QStringLiteral("void_sale");
        entry.detail = idOf<OperationHash>(body, "sale").value_or(OperationHash{}).toHex();
    };
}

void readCounted(const QCborMap &body, AuditView &entry)
{
    const auto delta = body.value(QLatin1String("delta")).toInteger();
    entry.act = QStringLiteral("count");
    entry.detail = textOf(body, "zone") + QString::asprintf(" %+lld", static_cast<long long>(delta));
    entry.station = textOf(body, "gate");
}

void readUndone(const QCborMap &body, AuditView &entry)
{
    entry.act = QStringLiteral("undo_count");
    entry.detail = idOf<OperationHash>(body, "target").value_or(OperationHash{}).toHex();
}

void readRecounted(const QCborMap &body, AuditView &entry)
{
    entry.act = QStringLiteral("recount");
    entry.detail = QStringLiteral("%1 %2, was %3")
                       .arg(textOf(body, "zone"))
                       .arg(body.value(QLatin1String("value")).toInteger())
                       .arg(body.value(QLatin1String("shown")).toInteger());
    entry.station = textOf(body, "station");
}

void readCustody(const QCborMap &body, AuditView &entry)
{
    entry.act =
        body.value(QLatin1String("out")).toBool() ? QStringLiteral("custody_out") : QStringLiteral("custody_in");
    entry.detail = textOf(body, "tag");
    entry.station = textOf(body, "station");
    entry.reason = textOf(body, "note");
}

void readReferral(const QCborMap &body, AuditView &entry)
{
    entry.act = QStringLiteral("refer");
    setGuest(idOf<GuestId>(body, "guest"), entry);
    entry.detail = textOf(body, "reason");
    entry.station = textOf(body, "station");
    entry.reason = textOf(body, "note");
}

const std::map<QString, Reader> &readers()
{
    static const auto map = [] {
        std::map<QString, Reader> byKind{
            {presence::toldKind(), &readTold},
            {presence::annulledKind(),
             [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("annul");
                 entry.detail = idOf<OperationHash>(body, "target").value_or(OperationHash{}).toHex();
             }},
            {presence::resolvedKind(), &readResolved},
            {presence::resetKind(),
             [](const QCborMap &, AuditView &entry) { entry.act = QStringLiteral("reset_day"); }},
            {presence::emptiedKind(),
             [](const QCborMap &, AuditView &entry) { entry.act = QStringLiteral("empty_hall"); }},
            {guests::walkedInKind(),
             [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("walk_in");
                 setGuest(idOf<GuestId>(body.value(QLatin1String("guest")).toMap(), "id"), entry);
             }},
            {guests::listedKind(), &readList},
            {zones::countedKind(), &readCounted},
            {zones::undoneKind(), &readUndone},
            {zones::recountedKind(), &readRecounted},
            {custody::kind(), &readCustody},
            {referrals::referredKind(), &readReferral},
            {referrals::settledKind(),
             [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("refer_done");
                 entry.reason = textOf(body, "outcome");
             }},
            {sessions::kind(), &readSession},
            {forgetting::kind(), [](const QCborMap &, AuditView &entry) { entry.act = QStringLiteral("forget"); }},
            {alerts::acknowledgedKind(),
             [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("acknowledge");
                 entry.detail = textOf(body, "alert");
             }},
            {alerts::staffCalledKind(), [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("call_staff");
                 entry.station = textOf(body, "station");
             }}};
        for (const auto &kind : devices::kinds()) {
            byKind[kind] = &readDevice;
        }
        addDraws(byKind);
        addSales(byKind);
        byKind.emplace(clashes::judgedKind(), &readResolved);
        byKind.merge(modeReaders());
        byKind.merge(scarceReaders());
        byKind.merge(postReaders());
        byKind.merge(incidentReaders());
        byKind.merge(courseReaders());
        return byKind;
    }();
    return map;
}

}  // namespace

std::optional<AuditView> entryOf(const Operation &operation)
{
    const auto reader = readers().find(operation.kind);
    const auto body = operation.bodyMap();
    const bool isImported = operation.kind == guests::listedKind() && operation.request.isNull();
    if (reader == readers().end() || !body || isImported) {
        return std::nullopt;
    }
    AuditView entry;
    entry.operation = operation.hash;
    entry.at = operation.time.wall();
    entry.origin = operation.origin;
    entry.actor = operation.actor;
    entry.reason = textOf(*body, "reason");
    if (body->value(QLatin1String("guest")).isByteArray()) {
        setGuest(idOf<GuestId>(*body, "guest"), entry);
    }
    reader->second(*body, entry);
    if (operation.kind == QLatin1String("queue.issued")) {
        entry.subject = operation.request.toHex();
    } else if (operation.kind == prizes::grantedKind()) {
        entry.subject = operation.hash.toHex();
    }
    return entry.act.isEmpty() ? std::nullopt : std::optional(entry);
}

}  // namespace muster::audit
