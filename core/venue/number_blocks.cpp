#include "core/venue/number_blocks.h"

namespace muster::number_blocks {

Dealer::Dealer(State &state, Kind kind, const StreamKey &hub, bool isSuccessor)
    : m_state(state), m_kind(std::move(kind)), m_self(ledger::holder(hub))
{
    m_next = ledger::numbersEnd(state, m_kind.resource);
    const bool hasForerunner = isSuccessor || ledger::hasOtherMinter(state, m_kind.resource, m_self);
    if (hasForerunner && !ledger::hasMinted(state, m_kind.resource, m_self)) {
        m_next += m_kind.leap * (1 + qint64(quint64(hub.incarnation) % leapsMax));
    }
    if (m_kind.reserveFrom > 0 && !hasForerunner) {
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
