// Goal: nobody enrols by guessing, replaying or standing in between, and no hub but the right one learns the token.
// Method: impostor hubs that record what they are told, devices played by hand, addresses that offend.
#include "tests/app/net/enrolment_fixture.h"

using namespace muster;
using namespace muster::net;
using namespace muster::net::test;

namespace {

/// A machine that pretends to be the hub and writes down all that it hears.
struct Impostor {
    Impostor(const QByteArray &certificatePem, const LinkKey &key, const QByteArray &caPem)
    {
        const auto configuration = enrolmentConfiguration({certificatePem, key.privateKeyPem(), caPem}).value();
        acceptor = TlsAcceptor::listen(QHostAddress::LocalHost, 0, configuration).value();
        QObject::connect(acceptor.get(), &TlsAcceptor::accepted, [this](QSslSocket *socket) {
            QObject::connect(socket, &QSslSocket::readyRead, [this, socket] { heard += socket->readAll(); });
            socket->write(encodeFrame(encode(Offer{QByteArray(32, 'c'), QByteArray(32, 'n'), {}})));
        });
    }
    std::unique_ptr<TlsAcceptor> acceptor;
    QByteArray heard;
};

/// A device played by hand: it speaks frames to an enrolment server over an encrypted socket.
struct ByHand {
    explicit ByHand(quint16 port)
    {
        QSslConfiguration configuration;
        configuration.setProtocol(QSsl::TlsV1_3OrLater);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket = connectRaw(configuration, port, QString::fromLatin1(enrolmentName));
    }
    /// The hub's next message, or nothing if it hung up.
    std::optional<EnrolmentMessage> next()
    {
        std::optional<EnrolmentMessage> message;
        eventually([&] {
            while (!message && socket->bytesAvailable() > 0) {
                const auto frame = decoder.feed(socket->read(decoder.wanted())).value();
                if (frame) {
                    message = decode(*frame).value();
                }
            }
            return message || (socket->state() == QAbstractSocket::UnconnectedState && socket->bytesAvailable() == 0);
        });
        return message;
    }
    void say(const EnrolmentMessage &message) { socket->write(encodeFrame(encode(message))); }

    /// A good application to the Offer that came, with @p token.
    Application application(const Offer &offer, const EnrolmentToken &token, Newcomer &device, const AuthorityHash &ca)
    {
        binding = {socket->peerCertificate().toDer(), ca, offer.commitment, offer.challenge};
        Application application;
        application.token = token;
        application.linkKeyDer = device.linkKey.publicKeyDer();
        application.operationsKey = device.operationsKey.publicKey;
        application.nonce = QByteArray(enrolmentNonceBytes, 'd');
        application.role = QStringLiteral("kiosk");
        application.name = QStringLiteral("k");
        prove(application, binding, device.linkKey, device.operationsKey);
        return application;
    }

    std::unique_ptr<QSslSocket> socket;
    FrameDecoder decoder;
    EnrolmentBinding binding;
};

std::optional<EnrolmentFailure> refusalIn(const std::optional<EnrolmentMessage> &message)
{
    const auto *refusal = message ? std::get_if<Refusal>(&*message) : nullptr;
    return refusal != nullptr ? std::optional(refusal->failure) : std::nullopt;
}

}  // namespace

TEST_CASE("a hub with another CA key than the code names is told nothing", "[net][enrolment][hostile]")
{
    Event event(1);
    Event other(2);
    Desk desk(event);
    auto uri = desk.open();
    const auto key = LinkKey::create();
    std::unique_ptr<Impostor> impostor;
    SECTION("with a CA of its own")
    {
        impostor = std::make_unique<Impostor>(other.authority.issueForEnrolment(key.publicKeyDer()).value(), key,
                                              other.authority.certificatePem());
    }
    SECTION("with a certificate of its own that shows our CA beside it")
    {
        impostor = std::make_unique<Impostor>(other.authority.issueForEnrolment(key.publicKeyDer()).value(), key,
                                              event.authority.certificatePem());
    }
    SECTION("a device that is enrolled in this very event")
    {
        const auto id = deviceIdOf(SigningKey::make(event.random).publicKey);
        impostor = std::make_unique<Impostor>(event.authority.issue(key.publicKeyDer(), id).value(), key,
                                              event.authority.certificatePem());
    }
    const auto right = uri.addresses.first();
    uri.addresses = {loopback(impostor->acceptor->serverPort())};
    Newcomer device(1);
    device.client->start(uri);
    REQUIRE(eventually([&] { return device.isAnswered(); }));
    CHECK(device.failure == EnrolmentFailure::WrongHub);
    letPass(50ms);
    CHECK(impostor->heard.isEmpty());

    // Beside the right address it does no harm.
    uri.addresses.append(right);
    Newcomer luckier(2);
    luckier.client->start(uri);
    CHECK(eventually([&] { return desk.candidates.size() == 1; }));
    CHECK(impostor->heard.isEmpty());
}

