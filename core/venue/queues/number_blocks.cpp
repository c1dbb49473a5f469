#include "core/venue/queues/number_blocks.h"

#include "core/authority/epochs.h"
#include "core/venue/devices/devices.h"
#include "core/venue/scarce/rights.h"

namespace muster::number_blocks {

namespace {

struct Region {
    qint64 first = 1;
    qint64 end = std::numeric_limits<qint64>::max();
};

/// The numbers that @p hub may begin in. No two turns of promoted hubs share a region: those of two devices differ by
/// the devices' numbers, and those of one device by its epochs, which a promotion moves by promotionStep.
Region regionOf(State &state, const Kind &kind, const DeviceId &hub)
{
    if (!epochs::hasPredecessor(state, hub)) {
        return {};
    }
    const qint64 width = kind.leap * (leapsMax + 1);  // One leap, and one for each restored life.
    const auto self = devices::find(state, hub);
    const qint64 turn = qint64(epochs::turnBegin(state, hub).value_or(Epoch{})) / EpochRecord::promotionStep;
    const qint64 diagonal = turn + (self ? self->number : 0);
    const qint64 place = diagonal * (diagonal + 1) / 2 + turn;  // Cantor's pairing: small for small numbers.
    return {width * (1 + place), width * (2 + place)};
}

}  // namespace

Dealer::Dealer(State &state, Kind kind, const StreamKey &hub)
    : m_state(state), m_kind(std::move(kind)), m_self(ledger::holder(hub))
{
    const auto begin = epochs::turnBegin(state, hub.origin).value_or(Epoch{});
    const auto region = regionOf(state, m_kind, hub.origin);
    const auto own = ledger::mintedEnd(state, m_kind.resource, m_self, begin);
    m_next = own ? *own : ledger::numbersEnd(state, m_kind.resource, region.first, region.end);
    const bool isSuccessor = region.first > 1 || rights::isRestored(state, hub);
    if (!own && (m_next > region.first || rights::isRestored(state, hub))) {
        m_next += m_kind.leap * (1 + qint64(quint64(hub.incarnation) % leapsMax));
    } else if (!isSuccessor && m_kind.reserveFrom > 0) {
        m_nextOwn = ledger::numbersEnd(state, m_kind.resource, 1, m_kind.reserveFrom);
        m_nextReserve = ledger::numbersEnd(state, m_kind.resource, m_kind.reserveFrom);
    }
}

qint64 Dealer::take(qint64 count, bool isForDevice)
{
    if (m_nextOwn && !isForDevice && *m_nextOwn + count <= m_kind.reserveFrom) {
        return std::exchange(*m_nextOwn, *m_nextOwn + count);
    }
    if (m_nextReserve) {
        return std::exchange(*m_nextReserve, *m_nextReserve + count);
    }
    return std::exchange(m_next, m_next + count);
}

bool Dealer::isLow(const QString &account) const
{
    return !ledger::isSetAside(m_state, account) && ledger::numbersLeft(m_state, m_kind.resource, account) < low;
}

std::vector<ledger::Posting> Dealer::fill(const QString &account, qint64 count)
{
    const bool isOwn = account == m_self;
    const qint64 size = std::min(isOwn ? m_kind.ownBlock : count, ledger::blockMax);
    const qint64 first = take(size, !isOwn);
    if (isOwn) {
        return {{m_kind.resource, ledger::mint(), m_self, size, first}};
    }
    return {{m_kind.resource, ledger::mint(), m_self, size, {}}, {m_kind.resource, m_self, account, size, first}};
}

}  // namespace muster::number_blocks
