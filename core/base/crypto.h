#pragma once
#include "core/base/ids.h"
#include "core/base/result.h"

/// libsodium behind our types. Call initCrypto() once before anything else here.
namespace muster {

using Hash256 = Id<struct Hash256Tag, 32>;
using PublicKey = Id<struct PublicKeyTag, 32>;  ///< Ed25519.
using Signature = Id<struct SignatureTag, 64>;  ///< Ed25519, detached.
using SecretKey = Id<struct SecretKeyTag, 32>;  ///< XChaCha20-Poly1305 key, or the key of a keyed hash.

/// Prepares libsodium; safe to call often and from any thread.
void initCrypto();

/// BLAKE2b-256.
[[nodiscard]] Hash256 hash256(QByteArrayView data);
/// Keyed BLAKE2b-256: without @p key nobody can test guesses of @p data.
[[nodiscard]] Hash256 keyedHash256(QByteArrayView data, const SecretKey &key);

/// An Ed25519 key pair.
struct SigningKey {
    PublicKey publicKey;
    Id<struct SeedTag, 32> seed;

    [[nodiscard]] static SigningKey make(Random &random);
    [[nodiscard]] static SigningKey fromSeed(const Id<struct SeedTag, 32> &seed);
    [[nodiscard]] Signature sign(QByteArrayView message) const;
    /// What somebody sealed to this key's owner with sealTo(). Invalid if it was meant for another, or changed.
    [[nodiscard]] Result<QByteArray> open(QByteArrayView sealed) const;

private:
    std::array<quint8, 64> m_secret{};
};

[[nodiscard]] bool verify(const Signature &signature, QByteArrayView message, const PublicKey &key);

/// The name of the device that owns @p key.
[[nodiscard]] DeviceId deviceIdOf(const PublicKey &key);

/// XChaCha20-Poly1305: nonce (24 bytes, random) + ciphertext + tag (16). @p context is authenticated, not stored.
[[nodiscard]] QByteArray seal(QByteArrayView plain, const SecretKey &key, QByteArrayView context, Random &random);
/// Invalid if the key or the context is another, or a byte was changed.
[[nodiscard]] Result<QByteArray> unseal(QByteArrayView sealed, const SecretKey &key, QByteArrayView context);

/// Sealed so that only the owner of @p key opens it (libsodium's sealed box, to the X25519 key that belongs to an
/// Ed25519 one). Who sealed it is not proved. Invalid if @p key is no point of the curve.
[[nodiscard]] Result<QByteArray> sealTo(QByteArrayView plain, const PublicKey &key, Random &random);

/// A key from a passphrase (Argon2id, libsodium's "moderate" limits: about 0.7 s and 256 MiB). @p salt is 16 bytes.
[[nodiscard]] Result<SecretKey> keyFromPassphrase(const QString &passphrase, QByteArrayView salt);

}  // namespace muster
