#pragma once
#include "core/venue/day/views.h"
#include "core/venue/desk.h"

/// Who stands where. Of every person there is one register, their step: at a post, on a break, sent somewhere, away.
/// All steps are kept, so that a post's tenancies are a log: who stood there at any instant can be asked. A hand-over
/// writes the steps of both people in one operation. Whoever is put at two posts is where the later word puts them;
/// two people whom devices that were cut off from each other put at one post both stand there.
///
/// The device that writes says all that its rules made of an act (since when they are on their feet, in which shift,
/// at which round of meals): a fold knows neither rules nor plan.
namespace muster::posts {

inline constexpr qsizetype codeLengthMax = 32;
inline constexpr qsizetype noteLengthMax = 200;
inline constexpr qsizetype ticksMax = 10;

/// Where a person is from one word about them to the next.
struct Step {
    OperationHash operation;
    int part = 0;  ///< A hand-over is two steps: 0 of who comes, 1 of who leaves.
    QString staff;
    Whereabouts whereabouts = Whereabouts::Away;  ///< Never StandingBy: that is how standing at a floater's post shows.
    QString place;                                ///< The post, or where they were sent.
    DispatchState state = DispatchState::Sent;    ///< Of Sent.
    QString back;                                 ///< The post they come back to.
    WallTime at{};                                ///< When it happened, as its author says.
    WallTime onFeet{};                            ///< Since when they have not rested.
    QString shift;                                ///< Code of the plan's shift that it was in; or empty.
    std::optional<int> round;                     ///< Of a meal: the minute when its round begins.
    std::optional<WallTime> until;                ///< Written down afterwards: over already, and changes nothing now.
    qint64 version = 0;
    HybridTime time;
    QString actor;
    QString reason;  ///< Why against a rule.
    QString note;
    QString station;
};

/// Somebody's stay at a post.
struct Tenancy {
    QString post;
    QString staff;
    WallTime since{};
    std::optional<WallTime> until;  ///< Unset: still there.
    QString actor;
    QString reason;
    OperationHash operation;
};

/// Who was named to relieve whom.
struct Relief {
    QString staff;  ///< Who is relieved.
    OperationHash tenancy;
    QString post;
    QString relief;               ///< Empty: the name was taken back.
    std::optional<WallTime> due;  ///< Unset: as soon as they come.
    WallTime namedAt{};
    HybridTime time;
};

[[nodiscard]] QString steppedKind();
[[nodiscard]] QString tickedKind();
[[nodiscard]] QString reliefKind();
/// Of the whole room: these, and those of helpers, gear and roll call.
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// What @p step, and for a hand-over the leaving of @p relieved, is written down as. Versions are set here.
[[nodiscard]] Draft stepped(State &state, const Step &step, const std::optional<Step> &relieved,
                            const QStringList &ticks);

/// Where @p staff is now, without who said so and why; nothing if nobody said it today.
[[nodiscard]] std::optional<Step> now(State &state, const QString &staff);
/// The same of everybody of whom something was said today.
[[nodiscard]] std::vector<Step> everybody(State &state);
/// What was said of @p staff today, in order; what was written down afterwards last.
[[nodiscard]] std::vector<Step> historyOf(State &state, const QString &staff);
/// The stays at @p post today, by when they began; the last @p countMax.
[[nodiscard]] std::vector<Tenancy> tenanciesOf(State &state, const QString &post, int countMax);
/// Who stood at @p post at @p instant.
[[nodiscard]] std::vector<Tenancy> standingAt(State &state, const QString &post, WallTime instant);

/// uniform, badge …: what is in order of everybody, by staff.
struct Ticked {
    QStringList on;
    std::optional<WallTime> offAt;  ///< When something was last found not to be in order.
};
[[nodiscard]] QMap<QString, Ticked> ticked(State &state);
/// The same of @p staff alone.
[[nodiscard]] Ticked tickedOf(State &state, const QString &staff);

/// A time in which somebody had everything that a post asks for.
struct ReadySpan {
    WallTime since{};               ///< The epoch: nothing was asked.
    std::optional<WallTime> until;  ///< Unset: still.
};
/// When @p staff had all of @p items in order, one after the other.
[[nodiscard]] std::vector<ReadySpan> readySpans(State &state, const QString &staff, const QStringList &items);
[[nodiscard]] std::vector<Relief> reliefs(State &state);

[[nodiscard]] Answer decide(Desk &desk, const Act &act, const In &command);
void recall(Desk &desk, const In &command, Answer &answer);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Out &command);
void recall(Desk &desk, const Out &command, Answer &answer);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Tick &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const NameRelief &command);
void recall(Desk &desk, const NameRelief &command, Answer &answer);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Pause &command);
void recall(Desk &desk, const Pause &command, Answer &answer);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Dispatch &command);
void recall(Desk &desk, const Dispatch &command, Answer &answer);

}  // namespace muster::posts
