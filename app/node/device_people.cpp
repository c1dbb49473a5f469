// Names: sealing them for the log, reading them where the key is here, finding people by them.
#include "app/node/device.h"

#include "core/scan/payload.h"
#include "core/venue/tally.h"

namespace muster {
namespace {

constexpr auto keyColumn = "\x1f"
                           "key";  ///< Columns of a sealed person that are not the list's own.
constexpr auto codesColumn = "\x1f"
                             "codes";

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

/// What stands for a walk-in's key in an exported list.
const QString walkInKey = QStringLiteral("walk-in ");

/// Whether @p key is what entryOf gave a walk-in that is known here.
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

}  // namespace

Device::~Device()
{
    if (!m_newNames.empty()) {
        std::ignore = storeNames(namesPoint());
    }
}

void Device::readNames(std::vector<GuestId> guests)
{
    guests.insert(guests.end(), m_opened.begin(), m_opened.end());
    m_opened.clear();
    if (m_world.keyring == nullptr || m_world.directory == nullptr || guests.empty()) {
        return;
    }
    ++m_revision;
    std::ignore = m_journal->read([&](State &state) {
        for (const auto &id : guests) {
            const auto guest = guests::find(state, id);
            const auto keys = m_world.keyring->keysOf(id);
            if (!guest || !keys || keys->empty()) {
                continue;
            }
            if (auto person = people::unsealPerson({guest->display, guest->contact}, *keys)) {
                keepName(id, std::move(*person));
            }
            if (m_newNames.size() >= newNamesMax) {
                std::ignore = storeNames(std::nullopt);
            }
        }
    });
}

void Device::keepName(const GuestId &guest, people::Person person)
{
    if (m_newNames.empty()) {
        m_newNamesSince = m_world.clock.monotonic();
    }
    m_newNames.insert_or_assign(guest, std::move(person));
    m_didNamesGrow = true;
}

Status Device::storeNames(const std::optional<QByteArray> &logPoint)
{
    if (m_world.directory == nullptr || (m_newNames.empty() && !logPoint)) {
        return {};
    }
    std::vector<people::Directory::Entry> entries;
    entries.reserve(m_newNames.size());
    for (const auto &[guest, person] : m_newNames) {
        entries.push_back({guest, person});
    }
    const auto stored = m_world.directory->put(entries, logPoint);
    if (stored || m_newNames.size() >= newNamesMax) {
        m_newNames.clear();  // What could not be written is read again at the next start.
    }
    return stored;
}

void Device::storeNamesIfDue()
{
    const bool isQuiet = !std::exchange(m_didNamesGrow, false);
    if (!m_newNames.empty() && (isQuiet || m_world.clock.monotonic() - m_newNamesSince >= newNamesFor)) {
        std::ignore = storeNames(namesPoint());
        m_newNamesSince = m_world.clock.monotonic();
    }
}

std::optional<people::Person> Device::personHere(const GuestId &guest) const
{
    if (const auto fresh = m_newNames.find(guest); fresh != m_newNames.end()) {
        return fresh->second;
    }
    auto known = m_world.directory != nullptr ? m_world.directory->find(guest) : fail(ErrorCode::NotFound, {});
    return known ? std::optional(std::move(*known)) : std::nullopt;
}

void Device::forgetPeople(std::span<const GuestId> guests)
{
    if (m_world.keyring == nullptr || m_world.directory == nullptr || guests.empty()) {
        return;
    }
    for (const auto &guest : guests) {
        m_newNames.erase(guest);
    }
    std::ignore = m_world.keyring->forget(guests);
    std::ignore = m_world.directory->remove(guests);
    ++m_revision;
}

QByteArray Device::namesPoint()
{
    qint64 changes = 0;
    std::ignore = m_journal->read([&](State &state) { changes = tally::of(state, QStringLiteral("list_changes")); });
    const auto keys = m_world.keyring->counts();
    return QByteArray::number(changes) + ':' + QByteArray::number(keys ? keys->full + keys->display : 0);
}

Status Device::catchUpNames()
{
    if (m_world.keyring == nullptr || m_world.directory == nullptr) {
        return {};
    }
    const auto point = m_world.directory->logPoint();
    if (!m_world.directory->isFresh() && point && *point == namesPoint()) {
        return {};
    }
    std::vector<GuestId> everyone;
    const auto read = m_journal->read([&](State &state) {
        auto &rows = state.statement("SELECT id FROM guest");
        while (rows.executeStep()) {
            everyone.push_back(idOf<GuestId>(rows.getColumn(0)));
        }
    });
    readNames(std::move(everyone));
    std::ignore = storeNames(namesPoint());
    return read;
}

std::optional<answers::Sealed> Device::sealAnswers(const GuestId &guest, const RequestId &request,
                                                   const QMap<QString, QString> &given)
{
    if (m_world.keyring == nullptr || given.isEmpty()) {
        return std::nullopt;
    }
    auto grant = m_world.keyring->keyOf(guest);
    answers::Sealed sealed{guest, {}};
    if (!grant || grant->level != people::KeyLevel::Full) {
        // This device may not open the guest's key: a key of this act's own, which the hub gets with the others.
        sealed.keyOf = answers::keyNameOf(guest, request);
        grant = people::makeGrant(sealed.keyOf, m_world.random);
        if (!m_world.keyring->make(std::span(&*grant, 1))) {
            return std::nullopt;
        }
        for (auto &[link, session] : m_sessions) {
            session->keysGrew();
        }
    }
    auto bytes = people::sealAnswers(given, *grant, m_world.random);
    if (!bytes) {
        return std::nullopt;
    }
    sealed.bytes = std::move(*bytes);
    return sealed;
}

std::optional<Answer> Device::duplicateOf(const Act &act, const WalkIn &walkIn)
{
    if (walkIn.isDuplicateChecked || walkIn.guest.phone.size() < 7 || m_world.directory == nullptr) {
        return std::nullopt;
    }
    std::ignore = storeNames(std::nullopt);  // Inside a transaction that may yet fail: up to where, nobody knows.
    const auto found = m_world.directory->search(walkIn.guest.phone, 5);
    if (!found || found->empty()) {
        return std::nullopt;
    }
    Answer hint;
    hint.outcome = Outcome::DuplicateHint;
    hint.request = act.request;
    for (const auto &guest : *found) {
        hint.candidates.push_back(muster::viewOf(m_journal->state(), m_venue.setup(m_journal->state()), guest));
    }
    return hint;
}

std::optional<guests::Guest> Device::sealedGuest(const Act &act, const WalkIn &walkIn)
{
    guests::Guest guest;
    guest.id = guests::guestIdFor(act.request);
    guest.classCode = walkIn.guest.classCode;
    guest.companionsMax = walkIn.companions;
    guest.host = walkIn.guest.host;
    guest.language = walkIn.guest.language;
    if (m_world.keyring == nullptr) {
        return guest;
    }
    const auto grant = people::makeGrant(guest.id, m_world.random);
    const auto sealed = people::sealPerson(personOf(walkIn.guest), grant, m_world.random);
    if (!sealed || !m_world.keyring->make(std::span(&grant, 1))) {
        return std::nullopt;
    }
    for (auto &[link, session] : m_sessions) {
        session->keysGrew();
    }
    guest.display = sealed->display;
    guest.contact = sealed->contact;
    return guest;
}

Result<Device::Imported> Device::importGuests(std::span<const GuestEntry> entries)
{
    std::vector<guests::Guest> list;
    std::vector<people::KeyGrant> grants;
    std::vector<people::Directory::Entry> people;
    Imported imported;
    const auto prepared = m_journal->read([&](State &state) {
        for (const auto &entry : entries) {
            if (isWalkInHere(state, entry.key)) {
                ++imported.walkIns;
                continue;
            }
            guests::Guest guest;
            const QString own = !entry.key.isEmpty()    ? entry.key
                                : entry.codes.isEmpty() ? entry.name + entry.phone
                                                        : entry.codes.front();
            guest.id = guests::guestIdFor(own, m_config.codeKey);
            const auto known = guests::find(state, guest.id);
            const auto person = personOf(entry);
            guest.classCode = entry.classCode;
            guest.group = entry.group.isEmpty() ? guests::CodeHash{} : guests::codeHash(entry.group, m_config.codeKey);
            guest.companionsMax = entry.companionsMax;
            guest.status = entry.status;
            guest.sessions = entry.sessions;
            guest.host = entry.host;
            guest.language = entry.language;
            for (const auto &code : entry.codes.mid(0, guests::codesMax)) {
                const auto normal = scan::normaliseCode(code);
                if (const auto *plain = std::get_if<scan::PlainCode>(&normal)) {
                    guest.codes.push_back(guests::codeHash(plain->text, m_config.codeKey));
                }
            }
            if (known) {
                guest.serialMin = known->serialMin;
                guest.version = known->version;
                guest.display = known->display;
                guest.contact = known->contact;
                const auto before = personHere(guest.id);
                if (guest == *known && before && *before == person) {
                    ++imported.unchanged;
                    continue;
                }
            }
            ++(known ? imported.changed : imported.added);
            guest.version = known ? known->version + 1 : 1;
            auto grant = m_world.keyring->keyOf(guest.id);
            if (!grant || grant->level != people::KeyLevel::Full) {
                grant = people::makeGrant(guest.id, m_world.random);
                grants.push_back(*grant);
            }
            if (const auto sealed = people::sealPerson(person, *grant, m_world.random)) {
                guest.display = sealed->display;
                guest.contact = sealed->contact;
            } else {
                imported.tooLong << own;
                continue;
            }
            people.push_back({guest.id, person});
            list.push_back(std::move(guest));
        }
    });
    if (!prepared) {
        return fail(prepared);
    }
    return storeList(list, grants, people, imported);
}

Result<Device::Imported> Device::storeList(std::span<const guests::Guest> list,
                                           std::span<const people::KeyGrant> grants,
                                           std::span<const people::Directory::Entry> people, Imported imported)
{
    // Keys first: what nobody can open must not get into the log.
    if (const auto kept = m_world.keyring->put(grants); !kept) {
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
    for (const auto &entry : people) {
        keepName(entry.guest, entry.person);
    }
    if (m_newNames.size() >= newNamesMax) {
        if (const auto put = storeNames(namesPoint()); !put) {
            return fail(put);
        }
    }
    ++m_revision;
    for (auto &[link, session] : m_sessions) {
        session->keysGrew();
    }
    return imported;
}

quint32 Device::ticketIssueOf(const GuestId &guest)
{
    std::optional<guests::Guest> listed;
    std::ignore = m_journal->read([&](State &state) { listed = guests::find(state, guest); });
    return listed ? quint32(std::max<qint64>(listed->serialMin, 1)) : 1;
}

Status Device::forEachGuest(const std::function<void(const GuestId &, const GuestEntry &)> &visit)
{
    if (!mayBrowse()) {
        return fail(ErrorCode::Refused, QStringLiteral("a %1 has no list of guests").arg(m_config.role));
    }
    std::vector<GuestId> everyone;
    const auto read = m_journal->read([&](State &state) {
        auto &rows = state.statement("SELECT id FROM guest ORDER BY id");
        while (rows.executeStep()) {
            everyone.push_back(idOf<GuestId>(rows.getColumn(0)));
        }
        for (const auto &id : everyone) {
            const auto guest = guests::find(state, id);
            const auto person = personHere(id);
            if (guest) {
                visit(id, entryOf(*guest, person.value_or(people::Person{})));
            }
        }
    });
    return read;
}

void Device::name(GuestView &view)
{
    auto person = personHere(view.id);
    if (!person) {
        return;
    }
    view.isNameHere = true;
    view.key = person->extra.value(QLatin1String(keyColumn));
    view.name = std::move(person->name);
    view.latinName = std::move(person->latinName);
    view.phone = std::move(person->phone);
    view.company = std::move(person->company);
    view.notes = std::move(person->notes);
}

void Device::name(Answer &answer)
{
    if (answer.guest) {
        name(*answer.guest);
    }
    for (auto *list : {&answer.party, &answer.group, &answer.candidates}) {
        for (auto &guest : *list) {
            name(guest);
        }
    }
}

std::vector<GuestView> Device::search(const QString &words)
{
    std::vector<GuestView> views;
    if (m_world.directory == nullptr || !mayBrowse()) {
        return views;
    }
    if (!m_newNames.empty()) {
        std::ignore = storeNames(namesPoint());
    }
    auto found = m_world.directory->search(words);
    std::ignore = m_journal->read([&](State &state) {
        // A code typed whole is an answer too, and the best one.
        const auto code = scan::normaliseCode(words);
        if (const auto *plain = std::get_if<scan::PlainCode>(&code)) {
            for (const auto &guest : guests::withCode(state, guests::codeHash(plain->text, m_config.codeKey))) {
                views.push_back(muster::viewOf(state, m_venue.setup(state), guest));
            }
        }
        for (const auto &guest : found.value_or(std::vector<GuestId>())) {
            if (std::ranges::find(views, guest, &GuestView::id) == views.end()) {
                views.push_back(muster::viewOf(state, m_venue.setup(state), guest));
            }
        }
    });
    for (auto &view : views) {
        name(view);
    }
    return views;
}

std::vector<GuestView> Device::groupOf(const GuestId &guest)
{
    std::vector<GuestView> views;
    std::ignore = m_journal->read([&](State &state) {
        const auto listed = guests::find(state, guest);
        for (const auto &member : listed ? guests::inGroup(state, listed->group, 20) : std::vector<GuestId>()) {
            if (member != guest) {
                views.push_back(muster::viewOf(state, m_venue.setup(state), member));
            }
        }
    });
    for (auto &view : views) {
        name(view);
    }
    return views;
}

}  // namespace muster
