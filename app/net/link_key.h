#pragma once
#include "core/base/result.h"

#include <QByteArray>

#include <memory>

struct evp_pkey_st;  // OpenSSL's EVP_PKEY.

namespace muster::net {

/// A device's P-256 key for TLS. (Ed25519 signs operations; Qt 6.4 cannot load it for TLS.)
///
/// Made by OpenSSL's own generator, never by a seeded one: a link key that could be replayed could be guessed.
/// Cheap to copy; copies share the key.
class LinkKey {
public:
    [[nodiscard]] static LinkKey create();
    /// Invalid if @p pem is no unencrypted P-256 private key in PKCS#8 or SEC1 form, or longer than 4 KiB.
    [[nodiscard]] static Result<LinkKey> fromPem(const QByteArray &pem);

    /// PKCS#8, not encrypted: whoever stores it seals it.
    [[nodiscard]] QByteArray privateKeyPem() const;
    /// subjectPublicKeyInfo in DER, 91 bytes.
    [[nodiscard]] QByteArray publicKeyDer() const;
    /// ECDSA with SHA-256, DER (70 to 72 bytes).
    [[nodiscard]] QByteArray sign(const QByteArray &message) const;

private:
    friend class CertificateAuthority;
    explicit LinkKey(std::shared_ptr<evp_pkey_st> key) : m_key(std::move(key)) {}
    std::shared_ptr<evp_pkey_st> m_key;
};

/// Whether @p signature (of LinkKey::sign) over @p message was made by the private half of @p publicKeyDer.
/// False for anything that is not a P-256 key.
[[nodiscard]] bool verifyLinkSignature(const QByteArray &signature, const QByteArray &message,
                                       const QByteArray &publicKeyDer);

}  // namespace muster::net
