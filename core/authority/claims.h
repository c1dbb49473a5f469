#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

namespace muster {

/// Ask – grant – told: verdicts of hubs, and which of them have been told.
namespace claims {

inline constexpr qsizetype claimLengthMax = 128;
inline constexpr qsizetype grantsMax = 64;  ///< That one told operation may end.

/// The hub's word on one claim: a permission, not yet a fact. Only the asker's own *told* operation says what happened.
struct Verdict {
    OperationHash operation;
    RequestId request;
    QString claim;    ///< What excludes each other, e.g. "sign_in/<session>/<guest>".
    DeviceId device;  ///< Who asked.
    bool isGranted = false;
    Epoch epoch{};
    Sequence sequence{};  ///< In the hub's chain: with the epoch, the order between rivals.
    WallTime at{};
    QCborMap detail;  ///< What the room needs to know, e.g. the zone, or why not.
};

[[nodiscard]] QString grantedKind();
[[nodiscard]] QString refusedKind();
/// "authority.voided": grants that were recorded but never shown, ended by staff.
[[nodiscard]] QString voidedKind();
[[nodiscard]] QString declinedKind();

[[nodiscard]] Draft grant(const RequestId &request, const QString &claim, const DeviceId &device,
                          const QCborMap &detail, const QCborArray &postings);
[[nodiscard]] Draft refuse(const RequestId &request, const QString &claim, const DeviceId &device,
                           const QCborMap &detail);
[[nodiscard]] Draft voidGrants(const std::vector<OperationHash> &grants, const QString &reason,
                               const QCborArray &postings);

/// The asker decided @p request before the hub's word came, and told a no: a grant of it is over.
[[nodiscard]] Draft decline(const RequestId &request);

[[nodiscard]] QStringList tables();
void createTables(State &state);
/// @p claim becomes what a verdict is about; of other operations it stays empty.
[[nodiscard]] Folded fold(State &state, const Operation &operation, QString &claim);
/// A told operation answers its request and ends @p grants, whatever they were for.
void foldTold(State &state, const Operation &operation, const std::vector<OperationHash> &grants);

/// What @p request led to here, if it was done or declined: no request is carried out twice.
[[nodiscard]] std::optional<OperationHash> done(State &state, const RequestId &request);
/// The verdict given to @p request under @p claim, if any: a retry gets the same word.
[[nodiscard]] std::optional<Verdict> find(State &state, const RequestId &request, const QString &claim);
[[nodiscard]] std::optional<Verdict> find(State &state, const OperationHash &operation);
/// True if @p grant was given back: it is nobody's permission any more.
[[nodiscard]] bool isVoided(State &state, const OperationHash &grant);
/// Grants of @p claim that nobody told or voided yet, in the hub's order.
[[nodiscard]] std::vector<Verdict> open(State &state, const QString &claim);
/// Grants that nobody told or voided yet, oldest first: "recorded, not shown: done or void?"
[[nodiscard]] std::vector<Verdict> open(State &state, int countMax);
[[nodiscard]] bool isOpen(State &state, const OperationHash &grant);
[[nodiscard]] bool hasOpen(State &state, const RequestId &request);
/// Refusals of @p claim whose request was told a yes all the same.
[[nodiscard]] std::vector<Verdict> refusedButTold(State &state, const QString &claim);

}  // namespace claims
}  // namespace muster
