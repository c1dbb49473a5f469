#pragma once
#include "core/plan/columns.h"

/// The words that the choice columns of the plan's sheets understand; the first of each is the one that is written.
namespace muster::plan {

[[nodiscard]] const std::vector<WordChoice<QString>> &languages();
[[nodiscard]] const std::vector<WordChoice<QString>> &alerts();
[[nodiscard]] const std::vector<WordChoice<QString>> &bands();
[[nodiscard]] const std::vector<WordChoice<QString>> &stationRoles();
[[nodiscard]] const std::vector<WordChoice<ZoneUnit>> &zoneUnits();
[[nodiscard]] const std::vector<WordChoice<Reentry>> &reentries();
[[nodiscard]] const std::vector<WordChoice<QuestionKind>> &kinds();
[[nodiscard]] const std::vector<WordChoice<LateRule>> &lateRules();
[[nodiscard]] const std::vector<WordChoice<PrizeAct>> &prizeActs();
[[nodiscard]] const std::vector<WordChoice<CutOffRule>> &cutOffRules();
[[nodiscard]] const std::vector<WordChoice<Proof>> &proofs();
[[nodiscard]] const std::vector<WordChoice<PostKind>> &postKinds();
[[nodiscard]] const std::vector<WordChoice<ShiftKind>> &shiftKinds();
[[nodiscard]] const std::vector<WordChoice<Overrun>> &overruns();
[[nodiscard]] const std::vector<WordChoice<TaskKind>> &taskKinds();
[[nodiscard]] const std::vector<WordChoice<Phase>> &phases();
[[nodiscard]] const std::vector<WordChoice<QString>> &materialCategories();
/// With the words of pretix ("Pending", "Canceled") and of Chinese ticket shops.
[[nodiscard]] const std::vector<WordChoice<GuestStatus>> &guestStatuses();

}  // namespace muster::plan
