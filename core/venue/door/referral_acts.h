#pragma once
#include "core/venue/guests/guests.h"

namespace muster::referrals {

/// Somebody is sent on to the problem desk, with the reason, so that the line at the gate goes on.
struct Refer {
    QByteArray payload;  ///< What was scanned or typed; empty: they had no code.
    std::optional<GuestId> guest;
    QString reason;  ///< The outcome at the gate: "unknown", "blocked", …; or "no_code", "disputed".
    QString note;    ///< For the problem desk, in staff's words.
};

/// The problem desk is done with them. (Whom it signs in is done without this.)
struct Settle {
    OperationHash referral;
    QString outcome;  ///< What was done, in staff's words.
};

}  // namespace muster::referrals