TEST_CASE("a man in the middle of a typed address shows other codes", "[net][enrolment][hostile]")
{
    Event event(1);
    Event attackers(2);
    Desk desk(event);
    Desk middle(attackers);
    const auto port = desk.open().addresses.first().port;
    const auto middlePort = middle.open().addresses.first().port;
    Newcomer victim(1);
    Newcomer disguise(2);
    victim.client->startTyped(loopback(middlePort));
    disguise.client->startTyped(loopback(port));
    REQUIRE(eventually([&] { return !victim.code.isEmpty() && desk.candidates.size() == 1; }));
    CHECK(victim.code != desk.candidates.first().code);
}

TEST_CASE("a hub that reveals another nonce than it committed to is not believed", "[net][enrolment][hostile]")
{
    Event event;
    const auto key = LinkKey::create();
    const auto pem = event.authority.issueForEnrolment(key.publicKeyDer()).value();
    Impostor cheat(pem, key, event.authority.certificatePem());
    QObject::connect(cheat.acceptor.get(), &TlsAcceptor::accepted, [](QSslSocket *socket) {
        QObject::connect(socket, &QSslSocket::readyRead, [socket] {
            socket->write(encodeFrame(encode(Reveal{QByteArray(enrolmentNonceBytes, 'x')})));
        });
    });
    Newcomer device(1);
    device.client->startTyped(loopback(cheat.acceptor->serverPort()));
    REQUIRE(eventually([&] { return device.isAnswered(); }));
    CHECK(device.failure == EnrolmentFailure::Protocol);
    CHECK(device.code.isEmpty());
    CHECK_FALSE(cheat.heard.isEmpty());  // An impostor does hear what it is told.
}

TEST_CASE("a wrong token is refused, and who goes on guessing is shut out for a while", "[net][enrolment][hostile]")
{
    Event event;
    Desk desk(event);
    const auto right = desk.open();
    auto wrong = right;
    wrong.token = EnrolmentToken::make(event.random);
    for (quint64 i = 0; i < 5; ++i) {
        Newcomer guesser(i + 1);
        guesser.client->start(wrong);
        REQUIRE(eventually([&] { return guesser.isAnswered(); }));
        CHECK(guesser.failure == EnrolmentFailure::WrongToken);
    }
    EnrolmentClientLimits limits;
    limits.reachMax = 500ms;
    Newcomer shutOut(10, limits);
    shutOut.client->start(right);
    REQUIRE(eventually([&] { return shutOut.isAnswered(); }));
    CHECK(shutOut.failure == EnrolmentFailure::Unreachable);
    CHECK(desk.candidates.isEmpty());

    desk.clock.advance(61s);
    Newcomer later(11);
    later.client->start(right);
    CHECK(eventually([&] { return desk.candidates.size() == 1; }));
}

