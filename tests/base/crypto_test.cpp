// Goal: sealed data opens only with its key and context; a signature stands for its bytes alone.
// Method: change one thing at a time.
#include "core/base/crypto.h"
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"

using namespace muster;

TEST_CASE("sealed data opens only unchanged, with its key and in its context", "[crypto]")
{
    test::SeededRandom random(1);
    const auto key = SecretKey::make(random);
    const QByteArray plain = QStringLiteral("王小明").toUtf8();
    const auto sealed = seal(plain, key, "guest 1", random);

    CHECK(unseal(sealed, key, "guest 1").value() == plain);
    CHECK_FALSE(unseal(sealed, SecretKey::make(random), "guest 1").has_value());
    CHECK_FALSE(unseal(sealed, key, "guest 2").has_value());
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = char(changed[i] ^ 1);
        CHECK_FALSE(unseal(changed, key, "guest 1").has_value());
        CHECK_FALSE(unseal(QByteArrayView(sealed).first(i), key, "guest 1").has_value());
    }
}

TEST_CASE("a signature verifies for its message and key only", "[crypto]")
{
    test::SeededRandom random(2);
    const auto key = SigningKey::make(random);
    const auto signature = key.sign("hello");
    CHECK(verify(signature, "hello", key.publicKey));
    CHECK_FALSE(verify(signature, "hallo", key.publicKey));
    CHECK_FALSE(verify(signature, "hello", SigningKey::make(random).publicKey));
    CHECK(SigningKey::fromSeed(key.seed).sign("hello") == signature);
}

TEST_CASE("a passphrase gives the same key with the same salt only", "[crypto]")
{
    const QByteArray salt(16, 'a');
    const auto key = keyFromPassphrase(QStringLiteral("correct horse"), salt);
    REQUIRE(key);
    CHECK(*keyFromPassphrase(QStringLiteral("correct horse"), salt) == *key);
    CHECK_FALSE(*keyFromPassphrase(QStringLiteral("correct horse"), QByteArray(16, 'b')) == *key);
    CHECK_FALSE(keyFromPassphrase(QStringLiteral("correct horse"), "short").has_value());
}

TEST_CASE("what is sealed to a device opens there and nowhere else", "[crypto]")
{
    initCrypto();
    test::SeededRandom random(7);
    const auto owner = SigningKey::make(random);
    const auto other = SigningKey::make(random);
    const auto sealed = sealTo("keys of the event", owner.publicKey, random);
    REQUIRE(sealed);
    CHECK(owner.open(*sealed).value() == "keys of the event");
    CHECK_FALSE(other.open(*sealed));
    for (const auto &damaged : {sealed->left(sealed->size() - 1), QByteArray(*sealed + 'x'), QByteArray()}) {
        CHECK_FALSE(owner.open(damaged));
    }
    PublicKey none;
    CHECK_FALSE(sealTo("keys", none, random));
}
