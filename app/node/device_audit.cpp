// The log of the day as a person reads it: who, when, where, what, why.
#include "app/node/device.h"

#include "core/venue/audit.h"
#include "core/venue/day_query.h"
#include "core/venue/devices.h"
#include "core/venue/zones.h"

namespace muster {
namespace {

/// Codes become names; a step that was taken back says by whom and why.
void complete(State &state, const EventSetup &setup, AuditView &entry)
{
    entry.actor = day_query::staffName(setup, entry.actor);
    const auto device = devices::find(state, entry.origin);
    entry.device = device ? device->name : entry.origin.toHex().left(8);
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

}  // namespace

Result<std::vector<AuditView>> Device::audit(const std::optional<GuestId> &guest, int countMax)
{
    std::map<std::pair<HybridTime, OperationHash>, AuditView> found;
    const auto read = m_journal->forEach([&](const Operation &operation) {
        auto entry = audit::entryOf(operation);
        if (entry && (!guest || (entry->guest && entry->guest->id == *guest))) {
            found.emplace(std::pair(operation.time, operation.hash), std::move(*entry));
        }
        return true;
    });
    if (!read) {
        return fail(read);
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
