#pragma once
#include "core/base/crypto.h"

#include <QMap>

#include <span>
#include <vector>

/// Personal data as it travels: sealed under a key of the guest's own that is no part of the log. Who destroys the key
/// has forgotten the guest, and every chain of operations stays valid.
namespace muster::people {

inline constexpr qsizetype displayBytesMax = 2 * 1024;   ///< Of a guest's names, unsealed (UTF-8 and a few bytes).
inline constexpr qsizetype contactBytesMax = 16 * 1024;  ///< Of phone, company, notes and further columns together.
inline constexpr qsizetype answersBytesMax = 8 * 1024;   ///< Of one guest's answers to one round of questions.
inline constexpr qsizetype mapEntriesMax = 200;          ///< Further columns, or answers.
inline constexpr int grantsPerMessageMax = 1'024;        ///< 49 bytes each: a message stays below 64 KiB.

/// What is known about a guest as a person. Texts are the organiser's; any may be empty.
struct Person {
    QString name;
    QString latinName;
    QString phone;
    QString company;
    QString notes;
    QMap<QString, QString> extra;
    friend bool operator==(const Person &, const Person &) = default;
};

/// What a key opens.
enum class KeyLevel : quint8 {
    Display = 0,  ///< The names only: what a kiosk or a board may show.
    Full = 1,     ///< Everything.
};

/// A guest's key on its way to, or on, a device. A Full grant holds the root key, a Display grant the key that opens
/// the names and nothing else.
struct KeyGrant {
    GuestId guest;
    KeyLevel level = KeyLevel::Display;
    SecretKey key;
    friend bool operator==(const KeyGrant &, const KeyGrant &) = default;
};

/// A person in the two parts that a log may hold. An empty part says nothing (and `unsealPerson` leaves it empty).
struct SealedPerson {
    QByteArray display;  ///< name, latinName
    QByteArray contact;  ///< phone, company, notes, extra
    friend bool operator==(const SealedPerson &, const SealedPerson &) = default;
};

/// A new root key for a guest that has none yet.
[[nodiscard]] KeyGrant makeGrant(const GuestId &guest, Random &random);
/// The same guest's grant for a device that may show names only; a Display grant stays as it is.
[[nodiscard]] KeyGrant displayGrantOf(const KeyGrant &grant);

/// Invalid if @p grant is not Full or a part is longer than its limit.
[[nodiscard]] Result<SealedPerson> sealPerson(const Person &person, const KeyGrant &grant, Random &random);
/// What the grants at hand open: the names with a Display grant, everything with a Full one. More than one grant may
/// exist for a guest (two devices imported the same list while cut off); each is tried.
/// NotFound if @p grants is empty ("name not here yet"); Invalid if none opens the sealed parts or they are malformed.
[[nodiscard]] Result<Person> unsealPerson(const SealedPerson &sealed, std::span<const KeyGrant> grants);

/// A guest's answers to questions. Errors as with sealPerson().
[[nodiscard]] Result<QByteArray> sealAnswers(const QMap<QString, QString> &answers, const KeyGrant &grant,
                                             Random &random);
/// NotFound if no Full grant is among @p grants; Invalid if none opens @p sealed or it is malformed.
[[nodiscard]] Result<QMap<QString, QString>> unsealAnswers(QByteArrayView sealed, std::span<const KeyGrant> grants);

/// Grants as bytes for the wire (only ever inside an authenticated link): one format byte, then guest, level and key
/// of each. At most grantsPerMessageMax.
[[nodiscard]] QByteArray encodeGrants(std::span<const KeyGrant> grants);
/// Invalid if @p bytes is anything that encodeGrants() would not have written.
[[nodiscard]] Result<std::vector<KeyGrant>> decodeGrants(QByteArrayView bytes);

}  // namespace muster::people
