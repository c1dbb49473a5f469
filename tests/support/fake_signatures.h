#pragma once
#include "core/journal/journal.h"

#include <algorithm>

namespace muster::test {

/// Signatures that cost nothing: a keyed hash that everybody can make. Wrong ones are still told from right ones.
class FakeSignatures final : public Signatures {
public:
    [[nodiscard]] Signature sign(const SigningKey &key, QByteArrayView message) const override
    {
        return made(key.publicKey, message);
    }
    [[nodiscard]] bool verify(const Signature &signature, QByteArrayView message, const PublicKey &key) const override
    {
        return signature == made(key, message);
    }

private:
    static Signature made(const PublicKey &key, QByteArrayView message)
    {
        const auto hash = keyedHash256(message, SecretKey{key.bytes});
        Signature signature;
        std::ranges::copy(hash.bytes, signature.bytes.begin());
        return signature;
    }
};

}  // namespace muster::test
