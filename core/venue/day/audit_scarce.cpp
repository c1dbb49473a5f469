// Acts about numbers, prizes and units, in the words of the day.
#include "core/venue/day/audit_readers.h"
#include "core/venue/prizes/prize_acts.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/units/unit_acts.h"
#include "core/venue/units/units.h"

namespace muster::audit {
namespace {

QString textOf(const QCborMap &body, const char *name) { return body.value(QLatin1String(name)).toString(); }

/// One of @p names by the number in the body; the first for a number that no version of ours writes.
template<std::size_t Count>
QString nameOf(const std::array<const char *, Count> &names, const QCborMap &body, const char *field)
{
    const auto index = body.value(QLatin1String(field)).toInteger();
    return QLatin1String(names[index >= 0 && index < qint64(Count) ? std::size_t(index) : 0]);
}

QString hexOf(const QCborMap &body, const char *name)
{
    return QString::fromLatin1(body.value(QLatin1String(name)).toByteArray().toHex());
}

void readPlace(const QCborMap &body, AuditView &entry)
{
    entry.station = textOf(body, "station");
    entry.isProvisional = body.value(QLatin1String("provisional")).toBool();
}

void readIssued(const QCborMap &body, AuditView &entry)
{
    readPlace(body, entry);
    entry.act = QStringLiteral("queue_issue");
    entry.detail = textOf(body, "number");
}

/// A ticket of a lost counter is put first by the hub itself: nobody's act.
void readStepped(const QCborMap &body, AuditView &entry)
{
    constexpr std::array names{"queue_call",   "queue_recall", "queue_arrive", "queue_no_show",
                               "queue_hold",   "queue_park",   "queue_resume", "queue_transfer",
                               "queue_finish", "queue_cancel", "queue_batch",  ""};
    static_assert(names.size() == std::size_t(queues::Step::Rescued) + 1);
    readPlace(body, entry);
    entry.act = nameOf(names, body, "step");
    entry.subject = hexOf(body, "ticket");
    entry.reason = textOf(body, "note");
}

void readGranted(const QCborMap &body, AuditView &entry)
{
    readPlace(body, entry);
    entry.act = QStringLiteral("redeem");
    entry.detail = textOf(body, "prize");
}

void readEnded(const QCborMap &body, AuditView &entry)
{
    entry.act = nameOf(std::array{"hand_over", "prize_cancel"}, body, "how");
    entry.subject = hexOf(body, "given");
}

void readAdjusted(const QCborMap &body, AuditView &entry)
{
    entry.act = nameOf(std::array{"stock_transfer", "stock_recount", "stock_damaged"}, body, "change");
    entry.station = textOf(body, "desk");
    const auto to = textOf(body, "to");
    entry.detail = QStringLiteral("%1 %2%3")
                       .arg(textOf(body, "prize"))
                       .arg(body.value(QLatin1String("count")).toInteger())
                       .arg(to.isEmpty() ? QString() : QStringLiteral(" → ") + to);
}

void readUnit(const QCborMap &body, AuditView &entry)
{
    constexpr std::array names{"unit_hold", "unit_subscribe", "unit_sign", "unit_release", "unit_withdraw"};
    static_assert(names.size() == std::size_t(units::Step::Withdraw) + 1);
    readPlace(body, entry);
    entry.act = nameOf(names, body, "step");
    entry.detail = textOf(body, "unit");
}

void readCounter(const QCborMap &body, AuditView &entry)
{
    entry.act =
        body.value(QLatin1String("open")).toBool() ? QStringLiteral("open_counter") : QStringLiteral("close_counter");
    entry.station = textOf(body, "counter");
}

}  // namespace

std::map<QString, Reader> scarceReaders()
{
    return {{queues::issuedKind(), &readIssued},
            {queues::steppedKind(), &readStepped},
            {queues::counterKind(), &readCounter},
            {queues::ownerKind(),
             [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("set_owner");
                 entry.detail = textOf(body, "consultant");
             }},
            {prizes::grantedKind(), &readGranted},
            {prizes::endedKind(), &readEnded},
            {prizes::cancelWantedKind(),
             [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("prize_cancel");
                 entry.subject = hexOf(body, "given");
                 entry.reason = textOf(body, "reason");
             }},
            {prizes::adjustedKind(), &readAdjusted},
            {units::steppedKind(), &readUnit},
            {units::frozenKind(), [](const QCborMap &body, AuditView &entry) {
                 entry.act = body.value(QLatin1String("frozen")).toBool() ? QStringLiteral("unit_freeze")
                                                                          : QStringLiteral("unit_thaw");
             }}};
}

}  // namespace muster::audit
