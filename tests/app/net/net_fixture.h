#pragma once
#include "app/net/certificate_authority.h"
#include "app/net/endpoint.h"
#include "app/net/frame_link.h"
#include "app/net/tls_acceptor.h"
#include "app/net/tls_identity.h"
#include "core/base/crypto.h"
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QSslSocket>
#include <QTimer>

#include <functional>

namespace muster::net::test {

using muster::test::SeededRandom;
using namespace std::chrono_literals;

/// Runs the event loop until @p isTrue or @p patience is over; says which.
inline bool eventually(const std::function<bool()> &isTrue, std::chrono::milliseconds patience = 5s)
{
    QElapsedTimer watch;
    watch.start();
    QEventLoop loop;
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        if (isTrue() || watch.elapsed() > patience.count()) {
            loop.quit();
        }
    });
    if (!isTrue()) {
        tick.start(1);
        loop.exec();
    }
    return isTrue();
}

/// Lets the event loop run, for things that must not happen.
inline void letPass(std::chrono::milliseconds time)
{
    eventually([] { return false; }, time);
}

/// Resident memory of this process in bytes.
inline qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4096 : 0;
}

inline qsizetype openFiles()
{
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
}

struct Member {
    DeviceId id;
    TlsIdentity identity;
};

/// An event with its CA, and devices that it enrolled.
struct Event {
    explicit Event(quint64 seed = 1) : random(seed), authority(CertificateAuthority::create(random)) {}

    Member member()
    {
        const auto id = deviceIdOf(SigningKey::make(random).publicKey);
        const auto key = LinkKey::create();
        return {id, {authority.issue(key.publicKeyDer(), id).value(), key.privateKeyPem(), authority.certificatePem()}};
    }

    SeededRandom random;
    CertificateAuthority authority;
};

inline Endpoint loopback(quint16 port) { return {QStringLiteral("127.0.0.1"), port}; }

/// A socket that a test plays by hand, as the TLS client of @p configuration.
inline std::unique_ptr<QSslSocket> connectRaw(const QSslConfiguration &configuration, quint16 port, const QString &name)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(configuration);
    socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port, name);
    return socket;
}

/// Two ends of one encrypted connection in this process.
struct LinkPair {
    explicit LinkPair(const FrameLimits &limits = {})
    {
        const auto hub = event.member();
        const auto device = event.member();
        acceptor = TlsAcceptor::listen(QHostAddress::LocalHost, 0, linkConfiguration(hub.identity).value()).value();
        QObject::connect(acceptor.get(), &TlsAcceptor::accepted, [&](QSslSocket *socket) {
            here = std::make_unique<FrameLink>(std::unique_ptr<QSslSocket>(socket),
                                               deviceIn(socket->peerCertificate()).value(), limits);
        });
        raw = connectRaw(linkConfiguration(device.identity).value(), acceptor->serverPort(), hub.id.toHex());
        REQUIRE(eventually([&] { return here != nullptr && raw->isEncrypted(); }));
        CHECK(here->peerId() == device.id);
        QObject::connect(here.get(), &FrameLink::frameReceived,
                         [&](const QByteArray &payload) { got.append(payload); });
        QObject::connect(here.get(), &FrameLink::closed, [&](const QString &why) { reasons.append(why); });
    }

    /// Makes the far end a link as well.
    void wrapRaw(const FrameLimits &limits = {})
    {
        there = std::make_unique<FrameLink>(std::move(raw), DeviceId{}, limits);
    }

    Event event;
    std::unique_ptr<TlsAcceptor> acceptor;
    std::unique_ptr<FrameLink> here;
    std::unique_ptr<FrameLink> there;
    std::unique_ptr<QSslSocket> raw;  ///< The far end, played by hand.
    QList<QByteArray> got;            ///< Here.
    QStringList reasons;
};

}  // namespace muster::net::test
