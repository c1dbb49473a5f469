#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

#include <QCborArray>

namespace muster {

/// Scarce things are rights that sit in exactly one place: a double-entry account (resource, holder).
///
/// A posting moves rights from one account to another, so the sum over all accounts of a resource never changes but by
/// minting, and on every causally closed set of operations total = pool + Σ held + in flight + used + quarantined.
/// A grant is a posting from the hub's account to the device's; until the device has it, it is in flight there.
/// Only the holder spends: a posting out of an account that is not its author's is folded and flagged.
///
/// The account of a device that staff declared lost is quarantined whole: nobody spends from it, and what a late tail
/// of that device still spent comes out of it, so that no account turns negative whichever arrives first.
///
/// Rights that have faces (numbers) come as blocks: the holder of a block gives its numbers in order.
namespace ledger {

/// One move of rights. Holders are "mint", "used", or the hex of a device and incarnation.
struct Posting {
    QString resource;  ///< "place/D", "number/walk-in", …
    QString from;
    QString to;
    qint64 count = 0;
    std::optional<qint64> first;  ///< First number of a block [first, first + count).
};

inline constexpr qint64 countMax = 1'000'000'000;
inline constexpr qsizetype postingsMax = 64;  ///< Of one operation.
inline constexpr qint64 blockMax = 1'000;     ///< Numbers of one block.

[[nodiscard]] QString mint();
[[nodiscard]] QString used();
/// The account of a device in one of its lives: a restored database starts a new incarnation and so a new account.
[[nodiscard]] QString holder(const StreamKey &stream);

[[nodiscard]] QCborArray encode(const std::vector<Posting> &postings);
/// Nothing if @p array is malformed.
[[nodiscard]] std::optional<std::vector<Posting>> decode(const QCborArray &array);

[[nodiscard]] QStringList tables();
void createTables(State &state);
/// Books @p postings of @p operation; the flagged ones too.
void fold(State &state, const Operation &operation, const std::vector<Posting> &postings);
/// Books @p posting whose author does not matter.
void move(State &state, const Posting &posting);
/// Quarantines @p account for good; @p operation says who declared it lost, and why.
void setAside(State &state, const Operation &operation, const QString &account);

[[nodiscard]] qint64 balance(State &state, const QString &resource, const QString &account);
/// What @p account may give away: its balance, or nothing once it is quarantined.
[[nodiscard]] qint64 spendable(State &state, const QString &resource, const QString &account);
/// All that was ever minted and not taken back.
[[nodiscard]] qint64 total(State &state, const QString &resource);
/// The part of the total that lies in accounts that are set aside.
[[nodiscard]] qint64 quarantined(State &state, const QString &resource);
[[nodiscard]] bool isSetAside(State &state, const QString &account);
/// True if the device and life behind @p account ever minted @p resource.
[[nodiscard]] bool hasMinted(State &state, const QString &resource, const QString &account);
/// One past the highest number of @p resource that the device and life behind @p account gave a block of, if it minted
/// any in epoch @p since or later.
[[nodiscard]] std::optional<qint64> mintedEnd(State &state, const QString &resource, const QString &account,
                                              Epoch since);
/// Every life of @p device that ever had an account, and was not set aside.
[[nodiscard]] std::vector<StreamKey> livesOf(State &state, const DeviceId &device);
/// The next unspent number of @p account's blocks, if any.
[[nodiscard]] std::optional<qint64> nextNumber(State &state, const QString &resource, const QString &account);
/// True if @p number came to @p account and has been given out, or passed on, since.
[[nodiscard]] bool isNumberGone(State &state, const QString &resource, const QString &account, qint64 number);
/// How many numbers it still has.
[[nodiscard]] qint64 numbersLeft(State &state, const QString &resource, const QString &account);
/// One past the highest number ever in a block that begins in [@p from, @p until); @p from if there is none.
[[nodiscard]] qint64 numbersEnd(State &state, const QString &resource, qint64 from = 1,
                                qint64 until = std::numeric_limits<qint64>::max());
/// What @p account has of resources without faces (numbers are blocks of faces), and may give away.
[[nodiscard]] std::vector<std::pair<QString, qint64>> holdings(State &state, const QString &account);

/// One line for every account that breaks the law, naming resource and holder.
[[nodiscard]] QStringList faults(State &state);

}  // namespace ledger
}  // namespace muster
