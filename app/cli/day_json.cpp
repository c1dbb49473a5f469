// The whole day, for `muster status`.
#include "app/cli/reply.h"
#include "app/cli/view_json.h"

#include <QDateTime>
#include <QJsonArray>

namespace muster::cli {
namespace {

QJsonValue timeJson(const std::optional<WallTime> &time)
{
    return time ? QJsonValue(QDateTime::fromMSecsSinceEpoch(toMsecs(*time), Qt::UTC).toString(Qt::ISODateWithMs))
                : QJsonValue();
}

template<class Number>
QJsonValue numberJson(const std::optional<Number> &number)
{
    return number ? QJsonValue(qint64(*number)) : QJsonValue();
}

QString nameOf(Decision decision)
{
    switch (decision) {
    case Decision::KeepFirst: return QStringLiteral("keep_first");
    case Decision::KeepLast: return QStringLiteral("keep_last");
    case Decision::KeepAll: return QStringLiteral("keep_all");
    case Decision::AnnulAll: return QStringLiteral("annul_all");
    }
    Q_UNREACHABLE();
}

QString nameOf(DigestComparison digest)
{
    switch (digest) {
    case DigestComparison::NotComparable: return QStringLiteral("not_comparable");
    case DigestComparison::Equal: return QStringLiteral("equal");
    case DigestComparison::Different: return QStringLiteral("different");
    }
    Q_UNREACHABLE();
}

QJsonObject conflictJson(const ConflictView &conflict)
{
    QJsonArray rivals;
    for (const auto &rival : conflict.rivals) {
        rivals.append(QJsonObject{{QStringLiteral("operation"), rival.operation.toHex()},
                                  {QStringLiteral("device"), rival.device.toHex()},
                                  {QStringLiteral("station"), rival.station},
                                  {QStringLiteral("actor"), rival.actor},
                                  {QStringLiteral("at"), timeJson(rival.at)},
                                  {QStringLiteral("provisional"), rival.isProvisional},
                                  {QStringLiteral("annulled"), rival.isAnnulled}});
    }
    QJsonObject json{
        {QStringLiteral("id"), conflict.id.toHex()},
        {QStringLiteral("rule"), conflict.rule},
        {QStringLiteral("subject"), conflict.subject.isEmpty() ? QJsonValue() : QJsonValue(conflict.subject)},
        {QStringLiteral("guest"), conflict.guest ? QJsonValue(toJson(*conflict.guest)) : QJsonValue()},
        {QStringLiteral("rivals"), rivals},
        {QStringLiteral("open"), conflict.isOpen}};
    if (conflict.decision) {
        json.insert(QStringLiteral("decision"), nameOf(*conflict.decision));
        json.insert(QStringLiteral("decided_by"), conflict.decidedBy);
        json.insert(QStringLiteral("reason"), conflict.reason);
    }
    return json;
}

QJsonObject alertJson(const AlertView &alert)
{
    return {{QStringLiteral("id"), alert.id},
            {QStringLiteral("kind"), alert.kind},
            {QStringLiteral("weight"), alert.weight},
            {QStringLiteral("text"), toJson(alert.text)},
            {QStringLiteral("guest"), alert.guest ? QJsonValue(toJson(*alert.guest)) : QJsonValue()},
            {QStringLiteral("host"), alert.host},
            {QStringLiteral("station"), alert.station},
            {QStringLiteral("zone"), alert.zone},
            {QStringLiteral("since"), timeJson(alert.since)},
            {QStringLiteral("escalated"), alert.isEscalated},
            {QStringLiteral("roles"), QJsonArray::fromStringList(alert.roles)},
            {QStringLiteral("called"), QJsonArray::fromStringList(alert.called)},
            {QStringLiteral("acknowledged_by"), alert.acknowledgedBy},
            {QStringLiteral("again_at"), alert.againAt ? timeJson(*alert.againAt) : QJsonValue()},
            {QStringLiteral("recheck_min"), alert.recheckMinutes}};
}

QJsonObject deviceJson(const DeviceView &device)
{
    return {{QStringLiteral("id"), device.id.toHex()},
            {QStringLiteral("number"), device.number},
            {QStringLiteral("name"), device.name},
            {QStringLiteral("role"), device.role},
            {QStringLiteral("station"), device.station},
            {QStringLiteral("hub"), device.isHub},
            {QStringLiteral("self"), device.isSelf},
            {QStringLiteral("linked"), device.isLinked},
            {QStringLiteral("revoked"), device.isRevoked},
            {QStringLiteral("last_seen"), timeJson(device.lastSeen)},
            {QStringLiteral("lag_ms"), numberJson(device.lagMsecs)},
            {QStringLiteral("skew_ms"), numberJson(device.skewMsecs)},
            {QStringLiteral("skewed"), device.isSkewed},
            {QStringLiteral("unsent"), numberJson(device.unsent)},
            {QStringLiteral("oldest_unsent"), timeJson(device.oldestUnsent)},
            {QStringLiteral("digest"), nameOf(device.digest)},
            {QStringLiteral("trouble"), device.trouble},
            {QStringLiteral("battery_pct"), numberJson(device.batteryPercent)},
            {QStringLiteral("charging"), device.batteryPercent ? QJsonValue(device.isCharging) : QJsonValue()},
            {QStringLiteral("disk_free_mb"), numberJson(device.diskFreeMb)},
            {QStringLiteral("labels_left"), numberJson(device.labelsLeft)},
            {QStringLiteral("missing"), device.isMissing}};
}

template<class View>
QJsonArray listJson(const std::vector<View> &views, QJsonObject (*toObject)(const View &))
{
    QJsonArray list;
    for (const auto &view : views) {
        list.append(toObject(view));
    }
    return list;
}

QJsonObject headcountJson(const DayView &day)
{
    QJsonObject zones;
    for (const auto &zone : day.zones) {
        zones.insert(zone.code, zone.count);
    }
    return {{QStringLiteral("total"), numberJson(day.headcount)},
            {QStringLiteral("zones"), day.headcount ? QJsonValue(zones) : QJsonValue()}};
}

/// Every zone with what its figure rests on.
QJsonArray zonesJson(const DayView &day, const QJsonValue &age)
{
    QJsonArray zones;
    for (const auto &zone : day.zones) {
        const bool isKnown = day.headcount.has_value();
        zones.append(
            QJsonObject{{QStringLiteral("code"), zone.code},
                        {QStringLiteral("count"), isKnown ? QJsonValue(zone.count) : QJsonValue()},
                        {QStringLiteral("age_s"), age},
                        {QStringLiteral("soft"), numberJson(zone.softCapacity)},
                        {QStringLiteral("firm"), numberJson(zone.firmCapacity)},
                        {QStringLiteral("free"), isKnown ? numberJson(zone.free()) : QJsonValue()},
                        {QStringLiteral("counts"),
                         zone.unit == ZoneUnit::People ? QStringLiteral("people") : QStringLiteral("vehicles")},
                        {QStringLiteral("drift"), numberJson(zone.drift)},
                        {QStringLiteral("recounted_at"), timeJson(zone.recountedAt)},
                        {QStringLiteral("unsure"), zone.isUnsure},
                        {QStringLiteral("doubt"), zone.isUnsure ? QJsonValue(toJson(zone.doubt)) : QJsonValue()},
                        {QStringLiteral("full_in_min"), isKnown ? numberJson(zone.fullInMinutes) : QJsonValue()}});
    }
    return zones;
}

QJsonArray sessionsJson(const DayView &day)
{
    QJsonArray sessions;
    for (const auto &session : day.sessions) {
        sessions.append(QJsonObject{{QStringLiteral("code"), session.code},
                                    {QStringLiteral("open"), day.openSessions.contains(session.code)}});
    }
    return sessions;
}

QJsonArray candidatesJson(const DayView &day, const QStringList &typed)
{
    QJsonArray list;
    for (const auto &candidate : day.candidates) {
        list.append(QJsonObject{{QStringLiteral("id"), candidate.id},
                                {QStringLiteral("name"), candidate.name},
                                {QStringLiteral("role"), candidate.role},
                                {QStringLiteral("station"), candidate.station},
                                {QStringLiteral("code"), candidate.code},
                                {QStringLiteral("typed"), typed.contains(candidate.id)}});
    }
    return list;
}

qint64 openCount(const DayView &day)
{
    return std::ranges::count_if(day.conflicts, [](const ConflictView &conflict) { return conflict.isOpen; });
}

QString figure(const std::optional<int> &count) { return count ? QString::number(*count) : QStringLiteral("–"); }

}  // namespace

QJsonArray findingsJson(const std::vector<FindingView> &findings, FindingView::Kind kind)
{
    QJsonArray list;
    for (const auto &finding : findings) {
        if (finding.kind == kind) {
            list.append(QJsonObject{{QStringLiteral("device"), finding.device.toHex()},
                                    {QStringLiteral("what"), finding.what},
                                    {QStringLiteral("why"), finding.why}});
        }
    }
    return list;
}

QJsonObject toJson(const DayView &day, const QStringList &typed)
{
    const auto known = [&day](int count) { return day.isKnown ? QJsonValue(count) : QJsonValue(); };
    const auto age = day.knownSince ? QJsonValue(qint64((day.asOf - *day.knownSince).count() / 1000)) : QJsonValue();
    QJsonObject json{
        {QStringLiteral("as_of"), timeJson(day.asOf)},
        {QStringLiteral("age_s"), age},
        {QStringLiteral("headcount"), headcountJson(day)},
        {QStringLiteral("zones"), zonesJson(day, age)},
        {QStringLiteral("signed_in"), known(day.signedIn)},
        {QStringLiteral("expected"), known(day.expected)},
        {QStringLiteral("walk_ins"), known(day.walkIns)},
        {QStringLiteral("vip"),
         QJsonObject{{QStringLiteral("in"), known(day.vipIn)}, {QStringLiteral("expected"), known(day.vipExpected)}}},
        {QStringLiteral("media"), QJsonObject{{QStringLiteral("in"), known(day.mediaIn)},
                                              {QStringLiteral("expected"), known(day.mediaExpected)}}},
        {QStringLiteral("conflicts"), listJson(day.conflicts, &conflictJson)},
        {QStringLiteral("conflicts_open"), openCount(day)},
        {QStringLiteral("alerts"), listJson(day.alerts, &alertJson)},
        {QStringLiteral("in_hand"), listJson(day.inHand, &alertJson)},
        {QStringLiteral("devices"), listJson(day.devices, &deviceJson)},
        {QStringLiteral("candidates"), candidatesJson(day, typed)},
        {QStringLiteral("sessions"), sessionsJson(day)},
        {QStringLiteral("forks"), findingsJson(day.findings, FindingView::Kind::Fork)},
        {QStringLiteral("quarantined"), findingsJson(day.findings, FindingView::Kind::Quarantine)},
        {QStringLiteral("dead_letters"), findingsJson(day.findings, FindingView::Kind::DeadLetter)},
        {QStringLiteral("link"), QJsonObject{{QStringLiteral("hub"), day.link.isHub},
                                             {QStringLiteral("shut_out"), day.link.isShutOut},
                                             {QStringLiteral("cut_off"), day.link.isCutOff},
                                             {QStringLiteral("unsent"), day.link.unsent},
                                             {QStringLiteral("last_heard"), timeJson(day.link.lastHeard)}}}};
    for (const auto &part : {scarceJson(day), postJson(day), incidentsJson(day), modesJson(day), courseJson(day)}) {
        for (auto it = part.constBegin(); it != part.constEnd(); ++it) {
            json.insert(it.key(), it.value());
        }
    }
    return json;
}

QString toWords(const CandidateView &candidate, bool isTyped, const QString &folder)
{
    const auto command = pasteable(
        QStringLiteral("do approve %1%2").arg(candidate.id, isTyped ? QStringLiteral(" --code DIGITS") : QString()),
        folder);
    return QStringLiteral("wants in: %1 (%2), code %3%4: %5")
        .arg(candidate.name, candidate.role, candidate.code,
             isTyped ? QStringLiteral(", typed the address, so check that its screen shows the same six digits")
                     : QString(),
             command);
}

QString toWords(const DayView &day, const QStringList &typed, const QString &folder)
{
    const auto known = [&day](int count) { return figure(day.isKnown ? std::optional(count) : std::nullopt); };
    QStringList lines;
    lines << QStringLiteral("inside %1 · signed in %2 of %3 · walk-ins %4")
                 .arg(figure(day.headcount), known(day.signedIn), known(day.expected), known(day.walkIns));
    QStringList zones;
    for (const auto &zone : day.zones) {
        zones << QStringLiteral("%1 %2%3%4")
                     .arg(zone.code, figure(day.headcount ? std::optional(zone.count) : std::nullopt),
                          zone.firmCapacity ? QStringLiteral("/%1").arg(*zone.firmCapacity) : QString(),
                          zone.isUnsure ? QStringLiteral(" (unsure: %1)").arg(zone.doubt.en) : QString());
    }
    lines << QStringLiteral("zones %1").arg(zones.join(QStringLiteral(" · ")));
    lines << (day.link.isHub       ? QStringLiteral("this device is the hub")
              : day.link.isShutOut ? QStringLiteral("shut out, %1 never sent").arg(day.link.unsent)
              : day.link.isCutOff  ? QStringLiteral("cut off, %1 not sent yet").arg(day.link.unsent)
                                   : QStringLiteral("linked, %1 not sent yet").arg(day.link.unsent));
    lines += modesWords(day);
    lines += scarceWords(day);
    lines += postWords(day);
    lines += incidentWords(day);
    lines += courseWords(day);
    lines << QStringLiteral("open conflicts %1").arg(openCount(day));
    for (const auto &alert : day.alerts) {
        QStringList about;
        if (alert.guest) {
            about << nameOf(*alert.guest);
        }
        for (const auto &where : {alert.station, alert.host}) {
            if (!where.isEmpty()) {
                about << where;
            }
        }
        lines << QStringLiteral("alert %1: %2%3%4")
                     .arg(alert.id, alert.text.en.isEmpty() ? alert.text.zh : alert.text.en,
                          about.isEmpty() ? QString() : QStringLiteral(" · ") + about.join(QStringLiteral(" · ")),
                          (alert.isEscalated ? QStringLiteral(" · nobody has answered") : QString()) +
                              (alert.called.isEmpty()
                                   ? QString()
                                   : QStringLiteral(" · calls ") + alert.called.join(QStringLiteral(", "))));
    }
    for (const auto &alert : day.inHand) {
        lines << QStringLiteral("in hand %1: %2")
                     .arg(alert.id, alert.acknowledgedBy.isEmpty() ? QStringLiteral("somebody") : alert.acknowledgedBy);
    }
    for (const auto &device : day.devices) {
        const auto battery =
            device.batteryPercent ? QStringLiteral(", battery %1 %").arg(*device.batteryPercent) : QString();
        lines << QStringLiteral("device %1 %2 (%3%4) %5%6")
                     .arg(device.number)
                     .arg(device.name, device.role,
                          device.station.isEmpty() ? QString() : QStringLiteral(" at ") + device.station,
                          device.isRevoked   ? QStringLiteral("revoked")
                          : device.isSelf    ? QStringLiteral("this one")
                          : device.isLinked  ? QStringLiteral("linked")
                          : device.isMissing ? QStringLiteral("missing at its station")
                                             : QStringLiteral("not linked"),
                          battery);
    }
    for (const auto &candidate : day.candidates) {
        lines << toWords(candidate, typed.contains(candidate.id), folder);
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace muster::cli
