// Names: sealing them for the log, reading them where the key is here, finding people by them.
#include "app/node/device.h"
#include "app/node/listed_person.h"

#include "core/scan/payload.h"
#include "core/venue/day/tally.h"

namespace muster {

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
    // While a snapshot is on its way no guest is here yet; all are read when it is adopted.
    if (m_world.keyring == nullptr || m_world.directory == nullptr || guests.empty() || m_joining) {
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
        everyone = idsOf<GuestId>(rows);
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
        everyone = idsOf<GuestId>(rows);
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
    view.key = keyOf(*person);
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
        const auto add = [&](const GuestId &guest) {
            if (std::ranges::find(views, guest, &GuestView::id) == views.end()) {
                views.push_back(muster::viewOf(state, m_venue.setup(state), guest));
            }
        };
        // A code or the list's own key, typed whole, is an answer too, and the best one.
        const auto code = scan::normaliseCode(words);
        if (const auto *plain = std::get_if<scan::PlainCode>(&code)) {
            std::ranges::for_each(guests::withCode(state, guests::codeHash(plain->text, m_config.codeKey)), add);
            for (const auto &key : {plain->text, plain->text.toUpper()}) {
                if (const auto guest = guests::guestIdFor(key, m_config.codeKey); guests::find(state, guest)) {
                    add(guest);
                }
            }
        }
        std::ranges::for_each(found.value_or(std::vector<GuestId>()), add);
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
