// The log of the day as a person reads it: who, when, where, what, why.
#include "app/node/device.h"

#include "core/venue/day/audit.h"
#include "core/venue/day/day_query.h"
#include "core/venue/devices/devices.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/zones/zones.h"

namespace muster {
namespace {

/// A step of a ticket or a grant says by itself neither whose it is nor its number.
void completeSubject(State &state, AuditView &entry)
{
    const auto ticket = RequestId::fromHex(entry.subject);
    if (const auto found = ticket ? queues::find(state, *ticket) : std::nullopt) {
        entry.detail = found->number;
        if (found->guest) {
            entry.guest.emplace().id = *found->guest;
        }
    }
    const auto grant = OperationHash::fromHex(entry.subject);
    if (const auto found = grant ? prizes::find(state, *grant) : std::nullopt) {
        entry.detail = found->prize;
        entry.guest.emplace().id = found->guest;
    }
}

/// An act about an incident names its opening; people know its number. What is restricted by now is nobody's to read.
void completeIncident(State &state, AuditView &entry)
{
    const auto opening =
        entry.act == QLatin1String("incident") ? std::optional(entry.operation) : OperationHash::fromHex(entry.subject);
    const auto found = opening ? incidents::find(state, *opening) : std::nullopt;
    if (!found) {
        return;
    }
    if (*opening != entry.operation) {
        entry.detail = QStringLiteral("%1 %2").arg(found->number, entry.detail).trimmed();
    }
    if (found->isRestricted) {
        entry.reason.clear();
    }
}

/// Codes become names; a step that was taken back says by whom and why.
void complete(State &state, const EventSetup &setup, AuditView &entry)
{
    entry.actor = day_query::staffName(setup, entry.actor);
    const auto device = devices::find(state, entry.origin);
    entry.device = device ? device->name : entry.origin.toHex().left(8);
    completeSubject(state, entry);
    completeIncident(state, entry);
    if (entry.guest) {
        entry.guest = viewOf(state, setup, entry.guest->id);
    }
    const auto fact = presence::find(state, entry.operation);
    entry.isAnnulled = fact && fact->isAnnulled;
    if (const auto annulment = entry.isAnnulled ? presence::annulmentOf(state, entry.operation) : std::nullopt) {
        entry.annulledBy = day_query::staffName(setup, annulment->actor);
        entry.annulledWhy = annulment->reason;
    }
    if (const auto undoing = zones::undoingOf(state, entry.operation)) {
        entry.isAnnulled = true;
        entry.annulledBy = day_query::staffName(setup, undoing->actor);
    }
}

using Entries = std::map<std::pair<HybridTime, OperationHash>, AuditView>;

/// Leaves what @p guest did, and the steps of their tickets and grants, which name only those.
void keepThoseOf(const GuestId &guest, Entries &entries)
{
    const auto isTheirs = [&](const AuditView &entry) { return entry.guest && entry.guest->id == guest; };
    std::set<QString> subjects;
    for (const auto &[key, entry] : entries) {
        if (isTheirs(entry) && !entry.subject.isEmpty()) {
            subjects.insert(entry.subject);
        }
    }
    std::erase_if(entries, [&](const auto &found) {
        return !isTheirs(found.second) && !subjects.contains(found.second.subject);
    });
}

}  // namespace

Result<std::vector<AuditView>> Device::audit(const std::optional<GuestId> &guest, int countMax)
{
    Entries found;
    const auto read = m_journal->forEach([&](const Operation &operation) {
        auto entry = audit::entryOf(operation);
        const bool isWanted =
            !guest ||
            (entry && ((entry->guest && entry->guest->id == *guest) || (!entry->guest && !entry->subject.isEmpty())));
        if (entry && isWanted) {
            found.emplace(std::pair(operation.time, operation.hash), std::move(*entry));
        }
        return true;
    });
    if (!read) {
        return fail(read);
    }
    if (guest) {
        keepThoseOf(*guest, found);
    }
    std::vector<AuditView> entries;
    const auto surplus = std::max<std::ptrdiff_t>(0, std::ssize(found) - countMax);
    for (auto entry = std::next(found.begin(), surplus); entry != found.end(); ++entry) {
        entries.push_back(std::move(entry->second));
    }
    const auto named = m_journal->read([&](State &state) {
        for (auto &entry : entries) {
            complete(state, m_venue.setup(state), entry);
        }
    });
    if (!named) {
        return fail(named);
    }
    for (auto &entry : entries) {
        if (entry.guest) {
            name(*entry.guest);
        }
    }
    return entries;
}

std::optional<GuestId> Device::guestWithCode(const QByteArray &payload)
{
    std::optional<GuestId> found;
    std::ignore = m_journal->read([&](State &) { found = guestOf(payload); });
    return found;
}

}  // namespace muster
