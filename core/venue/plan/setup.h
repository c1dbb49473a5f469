#pragma once
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/venue/plan/setup_day.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

/// What the organiser decides before the day, as plain data. The spreadsheets of plan/ are read into it; the venue
/// folds it out of operations and reads its rules from it. Codes ("D", "vip", "gate-2") are the organiser's own keys:
/// ASCII letters, digits, '-' and '_', at most 32 characters, unique within their kind.
namespace muster {

constexpr int companionCountMax = 1'000;  ///< Of one guest, whatever the plan says.

/// What the figures of a zone are of: a car park counts bays taken, and nobody in the hall's headcount.
enum class ZoneUnit { People, Vehicles };

struct Zone {
    QString code;  ///< What hangs over the door in letters 240 px high, e.g. "D".
    Words name;
    std::optional<int> softCapacity;  ///< Persons; alarm from here on.
    std::optional<int> firmCapacity;  ///< Persons; nobody more may be sent in.
    QString overflow;                 ///< Code of the zone that takes who finds this one full; or empty.
    QString capacityAuthor;           ///< Who set the figures,
    QString capacityBasis;            ///< and on what basis (approval number …).
    ZoneUnit unit = ZoneUnit::People;
    friend bool operator==(const Zone &, const Zone &) = default;
};

/// A kind of guest or invitation: what a rule, a question or an alert speaks of.
struct TicketClass {
    QString code;
    Words name;
    QString zone;   ///< Where sign-in sends them; of several, parted by ';', the emptiest; empty: the first one.
    QString alert;  ///< "", "vip" or "media": whom sign-in calls.
    QString band;   ///< Colour family of the greeter's band: "", "blue", "violet".
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
    QString zone;                ///< Where it stands.
    QStringList classes;         ///< The classes it serves ("own lane"); empty: all.
    QStringList services{};      ///< Of a counter, its work profile: the services it calls for, the first one first.
    bool isProblemDesk = false;  ///< Guests whom a door cannot help are sent there.

