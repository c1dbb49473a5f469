// Goal: nobody reads more of a guest than their key allows, and no foreign bytes are taken for a person or a key.
// Method: seal with a seeded generator; open with every kind of key, in another place, changed; mutate key lists.
#include "tests/people/people_fixture.h"

using namespace muster;
using namespace muster::people;
using muster::test::guest;

namespace {

const Person sample{QStringLiteral("王小明"),      QStringLiteral("Wang Xiaoming"),
                    QStringLiteral("13812345678"), QStringLiteral("万科地产"),
                    QStringLiteral("带母亲"),      {{QStringLiteral("车牌"), QStringLiteral("粤B12345")}}};

std::vector<KeyGrant> one(const KeyGrant &grant) { return {grant}; }

}  // namespace

TEST_CASE("a full key opens everything, a display key the names only", "[people][sealed]")
{
    test::SeededRandom random(1);
    const KeyGrant full = makeGrant(guest(1), random);
    const KeyGrant display = displayGrantOf(full);
    const auto sealed = sealPerson(sample, full, random);
    REQUIRE(sealed);
    CHECK(unsealPerson(*sealed, one(full)).value() == sample);
    CHECK(unsealPerson(*sealed, one(display)).value() == Person{sample.name, sample.latinName, {}, {}, {}, {}});
    CHECK(display.key != full.key);
    CHECK(displayGrantOf(display) == display);

    SECTION("a display key, called full, still opens no contact")
    {
        CHECK_FALSE(unsealPerson({{}, sealed->contact}, one({guest(1), KeyLevel::Full, display.key})));
        CHECK_FALSE(unseal(sealed->contact, display.key, guest(1).toBytes() + "contact"));
    }
    SECTION("a display key seals nothing")
    {
        CHECK(sealPerson(sample, display, random).error().code == ErrorCode::Invalid);
        CHECK(sealAnswers({}, display, random).error().code == ErrorCode::Invalid);
    }
    SECTION("sealed parts show neither name nor phone")
    {
        CHECK_FALSE(sealed->display.contains(sample.name.toUtf8()));
        CHECK_FALSE(sealed->contact.contains(sample.phone.toUtf8()));
    }
}

TEST_CASE("a sealed part opens only where it belongs", "[people][sealed]")
{
    test::SeededRandom random(2);
    const KeyGrant full = makeGrant(guest(1), random);
    const auto sealed = sealPerson(sample, full, random).value();
    CHECK(unsealPerson(sealed, {}).error().code == ErrorCode::NotFound);
    CHECK_FALSE(unsealPerson(sealed, one({guest(2), KeyLevel::Full, full.key})));  // Another guest.
    CHECK_FALSE(unsealPerson({sealed.contact, sealed.display}, one(full)));        // Swapped.
    CHECK_FALSE(unsealPerson(sealed, one(makeGrant(guest(1), random))));           // Another key.
    const std::vector<KeyGrant> two{makeGrant(guest(1), random), full};
    CHECK(unsealPerson(sealed, two).value() == sample);  // Imported twice while cut off: the right key is among them.
    for (qsizetype i = 0; i < sealed.display.size(); ++i) {
        auto changed = sealed;
        changed.display[i] = char(changed.display[i] ^ 1);
        CHECK_FALSE(unsealPerson(changed, one(full)));
    }
}

TEST_CASE("well sealed but malformed data is refused", "[people][sealed]")
{
    test::SeededRandom random(3);
    const KeyGrant full = makeGrant(guest(1), random);
    const KeyGrant display = displayGrantOf(full);
    const auto opens = [&](const QByteArray &plain) {
        const auto part = seal(plain, display.key, guest(1).toBytes() + "display", random);
        return unsealPerson({part, {}}, one(display)).has_value();
    };
    CHECK(opens(QByteArray::fromHex("8301616161"
                                    "62")) == true);  // [1, "a", "b"]
    CHECK_FALSE(opens(QByteArray()));
    CHECK_FALSE(opens(QByteArray::fromHex("8302616161"
                                          "62")));  // Another format.
    CHECK_FALSE(opens(QByteArray::fromHex("820161"
                                          "61")));  // Too few.
    CHECK_FALSE(opens(QByteArray::fromHex("83016161"
                                          "01")));  // A number for a text.
    CHECK_FALSE(opens(QByteArray::fromHex("8301616161"
                                          "6200")));  // Something after it.
    CHECK_FALSE(opens(QByteArray::fromHex("83017801"
                                          "616162")));  // Not the shortest form.
    CHECK_FALSE(opens(QByteArray::fromHex("9f01616161"
                                          "62ff")));  // Open-ended.
    CHECK_FALSE(opens(QByteArray::fromHex("83016161"
                                          "7fffffff")));
}

