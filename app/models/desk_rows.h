#pragma once
#include <QObject>
#include <QString>

/// What one line of a list at a counter, a prize desk or on a board says; as in rows.h.
namespace muster {

struct StageRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(bool isDone MEMBER isDone)
    Q_PROPERTY(bool isNow MEMBER isNow)

public:
    QString key;  ///< The service's code.
    QString name;
    bool isDone = false;
    bool isNow = false;
    friend bool operator==(const StageRow &, const StageRow &) = default;
};

struct TicketRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString service MEMBER service)

public:
    QString key;   ///< The number.
    QString name;  ///< Of the guest; empty: none, or not here.
    QString service;
    friend bool operator==(const TicketRow &, const TicketRow &) = default;
};

struct PrizeRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString leftHere MEMBER leftHere)
    Q_PROPERTY(QString whyNot MEMBER whyNot)
    Q_PROPERTY(bool isDue MEMBER isDue)
    Q_PROPERTY(bool isLow MEMBER isLow)
    Q_PROPERTY(bool isHanded MEMBER isHanded)
    Q_PROPERTY(bool isOpen MEMBER isOpen)

public:
    QString key;  ///< The prize's code.
    QString name;
    QString leftHere;  ///< Pieces at this desk.
    QString whyNot;    ///< One sentence; empty if the guest may have it.
    bool isDue = false;
    bool isLow = false;
    bool isHanded = false;
    bool isOpen = false;  ///< Recorded at this desk, not handed over.
    friend bool operator==(const PrizeRow &, const PrizeRow &) = default;
};

struct OpenPrizeRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString prize MEMBER prize)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString time MEMBER time)

public:
    QString key;  ///< Hex of the grant.
    QString prize;
    QString name;  ///< Of the guest; empty while it is not here.
    QString time;  ///< When it was recorded, "09:41".
    friend bool operator==(const OpenPrizeRow &, const OpenPrizeRow &) = default;
};

struct CallRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString counter MEMBER counter)
    Q_PROPERTY(bool isSpoken MEMBER isSpoken)
    Q_PROPERTY(bool isArrived MEMBER isArrived)

public:
    QString key;  ///< Hex of the step that called.
    QString number;
    QString counter;
    bool isSpoken = false;  ///< At this moment.
    bool isArrived = false;
    friend bool operator==(const CallRow &, const CallRow &) = default;
};

/// The number of a series that was called last; or one that is next, with no series.
struct NumberRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString series MEMBER series)

public:
    QString key;
    QString number;
    QString series;
    friend bool operator==(const NumberRow &, const NumberRow &) = default;
};

/// Somebody who may sign on at a device.
struct PersonRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString company MEMBER company)
    Q_PROPERTY(bool isHere MEMBER isHere)
    Q_PROPERTY(bool hasPin MEMBER hasPin)

public:
    QString key;  ///< Staff code.
    QString name;
    QString company;
    bool isHere = false;  ///< Works at this device.
    bool hasPin = false;
    friend bool operator==(const PersonRow &, const PersonRow &) = default;
};

}  // namespace muster
