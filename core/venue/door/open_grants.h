#pragma once
#include "core/authority/claims.h"
#include "core/venue/day/views.h"
#include "core/venue/guests/presence.h"

/// "Recorded, not shown: done or void?" A device was granted a sign-in or a move and never said that it told anybody:
/// it crashed in between, or is cut off. Until somebody settles it the grant keeps its place and bars the guest
/// elsewhere.
namespace muster::open_grants {

/// What the device would have told, as the grant has it.
struct Open {
    claims::Verdict verdict;
    presence::Fact fact;  ///< Guest, session, step, class, zone, companions, rank, request, station.
    int places = 0;       ///< Rights that came along,
    QString hub;          ///< from this account.
};

inline constexpr int listMax = 200;
inline constexpr std::chrono::seconds shownAfter{10};  ///< Younger ones are on their way.

/// Nothing unless @p grant is a grant that nobody told or voided.
[[nodiscard]] std::optional<Open> find(State &state, const OperationHash &grant);
/// Oldest first; made before @p before, if given.
[[nodiscard]] std::vector<OpenGrantView> list(State &state, const EventSetup &setup, std::optional<WallTime> before);

}  // namespace muster::open_grants
