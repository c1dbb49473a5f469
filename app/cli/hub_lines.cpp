#include "app/cli/hub_lines.h"

#include "app/cli/view_json.h"

namespace muster::cli {

HubLines::HubLines(const Console &console, Node &node, QString folder)
    : m_console(console), m_node(node), m_folder(std::move(folder))
{
    connect(&m_node, &NodePort::enrolUriChanged, this, &HubLines::tellUri);
    connect(&m_node, &NodePort::dayChanged, this, &HubLines::tellDevices);
    connect(&m_node, &NodePort::storageFailed, this, [this](const QString &what) { m_console.note(what); });
}

void HubLines::tellTurn()
{
    const bool isHub = m_node.day().link.isHub;
    const auto before = std::exchange(m_isHub, isHub);
    if (before == isHub) {
        return;
    }
    if (isHub && m_isOpening) {
        m_node.openEnrolment();
    }
    if (!before && isHub) {
        return;  // As it should be; its code for new devices says so.
    }
    const auto what = isHub ? "hub" : before ? "stepped_down" : "standby";
    m_console.line({{QStringLiteral("event"), QLatin1String(what)}},
                   isHub    ? QStringLiteral("this device is the hub now")
                   : before ? QStringLiteral("another device is the hub now: this one goes on as a device of it")
                            : QStringLiteral("another device is the hub; this one is a coordinator beside it"));
}

void HubLines::tellUri()
{
    const auto uri = m_node.enrolUri();
    if (uri == m_uri) {
        return;
    }
    m_uri = uri;
    if (uri.isEmpty()) {
        m_console.line({{QStringLiteral("event"), QStringLiteral("enrolment_closed")}},
                       QStringLiteral("enrolment is closed: ") +
                           pasteable(QStringLiteral("do enrolment open"), m_folder));
    } else {
        const auto addresses = m_node.enrolAddresses();
        m_console.line(
            {{QStringLiteral("enrol"), uri}, {QStringLiteral("addresses"), QJsonArray::fromStringList(addresses)}},
            QStringLiteral("enrol: %1\nor type: %2").arg(uri, addresses.join(QStringLiteral(" or "))));
    }
}

void HubLines::tellDevices()
{
    tellTurn();
    const auto day = m_node.day();
    std::set<DeviceId> now;
    for (const auto &device : day.devices) {
        now.insert(device.id);
        if (m_known && !m_known->contains(device.id)) {
            m_console.line({{QStringLiteral("event"), QStringLiteral("enrolled")},
                            {QStringLiteral("device"), device.id.toHex()},
                            {QStringLiteral("number"), device.number},
                            {QStringLiteral("name"), device.name},
                            {QStringLiteral("role"), device.role},
                            {QStringLiteral("station"), device.station}},
                           QStringLiteral("enrolled: %1 (%2 %3)").arg(device.name, device.role, device.station));
        }
    }
    if (!now.empty()) {
        m_known = std::move(now);
    }
    std::set<QString> waiting;
    for (const auto &candidate : day.candidates) {
        waiting.insert(candidate.id);
        if (!m_waiting.contains(candidate.id)) {
            const bool isTyped = m_node.typedCandidates().contains(candidate.id);
            m_console.line({{QStringLiteral("event"), QStringLiteral("waiting")},
                            {QStringLiteral("candidate"), candidate.id},
                            {QStringLiteral("name"), candidate.name},
                            {QStringLiteral("role"), candidate.role},
                            {QStringLiteral("code"), candidate.code},
                            {QStringLiteral("typed"), isTyped}},
                           toWords(candidate, isTyped, m_folder));
        }
    }
    m_waiting = std::move(waiting);
}

}  // namespace muster::cli
