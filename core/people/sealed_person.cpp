#include "core/people/sealed_person.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamWriter>
#include <QCborValue>

#include <algorithm>

namespace muster::people {
namespace {

constexpr QByteArrayView displayPart = "display";
constexpr QByteArrayView contactPart = "contact";
constexpr QByteArrayView answersPart = "answers";
constexpr qint64 formatVersion = 1;
constexpr char grantsFormat = 1;
constexpr qsizetype grantSize = GuestId::size + 1 + SecretKey::size;
constexpr qsizetype sealOverhead = 24 + 16;  // Nonce and tag.

SecretKey partKey(const SecretKey &root, QByteArrayView part) { return SecretKey{keyedHash256(part, root).bytes}; }

/// Binds sealed bytes to their place: a name cannot be moved to another guest, nor a contact shown as a name.
QByteArray contextOf(const GuestId &guest, QByteArrayView part) { return guest.toBytes() + part.toByteArray(); }

void write(QCborStreamWriter &writer, const QMap<QString, QString> &map)
{
    writer.startMap(quint64(map.size()));
    for (auto it = map.begin(); it != map.end(); ++it) {
        writer.append(it.key());
        writer.append(it.value());
    }
    writer.endMap();
}

QByteArray encodeDisplay(const Person &person)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(3);
    writer.append(formatVersion);
    writer.append(person.name);
    writer.append(person.latinName);
    writer.endArray();
    return bytes;
}

QByteArray encodeContact(const Person &person)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(5);
    writer.append(formatVersion);
    writer.append(person.phone);
    writer.append(person.company);
    writer.append(person.notes);
    write(writer, person.extra);
    writer.endArray();
    return bytes;
}

QByteArray encodeAnswers(const QMap<QString, QString> &answers)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(2);
    writer.append(formatVersion);
    write(writer, answers);
    writer.endArray();
    return bytes;
}

/// An array [1, text, …] of @p length elements; unset if it is anything else.
std::optional<QCborArray> arrayOf(QByteArrayView bytes, qsizetype length)
{
    QCborParserError error;
    const auto value = QCborValue::fromCbor(bytes.toByteArray(), &error);
    if (error.error != QCborError::NoError || !value.isArray()) {
        return std::nullopt;
    }
    const QCborArray array = value.toArray();
    return array.size() == length && array.at(0) == QCborValue(formatVersion) ? std::optional(array) : std::nullopt;
}

QMap<QString, QString> mapOf(const QCborValue &value)
{
    QMap<QString, QString> map;
    for (const auto &[key, text] : value.toMap()) {
        map.insert(key.toString(), text.toString());
    }
    return map;
}

tl::unexpected<Error> malformed()
{
    return fail(ErrorCode::Invalid,
                QStringLiteral("sealed personal data is malformed: update this device, or import the guest again"));
}

/// Fields are read loosely; that the result encodes to the same bytes proves that nothing was odd about them.
Status decodeDisplay(QByteArrayView bytes, Person &person)
{
    const auto array = arrayOf(bytes, 3);
    if (!array) {
        return malformed();
    }
    person.name = array->at(1).toString();
    person.latinName = array->at(2).toString();
    return encodeDisplay(person) == bytes ? Status() : malformed();
}

Status decodeContact(QByteArrayView bytes, Person &person)
{
    const auto array = arrayOf(bytes, 5);
    if (!array) {
        return malformed();
    }
    person.phone = array->at(1).toString();
    person.company = array->at(2).toString();
    person.notes = array->at(3).toString();
    person.extra = mapOf(array->at(4));
    return encodeContact(person) == bytes && person.extra.size() <= mapEntriesMax ? Status() : malformed();
}

Result<QByteArray> sealPart(const QByteArray &plain, qsizetype bytesMax, const KeyGrant &grant, QByteArrayView part,
                            Random &random)
{
    if (grant.level != KeyLevel::Full) {
        return fail(ErrorCode::Invalid, QStringLiteral("this device holds no key that may write personal data"));
    }
    if (plain.size() > bytesMax) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("a guest's %1 data has %2 bytes, at most %3 are kept: shorten it")
                        .arg(QString::fromLatin1(part))
                        .arg(plain.size())
                        .arg(bytesMax));
    }
    return seal(plain, partKey(grant.key, part), contextOf(grant.guest, part), random);
}

Status checkEntries(const QMap<QString, QString> &map)
{
    if (map.size() > mapEntriesMax) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("a guest has %1 further columns or answers, at most %2 are kept: remove some")
                        .arg(map.size())
                        .arg(mapEntriesMax));
    }
    return {};
}

Result<QByteArray> unsealPart(QByteArrayView sealed, qsizetype bytesMax, const KeyGrant &grant, QByteArrayView part)
{
    if (sealed.size() > bytesMax + sealOverhead) {
        return malformed();
    }
    const bool isPartKey = grant.level == KeyLevel::Display;
    return unseal(sealed, isPartKey ? grant.key : partKey(grant.key, part), contextOf(grant.guest, part));
}

