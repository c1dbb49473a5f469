#pragma once
#include "core/authority/ledger.h"
#include "core/authority/standbys.h"
#include "core/venue/plan/setup.h"

/// The hub's side of the ledger: mints what the plan allows, hands out blocks of numbers and headroom to devices, and
/// takes back places that guests have left.
///
/// After a restore the hub knows neither what its lost tail minted nor what it gave away, so
///  - **places** wait: what its earlier lives hold is frozen, nothing is minted and no place comes home, until staff
///    declare those lives lost (confirmed off, zones recounted). Then as many are minted as lie in quarantine, so that
///    places in use, held and free never exceed the plan's firm limit; should a tail turn up all the same, the excess
///    is taken back like a lowered limit, as rights return.
///  - **numbers** go on at once, a long leap ahead of all that is known (`numberLeap`, several times as many as a day
///    gives out): they may have holes, and are unique for ever. The leap differs between the lives of a hub, since one
///    old copy can be put back twice. A promoted hub begins in a region of its own, by its number and its turn: it may
///    not have heard of its predecessor's last blocks, nor of another standby that was promoted apart from it.
///
/// After a promotion the new hub goes by the same caution: it grants at once from its own share, which a standby has
/// from the start; what its predecessor holds is frozen, and nothing is minted and no place comes home, until the
/// predecessor has stepped down (then all that it booked is known, and what it held is handed over) or staff declared
/// it lost.
namespace muster::rights {

inline constexpr int numberBlock = 20;        ///< Walk-in numbers handed to a device at once.
inline constexpr qint64 numberLeap = 10'000;  ///< Of a hub that goes on where another life of it, or another hub, was.
inline constexpr qint64 standbyShare = 5;     ///< A standby holds one of so many of the hub's places.
inline constexpr qsizetype livesMax = 256;    ///< That one declaration sets aside.
inline constexpr int headroomMax = 100;       ///< Places in a firm zone that a device may hold: an hour cut off.

[[nodiscard]] QString kind();  ///< "rights.moved": postings of the hub.

[[nodiscard]] Draft moved(const std::vector<ledger::Posting> &postings);
/// "rights.returned": postings of a device that gives back to the hub what it need not hold.
[[nodiscard]] QString returnedKind();
[[nodiscard]] Draft returned(const std::vector<ledger::Posting> &postings);

/// "rights.lost": lives of a device whose accounts are quarantined.
[[nodiscard]] QString lostKind();
/// @p survivor: the life of that same device that goes on, if it is known.
[[nodiscard]] Draft lost(const DeviceId &device, const std::vector<Incarnation> &lives,
                         const std::optional<Incarnation> &survivor, const QString &reason);

[[nodiscard]] QString placeResource(const QString &zone);
[[nodiscard]] QString walkInResource();

/// Books the way home of what @p fact had used up. Two devices, or two lives of one, may both have let it come home:
/// then it left `used` once, and what came home besides is minted, so that the accounts add up and no order of arrival
/// matters; minting less, or granting less, brings it back.
void foldRelease(State &state, const Operation &operation, const OperationHash &fact,
                 const std::vector<ledger::Posting> &postings);

[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// True of a life that began when an old disk was put back.
[[nodiscard]] bool isRestored(State &state, const StreamKey &life);
/// Lives of @p device that hold rights in vain: all of a revoked device or of a hub that was left behind, the earlier
/// ones of a restored one.
[[nodiscard]] std::vector<StreamKey> frozenLives(State &state, const DeviceId &device);
/// Places that they hold, of all zones.
[[nodiscard]] qint64 frozenPlaces(State &state, const DeviceId &device);
/// True if staff declared @p device lost, and no life of it has held anything since.
[[nodiscard]] bool isLost(State &state, const DeviceId &device);
/// True while the restored life @p self neither mints places nor lets any come home: what its earlier lives minted,
/// took home and gave away may be lost with the tail, and they were not declared lost.
[[nodiscard]] bool arePlacesHeld(State &state, const StreamKey &self);

/// True if @p device was the hub before the present one, and neither stepped down nor was declared lost: what it booked
/// last may be unknown here.
[[nodiscard]] bool isLeftBehind(State &state, const DeviceId &device);
/// True while the hub @p self must not mint what there is only so much of: see arePlacesHeld() and isLeftBehind().
[[nodiscard]] bool isMintingHeld(State &state, const StreamKey &self);
/// What @p self hands over to @p successor when it steps down, and the word that it does.
[[nodiscard]] std::vector<Draft> handOver(State &state, const StreamKey &self, const StreamKey &successor,
                                          const EpochRecord &record);

/// What the hub @p self should book now: capacities that changed, holders that run low, places that came free of
/// @p moved guests (all guests if unset). Nothing twice, however often it is asked.
[[nodiscard]] std::vector<Draft> due(State &state, const EventSetup &setup, const StreamKey &self,
                                     const std::vector<StreamKey> &linked,
                                     const std::optional<std::vector<GuestId>> &moved);

}  // namespace muster::rights
