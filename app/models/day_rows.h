#pragma once
#include <QObject>
#include <QString>

/// What one line of a list of posts, staff, incidents or tasks says; as in rows.h.
namespace muster {

/// A post and how it stands.
struct PostRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString staffing MEMBER staffing)
    Q_PROPERTY(QString people MEMBER people)
    Q_PROPERTY(QString relief MEMBER relief)
    Q_PROPERTY(QString reliefAt MEMBER reliefAt)
    Q_PROPERTY(QString gapAt MEMBER gapAt)
    Q_PROPERTY(int kind MEMBER kind)
    Q_PROPERTY(int gap MEMBER gap)
    Q_PROPERTY(int gapMinutes MEMBER gapMinutes)
    Q_PROPERTY(int level MEMBER level)
    Q_PROPERTY(bool isReliefDue MEMBER isReliefDue)
    Q_PROPERTY(bool isSelected MEMBER isSelected)

public:
    QString key;  ///< The post's code.
    QString name;
    QString zone;
    QString staffing;     ///< "5/6": who are there and ready, of how many must be.
    QString people;       ///< Names of who stand there.
    QString relief;       ///< Name of the next one to relieve somebody there; empty: nobody is named.
    QString reliefAt;     ///< "14:10"; empty: as soon as they come.
    QString gapAt;        ///< "11:00": when the shifts leave a gap within the hour; empty: not.
    int kind = 0;         ///< As PostKind.
    int gap = 0;          ///< How many are missing now.
    int gapMinutes = -1;  ///< For how long; -1: there is no gap.
    int level = 0;        ///< 0 well, 1 look, 2 act.
    bool isReliefDue = false;
    bool isSelected = false;
    friend bool operator==(const PostRow &, const PostRow &) = default;
};

/// Somebody at a post.
struct StandingRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString company MEMBER company)
    Q_PROPERTY(QString since MEMBER since)
    Q_PROPERTY(QString missing MEMBER missing)
    Q_PROPERTY(QString relief MEMBER relief)
    Q_PROPERTY(QString reliefAt MEMBER reliefAt)
    Q_PROPERTY(QString reliefKey MEMBER reliefKey)
    Q_PROPERTY(int minutes MEMBER minutes)
    Q_PROPERTY(bool isReady MEMBER isReady)
    Q_PROPERTY(bool isOverlong MEMBER isOverlong)

public:
    QString key;  ///< The staff code.
    QString name;
    QString company;
    QString since;    ///< "09:41".
    QString missing;  ///< What must be ticked yet, the first of it.
    QString relief;
    QString reliefAt;
    QString reliefKey;  ///< Staff code of the relief.
    int minutes = 0;    ///< So long they have stood there.
    bool isReady = true;
    bool isOverlong = false;
    friend bool operator==(const StandingRow &, const StandingRow &) = default;
};

/// One of the staff, and where they are.
struct StaffRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString company MEMBER company)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(QString incidents MEMBER incidents)
    Q_PROPERTY(int whereabouts MEMBER whereabouts)
    Q_PROPERTY(bool isDoubled MEMBER isDoubled)

public:
    QString key;
    QString name;
    QString company;
    QString zone;
    QString place;           ///< The post, or where they were sent.
    QString incidents;       ///< "#17 · #19": open ones that they see to.
    int whereabouts = 0;     ///< As Whereabouts.
    bool isDoubled = false;  ///< On two open incidents.
    friend bool operator==(const StaffRow &, const StaffRow &) = default;
};

/// Somebody who was sent somewhere, and how far they are.
struct SentRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(QString since MEMBER since)
    Q_PROPERTY(QString incidents MEMBER incidents)
    Q_PROPERTY(int minutes MEMBER minutes)
    Q_PROPERTY(int status MEMBER status)
    Q_PROPERTY(bool isDoubled MEMBER isDoubled)

public:
    QString key;  ///< The staff code.
    QString name;
    QString place;      ///< The post, the zone's letter, or "#17".
    QString since;      ///< "09:41".
    QString incidents;  ///< "#17 · #19": open ones that they see to.
    int minutes = 0;    ///< So long ago.
    int status = 0;     ///< As posts::DispatchState.
    bool isDoubled = false;
    friend bool operator==(const SentRow &, const SentRow &) = default;
};

/// A kind of incident to be logged.
struct IncidentTypeRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(bool isUrgent MEMBER isUrgent)
    Q_PROPERTY(bool isRestricted MEMBER isRestricted)