    /// Guests sign in there.
    [[nodiscard]] bool isDoor() const { return role == QLatin1String("kiosk") || role == QLatin1String("greeter"); }
    [[nodiscard]] bool serves(const QString &classCode) const
    {
        return classes.isEmpty() || classes.contains(classCode);
    }
    friend bool operator==(const Station &, const Station &) = default;
};

/// A run of numbers that guests wait with: "A001", "A002", …
struct Series {
    QString code;
    Words name;
    QString prefix;  ///< Letters, unique among the series.
    int digits = 3;
    std::optional<int> numberMax;   ///< No more tickets than that.
    std::optional<int> fromMinute;  ///< Hours of giving numbers, as in Rule.
    std::optional<int> untilMinute;
    QString service;          ///< Where the journey of its tickets begins.
    QStringList classes;      ///< Whose number it is; empty: everybody's.
    bool isAtSignIn = false;  ///< Given at the door, together with the way to the zone.
    friend bool operator==(const Series &, const Series &) = default;
};

/// What becomes of a ticket whose holder did not come when called.
enum class LateRule {
    Again,  ///< Called again after `lateAfter` others.
    Last,   ///< Goes to the end of the queue.
    Lost,   ///< Is over.
};

/// One stage of a journey: consulting, unit choice, cashier …
struct Service {
    QString code;
    Words name;
    QString zone;               ///< Where its guests wait.
    QString next;               ///< Code of the stage after it; empty: the journey ends.
    int expectedSeconds = 300;  ///< Service time to begin the estimate with.
    int lateMinutes = 5;        ///< So long a called guest may take to come.
    LateRule lateRule = LateRule::Again;
    int lateAfter = 3;
    int onDeck = 1;                        ///< Tickets that a counter holds beforehand, for when it is cut off.
    int batchSize = 0;                     ///< Households that are called together; 0: one by one.
    bool isOwned = false;                  ///< Guests go to their own consultant first.
    std::vector<Question::Choice> papers;  ///< Documents to be shown: code and words.
    std::optional<int> personsMax;         ///< With one number.
    friend bool operator==(const Service &, const Service &) = default;
};

/// Guests who are called before others, in a fair mix: of every Σ weights calls each class has its weight.
struct Priority {
    QString code;
    Words name;
    int weight = 1;
    QStringList classes;  ///< Ticket classes that have it without being asked.
    friend bool operator==(const Priority &, const Priority &) = default;
};

/// What a desk does while it is cut off.
enum class CutOffRule {
    Refuse,  ///< "Not now."
    Lease,   ///< The entitlement was placed with a desk at sign-in, and the desk holds stock.
    Budget,  ///< At most `budget` per device; each double is a conflict.
};

/// What a guest must show for a prize.
enum class Proof { None, Phone, Identity, Signed };

/// What earns a prize.
enum class PrizeAct {
    SignIn,    ///< Having come.
    Stamps,    ///< Having been to every zone of `stamps`.
    Purchase,  ///< A subscription or sale that stands.
    Draw,      ///< Having won.
};

struct Prize {
    QString code;
    Words name;
    PrizeAct act = PrizeAct::SignIn;
    QStringList classes;   ///< Empty: every class.
    QStringList sessions;  ///< Signed in to one of them; empty: any.
    QStringList stamps;    ///< Zones.
    int limit = 1;         ///< Per guest.
    CutOffRule cutOff = CutOffRule::Refuse;
    int budget = 0;
    Proof proof = Proof::None;
    std::optional<int> lowStock;  ///< Warn when a desk has no more than this.
    int expiresMinutes = 10;      ///< A grant that was not handed over asks after this.
    friend bool operator==(const Prize &, const Prize &) = default;
};

/// How many of a prize lie at a desk when the day begins. `code` is "<prize>@<desk>".
struct Stock {
    QString code;
    QString prize;
    QString desk;  ///< A station; empty: the coordinator's store.
    int count = 0;
    friend bool operator==(const Stock &, const Stock &) = default;
};

/// A lucky draw among signed-in guests, or (`isOrder`) a full random order of them.
struct DrawPlan {
    QString code;
    Words name;
    bool isOrder = false;
    QString prize;        ///< What its winners may redeem; empty: given on the stage.
    int winners = 1;      ///< Of an order: all.
    QStringList classes;  ///< The pool; empty: every class.
    friend bool operator==(const DrawPlan &, const DrawPlan &) = default;
};

/// Something of which there is one: a flat, a parking bay.
struct SaleUnit {
    QString code;
    Words name;
    QString building;
    QString floor;
    QString type;
    qint64 price = 0;  ///< In hundredths of the currency.
    QString desk;      ///< The station that holds its right from the start; empty: the coordinator.
    friend bool operator==(const SaleUnit &, const SaleUnit &) = default;
};

/// Who sells on the day beside the units: a shop, a brand.
struct Merchant {
    QString code;
    Words name;
    QString zone;
    friend bool operator==(const Merchant &, const Merchant &) = default;
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
    std::vector<Series> series{};
    std::vector<Service> services{};
    std::vector<Priority> priorities{};
    std::vector<Prize> prizes{};
    std::vector<Stock> stocks{};
    std::vector<DrawPlan> draws{};
    std::vector<SaleUnit> units{};
    std::vector<Merchant> merchants{};
    std::vector<PostPlan> posts{};
    std::vector<Shift> shifts{};
    std::vector<GearPlan> gear{};
    std::vector<AssemblyPoint> assemblyPoints{};
    std::vector<IncidentType> incidentTypes{};
    std::vector<Cue> cues{};
    std::vector<TaskPlan> tasks{};
    std::vector<Material> materials{};
    std::vector<AlertRule> alertRules{};
    std::vector<Target> targets{};
    std::optional<int> softCapacity;  ///< Of the whole venue.
    std::optional<int> firmCapacity;

    /// Where guests are sent whom a door cannot help; null: nowhere.
    [[nodiscard]] const Station *problemDesk() const
    {
        const auto found = std::ranges::find(stations, true, &Station::isProblemDesk);
        return found == stations.end() ? nullptr : &*found;
    }
    friend bool operator==(const EventSetup &, const EventSetup &) = default;
};

/// The thing with @p code in one of the plan's lists; null if there is none.
template<class Things>
[[nodiscard]] const typename Things::value_type *findByCode(const Things &things, const QString &code)
{
    const auto found = std::ranges::find(things, code, &Things::value_type::code);
    return found == things.end() ? nullptr : &*found;
}

}  // namespace muster
