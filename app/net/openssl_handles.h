#pragma once
#include <QByteArray>

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/// OpenSSL's objects with owners. For this room's .cpp files only.
namespace muster::net::openssl {

template<auto Free>
struct Deleter {
    template<class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;
using Store = std::unique_ptr<X509_STORE, Deleter<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Deleter<X509_STORE_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Deleter<BN_free>>;

inline const unsigned char *data(QByteArrayView bytes) { return reinterpret_cast<const unsigned char *>(bytes.data()); }
inline unsigned char *data(QByteArray &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }

/// A read-only stream over @p bytes, which must outlive it.
inline Bio reader(const QByteArray &bytes) { return Bio(BIO_new_mem_buf(bytes.constData(), int(bytes.size()))); }

/// What was written to a memory stream.
inline QByteArray written(const Bio &bio)
{
    char *start = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &start);
    return QByteArray(start, qsizetype(size));
}

/// The subjectPublicKeyInfo in DER: how a public key is named and hashed everywhere in this room.
inline QByteArray publicKeyDer(EVP_PKEY *key)
{
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    QByteArray bytes(reinterpret_cast<const char *>(der), size > 0 ? size : 0);
    OPENSSL_free(der);
    return bytes;
}

/// A P-256 public key, or nothing: other algorithms, other curves and trailing bytes are refused.
inline Key p256FromDer(const QByteArray &der)
{
    const auto *cursor = data(der);
    Key key(d2i_PUBKEY(nullptr, &cursor, long(der.size())));
    if (!key || cursor != data(der) + der.size() || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_EC) {
        return {};
    }
    char group[32] = {};
    std::size_t length = 0;
    if (EVP_PKEY_get_group_name(key.get(), group, sizeof group, &length) != 1 ||
        QByteArrayView(group, qsizetype(length)) != "prime256v1") {
        return {};
    }
    return key;
}

}  // namespace muster::net::openssl
