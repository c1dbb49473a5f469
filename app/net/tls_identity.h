#pragma once
#include "core/base/ids.h"
#include "core/base/result.h"

#include <QSslCertificate>
#include <QSslConfiguration>

namespace muster::net {

/// What a device shows at the other end of a link, all PEM.
struct TlsIdentity {
    QByteArray certificatePem;  ///< Of this device, issued by the event's CA.
    QByteArray privateKeyPem;   ///< LinkKey::privateKeyPem.
    QByteArray caPem;           ///< The event's CA: the only one that is believed.
};

/// Mutual TLS 1.3 for device links: the event's CA alone, both ends verified, no session tickets.
/// Invalid if a PEM cannot be read or the key does not belong to the certificate.
[[nodiscard]] Result<QSslConfiguration> linkConfiguration(const TlsIdentity &identity);

/// For the enrolment server: TLS 1.3, shows its certificate and the CA's, asks for none.
[[nodiscard]] Result<QSslConfiguration> enrolmentConfiguration(const TlsIdentity &identity);

/// The device that a verified certificate names. Refused if it names something else.
[[nodiscard]] Result<DeviceId> deviceIn(const QSslCertificate &certificate);

}  // namespace muster::net
