#pragma once
#include "app/net/enrolment_uri.h"
#include "core/base/crypto.h"

#include <variant>

/// What a new device and the hub say to each other, in this order:
/// hub Offer → device Application → hub Reveal → (Heartbeats both ways) → hub Approval → device Received;
/// the hub may answer with a Refusal at any time. Each is one frame: a CBOR map with small integer keys.
namespace muster::net {

/// Why an enrolment did not come about. Numbers travel: never reuse one.
enum class EnrolmentFailure : quint8 {
    Unreachable = 1,   ///< No address answered.
    WrongHub = 2,      ///< Somebody answered who does not hold the CA key that the code names. Nothing was told them.
    WrongToken = 3,    ///< The hub does not know the code: scan the one that it shows now.
    TokenUsed = 4,     ///< Another device was enrolled with this code: scan the next one.
    WindowClosed = 5,  ///< The coordinator's window for new devices is over: have it opened again.
    Busy = 6,          ///< Too many devices wait; this one tries again by itself.
    Refused = 7,       ///< The coordinator said no.
    CodeDenied = 8,    ///< The person at the device said that the codes differ, or gave up.
    Protocol = 9,      ///< The other end does not follow the protocol, or is of another version.
    TimedOut = 10,     ///< Nobody decided in time.
    ShutOut = 11,      ///< These keys were revoked for good: only with new ones it can come back, as a new device.
};

inline constexpr qsizetype enrolmentNonceBytes = 32;
inline constexpr qsizetype roleMax = 32;                ///< Characters.
inline constexpr qsizetype deviceNameMax = 64;          ///< Characters.
inline constexpr qsizetype refusalWordsMax = 400;       ///< Characters.
inline constexpr qsizetype linkKeyBytesMax = 128;       ///< subjectPublicKeyInfo of P-256 is 91.
inline constexpr qsizetype linkProofBytesMax = 80;      ///< ECDSA in DER is at most 72.
inline constexpr qsizetype certificateMax = 4096;       ///< PEM, bytes.
inline constexpr qsizetype bundleMax = 768 * 1024;      ///< What the hub gives a new device besides its certificate.
inline constexpr qsizetype applicationFrameMax = 2048;  ///< All that a hub takes from a device that it does not know.

/// Fit for a coordinator's screen: no control characters, and none that hide or turn round what stands beside them.
[[nodiscard]] bool isPlainText(const QString &text);
/// @p text made so, with single spaces, cut to @p max characters.
[[nodiscard]] QString toPlainText(const QString &text, qsizetype max);

/// The hub: its commitment to a nonce that it shows later, and a challenge to sign.
struct Offer {
    QByteArray commitment;  ///< 32 bytes, commitmentOf(nonce).
    QByteArray challenge;   ///< 32 random bytes.
    QString eventName;
    friend bool operator==(const Offer &, const Offer &) = default;
};

/// The device: who it is and wants to be. The proofs sign proofMessage().
struct Application {
    std::optional<EnrolmentToken> token;  ///< None where the address was typed.
    QByteArray linkKeyDer;
    PublicKey operationsKey;
    QByteArray nonce;  ///< 32 random bytes, made after the hub's commitment was here.
    QString role;
    QString name;
    QString station;  ///< May be empty: the coordinator chooses.
    QByteArray linkProof;
    Signature operationsProof;
    friend bool operator==(const Application &, const Application &) = default;
};

/// The hub: what it had committed to. From here on both ends can show the check code.
struct Reveal {
    QByteArray nonce;
    friend bool operator==(const Reveal &, const Reveal &) = default;
};

/// The hub: welcome.
struct Approval {
    QByteArray certificatePem;
    QByteArray caPem;
    QByteArray bundle;  ///< Opaque here.
    friend bool operator==(const Approval &, const Approval &) = default;
};

struct Refusal {
    EnrolmentFailure failure = EnrolmentFailure::Refused;
    QString words;
    friend bool operator==(const Refusal &, const Refusal &) = default;
};

/// Both: still here, while people decide.
struct Heartbeat {
    friend bool operator==(const Heartbeat &, const Heartbeat &) = default;
};

/// The device: the approval is here and good.
struct Received {
    friend bool operator==(const Received &, const Received &) = default;
};

using EnrolmentMessage = std::variant<Offer, Application, Reveal, Approval, Refusal, Heartbeat, Received>;

[[nodiscard]] QByteArray encode(const EnrolmentMessage &message);
/// Invalid unless @p cbor is exactly one message: known kind, every field of its type and within its limits, no other.
[[nodiscard]] Result<EnrolmentMessage> decode(const QByteArray &cbor);

/// The name that scripts see in JSON, e.g. "wrong_token".
[[nodiscard]] QString toString(EnrolmentFailure failure);

}  // namespace muster::net
