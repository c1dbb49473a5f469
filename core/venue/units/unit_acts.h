#pragma once
#include "core/base/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// What people do on the unit board and in the sales ledger.
namespace muster::units {

enum class Step {
    Hold,       ///< For a household, for some minutes; an expired hold asks.
    Subscribe,  ///< The household signed the subscription.
    Sign,       ///< The contract is signed.
    Release,    ///< Free again.
    Withdraw,   ///< Not for sale.
};

struct Advance {
    QString unit;
    Step step = Step::Hold;
    QByteArray payload;  ///< The household; needed to hold or subscribe.
    std::optional<GuestId> guest;
    int minutes = 0;  ///< Hold: 0: 15.
    QString reason;   ///< Release, Withdraw.
};

/// Nobody holds or subscribes anything, or the board is open again.
struct Freeze {
    bool isFrozen = true;
    QString reason;
};

}  // namespace muster::units

namespace muster::sales {

enum class Payment { Cash, Card, Transfer, Mobile, Other };

/// Something was sold. Amounts are hundredths of the event's currency.
struct Record {
    QString unit;      ///< A unit for sale,
    QString merchant;  ///< or who sold it.
    qint64 amount = 0;
    Payment payment = Payment::Other;
    QString document;    ///< Number of the receipt or contract.
    QString consultant;  ///< Staff code.
    QByteArray payload;  ///< The guest, if known.
    std::optional<GuestId> guest;
};

struct Void {
    OperationHash sale;
    QString reason;
};

}  // namespace muster::sales