TEST_CASE("what is too long to seal is refused with its limit", "[people][sealed]")
{
    test::SeededRandom random(4);
    const KeyGrant full = makeGrant(guest(1), random);
    Person person;
    person.name = QString(displayBytesMax - 6, u'a');
    CHECK(sealPerson(person, full, random));
    person.name = QString(displayBytesMax, u'a');
    const auto failed = sealPerson(person, full, random);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::Invalid);
    CHECK(failed.error().detail.contains(QString::number(displayBytesMax)));
    person = {};
    person.notes = QString(contactBytesMax, u'a');
    CHECK_FALSE(sealPerson(person, full, random));
    person = {};
    for (int i = 0; i <= mapEntriesMax; ++i) {
        person.extra.insert(QString::number(i), {});
    }
    CHECK_FALSE(sealPerson(person, full, random));
    CHECK_FALSE(sealAnswers(person.extra, full, random));
    CHECK_FALSE(sealAnswers({{QStringLiteral("a"), QString(answersBytesMax, u'a')}}, full, random));
}

TEST_CASE("answers open with a full key only", "[people][sealed]")
{
    test::SeededRandom random(5);
    const KeyGrant full = makeGrant(guest(1), random);
    const QMap<QString, QString> answers{{QStringLiteral("source"), QStringLiteral("报纸;网络")}};
    const auto sealed = sealAnswers(answers, full, random);
    REQUIRE(sealed);
    CHECK(unsealAnswers(*sealed, one(full)).value() == answers);
    CHECK(unsealAnswers(*sealed, one(displayGrantOf(full))).error().code == ErrorCode::NotFound);
    CHECK(unsealAnswers(*sealed, one(makeGrant(guest(1), random))).error().code == ErrorCode::Invalid);
}

TEST_CASE("keys travel whole or not at all", "[people][sealed]")
{
    test::SeededRandom random(6);
    std::vector<KeyGrant> grants;
    for (quint32 i = 0; i < quint32(grantsPerMessageMax); ++i) {
        grants.push_back(makeGrant(guest(i), random));
        if (i % 2 == 0) {
            grants.back() = displayGrantOf(grants.back());
        }
    }
    const QByteArray bytes = encodeGrants(grants);
    CHECK(bytes.size() < 64 * 1024);
    CHECK(decodeGrants(bytes).value() == grants);
    CHECK(decodeGrants(encodeGrants({})).value().empty());
    CHECK_FALSE(decodeGrants(bytes + bytes.sliced(1, 49)));  // One too many.
    CHECK_FALSE(decodeGrants(QByteArray()));

    const QByteArray few = encodeGrants(std::span(grants).first(3));
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray mutated = few;
        for (quint64 i = 0; i <= random.below(3); ++i) {
            const auto at = qsizetype(random.below(quint64(mutated.size())));
            switch (random.below(3)) {
            case 0: mutated[at] = char(random.step()); break;
            case 1: mutated.remove(at, qsizetype(random.below(60))); break;
            default: mutated.insert(at, qsizetype(random.below(60)), char(random.step())); break;
            }
            if (mutated.isEmpty()) {
                break;
            }
        }
        const auto decoded = decodeGrants(mutated);
        refused += decoded ? 0 : 1;
        if (decoded) {
            CHECK(encodeGrants(*decoded) == mutated);
        }
    }
    CHECK(refused > 10'000);
}
