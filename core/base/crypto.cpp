#include "core/base/crypto.h"

#include <sodium.h>

namespace muster {
namespace {

const quint8 *data(QByteArrayView view) { return reinterpret_cast<const quint8 *>(view.data()); }
quint8 *data(QByteArray &bytes) { return reinterpret_cast<quint8 *>(bytes.data()); }
unsigned long long length(QByteArrayView view) { return static_cast<unsigned long long>(view.size()); }

constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

}  // namespace

void initCrypto()
{
    static const int ready = sodium_init();
    if (ready < 0) {
        qFatal("libsodium could not be initialised");
    }
}

Hash256 hash256(QByteArrayView message)
{
    Hash256 hash;
    crypto_generichash(hash.bytes.data(), hash.bytes.size(), data(message), length(message), nullptr, 0);
    return hash;
}

Hash256 keyedHash256(QByteArrayView message, const SecretKey &key)
{
    Hash256 hash;
    crypto_generichash(hash.bytes.data(), hash.bytes.size(), data(message), length(message), key.bytes.data(),
                       key.bytes.size());
    return hash;
}

SigningKey SigningKey::make(Random &random)
{
    const auto seed = Id<struct SeedTag, 32>::make(random);
    return fromSeed(seed);
}

SigningKey SigningKey::fromSeed(const Id<struct SeedTag, 32> &seed)
{
    SigningKey key;
    key.seed = seed;
    crypto_sign_seed_keypair(key.publicKey.bytes.data(), key.m_secret.data(), seed.bytes.data());
    return key;
}

Signature SigningKey::sign(QByteArrayView message) const
{
    Signature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, data(message), length(message), m_secret.data());
    return signature;
}

Result<QByteArray> SigningKey::open(QByteArrayView sealed) const
{
    std::array<quint8, crypto_scalarmult_curve25519_BYTES> boxPublic{};
    std::array<quint8, crypto_scalarmult_curve25519_BYTES> boxSecret{};
    QByteArray plain(std::max<qsizetype>(sealed.size() - qsizetype(crypto_box_SEALBYTES), 0), Qt::Uninitialized);
    const bool isOpened =
        sealed.size() >= qsizetype(crypto_box_SEALBYTES) &&
        crypto_sign_ed25519_pk_to_curve25519(boxPublic.data(), publicKey.bytes.data()) == 0 &&
        crypto_sign_ed25519_sk_to_curve25519(boxSecret.data(), m_secret.data()) == 0 &&
        crypto_box_seal_open(data(plain), data(sealed), length(sealed), boxPublic.data(), boxSecret.data()) == 0;
    sodium_memzero(boxSecret.data(), boxSecret.size());
    if (!isOpened) {
        return fail(ErrorCode::Invalid, QStringLiteral("this was not sealed to this device"));
    }
    return plain;
}

bool verify(const Signature &signature, QByteArrayView message, const PublicKey &key)
{
    return crypto_sign_verify_detached(signature.bytes.data(), data(message), length(message), key.bytes.data()) == 0;
}

DeviceId deviceIdOf(const PublicKey &key)
{
    const auto hash = hash256(key.toBytes());
    DeviceId id;
    std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

QByteArray seal(QByteArrayView plain, const SecretKey &key, QByteArrayView context, Random &random)
{
    QByteArray sealed(nonceSize + plain.size() + tagSize, Qt::Uninitialized);
    random.fill({data(sealed), std::size_t(nonceSize)});
    crypto_aead_xchacha20poly1305_ietf_encrypt(data(sealed) + nonceSize, nullptr, data(plain), length(plain),
                                               data(context), length(context), nullptr, data(sealed), key.bytes.data());
    return sealed;
}

Result<QByteArray> unseal(QByteArrayView sealed, const SecretKey &key, QByteArrayView context)
{
    if (sealed.size() < nonceSize + tagSize) {
        return fail(ErrorCode::Invalid, QStringLiteral("sealed data is too short"));
    }
    QByteArray plain(sealed.size() - nonceSize - tagSize, Qt::Uninitialized);
    const auto cipher = sealed.sliced(nonceSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(data(plain), nullptr, nullptr, data(cipher), length(cipher),
                                                   data(context), length(context), data(sealed),
                                                   key.bytes.data()) != 0) {
        return fail(ErrorCode::Invalid, QStringLiteral("sealed data does not open with this key"));
    }
    return plain;
}

Result<QByteArray> sealTo(QByteArrayView plain, const PublicKey &key, Random &random)
{
    std::array<quint8, crypto_box_PUBLICKEYBYTES> theirs{};
    if (crypto_sign_ed25519_pk_to_curve25519(theirs.data(), key.bytes.data()) != 0) {
        return fail(ErrorCode::Invalid, QStringLiteral("not a device's key"));
    }
    // crypto_box_seal() step by step: its own would take chance from elsewhere than from @p random.
    std::array<quint8, crypto_box_SEEDBYTES> seed{};
    std::array<quint8, crypto_box_PUBLICKEYBYTES> oncePublic{};
    std::array<quint8, crypto_box_SECRETKEYBYTES> onceSecret{};
    std::array<quint8, crypto_box_NONCEBYTES> nonce{};
    random.fill(seed);
    crypto_box_seed_keypair(oncePublic.data(), onceSecret.data(), seed.data());
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, nonce.size());
    crypto_generichash_update(&state, oncePublic.data(), oncePublic.size());
    crypto_generichash_update(&state, theirs.data(), theirs.size());
    crypto_generichash_final(&state, nonce.data(), nonce.size());
    QByteArray sealed(qsizetype(crypto_box_SEALBYTES) + plain.size(), Qt::Uninitialized);
    std::copy(oncePublic.begin(), oncePublic.end(), data(sealed));
    const int boxed = crypto_box_easy(data(sealed) + oncePublic.size(), data(plain), length(plain), nonce.data(),
                                      theirs.data(), onceSecret.data());
    sodium_memzero(onceSecret.data(), onceSecret.size());
    sodium_memzero(seed.data(), seed.size());
    if (boxed != 0) {
        return fail(ErrorCode::Invalid, QStringLiteral("not a device's key"));
    }
    return sealed;
}

Result<SecretKey> keyFromPassphrase(const QString &passphrase, QByteArrayView salt)
{
    if (salt.size() != crypto_pwhash_SALTBYTES) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("a passphrase's salt has %1 bytes").arg(crypto_pwhash_SALTBYTES));
    }
    SecretKey key;
    const QByteArray words = passphrase.toUtf8();
    if (crypto_pwhash(key.bytes.data(), key.bytes.size(), words.constData(), length(words), data(salt),
                      crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE,
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return fail(ErrorCode::Storage, QStringLiteral("not enough memory to derive a key (256 MiB are needed)"));
    }
    return key;
}

}  // namespace muster
