#pragma once
#include "core/authority/ledger.h"

/// How the hub hands out runs of human numbers: its own, given one by one to who asks, and blocks for devices, to be
/// used when they are cut off. Unique for ever, whatever is lost or restored: a hub that goes on where another life of
/// it was leaps ahead, and a promoted one begins in a region of its own, by its number and its turn, since it may not
/// have heard of its predecessor's last blocks, nor of another standby that was promoted apart from it.
namespace muster::number_blocks {

/// How one kind of number is dealt.
struct Kind {
    QString resource;
    qint64 ownBlock = 20;  ///< Numbers that the hub mints for itself at once.
    qint64 reserveFrom =
        0;                 ///< Devices' blocks begin here, so that numbers given by the hub have no holes; 0: in turn.
    qint64 leap = 10'000;  ///< Of a hub that goes on where another life of it, or another hub, was.
};

inline constexpr int leapsMax = 9;
inline constexpr int low = 8;  ///< Below this many an account is filled.

/// Deals blocks of one kind within one look over all accounts, before any of them is booked.
class Dealer {
public:
    Dealer(State &state, Kind kind, const StreamKey &hub);

    /// True if @p account runs out of numbers soon.
    [[nodiscard]] bool isLow(const QString &account) const;
    /// Postings that give @p account a block of @p count.
    [[nodiscard]] std::vector<ledger::Posting> fill(const QString &account, qint64 count);

private:
    [[nodiscard]] qint64 take(qint64 count, bool isForDevice);

    State &m_state;
    Kind m_kind;
    QString m_self;
    qint64 m_next = 0;                    ///< First number of all that nobody has.
    std::optional<qint64> m_nextOwn;      ///< The same below,
    std::optional<qint64> m_nextReserve;  ///< and within the devices' part, where there is one.
};

}  // namespace muster::number_blocks
