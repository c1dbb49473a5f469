#pragma once
#include <QObject>
#include <qqmlintegration.h>
#include <QString>

namespace muster {

/// An alert as a screen of staff shows it: what it is, what to do, since when.
struct StaffAlertRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(QString toDo MEMBER toDo)
    Q_PROPERTY(QString called MEMBER called)
    Q_PROPERTY(QString before MEMBER before)
    Q_PROPERTY(int ageSeconds MEMBER ageSeconds)
    Q_PROPERTY(int recheckMinutes MEMBER recheckMinutes)
    Q_PROPERTY(bool isGrave MEMBER isGrave)
    Q_PROPERTY(bool isEscalated MEMBER isEscalated)

public:
    QString key;
    QString kind;
    QString title;
    QString place;   ///< The station where it happened.
    QString toDo;    ///< In a sentence; empty: nobody wrote one.
    QString called;  ///< Names of those on duty whom it calls.
    QString before;  ///< Who had it in hand before it came up again.
    int ageSeconds = 0;
    int recheckMinutes = 0;  ///< After which it comes again unless somebody says otherwise; 0: never.
    bool isGrave = false;
    bool isEscalated = false;
    friend bool operator==(const StaffAlertRow &, const StaffAlertRow &) = default;
};

/// An alert that somebody sees to.
struct InHandRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString by MEMBER by)
    Q_PROPERTY(QString again MEMBER again)

public:
    QString key;
    QString title;
    QString by;
    QString again;  ///< "14:35": when it comes up again; empty: never.
    friend bool operator==(const InHandRow &, const InHandRow &) = default;
};

/// What an exit of this place is to look out for.
struct WatchRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString incident MEMBER incident)
    Q_PROPERTY(QString exit MEMBER exit)
    Q_PROPERTY(QString exitName MEMBER exitName)
    Q_PROPERTY(QString lookOut MEMBER lookOut)
    Q_PROPERTY(QString types MEMBER types)
    Q_PROPERTY(QString by MEMBER by)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(bool isWatching MEMBER isWatching)

public:
    QString key;
    QString incident;  ///< Its number.
    QString exit;      ///< Its code.
    QString exitName;
    QString lookOut;  ///< Empty: nobody wrote yet what for.
    QString types;
    QString by;    ///< Who said that this exit looks out,
    QString time;  ///< and when: "14:02".
    bool isWatching = false;
    friend bool operator==(const WatchRow &, const WatchRow &) = default;
};

/// An exit, on the sheet of the incident that it looks out for.
struct ExitRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString by MEMBER by)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(bool isWatching MEMBER isWatching)

public:
    QString key;  ///< Its code.
    QString name;
    QString zone;
    QString by;
    QString time;
    bool isWatching = false;
    friend bool operator==(const ExitRow &, const ExitRow &) = default;
};

}  // namespace muster
