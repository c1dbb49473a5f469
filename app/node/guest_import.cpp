#include "app/node/guest_import.h"

#include "app/node/listed_person.h"

namespace muster {
namespace {

/// How many to take next if @p count took so long.
std::size_t adapted(std::size_t count, std::chrono::duration<double> took)
{
    const double factor = took.count() > 0 ? std::chrono::duration<double>(GuestImport::stepAim) / took : 2;
    return std::size_t(double(count) * std::clamp(factor, 0.25, 2.0));
}

}  // namespace

GuestImport::GuestImport(std::vector<GuestEntry> guests, const SecretKey &codeKey)
{
    std::vector<std::pair<GuestId, std::size_t>> order;
    order.reserve(guests.size());
    for (const auto &entry : guests) {
        order.emplace_back(guests::guestIdFor(ownNameOf(entry), codeKey), order.size());
    }
    std::ranges::sort(order);
    m_guests.reserve(order.size());
    m_ids.reserve(order.size());
    for (const auto &[id, place] : order) {
        m_ids.push_back(id);
        m_guests.push_back(std::move(guests[place]));
    }
}

std::size_t GuestImport::nextCount(Pace pace) const
{
    const auto wanted = std::min(pace == Pace::Alone ? stepAlone : m_step, m_guests.size() - m_stored);
    for (std::size_t count = 1; count < wanted; ++count) {
        if (m_ids[m_stored + count] == m_ids[m_stored + count - 1]) {
            return count;  // The same guest again changes what the row before has stored.
        }
    }
    return wanted;
}

Status GuestImport::storeNext(Device &device, Pace pace)
{
    const auto &clock = device.journal().clock();
    const auto begun = clock.monotonic();
    if (pace == Pace::BesideDoor && device.newNamesCount() >= m_names) {
        const auto names = device.newNamesCount();
        const auto written = device.storeNewNames();
        m_names = std::clamp(adapted(names, clock.monotonic() - begun), namesMin, namesMax);
        return written;
    }
    const auto count = nextCount(pace);
    const auto part = device.importGuests(std::span(m_guests).subspan(m_stored, count));
    if (!part) {
        return fail(part);
    }
    m_stored += count;
    m_total.added += part->added;
    m_total.changed += part->changed;
    m_total.unchanged += part->unchanged;
    m_total.walkIns += part->walkIns;
    m_total.tooLong += part->tooLong;
    if (pace == Pace::BesideDoor) {
        m_step = std::clamp(adapted(m_step, clock.monotonic() - begun), stepMin, stepMax);
    }
    return {};
}

}  // namespace muster
