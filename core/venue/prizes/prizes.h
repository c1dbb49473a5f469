#pragma once
#include "core/venue/guests/answers.h"
#include "core/venue/scarce/scarce.h"

/// Prizes: who is entitled, what lies at which desk, granted and then handed over.
///
/// Two kinds of rights. An *entitlement* ("due/<prize>/<guest>") is minted when the hub first says yes, never more than
/// the limit; *stock* ("stock/<prize>") lies in the accounts of desks, as the pieces lie on their tables. Granting uses
/// up one of each; cancelling brings both back, and only the life of the device that granted does it, whoever wishes
/// it: two who decide apart, one to hand over and one to cancel, would make two of one. (The hub stands in for a life
/// that was declared lost.) That a prize is in somebody's hands is a fact that anybody in charge may write down; if
/// what became of one grant was written down twice, that is a conflict. What a device does without the hub is the
/// prize's rule: nothing, spend an entitlement that was placed with it (lease), or give up to a budget, each double a
/// conflict.
namespace muster::prizes {

/// A grant, and what became of it.
struct Given {
    OperationHash operation;
    RequestId request;
    QString prize;
    GuestId guest;
    StreamKey stream;
    QString station;
    QString actor;
    HybridTime time;
    bool isProvisional = false;
    bool isByRight = false;  ///< It used up an entitlement, not a budget.
    bool isHanded = false;
    bool isCancelled = false;  ///< And was not handed over all the same.
    Epoch rankEpoch{};         ///< Of the hub's grant; 0: none.
    Sequence rankSequence{};

    [[nodiscard]] bool stands() const { return !isCancelled; }
    [[nodiscard]] bool isOpen() const { return !isHanded && !isCancelled; }
};

[[nodiscard]] QString grantedKind();
[[nodiscard]] QString endedKind();
[[nodiscard]] QString cancelWantedKind();
[[nodiscard]] QString adjustedKind();
[[nodiscard]] QString placedKind();
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
[[nodiscard]] std::map<QString, scarce::Room> rooms();

/// Conflicts: a guest was given more than the limit; what became of one grant was written down twice.
[[nodiscard]] QString givenTwiceRule();
[[nodiscard]] QString settledTwiceRule();

[[nodiscard]] QString dueResource(const QString &prize, const GuestId &guest);
[[nodiscard]] QString stockResource(const QString &prize);

[[nodiscard]] std::optional<Given> find(State &state, const OperationHash &given);
[[nodiscard]] std::vector<Given> givenTo(State &state, const GuestId &guest, const QString &prize);
/// Granted and not handed over, oldest first.
[[nodiscard]] std::vector<Given> open(State &state, int countMax);
/// Open grants that somebody wishes to be cancelled, and why.
struct CancelWanted {
    Given given;
    QString reason;
    QString actor;
};
[[nodiscard]] std::vector<CancelWanted> cancelsWanted(State &state);
/// Grants that stand,
[[nodiscard]] int givenCount(State &state, const QString &prize);
/// and those of them that were handed over.
[[nodiscard]] int handedCount(State &state, const QString &prize);
/// Gifts with a purchase that was undone: to be brought back.
[[nodiscard]] std::vector<Given> recoveries(State &state, const EventSetup &setup);

/// Why @p guest is not entitled to @p prize, for scripts and in words; nothing if they are.
[[nodiscard]] std::optional<std::pair<QString, Words>> whyNot(State &state, const EventSetup &setup, const Prize &prize,
                                                              const GuestId &guest);
/// Entitlements of @p guest that are given or on their way.
[[nodiscard]] qint64 takenCount(State &state, const QString &prize, const GuestId &guest, const QString &hub);

[[nodiscard]] scarce::Examined examine(Desk &desk, const Act &act, const Redeem &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const HandOver &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Cancel &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const AdjustStock &command);

/// Grants that others wish to be cancelled, and that are this device's to cancel.
[[nodiscard]] std::vector<Draft> cancelDuties(Desk &desk);
/// The plan's stock, placed with desks that are linked; entitlements of the lease kind of guests who signed in.
[[nodiscard]] std::vector<Draft> hubDuties(Desk &desk);
/// Entitlements that lie here for nothing.
[[nodiscard]] std::vector<Draft> homeDuties(Desk &desk);

}  // namespace muster::prizes
