#include "app/net/certificate_authority.h"

#include "app/net/openssl_handles.h"
#include "core/base/crypto.h"

#include <QCryptographicHash>

#include <openssl/pem.h>

namespace muster::net {
namespace {

constexpr qsizetype pemMax = 4096;
constexpr const char *caName = "Muster event CA";

void orDie(bool ok, const char *what)
{
    if (!ok) {
        qFatal("OpenSSL could not %s", what);
    }
}

openssl::Certificate certificateFromDer(const QByteArray &der)
{
    const auto *cursor = openssl::data(der);
    return openssl::Certificate(d2i_X509(nullptr, &cursor, long(der.size())));
}

openssl::Certificate certificateFromPem(const QByteArray &pem)
{
    const auto bio = openssl::reader(pem);
    return openssl::Certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

QByteArray toPem(X509 *certificate)
{
    const openssl::Bio bio(BIO_new(BIO_s_mem()));
    orDie(PEM_write_bio_X509(bio.get(), certificate) == 1, "write a certificate");
    return openssl::written(bio);
}

void setSerial(X509 *certificate, QByteArray serial)
{
    serial[0] = char((serial[0] & 0x3f) | 0x40);  // Positive and of constant length, as RFC 5280 asks.
    const openssl::Number number(BN_bin2bn(openssl::data(serial), int(serial.size()), nullptr));
    orDie(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)), "set a serial number");
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const openssl::Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    orDie(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "add an extension");
}

void setCommonName(X509_NAME *name, const char *text)
{
    orDie(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(text), -1, -1,
                                     0) == 1,
          "set a name");
}

/// A certificate with everything but extensions and signature.
openssl::Certificate draft(EVP_PKEY *key, const char *name, const QByteArray &serial)
{
    openssl::Certificate certificate(X509_new());
    orDie(certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1, "make a certificate");
    setSerial(certificate.get(), serial);
    orDie(ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate.get()), "19700101000000Z") == 1 &&
              ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate.get()), "99991231235959Z") == 1,
          "set the validity");
    orDie(X509_set_pubkey(certificate.get(), key) == 1, "set a public key");
    setCommonName(X509_get_subject_name(certificate.get()), name);
    return certificate;
}

AuthorityHash hashOfKey(EVP_PKEY *key)
{
    const auto hash = QCryptographicHash::hash(openssl::publicKeyDer(key), QCryptographicHash::Sha256);
    return *AuthorityHash::fromBytes(hash);
}

}  // namespace

CertificateAuthority CertificateAuthority::create(Random &random)
{
    const auto key = LinkKey::create();
    const auto certificate = draft(key.m_key.get(), caName, Id<struct SerialTag, 16>::make(random).toBytes());
    orDie(X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get())) == 1, "set the issuer");
    auto *raw = certificate.get();
    addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    addExtension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(raw, raw, NID_subject_key_identifier, "hash");
    orDie(X509_sign(raw, key.m_key.get(), EVP_sha256()) > 0, "sign a certificate");
    return CertificateAuthority(key, toPem(raw));
}

Result<CertificateAuthority> CertificateAuthority::fromPem(const QByteArray &certificatePem,
                                                           const QByteArray &privateKeyPem)
{
    auto key = LinkKey::fromPem(privateKeyPem);
    if (!key) {
        return fail(key);
    }
    if (certificatePem.size() > pemMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("the CA certificate is longer than 4 KiB"));
    }
    const auto certificate = certificateFromPem(certificatePem);
    if (!certificate || X509_check_ca(certificate.get()) != 1) {
        return fail(ErrorCode::Invalid, QStringLiteral("not a CA certificate in PEM form"));
    }
    if (X509_check_private_key(certificate.get(), key->m_key.get()) != 1) {
        return fail(ErrorCode::Invalid, QStringLiteral("the CA certificate and the CA key do not belong together"));
    }
    return CertificateAuthority(std::move(*key), certificatePem);
}

Result<QByteArray> CertificateAuthority::issue(const QByteArray &linkPublicKeyDer, const DeviceId &device) const
{
    return issueNamed(linkPublicKeyDer, device.toHex().toLatin1());
}

Result<QByteArray> CertificateAuthority::issueForEnrolment(const QByteArray &linkPublicKeyDer) const
{
    return issueNamed(linkPublicKeyDer, enrolmentName);
}

Result<QByteArray> CertificateAuthority::issueNamed(const QByteArray &linkPublicKeyDer, const QByteArray &name) const
{
    const auto subjectKey = openssl::p256FromDer(linkPublicKeyDer);
    if (!subjectKey) {
        return fail(ErrorCode::Invalid, QStringLiteral("not a P-256 public key"));
    }
    const auto issuer = certificateFromPem(m_certificatePem);
    const auto serial = hash256(linkPublicKeyDer + name).toBytes().first(16);
    const auto certificate = draft(subjectKey.get(), name.constData(), serial);
    auto *raw = certificate.get();
    orDie(X509_set_issuer_name(raw, X509_get_subject_name(issuer.get())) == 1, "set the issuer");
    addExtension(raw, issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(raw, issuer.get(), NID_key_usage, "critical,digitalSignature");
    addExtension(raw, issuer.get(), NID_ext_key_usage, "serverAuth,clientAuth");
    addExtension(raw, issuer.get(), NID_subject_key_identifier, "hash");
    addExtension(raw, issuer.get(), NID_authority_key_identifier, "keyid:always");
    addExtension(raw, issuer.get(), NID_subject_alt_name, QByteArray("DNS:" + name).constData());
    orDie(X509_sign(raw, m_key.m_key.get(), EVP_sha256()) > 0, "sign a certificate");
    return toPem(raw);
}

AuthorityHash CertificateAuthority::caHash() const { return hashOfKey(m_key.m_key.get()); }

Result<AuthorityHash> authorityHashOf(const QByteArray &caDer)
{
    const auto certificate = certificateFromDer(caDer);
    auto *key = certificate ? X509_get0_pubkey(certificate.get()) : nullptr;
    if (key == nullptr) {
        return fail(ErrorCode::Invalid, QStringLiteral("not a certificate"));
    }
    return hashOfKey(key);
}

Status verifyIssued(const QByteArray &leafDer, const QByteArray &caDer, const QString &name, PeerRole role)
{
    const auto leaf = certificateFromDer(leafDer);
    const auto ca = certificateFromDer(caDer);
    if (!leaf || !ca) {
        return fail(ErrorCode::Refused, QStringLiteral("not a certificate"));
    }
    const openssl::Store store(X509_STORE_new());
    const openssl::StoreContext context(X509_STORE_CTX_new());
    orDie(X509_STORE_add_cert(store.get(), ca.get()) == 1 &&
              X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), nullptr) == 1,
          "prepare a verification");
    auto *parameters = X509_STORE_CTX_get0_param(context.get());
    const auto host = name.toLatin1();
    orDie(X509_VERIFY_PARAM_set_purpose(parameters, role == PeerRole::Server ? X509_PURPOSE_SSL_SERVER
                                                                             : X509_PURPOSE_SSL_CLIENT) == 1 &&
              X509_VERIFY_PARAM_set1_host(parameters, host.constData(), std::size_t(host.size())) == 1,
          "prepare a verification");
    X509_VERIFY_PARAM_set_depth(parameters, 0);  // No intermediates between the leaf and the CA.
    if (X509_verify_cert(context.get()) != 1) {
        const auto error = X509_STORE_CTX_get_error(context.get());
        return fail(ErrorCode::Refused, QString::fromLatin1(X509_verify_cert_error_string(error)));
    }
    return {};
}

}  // namespace muster::net
