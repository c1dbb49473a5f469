#pragma once
#include "core/base/ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

/// What people do with queue numbers. Tickets are named by their number ("A023"): unique for ever, cut off or not.
namespace muster::queues {

/// A guest takes a number.
struct Issue {
    QString series;
    QByteArray payload;            ///< The guest's code; empty and no `guest`: a number without a name.
    std::optional<GuestId> guest;  ///< Instead of a code.
    QString priority;              ///< Asked for by staff (elderly, appointment); empty: as the guest's class says.
    int persons = 1;
};

/// A counter calls the next ticket of its work profile, or one out of order.
struct Call {
    QString counter;  ///< A station; empty: this device's own.
    QString ticket;   ///< Its number; empty: the next.
};

/// What a counter does with a ticket that it has. The table of states is in queue_states.h.
enum class Step {
    Called,    ///< By Call, never by Advance.
    Recall,    ///< Called once more.
    Arrive,    ///< The guest is there: service begins.
    NoShow,    ///< Did not come: the service's rule for the late applies.
    Hold,      ///< Service is interrupted; the ticket stays with the counter.
    Park,      ///< Back to the queue, not to be called before some minutes are over.
    Resume,    ///< From hold.
    Transfer,  ///< To another service, counter or person; the guest keeps the number.
    Finish,    ///< Service is over: on to the next stage, or the journey ends.
    Cancel,    ///< The ticket is over.
    Batched,   ///< By CallBatch.
    Rescued,   ///< Of a counter that was declared lost: goes first.
};

struct Advance {
    QString ticket;
    Step step = Step::Finish;
    QString service;     ///< Transfer: to it; empty: the same.
    QString counter;     ///< Transfer: only there.
    QString person;      ///< Transfer: only to this member of staff.
    int minutes = 0;     ///< Park.
    QString note;        ///< How it went, in words,
    QString code;        ///< and as a code of the plan.
    QStringList papers;  ///< Arrive: codes of the documents that were shown.
    bool isIdentityChecked = false;
    int persons = 0;  ///< Arrive: how many came with the number; 0: as issued.
};

/// A counter begins or ends its work; a closed one gives its tickets on deck back.
struct SetCounter {
    QString counter;
    bool isOpen = true;
};

/// The next households of a service move together, and must be there within some minutes.
struct CallBatch {
    QString service;
    int count = 0;    ///< 0: as the service says.
    int minutes = 0;  ///< 0: as the service says.
};

/// The roll of a batch: who is there. The others follow the service's rule for the late.
struct Roll {
    QString ticket;
    bool isHere = true;
};

/// Whose guest this is: the consultant who is called first for them.
struct SetOwner {
    QByteArray payload;
    std::optional<GuestId> guest;
    QString consultant;  ///< Staff code.
    QString reason;      ///< Of a dispute that was decided; may be empty the first time.
};

}  // namespace muster::queues
