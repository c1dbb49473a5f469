#pragma once
#include "core/venue/act.h"

/// What people at a counter, at a prize desk and before a board look at: plain values, read when they are wanted.
namespace muster {

/// One stage of a guest's way.
struct StageView {
    enum class Place { Done, Now, Next };
    QString service;
    Words name;
    Place place = Place::Next;
};

/// A number in a counter's hands, or next for it.
struct TicketView {
    QString number;
    std::optional<GuestView> guest;  ///< Unset: a number without a name.
    QString service;
    Words serviceName;
    QString phase;     ///< "called", "serving", "held"; of what is next "waiting" or "ready".
    WallTime since{};  ///< Of the last step.
    int persons = 1;
    bool isProvisional = false;  ///< It was given while cut off.
    std::vector<StageView> journey;
    std::vector<Question::Choice> papers;  ///< To be looked at before service begins.
};

struct CounterDeskView {
    std::vector<TicketView> atHand;  ///< The latest first.
    std::vector<TicketView> onDeck;  ///< Else who waits longest, of its work profile; the next first.
};

/// May a guest have a prize at this desk, and why not.
struct DueView {
    QString prize;
    Words name;
    Proof proof = Proof::None;
    int left = 0;                        ///< At this desk.
    Words whyNot;                        ///< Empty: they may.
    std::optional<OperationHash> grant;  ///< Recorded here, not handed over.
    bool isHanded = false;
};

struct PrizeGuestView {
    std::optional<GuestView> guest;  ///< Unset: nobody has this code.
    std::vector<DueView> dues;       ///< As the plan lists its prizes.
};

/// A grant of this device that it never said it handed over.
struct OpenPrizeView {
    OperationHash grant;
    QString prize;
    Words name;
    Proof proof = Proof::None;
    GuestView guest;
    WallTime at{};
};

}  // namespace muster

/// What hangs on the wall of a waiting zone.
namespace muster::queue_board {

struct Call {
    OperationHash step;  ///< That called, or called once more: what an announcement is named by.
    QString number;
    QString series;
    QString service;
    QString counter;
    Words counterName;
    WallTime at{};
    bool isRecall = false;
    bool isArrived = false;  ///< The guest is there: shown, and not spoken any more.
};

struct Board {
    std::vector<Call> nowServing;         ///< The latest call first.
    QStringList onDeck;                   ///< Numbers that lie at counters already, the next first.
    QMap<QString, QString> lastOfSeries;  ///< The number of each series that was called last.
};

}  // namespace muster::queue_board
