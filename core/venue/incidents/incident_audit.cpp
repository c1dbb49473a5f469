// Acts about incidents, in the words of the day.
#include "core/venue/day/audit_readers.h"
#include "core/venue/incidents/incidents.h"

namespace muster::audit {
namespace {

QString textOf(const QCborMap &body, const char *name) { return body.value(QLatin1String(name)).toString(); }

/// The incident by its opening; whoever has the tables says its number.
void setIncident(const QCborMap &body, AuditView &entry)
{
    entry.subject = QString::fromLatin1(body.value(QLatin1String("incident")).toByteArray().toHex());
    entry.station = textOf(body, "station");
    entry.reason = textOf(body, "text");
}

void readOpened(const QCborMap &body, AuditView &entry)
{
    QStringList types;
    for (const auto &type : body.value(QLatin1String("types")).toArray()) {
        types << type.toString();
    }
    entry.act = QStringLiteral("incident");
    entry.detail = QStringLiteral("%1 %2").arg(textOf(body, "number"), types.join(QLatin1Char(','))).trimmed();
    entry.station = textOf(body, "station");
    entry.reason = textOf(body, "text");
    const auto happened = body.value(QLatin1String("happened_s"));
    if (happened.isInteger()) {
        entry.happenedAt = fromMsecs(std::clamp<qint64>(happened.toInteger(), 0, happenedMaxS) * 1'000);
    }
}

void readChanged(const QCborMap &body, AuditView &entry)
{
    setIncident(body, entry);
    entry.act = QStringLiteral("incident_change");
    const auto state = body.value(QLatin1String("state"));
    if (state.isInteger()) {
        const auto bounded = std::clamp<qint64>(state.toInteger(), 0, qint64(incidents::State::Closed));
        entry.act = QStringLiteral("incident_") + incidents::toString(incidents::State(bounded));
    }
}

}  // namespace

std::map<QString, Reader> incidentReaders()
{
    using incidents::Step;
    std::map<QString, Reader> readers{{incidents::openedKind(), &readOpened},
                                      {incidents::kindOf(Step::Changed), &readChanged}};
    readers[incidents::struckKind()] = [](const QCborMap &body, AuditView &entry) {
        setIncident(body, entry);
        entry.act = QStringLiteral("incident_strike");
    };
    readers[incidents::kindOf(Step::Noted)] = [](const QCborMap &body, AuditView &entry) {
        setIncident(body, entry);
        entry.act = QStringLiteral("incident_note");
    };
    readers[incidents::kindOf(Step::Assigned)] = [](const QCborMap &body, AuditView &entry) {
        setIncident(body, entry);
        entry.act = QStringLiteral("incident_assign");
        entry.detail = textOf(body, "staff");
    };
    readers[incidents::kindOf(Step::Linked)] = [](const QCborMap &body, AuditView &entry) {
        setIncident(body, entry);
        entry.act = QStringLiteral("incident_link");
    };
    readers[incidents::kindOf(Step::Checked)] = [](const QCborMap &body, AuditView &entry) {
        setIncident(body, entry);
        entry.act = QStringLiteral("incident_check");
        entry.detail = textOf(body, "item");
    };
    readers[incidents::kindOf(Step::Pictured)] = [](const QCborMap &body, AuditView &entry) {
        setIncident(body, entry);
        entry.act = QStringLiteral("incident_picture");
    };
    readers[incidents::kindOf(Step::Watched)] = [](const QCborMap &body, AuditView &entry) {
        setIncident(body, entry);
        entry.act = QStringLiteral("incident_watch");
        entry.detail = textOf(body, "post");
    };
    readers[incidents::kindOf(Step::Returned)] = [](const QCborMap &body, AuditView &entry) {
        setIncident(body, entry);
        entry.act = QStringLiteral("incident_return");
    };
    return readers;
}

}  // namespace muster::audit