Result<Person> unsealWith(const SealedPerson &sealed, const KeyGrant &grant)
{
    Person person;
    if (!sealed.display.isEmpty()) {
        const auto plain = unsealPart(sealed.display, displayBytesMax, grant, displayPart);
        if (!plain) {
            return fail(plain);
        }
        if (const auto read = decodeDisplay(*plain, person); !read) {
            return fail(read);
        }
    }
    if (grant.level == KeyLevel::Full && !sealed.contact.isEmpty()) {
        const auto plain = unsealPart(sealed.contact, contactBytesMax, grant, contactPart);
        if (!plain) {
            return fail(plain);
        }
        if (const auto read = decodeContact(*plain, person); !read) {
            return fail(read);
        }
    }
    return person;
}

tl::unexpected<Error> noKey()
{
    return fail(ErrorCode::NotFound, QStringLiteral("the key of this guest is not on this device"));
}

}  // namespace

KeyGrant makeGrant(const GuestId &guest, Random &random) { return {guest, KeyLevel::Full, SecretKey::make(random)}; }

KeyGrant displayGrantOf(const KeyGrant &grant)
{
    return grant.level == KeyLevel::Display ? grant
                                            : KeyGrant{grant.guest, KeyLevel::Display, partKey(grant.key, displayPart)};
}

Result<SealedPerson> sealPerson(const Person &person, const KeyGrant &grant, Random &random)
{
    if (const auto few = checkEntries(person.extra); !few) {
        return fail(few);
    }
    auto display = sealPart(encodeDisplay(person), displayBytesMax, grant, displayPart, random);
    if (!display) {
        return fail(display);
    }
    auto contact = sealPart(encodeContact(person), contactBytesMax, grant, contactPart, random);
    if (!contact) {
        return fail(contact);
    }
    return SealedPerson{std::move(*display), std::move(*contact)};
}

Result<Person> unsealPerson(const SealedPerson &sealed, std::span<const KeyGrant> grants)
{
    Result<Person> best = noKey();
    for (const KeyGrant &grant : grants) {
        auto person = unsealWith(sealed, grant);
        if (person && grant.level == KeyLevel::Full) {
            return person;
        }
        if (person || !best) {
            best = std::move(person);
        }
    }
    return best;
}

Result<QByteArray> sealAnswers(const QMap<QString, QString> &answers, const KeyGrant &grant, Random &random)
{
    if (const auto few = checkEntries(answers); !few) {
        return fail(few);
    }
    return sealPart(encodeAnswers(answers), answersBytesMax, grant, answersPart, random);
}

Result<QMap<QString, QString>> unsealAnswers(QByteArrayView sealed, std::span<const KeyGrant> grants)
{
    Result<QMap<QString, QString>> outcome = noKey();
    for (const KeyGrant &grant : grants) {
        if (grant.level != KeyLevel::Full) {
            continue;
        }
        const auto plain = unsealPart(sealed, answersBytesMax, grant, answersPart);
        if (!plain) {
            outcome = fail(plain);
            continue;
        }
        const auto array = arrayOf(*plain, 2);
        auto answers = array ? mapOf(array->at(1)) : QMap<QString, QString>();
        if (!array || answers.size() > mapEntriesMax || encodeAnswers(answers) != *plain) {
            return malformed();
        }
        return answers;
    }
    return outcome;
}

QByteArray encodeGrants(std::span<const KeyGrant> grants)
{
    Q_ASSERT(grants.size() <= std::size_t(grantsPerMessageMax));
    QByteArray bytes(1, grantsFormat);
    bytes.reserve(1 + qsizetype(grants.size()) * grantSize);
    for (const KeyGrant &grant : grants) {
        bytes += grant.guest.toBytes();
        bytes += char(grant.level);
        bytes += grant.key.toBytes();
    }
    return bytes;
}

Result<std::vector<KeyGrant>> decodeGrants(QByteArrayView bytes)
{
    if (bytes.isEmpty() || bytes.front() != grantsFormat || (bytes.size() - 1) % grantSize != 0 ||
        (bytes.size() - 1) / grantSize > grantsPerMessageMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("a list of keys is malformed: update the device that sent it"));
    }
    std::vector<KeyGrant> grants;
    grants.reserve(std::size_t(bytes.size() / grantSize));
    for (auto rest = bytes.sliced(1); !rest.isEmpty(); rest = rest.sliced(grantSize)) {
        const auto level = quint8(rest[GuestId::size]);
        const auto guest = GuestId::fromBytes(rest.first(GuestId::size));
        const auto key = SecretKey::fromBytes(rest.sliced(GuestId::size + 1, SecretKey::size));
        if (level > quint8(KeyLevel::Full) || guest->isNull() || key->isNull()) {
            return fail(ErrorCode::Invalid, QStringLiteral("a list of keys holds one that no device makes"));
        }
        grants.push_back({*guest, KeyLevel(level), *key});
    }
    return grants;
}

}  // namespace muster::people
