#pragma once
#include "core/base/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// What people do at a prize desk.
namespace muster::prizes {

/// First step: may this guest have it? A yes puts the entitlement and a piece of stock aside.
struct Redeem {
    QString prize;
    QByteArray payload;
    std::optional<GuestId> guest;
};

/// Second step: it is in the guest's hands.
struct HandOver {
    OperationHash grant;     ///< Of Redeem.
    QString proof;           ///< What was shown: last four of the telephone, number of the paper; empty: none needed.
    QString collector;       ///< Who takes it in the guest's stead: name,
    QString collectorPaper;  ///< and what they showed.
    bool isSigned = false;   ///< A signature was given.
};

/// Instead of the second step: entitlement and stock are free again.
struct Cancel {
    OperationHash grant;
    QString reason;
};

enum class Change { Transfer, Recount, Damaged };

/// What happens to stock besides being given away.
struct AdjustStock {
    QString prize;
    Change change = Change::Recount;
    QString desk;    ///< A station; empty: this device's own.
    QString toDesk;  ///< Transfer.
    int count = 0;   ///< Transfer, Damaged: pieces; Recount: how many there are.
    QString reason;
};

}  // namespace muster::prizes
