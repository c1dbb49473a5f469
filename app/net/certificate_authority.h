#pragma once
#include "app/net/link_key.h"
#include "core/base/ids.h"
#include "core/base/result.h"

namespace muster::net {

/// SHA-256 of the CA's public key (subjectPublicKeyInfo, DER): how a device that knows nothing else knows the event.
using AuthorityHash = Id<struct AuthorityHashTag, 32>;

/// The event's own certificate authority: whoever holds it decides which devices exist.
///
/// Certificates are X.509 v3, P-256, ECDSA with SHA-256, valid from 1970 to 9999: a device with a wrong clock must
/// not be locked out, so the life of a device is enrolment and revocation and never a date. Each names one subject
/// (common name and DNS alternative name), is no CA, and serves for both ends of TLS.
class CertificateAuthority {
public:
    /// A new CA. The key comes from OpenSSL's generator; only the serial number comes from @p random.
    [[nodiscard]] static CertificateAuthority create(Random &random);
    /// Invalid if either PEM is not a CA of this kind, or they do not belong together.
    [[nodiscard]] static Result<CertificateAuthority> fromPem(const QByteArray &certificatePem,
                                                              const QByteArray &privateKeyPem);

    /// PEM of a certificate that binds @p linkPublicKeyDer (LinkKey::publicKeyDer) to @p device.
    /// Invalid if the key is not P-256. Issuing again for the same key and device gives the same serial number.
    [[nodiscard]] Result<QByteArray> issue(const QByteArray &linkPublicKeyDer, const DeviceId &device) const;
    /// The same for the one service that is no device: enrolment. Its name cannot be mistaken for a device's.
    [[nodiscard]] Result<QByteArray> issueForEnrolment(const QByteArray &linkPublicKeyDer) const;

    [[nodiscard]] QByteArray certificatePem() const { return m_certificatePem; }
    /// Not encrypted: whoever stores it seals it.
    [[nodiscard]] QByteArray privateKeyPem() const { return m_key.privateKeyPem(); }
    [[nodiscard]] AuthorityHash caHash() const;

private:
    CertificateAuthority(LinkKey key, QByteArray pem) : m_key(std::move(key)), m_certificatePem(std::move(pem)) {}
    [[nodiscard]] Result<QByteArray> issueNamed(const QByteArray &linkPublicKeyDer, const QByteArray &name) const;

    LinkKey m_key;
    QByteArray m_certificatePem;
};

/// The name in the certificate of an enrolment server.
inline constexpr const char *enrolmentName = "enrolment";

/// The AuthorityHash of a CA certificate in DER. Invalid if it is no certificate.
[[nodiscard]] Result<AuthorityHash> authorityHashOf(const QByteArray &caDer);

enum class PeerRole { Server, Client };

/// Whether @p caDer itself signed @p leafDer for @p name in that role, and is a CA at all. Nothing of the system's
/// trust is asked. Refused with the verifier's words otherwise.
[[nodiscard]] Status verifyIssued(const QByteArray &leafDer, const QByteArray &caDer, const QString &name,
                                  PeerRole role);

}  // namespace muster::net
