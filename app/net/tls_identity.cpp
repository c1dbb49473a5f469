#include "app/net/tls_identity.h"

#include "app/net/link_key.h"

#include <QSslKey>

namespace muster::net {
namespace {

Result<QSslConfiguration> baseConfiguration(const TlsIdentity &identity, QSslCertificate &ca)
{
    const QSslCertificate certificate(identity.certificatePem, QSsl::Pem);
    ca = QSslCertificate(identity.caPem, QSsl::Pem);
    const auto linkKey = LinkKey::fromPem(identity.privateKeyPem);
    if (!linkKey) {
        return fail(linkKey);
    }
    const QSslKey key(identity.privateKeyPem, QSsl::Ec, QSsl::Pem, QSsl::PrivateKey);
    if (certificate.isNull() || ca.isNull() || key.isNull()) {
        return fail(ErrorCode::Invalid, QStringLiteral("the device's certificate, its key or the CA cannot be read; "
                                                       "enrol this device again"));
    }
    if (certificate.publicKey().toDer() != linkKey->publicKeyDer()) {
        return fail(ErrorCode::Invalid, QStringLiteral("the device's key does not belong to its certificate; "
                                                       "enrol this device again"));
    }
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    // No resumed sessions: every link shows its certificate anew.
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    return configuration;
}

}  // namespace

Result<QSslConfiguration> linkConfiguration(const TlsIdentity &identity)
{
    QSslCertificate ca;
    auto configuration = baseConfiguration(identity, ca);
    if (configuration) {
        configuration->setCaCertificates({ca});
        configuration->setPeerVerifyMode(QSslSocket::VerifyPeer);
    }
    return configuration;
}

Result<QSslConfiguration> enrolmentConfiguration(const TlsIdentity &identity)
{
    QSslCertificate ca;
    auto configuration = baseConfiguration(identity, ca);
    if (configuration) {
        configuration->setLocalCertificateChain({configuration->localCertificate(), ca});
        configuration->setCaCertificates({});
        configuration->setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    return configuration;
}

Result<DeviceId> deviceIn(const QSslCertificate &certificate)
{
    const auto names = certificate.subjectInfo(QSslCertificate::CommonName);
    const auto device = names.size() == 1 ? DeviceId::fromHex(names.first()) : std::nullopt;
    // fromHex skips what is no digit: only the one spelling that we issue counts.
    if (!device || device->isNull() || device->toHex() != names.first()) {
        return fail(ErrorCode::Refused, QStringLiteral("the certificate names no device"));
    }
    return *device;
}

}  // namespace muster::net
