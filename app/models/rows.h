#pragma once
#include <QObject>
#include <QString>

/// What one line of a list on a screen says. Texts are in the language of the screen; -1 stands for "not known".
namespace muster {

struct GuestRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString latinName MEMBER latinName)
    Q_PROPERTY(QString company MEMBER company)
    Q_PROPERTY(QString phone MEMBER phone)
    Q_PROPERTY(QString className MEMBER className)
    Q_PROPERTY(QString band MEMBER band)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(bool isInside MEMBER isInside)
    Q_PROPERTY(bool isChosen MEMBER isChosen)

public:
    QString key;  ///< Hex of the guest's id.
    QString name;
    QString latinName;
    QString company;
    QString phone;
    QString className;
    QString band;
    QString zone;
    bool isInside = false;
    bool isChosen = false;
    friend bool operator==(const GuestRow &, const GuestRow &) = default;
};

struct ChoiceRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(bool isChosen MEMBER isChosen)

public:
    QString key;  ///< The choice's code.
    QString text;
    bool isChosen = false;
    friend bool operator==(const ChoiceRow &, const ChoiceRow &) = default;
};

struct SignInRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString className MEMBER className)
    Q_PROPERTY(QString band MEMBER band)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString station MEMBER station)
    Q_PROPERTY(int companions MEMBER companions)
    Q_PROPERTY(int undoSeconds MEMBER undoSeconds)
    Q_PROPERTY(bool isOut MEMBER isOut)
    Q_PROPERTY(bool isProvisional MEMBER isProvisional)
    Q_PROPERTY(bool isAnnulled MEMBER isAnnulled)
    Q_PROPERTY(QString actor MEMBER actor)
    Q_PROPERTY(QString overrideReason MEMBER overrideReason)
    Q_PROPERTY(QString annulledBy MEMBER annulledBy)
    Q_PROPERTY(QString annulledWhy MEMBER annulledWhy)

public:
    QString key;  ///< Hex of the operation.
    QString name;
    QString className;
    QString band;
    QString time;
    QString zone;
    QString station;
    int companions = 0;
    int undoSeconds = 0;  ///< So long it can be undone without a reason.
    bool isOut = false;
    bool isProvisional = false;
    bool isAnnulled = false;
    QString actor;           ///< Staff name; empty: self-service.
    QString overrideReason;  ///< Let in against a rule, and why.
    QString annulledBy;
    QString annulledWhy;
    friend bool operator==(const SignInRow &, const SignInRow &) = default;
};

struct ZoneRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString count MEMBER count)
    Q_PROPERTY(QString capacity MEMBER capacity)
    Q_PROPERTY(double load MEMBER load)
    Q_PROPERTY(int level MEMBER level)

public:
    QString key;  ///< The zone's letter.
    QString name;
    QString count;     ///< "–" while unknown.
    QString capacity;  ///< The firm one, else the soft one, else empty.
    double load = 0;   ///< 0 … 1 of the capacity.
    int level = 0;     ///< 0 calm, 1 from the soft capacity on, 2 from the firm one on.
    friend bool operator==(const ZoneRow &, const ZoneRow &) = default;
};

struct ConflictRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString rule MEMBER rule)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString className MEMBER className)
    Q_PROPERTY(QString summary MEMBER summary)
    Q_PROPERTY(QString decidedBy MEMBER decidedBy)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(int decision MEMBER decision)
    Q_PROPERTY(int rivalCount MEMBER rivalCount)
    Q_PROPERTY(bool isOpen MEMBER isOpen)
    Q_PROPERTY(bool isSelected MEMBER isSelected)

public:
    QString key;
    QString rule;
    QString name;
    QString className;
    QString summary;  ///< "09:41 East gate · 09:42 West gate".
    QString decidedBy;
    QString reason;
    int decision = -1;  ///< muster::Decision, or -1.
    int rivalCount = 0;
    bool isOpen = true;
    bool isSelected = false;
    friend bool operator==(const ConflictRow &, const ConflictRow &) = default;
};

struct RivalRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString station MEMBER station)
    Q_PROPERTY(QString actor MEMBER actor)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(bool isProvisional MEMBER isProvisional)
    Q_PROPERTY(bool isAnnulled MEMBER isAnnulled)
    Q_PROPERTY(bool isFirst MEMBER isFirst)

public:
    QString key;
    QString station;
    QString actor;
    QString time;
    bool isProvisional = false;
    bool isAnnulled = false;
    bool isFirst = false;
    friend bool operator==(const RivalRow &, const RivalRow &) = default;
};

struct AlertRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString className MEMBER className)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString station MEMBER station)
    Q_PROPERTY(QString host MEMBER host)
    Q_PROPERTY(QString called MEMBER called)
    Q_PROPERTY(QString losing MEMBER losing)
    Q_PROPERTY(int ageSeconds MEMBER ageSeconds)
    Q_PROPERTY(int weight MEMBER weight)
    Q_PROPERTY(bool isAboutGuest MEMBER isAboutGuest)
    Q_PROPERTY(bool isMine MEMBER isMine)
    Q_PROPERTY(bool isEscalated MEMBER isEscalated)

