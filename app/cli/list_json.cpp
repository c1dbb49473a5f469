// The roll call and the history of the day, for scripts and for people.
#include "app/cli/view_json.h"

#include <QDateTime>
#include <QJsonArray>

namespace muster::cli {
namespace {

QString isoOf(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

QString secondOf(WallTime time) { return QDateTime::fromMSecsSinceEpoch(toMsecs(time), Qt::UTC).toString(Qt::ISODate); }

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

}  // namespace

QJsonObject toJson(const RollCall &call)
{
    QJsonArray guests;
    for (const auto &entry : call.entries) {
        auto guest = toJson(entry.guest);
        guest.insert(QStringLiteral("since"), isoOf(entry.since));
        guests.append(guest);
    }
    return {{QStringLiteral("as_of"), isoOf(call.asOf)},
            {QStringLiteral("age_s"),
             call.knownSince ? QJsonValue(qint64((call.asOf - *call.knownSince).count() / 1000)) : QJsonValue()},
            {QStringLiteral("persons"), call.persons ? QJsonValue(*call.persons) : QJsonValue()},
            {QStringLiteral("guests"), guests}};
}

QString toWords(const RollCall &call)
{
    QStringList lines;
    lines << QStringLiteral("%1 people inside, as known here at %2%3")
                 .arg(call.persons ? QString::number(*call.persons) : QStringLiteral("–"), secondOf(call.asOf),
                      call.knownSince ? QString() : QStringLiteral(" (not every device was heard: there may be more)"));
    for (const auto &entry : call.entries) {
        const auto more = entry.guest.companions > 0 ? QStringLiteral(" +%1").arg(entry.guest.companions) : QString();
        lines << QStringLiteral("%1  %2%3  since %4")
                     .arg(entry.guest.zone, nameOf(entry.guest), more, secondOf(entry.since));
    }
    return lines.join(QLatin1Char('\n'));
}

QJsonObject toJson(const AuditView &entry)
{
    return {{QStringLiteral("operation"), entry.operation.toHex()},
            {QStringLiteral("at"), isoOf(entry.at)},
            {QStringLiteral("happened_at"), entry.happenedAt ? QJsonValue(isoOf(*entry.happenedAt)) : QJsonValue()},
            {QStringLiteral("act"), entry.act},
            {QStringLiteral("device"), entry.device},
            {QStringLiteral("station"), textOrNull(entry.station)},
            {QStringLiteral("actor"), textOrNull(entry.actor)},
            {QStringLiteral("guest"), entry.guest ? QJsonValue(toJson(*entry.guest)) : QJsonValue()},
            {QStringLiteral("detail"), textOrNull(entry.detail)},
            {QStringLiteral("reason"), textOrNull(entry.reason)},
            {QStringLiteral("provisional"), entry.isProvisional},
            {QStringLiteral("annulled"), entry.isAnnulled},
            {QStringLiteral("annulled_by"), textOrNull(entry.annulledBy)},
            {QStringLiteral("annulled_why"), textOrNull(entry.annulledWhy)}};
}

QString toWords(const AuditView &entry)
{
    QStringList parts{secondOf(entry.at), entry.station.isEmpty() ? entry.device : entry.station,
                      entry.actor.isEmpty() ? QStringLiteral("–") : entry.actor, entry.act};
    if (entry.guest) {
        parts << nameOf(*entry.guest);
    }
    if (!entry.detail.isEmpty()) {
        parts << entry.detail;
    }
    if (entry.happenedAt) {
        parts << QStringLiteral("happened %1").arg(secondOf(*entry.happenedAt));
    }
    if (entry.isProvisional) {
        parts << QStringLiteral("provisional");
    }
    if (!entry.reason.isEmpty()) {
        parts << QStringLiteral("“%1”").arg(entry.reason);
    }
    if (entry.isAnnulled) {
        const auto who = entry.annulledBy.isEmpty() ? QString() : QStringLiteral(" by %1").arg(entry.annulledBy);
        const auto why = entry.annulledWhy.isEmpty() ? QString() : QStringLiteral(" “%1”").arg(entry.annulledWhy);
        parts << QStringLiteral("annulled") + who + why;
    }
    return parts.join(QStringLiteral("  "));
}

}  // namespace muster::cli