TEST_CASE("a device must hold both keys that it shows, on this very connection", "[net][enrolment][hostile]")
{
    Event event;
    Desk desk(event);
    const auto uri = desk.open();
    Newcomer device(1);
    ByHand hand(uri.addresses.first().port);
    const auto offer = std::get<Offer>(hand.next().value());
    auto application = hand.application(offer, uri.token, device, uri.caHash);
    bool isGood = false;
    SECTION("as it should be") { isGood = true; }
    SECTION("another's link key, the rest signed with its own")
    {
        application.linkKeyDer = LinkKey::create().publicKeyDer();
        prove(application, hand.binding, device.linkKey, device.operationsKey);
    }
    SECTION("another's operations key, the rest signed with its own")
    {
        application.operationsKey = SigningKey::make(event.random).publicKey;
        prove(application, hand.binding, device.linkKey, device.operationsKey);
    }
    SECTION("another role than was signed") { application.role = QStringLiteral("coordinator"); }
    SECTION("an empty proof") { application.linkProof.clear(); }
    SECTION("proofs of another connection")
    {
        ByHand earlier(uri.addresses.first().port);
        const auto earlierOffer = std::get<Offer>(earlier.next().value());
        application = earlier.application(earlierOffer, uri.token, device, uri.caHash);
    }
    hand.say(application);
    const auto answer = hand.next();
    REQUIRE(answer.has_value());
    CHECK(std::holds_alternative<Reveal>(*answer) == isGood);
    CHECK((refusalIn(answer) == EnrolmentFailure::Protocol) == !isGood);
    CHECK(desk.candidates.size() == (isGood ? 1 : 0));
}

TEST_CASE("messages that are wrong, out of turn, too long or missing end the visit", "[net][enrolment][hostile]")
{
    Event event;
    EnrolmentLimits limits;
    limits.visit.applicationMax = 400ms;
    Desk desk(event, limits);
    const auto uri = desk.open();
    Newcomer device(1);
    ByHand hand(uri.addresses.first().port);
    const auto offer = std::get<Offer>(hand.next().value());
    const auto application = hand.application(offer, uri.token, device, uri.caHash);
    SECTION("nothing") {}
    SECTION("half a frame") { hand.socket->write(encodeFrame(encode(application)).chopped(1)); }
    SECTION("a frame that is too long for a stranger")
    {
        hand.socket->write(encodeFrame(QByteArray(applicationFrameMax + 1, 'x')));
    }
    SECTION("garbage")
    {
        hand.socket->write(encodeFrame(QByteArray(300, '\x9f')));
        CHECK(refusalIn(hand.next()) == EnrolmentFailure::Protocol);
    }
    SECTION("thanks before the approval")
    {
        hand.say(Received{});
        CHECK(refusalIn(hand.next()) == EnrolmentFailure::Protocol);
    }
    SECTION("an approval, from the device")
    {
        hand.say(Approval{"a", "b", "c"});
        CHECK(refusalIn(hand.next()) == EnrolmentFailure::Protocol);
    }
    SECTION("a second application while people decide")
    {
        hand.say(application);
        CHECK(std::holds_alternative<Reveal>(hand.next().value()));
        hand.say(application);
        CHECK(refusalIn(hand.next()) == EnrolmentFailure::Protocol);
        CHECK(desk.left.size() == 1);
    }
    CHECK_FALSE(hand.next().has_value());
    CHECK(desk.enrolled.isEmpty());
}

TEST_CASE("candidates and visitors are bounded, and an honest device still gets its turn", "[net][enrolment][hostile]")
{
    Event event;
    EnrolmentLimits limits;
    limits.visitsMax = 8;
    limits.candidatesPerAddressMax = 3;
    Desk desk(event, limits);
    const auto uri = desk.open();
    std::vector<std::unique_ptr<ByHand>> idle;
    for (int i = 0; i < 30; ++i) {
        idle.push_back(std::make_unique<ByHand>(uri.addresses.first().port));
    }
    letPass(300ms);
    std::vector<std::unique_ptr<Newcomer>> devices;
    for (quint64 i = 0; i < 5; ++i) {
        devices.push_back(std::make_unique<Newcomer>(i + 1));
        devices.back()->client->startTyped(uri.addresses.first());
    }
    REQUIRE(eventually([&] { return desk.candidates.size() == 3; }));
    letPass(300ms);
    CHECK(desk.candidates.size() == 3);
    REQUIRE(desk.server.refuse(desk.candidates[0].id, QStringLiteral("no")).has_value());
    CHECK(eventually([&] { return desk.candidates.size() == 4; }));  // One of those that were told "busy" came again.
}
