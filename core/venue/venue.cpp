#include "core/venue/venue.h"

#include "core/authority/claims.h"
#include "core/authority/epochs.h"
#include "core/authority/ledger.h"
#include "core/authority/standbys.h"
#include "core/journal/body.h"
#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/day/alerts.h"
#include "core/venue/day/tally.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/referrals.h"
#include "core/venue/draws/draws.h"
#include "core/venue/guests/answers.h"
#include "core/venue/guests/forgetting.h"
#include "core/venue/guests/guests.h"
#include "core/venue/guests/presence.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/guests/tickets.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/judgements/judgements.h"
#include "core/venue/materials/materials.h"
#include "core/venue/modes/messages.h"
#include "core/venue/modes/modes.h"
#include "core/venue/plan/plan_room.h"
#include "core/venue/posts/posts.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/scarce/clashes.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/staff/sign_on.h"
#include "core/venue/units/sales.h"
#include "core/venue/units/units.h"
#include "core/venue/zones/zones.h"

namespace muster {
namespace {

enum class Room {
    Plan,
    Guests,
    Presence,
    Claims,
    Epochs,
    Standbys,
    Devices,
    Sessions,
    Alerts,
    Rights,
    Answers,
    Tickets,
    Forgetting
};

const std::map<QString, Room> &roomsByKind()
{
    static const auto rooms = [] {
        std::map<QString, Room> map{{plan_room::kind(), Room::Plan},
                                    {guests::listedKind(), Room::Guests},
                                    {guests::walkedInKind(), Room::Guests},
                                    {presence::toldKind(), Room::Presence},
                                    {presence::annulledKind(), Room::Presence},
                                    {presence::resolvedKind(), Room::Presence},
                                    {presence::resetKind(), Room::Presence},
                                    {presence::emptiedKind(), Room::Presence},
                                    {claims::grantedKind(), Room::Claims},
                                    {claims::refusedKind(), Room::Claims},
                                    {claims::voidedKind(), Room::Claims},
                                    {claims::declinedKind(), Room::Claims},
                                    {epochs::kind(), Room::Epochs},
                                    {sessions::kind(), Room::Sessions},
                                    {alerts::acknowledgedKind(), Room::Alerts},
                                    {alerts::staffCalledKind(), Room::Alerts},
                                    {rights::kind(), Room::Rights},
                                    {rights::lostKind(), Room::Rights},
                                    {rights::returnedKind(), Room::Rights},
                                    {answers::kind(), Room::Answers},
                                    {tickets::kind(), Room::Tickets},
                                    {forgetting::kind(), Room::Forgetting}};
        for (const auto &kind : devices::kinds()) {
            map[kind] = Room::Devices;
        }
        for (const auto &kind : standbys::kinds()) {
            map[kind] = Room::Standbys;
        }
        return map;
    }();
    return rooms;
}

/// A room that needs nothing of the fold but its own tables.
struct PlainRoom {
    QStringList (*kinds)();
    QStringList (*tables)();
    void (*createTables)(State &);
    Folded (*fold)(State &, const Operation &);
};

constexpr auto plainRooms = std::to_array<PlainRoom>({
    {clashes::kinds, clashes::tables, clashes::createTables, clashes::fold},
    {queues::kinds, queues::tables, queues::createTables, queues::fold},
    {prizes::kinds, prizes::tables, prizes::createTables, prizes::fold},
    {units::kinds, units::tables, units::createTables, units::fold},
    {sales::kinds, sales::tables, sales::createTables, sales::fold},
    {draws::kinds, draws::tables, draws::createTables, draws::fold},
    {zones::kinds, zones::tables, zones::createTables, zones::fold},
    {referrals::kinds, referrals::tables, referrals::createTables, referrals::fold},
    {posts::kinds, posts::tables, posts::createTables, posts::fold},
    {staff::kinds, staff::tables, staff::createTables, staff::fold},
    {incidents::kinds, incidents::tables, incidents::createTables, incidents::fold},
    {modes::kinds, modes::tables, modes::createTables, modes::fold},
    {messages::kinds, messages::tables, messages::createTables, messages::fold},
    {cues::kinds, cues::tables, cues::createTables, cues::fold},
    {tasks::kinds, tasks::tables, tasks::createTables, tasks::fold},
    {materials::kinds, materials::tables, materials::createTables, materials::fold},
    {judgements::kinds, judgements::tables, judgements::createTables, judgements::fold},
});

const std::map<QString, const PlainRoom *> &plainRoomsByKind()
{
    static const auto rooms = [] {
        std::map<QString, const PlainRoom *> map;
        for (const auto &room : plainRooms) {
            for (const auto &kind : room.kinds()) {
                map.emplace(kind, &room);
            }
        }
        return map;
    }();
    return rooms;
}

/// Kinds that alone carry out the request they name. (A sign-in writes more than one; its told step speaks for it.)
bool isDone(const Operation &operation)
{
    if (plainRoomsByKind().contains(operation.kind)) {
        return true;
    }
    switch (roomsByKind().at(operation.kind)) {
    case Room::Sessions:
    case Room::Alerts:
    case Room::Answers:
    case Room::Devices:
    case Room::Forgetting: return true;
    case Room::Guests: return operation.kind == guests::listedKind();
    case Room::Rights: return operation.kind == rights::lostKind();
    case Room::Presence: return operation.kind != presence::toldKind();
    default: return false;
    }
}

}  // namespace

void Venue::createTables(State &state)
{
    tally::createTables(state);
    plan_room::createTables(state);
    guests::createTables(state);
    presence::createTables(state);
    claims::createTables(state);
    epochs::createTables(state);
    standbys::createTables(state);
    ledger::createTables(state);
    rights::createTables(state);
    devices::createTables(state);
    sessions::createTables(state);
    alerts::createTables(state);
    answers::createTables(state);
    tickets::createTables(state);
    forgetting::createTables(state);
    for (const auto &room : plainRooms) {
        room.createTables(state);
    }
}

QStringList Venue::tables() const
{
    QStringList all = plan_room::tables() + guests::tables() + presence::tables() + claims::tables() +
                      epochs::tables() + standbys::tables() + ledger::tables() + rights::tables() + devices::tables() +
                      sessions::tables() + alerts::tables() + answers::tables() + tickets::tables() +
                      forgetting::tables();
    for (const auto &room : plainRooms) {
        all += room.tables();
    }
    return all;
}

Folded Venue::apply(State &state, const Operation &operation)
{
    auto folded = dispatch(state, operation);
    // (Rooms that book grants end them themselves; twice is once.)
    const bool isDeskAct = folded.kind == Folded::Kind::Applied && !operation.request.isNull() && isDone(operation);
    if (isDeskAct) {
        claims::foldTold(state, operation, {});
    }
    return folded;
}

void Venue::settle(State &state) { tally::settle(state); }

Folded Venue::dispatch(State &state, const Operation &operation)
{
    if (const auto plain = plainRoomsByKind().find(operation.kind); plain != plainRoomsByKind().end()) {
        const auto folded = plain->second->fold(state, operation);
        m_areRightsDue |= folded.kind == Folded::Kind::Applied;
        return folded;
    }
    const auto room = roomsByKind().find(operation.kind);
    if (room == roomsByKind().end()) {
        return Folded::unknown();
    }
    std::vector<GuestId> changed;
    switch (room->second) {
    case Room::Plan:
        m_setup.reset();
        m_areRightsDue = true;
        return plan_room::fold(state, operation);
    case Room::Epochs: m_isCheckDue = true; return epochs::fold(state, operation, m_event, m_eventKey);
    case Room::Standbys: m_isCheckDue = true; return standbys::fold(state, operation, m_event, m_eventKey);
    case Room::Devices: return devices::fold(state, operation, m_event, m_eventKey);
    case Room::Sessions: return sessions::fold(state, operation);
    case Room::Alerts: return alerts::fold(state, operation);
    case Room::Rights:
        m_isCheckDue |= operation.kind == rights::lostKind();
        m_areRightsDue = true;
        return rights::fold(state, operation);
    case Room::Answers: {
        const auto folded = answers::fold(state, operation, changed);
        for (const auto &guest : changed) {
            // Of somebody who was forgotten before these answers came.
            const auto buried = forgetting::buriedWith(state, guest);
            m_forgotten.insert(buried.begin(), buried.end());
        }
        return folded;
    }
    case Room::Tickets: return tickets::fold(state, operation, m_event, m_eventKey);
    case Room::Forgetting: {
        const auto folded = forgetting::fold(state, operation, changed);
        m_forgotten.insert(changed.begin(), changed.end());
        return folded;
    }
    case Room::Guests: {
        const auto folded = guests::fold(state, operation, changed);
        m_listed.insert(changed.begin(), changed.end());
        for (const auto &guest : changed) {
            presence::derive(state, guest);
        }
        return folded;
    }
    case Room::Claims: {
        QString claim;
        const auto folded = claims::fold(state, operation, claim);
        if (const auto guest = presence::guestOfClaim(claim)) {
            presence::derive(state, *guest);
        } else {
            m_areRightsDue = true;  // A grant brought one, or its end left one where it is of no use.
        }
        return folded;
    }
    case Room::Presence: {
        bool isEveryone = false;
        const auto folded = presence::fold(state, operation, changed, isEveryone);
        m_moved.insert(changed.begin(), changed.end());
        if (isEveryone) {
            m_isCheckDue = true;
            presence::deriveEveryone(state);
        }
        return folded;
    }
    }
    Q_UNREACHABLE();
}

const EventSetup &Venue::setup(State &state)
{
    if (!m_setup) {
        m_setup = plan_room::load(state);
    }
    return *m_setup;
}

std::vector<GuestId> Venue::takeListed()
{
    std::vector<GuestId> taken(m_listed.begin(), m_listed.end());
    m_listed.clear();
    return taken;
}

std::vector<GuestId> Venue::takeMoved()
{
    std::vector<GuestId> taken(m_moved.begin(), m_moved.end());
    m_moved.clear();
    return taken;
}

std::vector<GuestId> Venue::takeForgotten()
{
    std::vector<GuestId> taken(m_forgotten.begin(), m_forgotten.end());
    m_forgotten.clear();
    return taken;
}

bool Venue::takeCheckDue() { return std::exchange(m_isCheckDue, false); }

bool Venue::takeRightsDue() { return std::exchange(m_areRightsDue, false); }

void Venue::forget()
{
    m_areRightsDue = false;
    m_isCheckDue = false;
    m_forgotten.clear();
    m_setup.reset();
    m_listed.clear();
    m_moved.clear();
}

}  // namespace muster
