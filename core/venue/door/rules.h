#pragma once
#include "core/journal/operation.h"
#include "core/journal/state.h"
#include "core/venue/act.h"

/// Rules of entry as the plan has them, and the venue's own words where the plan has none.
namespace muster::rules {

/// Who wants in, where and when.
struct Question {
    QString classCode;
    QString session;
    QString station;  ///< Empty: a device that stands at no gate, such as the coordinator's; any gate will do.
    WallTime now{};
};

struct Verdict {
    Outcome outcome = Outcome::Admitted;
    const Rule *matched = nullptr;  ///< The first rule that matches wholly.
    Words words;                    ///< Else of the rule that failed last: the nearest one.
};

/// Source of "any rule that matches wholly; else the nearest failing one": pretix's check-in rules.
/// A station that the plan keeps for other classes refuses whom a rule would let in.
[[nodiscard]] Verdict nearest(const EventSetup &setup, const Question &question);

/// Minutes since local midnight of the event's day, in the event's zone; may be negative or exceed a day.
[[nodiscard]] qint64 minuteOfEvent(const EventSetup &setup, WallTime now);

/// What makes a number unique that a device gives out of no block: the device's number and, since a restored disk
/// forgets what it gave, a mark of its incarnation.
[[nodiscard]] QString deviceMark(State &state, const StreamKey &device);

/// A walk-in's number when the device has no numbers left and cannot ask.
[[nodiscard]] QString cutOffNumber(State &state, const StreamKey &device);

/// The same of a series.
[[nodiscard]] QString suffixNumber(State &state, const StreamKey &device, const Series &series);

/// True if @p question asks for a consent without which nobody comes in, and @p given is no such consent.
[[nodiscard]] bool isConsentRefused(const muster::Question &question, const QString &given);

[[nodiscard]] Words signInIsClosed();
[[nodiscard]] Words otherSession();
[[nodiscard]] Words zoneIsFull();
[[nodiscard]] Words tooManyCompanions(int most);
[[nodiscard]] Words noSuchZone(const QString &zone);
[[nodiscard]] Words zoneOfVehicles(const QString &zone);
[[nodiscard]] Words noSuchClass(const QString &classCode);
[[nodiscard]] Words consentNeeded();
[[nodiscard]] Words signInFirst();
[[nodiscard]] Words notAllowed();
[[nodiscard]] Words notYourTask();
[[nodiscard]] Words unknownStaff(const QString &code);
[[nodiscard]] Words undoIsLate();
[[nodiscard]] Words deviceIsAtWork();
[[nodiscard]] Words nothingIsHeld();
[[nodiscard]] Words grantIsSettled();
[[nodiscard]] Words isInAlready();
[[nodiscard]] Words nothingToAnnul();
[[nodiscard]] Words reasonNeeded();
[[nodiscard]] Words conflictChanged();
[[nodiscard]] Words onlyAtHub();
[[nodiscard]] Words shutOut();
[[nodiscard]] Words declaredLost();

[[nodiscard]] Words noSuchGuest();
[[nodiscard]] Words noSuchSeries(const QString &series);
[[nodiscard]] Words seriesIsClosed(const Series &series);
[[nodiscard]] Words seriesOfOthers(const Series &series);
[[nodiscard]] Words seriesIsFull(const Series &series);
[[nodiscard]] Words tooManyPersons(int most);
[[nodiscard]] Words tryAgain();
[[nodiscard]] Words hasNumber(const QString &number);
[[nodiscard]] Words numberIsOnItsWay();
[[nodiscard]] Words noNumbersLeft();
[[nodiscard]] Words noSuchTicket(const QString &number);
[[nodiscard]] Words ticketIs(const QString &number, const QString &phase);
[[nodiscard]] Words ticketIsElsewhere(const QString &number);
[[nodiscard]] Words nothingWaiting();
[[nodiscard]] Words nothingOnDeck();
[[nodiscard]] Words noSuchCounter(const QString &counter);
[[nodiscard]] Words otherCounter(const QString &counter);
[[nodiscard]] Words noSuchService(const QString &service);
[[nodiscard]] Words paperIsMissing(const Words &paper);
[[nodiscard]] Words identityIsUnchecked();
[[nodiscard]] Words hasOwner(const QString &consultant);

[[nodiscard]] Words noSuchUnit(const QString &unit);
[[nodiscard]] Words unitIs(const QString &unit, const QString &phase);
[[nodiscard]] Words unitIsElsewhere(const QString &unit);
[[nodiscard]] Words unitsAreFrozen();
[[nodiscard]] Words noSuchPrize(const QString &prize);
[[nodiscard]] Words notEntitled(const Prize &prize);
[[nodiscard]] Words missingStamp(const QString &zone);
[[nodiscard]] Words alreadyGiven(const Prize &prize);
[[nodiscard]] Words noStockHere(const Prize &prize);
[[nodiscard]] Words prizeNeedsHub(const Prize &prize);
[[nodiscard]] Words proofNeeded(Proof proof);
[[nodiscard]] Words grantIsOver();
[[nodiscard]] Words deskWillCancel();
[[nodiscard]] Words otherDesk();
[[nodiscard]] Words deskIsAway(const QString &desk);
[[nodiscard]] Words notSoMany(qint64 there);

}  // namespace muster::rules
