// Goal: the event's CA names devices in a way that TLS verifies on any device, whatever its clock, and nobody forges.
// Method: issue, change one thing at a time, verify with OpenSSL at the ends of time.
#include "app/net/certificate_authority.h"
#include "app/net/tls_identity.h"
#include "tests/app/net/net_fixture.h"

#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace muster;
using namespace muster::net;
using namespace muster::net::test;

namespace {

QByteArray derOf(const QByteArray &pem) { return QSslCertificate(pem, QSsl::Pem).toDer(); }

X509 *x509(const QByteArray &pem)
{
    auto *bio = BIO_new_mem_buf(pem.constData(), int(pem.size()));
    auto *certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    return certificate;
}

/// Whether the chain holds for a device whose clock shows @p now.
bool holdsAt(const QByteArray &leafPem, const QByteArray &caPem, time_t now)
{
    auto *leaf = x509(leafPem);
    auto *ca = x509(caPem);
    auto *store = X509_STORE_new();
    X509_STORE_add_cert(store, ca);
    auto *context = X509_STORE_CTX_new();
    X509_STORE_CTX_init(context, store, leaf, nullptr);
    X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context), now);
    X509_VERIFY_PARAM_set_flags(X509_STORE_CTX_get0_param(context), X509_V_FLAG_X509_STRICT);
    const bool holds = X509_verify_cert(context) == 1;
    X509_STORE_CTX_free(context);
    X509_STORE_free(store);
    X509_free(ca);
    X509_free(leaf);
    return holds;
}

}  // namespace

TEST_CASE("a certificate holds on a device whose clock shows 1970 or 9998", "[net][certificates]")
{
    Event event;
    const auto device = event.member();
    const auto ca = event.authority.certificatePem();
    for (const time_t now : {time_t(0), time_t(1'700'000'000), time_t(253'340'000'000)}) {
        CHECK(holdsAt(device.identity.certificatePem, ca, now));
    }
}

TEST_CASE("a certificate stands for one name, one CA and both ends of TLS", "[net][certificates]")
{
    Event event(1);
    Event other(2);
    const auto device = event.member();
    const auto leaf = derOf(device.identity.certificatePem);
    const auto ca = derOf(event.authority.certificatePem());

    CHECK(verifyIssued(leaf, ca, device.id.toHex(), PeerRole::Server));
    CHECK(verifyIssued(leaf, ca, device.id.toHex(), PeerRole::Client));
    CHECK_FALSE(verifyIssued(leaf, ca, event.member().id.toHex(), PeerRole::Server).has_value());
    CHECK_FALSE(
        verifyIssued(leaf, derOf(other.authority.certificatePem()), device.id.toHex(), PeerRole::Server).has_value());
    CHECK_FALSE(verifyIssued(ca, leaf, device.id.toHex(), PeerRole::Server).has_value());
    CHECK_FALSE(verifyIssued("", ca, device.id.toHex(), PeerRole::Server).has_value());
    CHECK(deviceIn(QSslCertificate(device.identity.certificatePem)).value() == device.id);
    CHECK_FALSE(deviceIn(QSslCertificate(event.authority.certificatePem())).has_value());
}

TEST_CASE("a device cannot issue certificates for others", "[net][certificates]")
{
    Event event;
    const auto device = event.member();
    const auto forger = CertificateAuthority::fromPem(device.identity.certificatePem, device.identity.privateKeyPem);
    REQUIRE_FALSE(forger);
    CHECK(forger.error().code == ErrorCode::Invalid);
}

TEST_CASE("an enrolment server's certificate is no device's", "[net][certificates]")
{
    Event event;
    const auto pem = event.authority.issueForEnrolment(LinkKey::create().publicKeyDer()).value();
    CHECK_FALSE(deviceIn(QSslCertificate(pem)).has_value());
    const auto ca = derOf(event.authority.certificatePem());
    CHECK(verifyIssued(derOf(pem), ca, QString::fromLatin1(enrolmentName), PeerRole::Server));
}

TEST_CASE("a CA read back from its PEM is the same CA", "[net][certificates]")
{
    Event event;
    const auto &authority = event.authority;
    const auto again = CertificateAuthority::fromPem(authority.certificatePem(), authority.privateKeyPem());
    REQUIRE(again);
    CHECK(again->caHash() == authority.caHash());
    CHECK(authorityHashOf(derOf(authority.certificatePem())).value() == authority.caHash());
    const auto key = LinkKey::create();
    const auto id = event.member().id;
    const auto issued = again->issue(key.publicKeyDer(), id).value();
    CHECK(verifyIssued(derOf(issued), derOf(authority.certificatePem()), id.toHex(), PeerRole::Client));

    CHECK_FALSE(CertificateAuthority::fromPem(authority.certificatePem(), key.privateKeyPem()).has_value());
    CHECK_FALSE(CertificateAuthority::fromPem("", authority.privateKeyPem()).has_value());
    CHECK_FALSE(CertificateAuthority::fromPem(QByteArray(5000, 'x'), authority.privateKeyPem()).has_value());
    CHECK_FALSE(LinkKey::fromPem(QByteArray(5000, 'x')).has_value());
    CHECK_FALSE(authorityHashOf("nonsense").has_value());
}

TEST_CASE("only P-256 keys get a certificate", "[net][certificates]")
{
    Event event;
    const auto id = event.member().id;
    const auto key = LinkKey::create().publicKeyDer();
    REQUIRE(event.authority.issue(key, id).has_value());
    CHECK_FALSE(event.authority.issue(key + '\0', id).has_value());
    CHECK_FALSE(event.authority.issue(key.chopped(1), id).has_value());
    CHECK_FALSE(event.authority.issue("", id).has_value());

    auto *p384 = EVP_EC_gen("P-384");
    unsigned char *der = nullptr;
    const auto size = i2d_PUBKEY(p384, &der);
    CHECK_FALSE(event.authority.issue(QByteArray(reinterpret_cast<char *>(der), size), id).has_value());
    OPENSSL_free(der);
    EVP_PKEY_free(p384);
}

TEST_CASE("a link key's signature stands for its message and key alone", "[net][certificates]")
{
    const auto key = LinkKey::create();
    const auto signature = key.sign("hello");
    CHECK(verifyLinkSignature(signature, "hello", key.publicKeyDer()));
    CHECK_FALSE(verifyLinkSignature(signature, "hallo", key.publicKeyDer()));
    CHECK_FALSE(verifyLinkSignature(signature, "hello", LinkKey::create().publicKeyDer()));
    CHECK_FALSE(verifyLinkSignature("", "hello", key.publicKeyDer()));
    CHECK(LinkKey::fromPem(key.privateKeyPem()).value().publicKeyDer() == key.publicKeyDer());
}

TEST_CASE("a key and a certificate that do not belong together are refused before any connection",
          "[net][certificates]")
{
    Event event;
    auto mixed = event.member().identity;
    mixed.privateKeyPem = LinkKey::create().privateKeyPem();
    CHECK_FALSE(linkConfiguration(mixed).has_value());
    auto empty = event.member().identity;
    empty.caPem.clear();
    CHECK_FALSE(linkConfiguration(empty).has_value());
    CHECK(linkConfiguration(event.member().identity).has_value());
}
