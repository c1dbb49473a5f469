#include "app/node/listed_person.h"

#include "core/scan/payload.h"

namespace muster {
namespace {

constexpr auto keyColumn = "\x1f"
                           "key";  ///< Columns of a sealed person that are not the list's own.
constexpr auto codesColumn = "\x1f"
                             "codes";

/// What stands for a walk-in's key in an exported list.
const QString walkInKey = QStringLiteral("walk-in ");

}  // namespace

people::Person personOf(const GuestEntry &entry)
{
    people::Person person{entry.name, entry.latinName, entry.phone, entry.company, entry.notes, entry.extra};
    if (!entry.key.isEmpty()) {
        person.extra.insert(QLatin1String(keyColumn), entry.key);
    }
    if (!entry.codes.isEmpty()) {
        person.extra.insert(QLatin1String(codesColumn), entry.codes.join(QLatin1Char('\x1f')));
    }
    if (!entry.group.isEmpty()) {
        person.extra.insert(QStringLiteral("\x1fgroup"), entry.group);
    }
    return person;
}

bool isWalkInHere(State &state, const QString &key)
{
    if (!key.startsWith(walkInKey)) {
        return false;
    }
    auto &found = state.statement("SELECT 1 FROM guest WHERE walk_in = 1 AND number = ?");
    return bindAll(found, key.mid(walkInKey.size())).executeStep();
}

GuestEntry entryOf(const guests::Guest &guest, const people::Person &person)
{
    GuestEntry entry;
    entry.extra = person.extra;
    entry.key = guest.isWalkIn ? walkInKey + guest.number : entry.extra.take(QLatin1String(keyColumn));
    entry.codes = entry.extra.take(QLatin1String(codesColumn)).split(QLatin1Char('\x1f'), Qt::SkipEmptyParts);
    entry.group = entry.extra.take(QStringLiteral("\x1fgroup"));
    entry.name = person.name;
    entry.latinName = person.latinName;
    entry.phone = person.phone;
    entry.company = person.company;
    entry.notes = person.notes;
    entry.classCode = guest.classCode;
    entry.companionsMax = guest.companionsMax;
    entry.status = guest.status;
    entry.sessions = guest.sessions;
    entry.host = guest.host;
    entry.language = guest.language;
    return entry;
}

QString keyOf(const people::Person &person) { return person.extra.value(QLatin1String(keyColumn)); }

QString ownNameOf(const GuestEntry &entry)
{
    return !entry.key.isEmpty() ? entry.key : entry.codes.isEmpty() ? entry.name + entry.phone : entry.codes.front();
}

guests::Guest listedGuestOf(const GuestEntry &entry, const SecretKey &codeKey)
{
    guests::Guest guest;
    guest.id = guests::guestIdFor(ownNameOf(entry), codeKey);
    guest.classCode = entry.classCode;
    guest.group = entry.group.isEmpty() ? guests::CodeHash{} : guests::codeHash(entry.group, codeKey);
    guest.companionsMax = entry.companionsMax;
    guest.status = entry.status;
    guest.sessions = entry.sessions;
    guest.host = entry.host;
    guest.language = entry.language;
    for (const auto &code : entry.codes.mid(0, guests::codesMax)) {
        const auto normal = scan::normaliseCode(code);
        if (const auto *plain = std::get_if<scan::PlainCode>(&normal)) {
            guest.codes.push_back(guests::codeHash(plain->text, codeKey));
        }
    }
    return guest;
}

}  // namespace muster
