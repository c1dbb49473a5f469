#pragma once
#include "app/net/enrolment_client.h"
#include "app/net/enrolment_server.h"
#include "tests/app/net/net_fixture.h"
#include "tests/support/fake_clock.h"

namespace muster::net::test {

/// A coordinator with its enrolment window open on loopback; it approves only when told.
struct Desk {
    explicit Desk(Event &deskEvent, const EnrolmentLimits &limits = {})
        : event(deskEvent), server(deskEvent.authority, QStringLiteral("认筹开盘日"), clock, deskEvent.random, limits)
    {
        window.listenAddress = QHostAddress::LocalHost;
        window.advertised = {QStringLiteral("127.0.0.1")};
        QObject::connect(&server, &EnrolmentServer::candidateArrived, [this](const Candidate &candidate) {
            candidates.append(candidate);
            if (approvesAll) {
                REQUIRE(server.approve(candidate.id, "bundle").has_value());
            }
        });
        QObject::connect(&server, &EnrolmentServer::candidateLeft, [this](quint64 id) { left.append(id); });
        QObject::connect(&server, &EnrolmentServer::enrolled, [this](const DeviceId &id) { enrolled.append(id); });
    }
    EnrolmentUri open()
    {
        REQUIRE(server.open(window).has_value());
        return uri();
    }
    [[nodiscard]] EnrolmentUri uri() const { return EnrolmentUri::parse(server.uri()).value(); }

    Event &event;
    muster::test::FakeClock clock;
    EnrolmentServer server;
    EnrolmentWindow window;
    bool approvesAll = false;
    QList<Candidate> candidates;
    QList<quint64> left;
    QList<DeviceId> enrolled;
};

/// A device that wants in, and what it was told.
struct Newcomer {
    explicit Newcomer(quint64 seed, const EnrolmentClientLimits &clientLimits = {}) : random(seed), limits(clientLimits)
    {
        renew();
    }
    /// The same keys, another attempt.
    void renew()
    {
        const Applicant applicant{linkKey, operationsKey, QStringLiteral("kiosk"), QStringLiteral("自助机 3"),
                                  QStringLiteral("gate-2")};
        client = std::make_unique<EnrolmentClient>(applicant, random, limits);
        QObject::connect(client.get(), &EnrolmentClient::waiting, [this](const QString &text) { code = text; });
        QObject::connect(client.get(), &EnrolmentClient::enrolled, [this](const EnrolmentResult &r) { result = r; });
        QObject::connect(client.get(), &EnrolmentClient::failed, [this](EnrolmentFailure why, const QString &text) {
            CHECK_FALSE(failure.has_value());
            failure = why;
            words = text;
        });
    }
    [[nodiscard]] bool isAnswered() const { return result.has_value() || failure.has_value(); }

    SeededRandom random;
    EnrolmentClientLimits limits;
    LinkKey linkKey = LinkKey::create();
    SigningKey operationsKey = SigningKey::make(random);
    std::unique_ptr<EnrolmentClient> client;
    QString code;
    std::optional<EnrolmentResult> result;
    std::optional<EnrolmentFailure> failure;
    QString words;
};

}  // namespace muster::net::test
