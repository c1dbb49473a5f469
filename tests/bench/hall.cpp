#include "tests/bench/hall.h"

#include "core/venue/devices/devices.h"
#include "tests/bench/crowd.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace muster::bench {

EventSetup samplePlan()
{
    EventSetup setup;
    setup.name = {QStringLiteral("认筹开盘日"), QStringLiteral("Opening day")};
    setup.timeZone = QStringLiteral("Asia/Shanghai");
    setup.day = QStringLiteral("2026-11-28");
    for (const auto *code : {"A", "B", "C"}) {
        Zone zone;
        zone.code = QLatin1String(code);
        setup.zones.push_back(zone);
    }
    for (const auto *code : {"buyer", "vip", "media"}) {
        TicketClass kind;
        kind.code = QLatin1String(code);
        kind.zone = QLatin1String(kind.code == QLatin1String("vip") ? "B" : "A");
        setup.classes.push_back(kind);
    }
    setup.sessions.push_back({QStringLiteral("day"), {}, true});
    return setup;
}

std::vector<GuestEntry> sampleGuests(int count)
{
    const QStringList classes{QStringLiteral("buyer"), QStringLiteral("buyer"), QStringLiteral("vip"),
                              QStringLiteral("media")};
    Crowd crowd;
    std::vector<GuestEntry> list;
    list.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        auto person = crowd.person();
        GuestEntry guest;
        guest.key = QStringLiteral("G%1").arg(i);
        guest.codes = {QStringLiteral("C-%1").arg(i)};
        guest.name = std::move(person.name);
        guest.phone = std::move(person.phone);
        guest.company = std::move(person.company);
        guest.classCode = classes[i % 4];
        list.push_back(std::move(guest));
    }
    return list;
}

void letEvents(std::chrono::milliseconds atMost)
{
    QTimer wake;
    wake.setTimerType(Qt::PreciseTimer);
    wake.setSingleShot(true);
    wake.start(atMost);
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

bool waitFor(const std::function<bool()> &condition, std::chrono::milliseconds limit)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > limit.count()) {
            return false;
        }
        letEvents(std::chrono::milliseconds(5));
    }
    return true;
}

void on(Node &node, const std::function<void(LocalDevice &)> &work)
{
    bool isDone = false;
    node.call(work, [&isDone] { isDone = true; });
    if (!waitFor([&isDone] { return isDone; }, std::chrono::minutes(5))) {
        qFatal("a node of the benchmark does not answer");
    }
}

Hall::Hall(QString folder, const std::vector<GuestEntry> &guests, int deviceCount) : m_folder(std::move(folder))
{
    must(makeEvent(folderOf(0), samplePlan(), guests, [this](const DeviceId &hub) { return newAuthority(hub); }));
    m_trust = must(DataFolder(folderOf(0)).membership()).trust;
    enrol(deviceCount);
}

Result<NewAuthority> Hall::newAuthority(const DeviceId &hub)
{
    m_authority = net::CertificateAuthority::create(m_random);
    const auto key = net::LinkKey::create();
    const auto certificate = m_authority->issue(key.publicKeyDer(), hub);
    if (!certificate) {
        return fail(certificate);
    }
    return NewAuthority{m_authority->certificatePem(), m_authority->privateKeyPem(), key.privateKeyPem(), *certificate};
}

void Hall::enrol(int deviceCount)
{
    const auto hub = must(DataFolder(folderOf(0)).hubKeys());
    std::vector<Draft> enrolments;
    for (int i = 1; i < deviceCount; ++i) {
        const auto link = net::LinkKey::create();
        DeviceKeys keys{SigningKey::make(m_random), link.privateKeyPem(), {}};
        const auto id = deviceIdOf(keys.operations.publicKey);
        keys.certificatePem = must(m_authority->issue(link.publicKeyDer(), id));
        Membership membership;
        membership.trust = m_trust;
        membership.credential = {keys.operations.publicKey,
                                 hub.event.sign(Credential::message(m_trust.event, keys.operations.publicKey))};
        membership.number = i;
        membership.name = QStringLiteral("device %1").arg(i);
        membership.role = QStringLiteral("kiosk");
        membership.station = QStringLiteral("gate-%1").arg(i);
        const DataFolder folder(folderOf(i));
        must(folder.prepare());
        must(folder.store(keys));
        must(folder.store(membership));
        enrolments.push_back(devices::enrolled({id, i, membership.name, membership.role, membership.station, false, 1},
                                               m_trust.event, hub.event));
    }
    const auto local = must(LocalDevice::open(folderOf(0)));
    must(local->device().append([&](State &, const EventSetup &) { return enrolments; }));
    local->device().flush();
}

DeviceId Hall::idOf(int device) const
{
    return deviceIdOf(must(DataFolder(folderOf(device)).deviceKeys()).operations.publicKey);
}

net::TlsIdentity Hall::identityOf(int device) const
{
    const auto keys = must(DataFolder(folderOf(device)).deviceKeys());
    return {keys.certificatePem, keys.linkKeyPem, m_trust.caPem};
}

Journal::Options Hall::journalOptions(int device, const QString &file) const
{
    const DataFolder folder(folderOf(device));
    return {file,
            {},
            m_trust.event,
            m_trust.eventKey,
            must(folder.deviceKeys()).operations,
            must(folder.membership()).credential};
}

std::unique_ptr<Node> Hall::startHub()
{
    Node::Options options;
    options.dataFolder = folderOf(0);
    options.role = QStringLiteral("coordinator");
    options.listenAddress = QHostAddress(QHostAddress::LocalHost);
    options.listenPort = m_port;
    auto hub = must(Node::open(options));
    if (!waitFor([&] { return hub->port() != 0; }, std::chrono::seconds(10))) {
        qFatal("the hub of the benchmark does not listen");
    }
    m_port = hub->port();
    return hub;
}

std::unique_ptr<Node> Hall::start(int device) const
{
    // Where the hub is, as enrolment would have said.
    const DataFolder folder(folderOf(device));
    auto membership = must(folder.membership());
    const auto hub = must(DataFolder(folderOf(0)).hubKeys());
    membership.trust.epoch =
        EpochRecord::make(Epoch{1}, idOf(0), {QStringLiteral("127.0.0.1:%1").arg(m_port)}, m_trust.event, hub.event);
    must(folder.store(membership));
    Node::Options options;
    options.dataFolder = folderOf(device);
    options.role = QStringLiteral("kiosk");
    return must(Node::open(options));
}

}  // namespace muster::bench
