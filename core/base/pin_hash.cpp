#include "core/base/pin_hash.h"

#include <sodium.h>

namespace muster {

Result<PinHash> hashPin(const QString &pin, const PinSalt &salt)
{
    static_assert(PinSalt::size == crypto_pwhash_SALTBYTES);
    PinHash hash;
    QByteArray digits = pin.toUtf8();
    const int done = crypto_pwhash(hash.bytes.data(), hash.bytes.size(), digits.constData(),
                                   static_cast<unsigned long long>(digits.size()), salt.bytes.data(),
                                   crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                                   crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(digits.data(), std::size_t(digits.size()));
    if (done != 0) {
        return fail(ErrorCode::Storage, QStringLiteral("not enough memory to check a PIN (64 MiB are needed)"));
    }
    return hash;
}

bool isSame(const PinHash &a, const PinHash &b)
{
    return sodium_memcmp(a.bytes.data(), b.bytes.data(), a.bytes.size()) == 0;
}

}  // namespace muster
