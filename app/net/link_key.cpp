#include "app/net/link_key.h"

#include "app/net/openssl_handles.h"

#include <openssl/ec.h>
#include <openssl/pem.h>

namespace muster::net {
namespace {

constexpr qsizetype pemMax = 4096;

/// An encrypted key must fail, not ask for a passphrase on the terminal.
int noPassphrase(char *, int, int, void *) { return -1; }

}  // namespace

LinkKey LinkKey::create()
{
    std::shared_ptr<EVP_PKEY> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    if (!key) {
        qFatal("OpenSSL could not make a P-256 key");
    }
    return LinkKey(std::move(key));
}

Result<LinkKey> LinkKey::fromPem(const QByteArray &pem)
{
    if (pem.size() > pemMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("the private key is longer than 4 KiB"));
    }
    const auto bio = openssl::reader(pem);
    std::shared_ptr<EVP_PKEY> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr), EVP_PKEY_free);
    if (!key || !openssl::p256FromDer(openssl::publicKeyDer(key.get()))) {
        return fail(ErrorCode::Invalid, QStringLiteral("not an unencrypted P-256 private key in PEM form"));
    }
    return LinkKey(std::move(key));
}

QByteArray LinkKey::privateKeyPem() const
{
    const openssl::Bio bio(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        qFatal("OpenSSL could not write a private key");
    }
    return openssl::written(bio);
}

QByteArray LinkKey::publicKeyDer() const { return openssl::publicKeyDer(m_key.get()); }

QByteArray LinkKey::sign(const QByteArray &message) const
{
    const openssl::DigestContext context(EVP_MD_CTX_new());
    QByteArray signature(EVP_PKEY_get_size(m_key.get()), Qt::Uninitialized);
    auto size = std::size_t(signature.size());
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), openssl::data(signature), &size, openssl::data(message),
                       std::size_t(message.size())) != 1) {
        qFatal("OpenSSL could not sign");
    }
    signature.truncate(qsizetype(size));
    return signature;
}

bool verifyLinkSignature(const QByteArray &signature, const QByteArray &message, const QByteArray &publicKeyDer)
{
    const auto key = openssl::p256FromDer(publicKeyDer);
    if (!key) {
        return false;
    }
    const openssl::DigestContext context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), openssl::data(signature), std::size_t(signature.size()),
                            openssl::data(message), std::size_t(message.size())) == 1;
}

}  // namespace muster::net
