// Taking in the guest list: compared with what is known, sealed, stored.
#include "app/node/device.h"
#include "app/node/listed_person.h"
#include "core/journal/body.h"

namespace muster {

/// What a part of a list changes.
struct Device::ListPart {
    std::vector<guests::Guest> list;
    std::vector<people::KeyGrant> grants;  ///< New ones.
    std::vector<people::Directory::Entry> people;
    Imported imported;
};

void Device::prepare(State &state, const GuestEntry &entry, ListPart &part)
{
    if (isWalkInHere(state, entry.key)) {
        ++part.imported.walkIns;
        return;
    }
    auto guest = listedGuestOf(entry, m_config.codeKey);
    auto person = personOf(entry);
    const auto known = guests::find(state, guest.id);
    if (known) {
        guest.serialMin = known->serialMin;
        guest.version = known->version;
        guest.display = known->display;
        guest.contact = known->contact;
        const auto before = personHere(guest.id);
        if (guest == *known && before && *before == person) {
            ++part.imported.unchanged;
            return;
        }
    }
    ++(known ? part.imported.changed : part.imported.added);
    guest.version = nextVersion(known ? known->version : 0);
    auto grant = m_world.keyring->keyOf(guest.id);
    if (!grant || grant->level != people::KeyLevel::Full) {
        grant = people::makeGrant(guest.id, m_world.random);
        part.grants.push_back(*grant);
    }
    auto sealed = people::sealPerson(person, *grant, m_world.random);
    if (!sealed) {
        part.imported.tooLong << ownNameOf(entry);
        return;
    }
    guest.display = std::move(sealed->display);
    guest.contact = std::move(sealed->contact);
    part.people.push_back({guest.id, std::move(person)});
    part.list.push_back(std::move(guest));
}

Result<Device::Imported> Device::importGuests(std::span<const GuestEntry> entries)
{
    ListPart part;
    const auto prepared = m_journal->read([&](State &state) {
        // A query left open to the end: those for each guest then share its lock.
        state.statement("SELECT key FROM meta").executeStep();
        const auto all = [&] {
            for (const auto &entry : entries) {
                prepare(state, entry, part);
            }
        };
        m_world.keyring->read([&] { m_world.directory->read(all); });
    });
    if (!prepared) {
        return fail(prepared);
    }
    return storeList(std::move(part));
}

Result<Device::Imported> Device::storeList(ListPart part)
{
    const std::span<const guests::Guest> list(part.list);
    // Keys first: what nobody can open must not get into the log.
    if (const auto kept = m_world.keyring->put(part.grants); !kept) {
        return fail(kept);
    }
    const auto stored = m_journal->transact([&] {
        for (std::size_t from = 0; from < list.size();) {
            std::size_t to = from;
            qsizetype bytes = 0;
            while (to < list.size() && to - from < std::size_t(guests::chunkMax) &&
                   (to == from || bytes + guests::encodedSize(list[to]) < guests::chunkBytesMax)) {
                bytes += guests::encodedSize(list[to++]);
            }
            m_journal->append(guests::listed(list.subspan(from, to - from)));
            from = to;
        }
    });
    if (!stored) {
        m_venue.forget();
        return fail(stored);
    }
    std::ignore = m_venue.takeListed();  // Their names are at hand: no need to unseal what was just sealed.
    for (auto &entry : part.people) {
        keepName(entry.guest, std::move(entry.person));
    }
    if (m_newNames.size() >= newNamesMax) {
        if (const auto put = storeNewNames(); !put) {
            return fail(put);
        }
    }
    ++m_revision;
    for (auto &[link, session] : m_sessions) {
        session->keysGrew();
    }
    return std::move(part.imported);
}

}  // namespace muster
