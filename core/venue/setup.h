#pragma once
#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What the organiser decides before the day, as plain data. The spreadsheets of plan/ are read into it; the venue
/// folds it out of operations and reads its rules from it. Codes ("D", "vip", "gate-2") are the organiser's own keys:
/// ASCII letters, digits, '-' and '_', at most 32 characters, unique within their kind.
namespace muster {

constexpr int companionCountMax = 1'000;  ///< Of one guest, whatever the plan says.

/// A text in the two languages of the venue. An empty one falls back to the other.
struct Words {
    QString zh;
    QString en;
    friend bool operator==(const Words &, const Words &) = default;
};

struct Zone {
    QString code;  ///< What hangs over the door in letters 240 px high, e.g. "D".
    Words name;
    std::optional<int> softCapacity;  ///< Persons; alarm from here on.
    std::optional<int> firmCapacity;  ///< Persons; nobody more may be sent in.
    QString overflow;                 ///< Code of the zone that takes who finds this one full; or empty.
    QString capacityAuthor;           ///< Who set the figures,
    QString capacityBasis;            ///< and on what basis (approval number …).
    friend bool operator==(const Zone &, const Zone &) = default;
};

/// A kind of guest or invitation: what a rule, a question or an alert speaks of.
struct TicketClass {
    QString code;
    Words name;
    QString zone;           ///< Where sign-in sends them; empty: the first zone of the plan.
    QString alert;          ///< "", "vip" or "media": whom sign-in calls.
    QString band;           ///< Colour family of the greeter's band: "", "blue", "violet".
    int companionsMax = 0;  ///< Default for guests whose own row says nothing.
    QStringList questions;  ///< Codes of the questions asked at sign-in, in order.
    friend bool operator==(const TicketClass &, const TicketClass &) = default;
};

enum class Reentry { No, AfterExit, Always };

/// One way in. A guest may come in when any rule matches wholly; else the words of the rule that failed last
/// (the nearest one) are told. An empty list or an unset bound matches everything.
struct Rule {
    QString code;
    QStringList classes;
    QStringList gates;  ///< Codes of devices (stations) where this way is open.
    QStringList sessions;
    std::optional<int> fromMinute;   ///< Minutes after local midnight of the event's day, ≥ 0; may exceed 1440.
    std::optional<int> untilMinute;  ///< Exclusive.
    Reentry reentry = Reentry::AfterExit;
    std::optional<int> entriesMax;  ///< Per guest and session.
    Words message;                  ///< Told when this is the nearest failing rule.
    friend bool operator==(const Rule &, const Rule &) = default;
};

/// A part of the event for which sign-in counts on its own. Opened and closed by the coordinator, never by a clock.
struct SessionPlan {
    QString code;
    Words name;
    bool opensAtStart = false;  ///< Open as soon as the event is made.
    friend bool operator==(const SessionPlan &, const SessionPlan &) = default;
};

enum class QuestionKind { Choice, Choices, Number, Text, Consent };

struct Question {
    struct Choice {
        QString code;
        Words text;
        friend bool operator==(const Choice &, const Choice &) = default;
    };
    QString code;
    QuestionKind kind = QuestionKind::Choice;
    Words text;
    std::vector<Choice> choices;
    bool isRequired = false;
    bool isBeforeAdmission = true;  ///< Else it may be answered after the green screen.
    QString defaultAnswer;          ///< What a headless kiosk answers; "" only where not required.
    QString report;                 ///< What the evaluation reads it as: source, travel, intent, offer, interest, …
    friend bool operator==(const Question &, const Question &) = default;
};

struct StaffMember {
    QString code;
    QString name;
    QString phone;
    QString company;
    QStringList roles;  ///< kiosk, greeter, counter, zone, prize, coordinator, commander, host, media_host, …
    QString zone;       ///< The zone of a lead or deputy, or empty.
    friend bool operator==(const StaffMember &, const StaffMember &) = default;
};

/// A place where a device will stand.
struct Station {
    QString code;  ///< The gate that rules speak of, e.g. "gate-2".
    QString role;  ///< kiosk, greeter, …
    Words name;
    QString zone;         ///< Where it stands.
    QStringList classes;  ///< The classes it serves ("own lane"); empty: all.

    /// Guests sign in there.
    [[nodiscard]] bool isDoor() const { return role == QLatin1String("kiosk") || role == QLatin1String("greeter"); }
    [[nodiscard]] bool serves(const QString &classCode) const
    {
        return classes.isEmpty() || classes.contains(classCode);
    }
    friend bool operator==(const Station &, const Station &) = default;
};

enum class GuestStatus { Valid, Blocked, Cancelled, NotPaid, NotApproved };

/// One row of the guest list. `key` is the list's own key; importing it again updates the guest.
struct GuestEntry {
    QString key;        ///< The list's own unique key; may be empty, then the first code stands in.
    QStringList codes;  ///< What a scan may read; several are possible.
    QString name;
    QString latinName;  ///< As the organiser spells it; else empty (pinyin is made for search).
    QString phone;
    QString company;
    QString classCode;
    QString group;  ///< Guests with the same group arrive together (a family); or empty.
    std::optional<int> companionsMax;
    GuestStatus status = GuestStatus::Valid;
    QStringList sessions;          ///< Sessions the invitation is for; empty: all.
    QString host;                  ///< Staff code of the personal or media host; or empty.
    QString language;              ///< "zh", "en" or empty.
    QString notes;                 ///< For greeters only.
    QMap<QString, QString> extra;  ///< Columns that Muster does not know, kept for the export.
    friend bool operator==(const GuestEntry &, const GuestEntry &) = default;
};

/// The whole plan but the guests, whose number asks for a stream of their own.
struct EventSetup {
    Words name;
    Words place;
    QString timeZone;                         ///< IANA, e.g. "Asia/Shanghai".
    QString day;                              ///< ISO date of the event's (first) day in that zone.
    QString brandColour;                      ///< "#rrggbb".
    QString language = QStringLiteral("zh");  ///< What screens start in.
    std::vector<Zone> zones;
    std::vector<TicketClass> classes;
    std::vector<Rule> rules;
    std::vector<SessionPlan> sessions;
    std::vector<Question> questions;
    std::vector<StaffMember> staff;
    std::vector<Station> stations;
    std::optional<int> softCapacity;  ///< Of the whole venue.
    std::optional<int> firmCapacity;
    friend bool operator==(const EventSetup &, const EventSetup &) = default;
};

}  // namespace muster
