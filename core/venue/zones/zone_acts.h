#pragma once
#include "core/base/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Counting people by hand, and things that are lent.
namespace muster::zones {

/// So many came in (+) or went out (−) at this gate, uncounted by any scan; or an earlier count was a slip.
struct Count {
    QString zone;
    int delta = 0;
    std::optional<OperationHash> undoes{};  ///< Instead of zone and delta: takes this count back.
};

/// Somebody counted heads: so many are in the zone now.
struct Recount {
    QString zone;
    int persons = 0;
    QString reason;
};

/// A cloakroom tag, a wheelchair, a pram: lent to a guest, or given back.
struct SetCustody {
    QString tag;
    bool isOut = true;  ///< Lent out (or, of a cloakroom, taken in).
    QByteArray payload;
    std::optional<GuestId> guest;
    QString note;
};

}  // namespace muster::zones
