#pragma once
#include <QObject>
#include <QString>

/// What one line of the run of show, of materials, modes or messages says; as in rows.h.
namespace muster {

/// Something that is needed and not so.
struct UnmetRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString text MEMBER text)

public:
    QString key;
    QString kind;
    QString text;
    friend bool operator==(const UnmetRow &, const UnmetRow &) = default;
};

/// A line of the run of show.
struct CueRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString owner MEMBER owner)
    Q_PROPERTY(QString planned MEMBER planned)
    Q_PROPERTY(QString expected MEMBER expected)
    Q_PROPERTY(QString ended MEMBER ended)
    Q_PROPERTY(int status MEMBER status)
    Q_PROPERTY(int minutes MEMBER minutes)
    Q_PROPERTY(int lateMinutes MEMBER lateMinutes)
    Q_PROPERTY(int unmetCount MEMBER unmetCount)
    Q_PROPERTY(bool isOverrun MEMBER isOverrun)
    Q_PROPERTY(bool isDoors MEMBER isDoors)
    Q_PROPERTY(bool isSelected MEMBER isSelected)

public:
    QString key;
    QString name;
    QString zone;
    QString owner;
    QString planned;
    QString expected;  ///< Or when it began.
    QString ended;
    int status = 0;       ///< As CueState.
    int minutes = 0;      ///< How long it takes.
    int lateMinutes = 0;  ///< Later than planned; negative: earlier.
    int unmetCount = 0;
    bool isOverrun = false;
    bool isDoors = false;
    bool isSelected = false;
    friend bool operator==(const CueRow &, const CueRow &) = default;
};

/// Things of one kind, counted.
struct MaterialRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString category MEMBER category)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString owner MEMBER owner)
    Q_PROPERTY(QString openSerials MEMBER openSerials)
    Q_PROPERTY(QString disputed MEMBER disputed)
    Q_PROPERTY(int planned MEMBER planned)
    Q_PROPERTY(int packed MEMBER packed)
    Q_PROPERTY(int onSite MEMBER onSite)
    Q_PROPERTY(int issued MEMBER issued)
    Q_PROPERTY(int returned MEMBER returned)
    Q_PROPERTY(int missing MEMBER missing)
    Q_PROPERTY(int broken MEMBER broken)
    Q_PROPERTY(int shortBy MEMBER shortBy)
    Q_PROPERTY(int outstanding MEMBER outstanding)
    Q_PROPERTY(int unaccounted MEMBER unaccounted)
    Q_PROPERTY(int used MEMBER used)
    Q_PROPERTY(int voided MEMBER voided)
    Q_PROPERTY(int level MEMBER level)
    Q_PROPERTY(bool isNumbered MEMBER isNumbered)
    Q_PROPERTY(bool isSelected MEMBER isSelected)

public:
    QString key;
    QString name;
    QString category;
    QString zone;
    QString owner;
    QString openSerials;
    QString disputed;
    int planned = 0;
    int packed = 0;
    int onSite = 0;
    int issued = 0;
    int returned = 0;
    int missing = 0;
    int broken = 0;
    int shortBy = 0;
    int outstanding = 0;
    int unaccounted = 0;
    int used = 0;
    int voided = 0;
    int level = 0;  ///< 0 well, 1 look, 2 act.
    bool isNumbered = false;
    bool isSelected = false;
    friend bool operator==(const MaterialRow &, const MaterialRow &) = default;
};

/// Who has what is out of a kind of thing.
struct HolderRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString serials MEMBER serials)
    Q_PROPERTY(int count MEMBER count)

public:
    QString key;   ///< Staff code, and the zone where nobody was named.
    QString name;  ///< Empty: nobody was named.
    QString zone;
    QString serials;  ///< Of numbered documents: "RG0012–RG0015".
    int count = 0;
    friend bool operator==(const HolderRow &, const HolderRow &) = default;
};

/// What the commander said.
struct MessageRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString to MEMBER to)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString from MEMBER from)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString readers MEMBER readers)
    Q_PROPERTY(int readBy MEMBER readBy)
    Q_PROPERTY(int shownAt MEMBER shownAt)

public:
    QString key;
    QString to;  ///< The zone or role; empty: all.
    QString text;
    QString from;
    QString time;
    QString readers;
    int readBy = 0;
    int shownAt = 0;  ///< Devices that show it now.
    friend bool operator==(const MessageRow &, const MessageRow &) = default;
};

/// A place that runs in a way of its own.
struct ModeRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(QString by MEMBER by)
    Q_PROPERTY(QString since MEMBER since)
    Q_PROPERTY(int mode MEMBER mode)

public:
    QString key;  ///< The zone's letter.
    QString name;
    QString reason;
    QString by;
    QString since;
    int mode = 0;  ///< As modes::Mode.
    friend bool operator==(const ModeRow &, const ModeRow &) = default;
};

}  // namespace muster