public:
    QString key;
    QString kind;
    QString text;
    QString name;       ///< Of the guest; empty while it is not here.
    QString className;  ///< Of the guest.
    QString zone;       ///< Where the guest is now.
    QString station;    ///< Where it happened.
    QString host;       ///< Who should come.
    QString called;     ///< Names of those on duty whom it calls besides.
    QString losing;     ///< Hex of the device that may be declared lost; empty: none.
    int ageSeconds = 0;
    int weight = 0;
    bool isAboutGuest = false;
    bool isMine = false;  ///< Who works at this device is the host.
    bool isEscalated = false;
    friend bool operator==(const AlertRow &, const AlertRow &) = default;
};

struct DeviceRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString role MEMBER role)
    Q_PROPERTY(QString station MEMBER station)
    Q_PROPERTY(QString trouble MEMBER trouble)
    Q_PROPERTY(QString unsent MEMBER unsent)
    Q_PROPERTY(int number MEMBER number)
    Q_PROPERTY(int seenSeconds MEMBER seenSeconds)
    Q_PROPERTY(int lagMsecs MEMBER lagMsecs)
    Q_PROPERTY(int skewSeconds MEMBER skewSeconds)
    Q_PROPERTY(int oldestUnsentSeconds MEMBER oldestUnsentSeconds)
    Q_PROPERTY(int digest MEMBER digest)
    Q_PROPERTY(int level MEMBER level)
    Q_PROPERTY(bool isCalling MEMBER isCalling)
    Q_PROPERTY(bool isSkewKnown MEMBER isSkewKnown)
    Q_PROPERTY(bool isSkewed MEMBER isSkewed)
    Q_PROPERTY(bool isHub MEMBER isHub)
    Q_PROPERTY(bool isSelf MEMBER isSelf)
    Q_PROPERTY(bool isLinked MEMBER isLinked)
    Q_PROPERTY(bool isRevoked MEMBER isRevoked)

public:
    QString key;
    QString name;
    QString role;
    QString station;
    QString trouble;
    QString unsent;  ///< "–" while unknown.
    int number = 0;
    int seenSeconds = -1;
    int lagMsecs = -1;
    int skewSeconds = 0;
    int oldestUnsentSeconds = -1;
    int digest = 0;          ///< muster::DigestComparison.
    int level = 0;           ///< 0 well, 1 look, 2 act.
    bool isCalling = false;  ///< A guest at it rings for staff.
    bool isSkewKnown = false;
    bool isSkewed = false;
    bool isHub = false;
    bool isSelf = false;
    bool isLinked = false;
    bool isRevoked = false;
    friend bool operator==(const DeviceRow &, const DeviceRow &) = default;
};

struct CandidateRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString role MEMBER role)
    Q_PROPERTY(QString station MEMBER station)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(bool isTyped MEMBER isTyped)

public:
    QString key;
    QString name;
    QString role;
    QString station;
    QString code;
    bool isTyped = false;  ///< The address was typed: the codes must be compared.
    friend bool operator==(const CandidateRow &, const CandidateRow &) = default;
};

struct ArrivalRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(int count MEMBER count)
    Q_PROPERTY(bool isLabelled MEMBER isLabelled)

public:
    QString key;  ///< The minute, "09:41".
    int count = 0;
    bool isLabelled = false;  ///< Full quarters of an hour carry their time.
    friend bool operator==(const ArrivalRow &, const ArrivalRow &) = default;
};

struct RollRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString className MEMBER className)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString since MEMBER since)
    Q_PROPERTY(int companions MEMBER companions)

public:
    QString key;  ///< Hex of the guest's id.
    QString name;
    QString className;
    QString zone;
    QString since;  ///< "09:41".
    int companions = 0;
    friend bool operator==(const RollRow &, const RollRow &) = default;
};

/// A permission that its device never said it used.
struct GrantRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString className MEMBER className)
    Q_PROPERTY(QString station MEMBER station)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(int companions MEMBER companions)
    Q_PROPERTY(bool isOut MEMBER isOut)

public:
    QString key;   ///< Hex of the operation that granted it.
    QString name;  ///< Of the guest; empty while it is not here.
    QString className;
    QString station;
    QString zone;
    QString time;  ///< When it was granted, "09:41".
    int companions = 0;
    bool isOut = false;  ///< Out of the venue, not into it.
    friend bool operator==(const GrantRow &, const GrantRow &) = default;
};

struct SessionRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(bool isOpen MEMBER isOpen)

public:
    QString key;
    QString name;
    bool isOpen = false;
    friend bool operator==(const SessionRow &, const SessionRow &) = default;
};

}  // namespace muster
