#pragma once
#include "core/base/pin_hash.h"
#include "core/venue/desk.h"

/// Who a person at a device is: by badge or code, and by PIN where they have one. PINs are kept as Argon2id, salted
/// anew each time; wrong tries are operations too, so that neither a restart nor another device forgets them.
///
/// A PIN has four to eight digits: whoever takes the log of an enrolled device away can try them all out. It keeps
/// honest people apart at a counter; it does not replace enrolment.
namespace muster::staff {

inline constexpr qsizetype pinDigitsMin = 4;
inline constexpr qsizetype pinDigitsMax = 8;
inline constexpr int triesMax = 5;                 ///< Wrong ones in a row, at one device, before the wait.
inline constexpr std::chrono::minutes waitFor{5};  ///< From the last wrong try; after each further one again.

struct Pin {
    PinSalt salt;
    PinHash hash;
    OperationHash operation;
};

/// Somebody who signed on at a device and is there.
struct SignedOn {
    DeviceId device;
    QString staff;
    HybridTime since;
};

struct SignOns {
    QStringList here;     ///< Staff codes of who may act at the device, who signed on last comes first.
    QStringList withPin;  ///< Everybody of whom a PIN is asked.
};

[[nodiscard]] QString pinSetKind();
[[nodiscard]] QString pinRefusedKind();
[[nodiscard]] QString signedOnKind();
[[nodiscard]] QString signedOffKind();
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

[[nodiscard]] std::optional<Pin> pinOf(State &state, const QString &staff);
/// True if @p staff may act at @p device: they signed on there, or have no PIN to do it with.
[[nodiscard]] bool isSignedOn(State &state, const QString &staff, const DeviceId &device);
[[nodiscard]] std::vector<SignedOn> signedOn(State &state);
/// What a screen has to know before somebody signs on at @p device.
[[nodiscard]] SignOns signOnsAt(State &state, const DeviceId &device);
/// Until when @p device takes no further try for @p staff; nothing: it does.
[[nodiscard]] std::optional<WallTime> waitsUntil(State &state, const QString &staff, const DeviceId &device,
                                                 WallTime now);

[[nodiscard]] Answer decide(Desk &desk, const Act &act, const SetPin &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const SignOn &command);
/// The answer's subjects: gear that they still hold.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const SignOff &command);
void recall(Desk &desk, const SetPin &command, Answer &answer);
void recall(Desk &desk, const SignOn &command, Answer &answer);
void recall(Desk &desk, const SignOff &command, Answer &answer);

}  // namespace muster::staff
