#pragma once
#include "core/venue/queues/queue_states.h"
#include "core/venue/scarce/scarce.h"

// (The door, which gives numbers too, needs only what stands in queue_door.h.)
#include "core/venue/queues/queue_door.h"

/// Queue numbers: given once, called by one counter at a time, carried through a journey of several services.
///
/// A ticket is a right of its own ("ticket/<id>"), minted with its number. It lies in the account of who may call it:
/// mostly the hub's; beforehand, *on deck*, and while it is served, a counter's; while its issuer is cut off, the
/// issuer's. So no two counters call one guest, however the network is cut.
///
/// What a ticket is now is a register: the step with the highest (version, time, operation) wins. Steps name the step
/// that their author had seen last, so that two calls which knew nothing of each other are a conflict on every device.
namespace muster::queues {

struct Ticket {
    RequestId id;  ///< Of the act that issued it.
    OperationHash issue;
    QString number;
    QString series;
    std::optional<GuestId> guest;
    QString priority;
    int persons = 1;
    HybridTime issuedAt;
    QString station;
    bool isProvisional = false;

    // As the last step left it.
    OperationHash last;  ///< That step; the issue if there was none.
    qint64 version = 0;
    Phase phase = Phase::Waiting;
    QString service;
    QString counter;
    QString person;   ///< Only this member of staff calls it.
    qint64 rank = 0;  ///< Lower is called first: milliseconds since 1970 of when it began to wait, or made by a rule.
    HybridTime since;
    std::optional<WallTime> until;  ///< Parked, Batched.
};

/// One step as it was written down.
struct Stepped {
    OperationHash operation;
    RequestId ticket;
    OperationHash previous;
    qint64 version = 0;
    Step step = Step::Called;
    Phase phase = Phase::Waiting;  ///< After it,
    QString service;               ///< and where to.
    QString from;                  ///< The service it happened in.
    QString counter;
    QString person;
    QString actor;
    QString note;
    QString code;
    QString station;
    qint64 rank = 0;
    std::optional<WallTime> until;
    std::optional<qint64> tookSeconds;  ///< Called: waited; Finish: served. As the author's clock had it.
    HybridTime time;
    StreamKey stream;
    bool isProvisional = false;
};

[[nodiscard]] QString issuedKind();
[[nodiscard]] QString steppedKind();
[[nodiscard]] QString counterKind();
[[nodiscard]] QString ownerKind();

[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
[[nodiscard]] std::map<QString, scarce::Room> rooms();

[[nodiscard]] QString ticketResource(const RequestId &ticket);
[[nodiscard]] QString numberResource(const QString &series);
[[nodiscard]] QString numberText(const Series &series, qint64 number);

// Queries.
[[nodiscard]] std::optional<Ticket> find(State &state, const RequestId &id);
/// The first issued one with this number.
[[nodiscard]] std::optional<Ticket> withNumber(State &state, const QString &number);
/// The guest's ticket of @p series that is not over.
[[nodiscard]] std::optional<Ticket> ofGuest(State &state, const GuestId &guest, const QString &series);
/// Those of @p service in @p phase, the next first.
[[nodiscard]] std::vector<Ticket> inPhase(State &state, const QString &service, Phase phase, int countMax);
[[nodiscard]] int countInPhase(State &state, const QString &service, Phase phase);
/// How many of @p ticket's service will be called before it, as the order is now.
[[nodiscard]] int aheadOf(State &state, const Ticket &ticket);
/// At @p counter: called, in service, held; the latest first.
[[nodiscard]] std::vector<Ticket> atCounter(State &state, const QString &counter);
/// Tickets that this account holds and that wait: what its counter may call alone.
[[nodiscard]] std::vector<Ticket> onDeck(State &state, const QString &account, int countMax);
[[nodiscard]] std::vector<Stepped> historyOf(State &state, const RequestId &ticket);
[[nodiscard]] std::optional<QString> ownerOf(State &state, const GuestId &guest);
[[nodiscard]] bool isOpen(State &state, const QString &counter);
[[nodiscard]] int issuedCount(State &state, const QString &series);

// Deciding.
[[nodiscard]] scarce::Examined examine(Desk &desk, const Act &act, const Issue &command);
[[nodiscard]] scarce::Examined examine(Desk &desk, const Act &act, const Call &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Advance &command);
/// What a step told beside its yes, when it is told again.
void recall(Desk &desk, const Advance &command, Answer &answer);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const SetCounter &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const CallBatch &command);
void recall(Desk &desk, const CallBatch &command, Answer &answer);
void recall(Desk &desk, const Roll &command, Answer &answer);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Roll &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const SetOwner &command);

/// What the hub @p self should book now for the linked devices: number blocks, tickets on deck, and tickets of counters
/// that were declared lost.
[[nodiscard]] std::vector<Draft> hubDuties(Desk &desk);
/// What this device should give back to the hub that it is linked to: tickets that it holds and need not.
[[nodiscard]] std::vector<Draft> homeDuties(Desk &desk);

}  // namespace muster::queues