public:
    QString key;
    QString text;
    bool isUrgent = false;
    bool isRestricted = false;
    friend bool operator==(const IncidentTypeRow &, const IncidentTypeRow &) = default;
};

/// An incident in a list.
struct IncidentRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString types MEMBER types)
    Q_PROPERTY(QString summary MEMBER summary)
    Q_PROPERTY(QString people MEMBER people)
    Q_PROPERTY(int status MEMBER status)
    Q_PROPERTY(int minutes MEMBER minutes)
    Q_PROPERTY(bool isUrgent MEMBER isUrgent)
    Q_PROPERTY(bool isRestricted MEMBER isRestricted)
    Q_PROPERTY(bool isUntouched MEMBER isUntouched)
    Q_PROPERTY(bool isSelected MEMBER isSelected)

public:
    QString key;  ///< Its number.
    QString zone;
    QString types;
    QString summary;  ///< Empty where it may not be read.
    QString people;   ///< Who were assigned.
    int status = 0;   ///< As incidents::State.
    int minutes = 0;  ///< So long ago it was logged.
    bool isUrgent = false;
    bool isRestricted = false;
    bool isUntouched = false;
    bool isSelected = false;
    friend bool operator==(const IncidentRow &, const IncidentRow &) = default;
};

/// A line of an incident's log.
struct EntryRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString by MEMBER by)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString enteredAt MEMBER enteredAt)
    Q_PROPERTY(QString struckBy MEMBER struckBy)
    Q_PROPERTY(QString struckWhy MEMBER struckWhy)
    Q_PROPERTY(bool isHidden MEMBER isHidden)
    Q_PROPERTY(bool isGenerated MEMBER isGenerated)
    Q_PROPERTY(bool isStruck MEMBER isStruck)
    Q_PROPERTY(bool isCorrection MEMBER isCorrection)

public:
    QString key;  ///< Hex of the operation; ":1", ":2" … behind it where that says more than one line.
    QString text;
    QString by;         ///< Who, and where.
    QString time;       ///< When it happened.
    QString enteredAt;  ///< When it was written down, where that was later.
    QString struckBy;
    QString struckWhy;
    bool isHidden = false;
    bool isGenerated = false;
    bool isStruck = false;
    bool isCorrection = false;
    friend bool operator==(const EntryRow &, const EntryRow &) = default;
};

/// Who sees to an incident.
struct AssigneeRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString role MEMBER role)
    Q_PROPERTY(int status MEMBER status)
    Q_PROPERTY(bool isDoubled MEMBER isDoubled)

public:
    QString key;  ///< The staff code.
    QString name;
    QString role;
    int status = 0;  ///< As incidents::AssigneeState.
    bool isDoubled = false;
    friend bool operator==(const AssigneeRow &, const AssigneeRow &) = default;
};

/// A line of a contingency plan.
struct CheckRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString by MEMBER by)
    Q_PROPERTY(bool isDone MEMBER isDone)

public:
    QString key;
    QString text;
    QString by;
    bool isDone = false;
    friend bool operator==(const CheckRow &, const CheckRow &) = default;
};

/// What one person sees to, and by when.
struct TaskRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString owner MEMBER owner)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString due MEMBER due)
    Q_PROPERTY(QString evidence MEMBER evidence)
    Q_PROPERTY(int kind MEMBER kind)
    Q_PROPERTY(int status MEMBER status)
    Q_PROPERTY(int phase MEMBER phase)
    Q_PROPERTY(int lateMinutes MEMBER lateMinutes)
    Q_PROPERTY(int roundsDone MEMBER roundsDone)
    Q_PROPERTY(int roundsMissed MEMBER roundsMissed)
    Q_PROPERTY(bool isLate MEMBER isLate)
    Q_PROPERTY(bool isEvidenceNeeded MEMBER isEvidenceNeeded)
    Q_PROPERTY(bool isSelected MEMBER isSelected)

public:
    bool isEvidenceNeeded = false;  ///< Done only with a word on what shows it.
    QString key;
    QString name;
    QString owner;
    QString zone;
    QString due;
    QString evidence;
    int kind = 0;    ///< As TaskKind.
    int status = 0;  ///< As TaskState.
    int phase = 0;   ///< As Phase.
    int lateMinutes = 0;
    int roundsDone = 0;
    int roundsMissed = 0;
    bool isLate = false;
    bool isSelected = false;
    friend bool operator==(const TaskRow &, const TaskRow &) = default;
};

}  // namespace muster
