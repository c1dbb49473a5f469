#pragma once
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/venue/plan/setup_day.h"

#include <QByteArray>

/// Who stands where, who relieves whom, who eats when; gear; roll call. Nothing here asks the hub: posts are a log.
namespace muster::posts {

/// Somebody takes a post. With `relieves`, that person leaves it in the same act.
struct In {
    QString post;
    QString staff;     ///< Code, or what their badge says.
    QString relieves;  ///< Staff code; empty: nobody.
    QStringList ticks;
    QString overrideReason;                ///< Against a rule (wrong role, too long without rest); empty: rules hold.
    std::optional<WallTime> happenedAt{};  ///< Paper catch-up.
};

/// Somebody leaves a post, for good or to be somewhere else.
struct Out {
    QString post;  ///< Empty: the one they stand at.
    QString staff;
    QString overrideReason;  ///< Leaving it below its minimum.
    std::optional<WallTime> happenedAt{};
};

/// uniform, badge, briefing, radio: in order or not.
struct Tick {
    QString staff;
    QString item;
    bool isOn = true;
};

/// Who will relieve whom, named before the relieved may go.
struct NameRelief {
    QString post;
    QString staff;                ///< Who is to be relieved; empty: whoever has stood longest.
    QString relief;               ///< Empty: takes the name back.
    std::optional<int> minute{};  ///< When, after local midnight; unset: as soon as they come.
};

/// A break or a meal begins or ends.
struct Pause {
    QString staff;
    ShiftKind kind = ShiftKind::Break;
    bool isStart = true;
    QString overrideReason;  ///< Leaves a post below its minimum, or a second meal in one shift.
};

enum class DispatchState { Sent, OnTheWay, There, Back };

/// A floater is sent to a post, a zone or an incident, and how far they are.
struct Dispatch {
    QString staff;
    QString target;  ///< Code of a post or zone, or the number of an incident.
    DispatchState state = DispatchState::Sent;
    QString note;            ///< What for; a reason too, where the post that they leave would be short.
    QString overrideReason;  ///< Of who says it afterwards, when a rule spoke against it.
};

/// Somebody who is on no list comes to help.
struct AddHelper {
    QString name;
    QString phone;
    QString company;
    QStringList roles;
    QString zone;
};

/// A radio, keys, a vest: handed to somebody, or back.
struct SetGear {
    QString tag;
    QString staff;
    bool isOut = true;
    QString note;
};

/// Somebody was seen (or is missing) when names were read out.
struct CallRoll {
    QString place;  ///< An assembly point or a zone.
    QString staff;  ///< Or a guest:
    QByteArray payload{};
    std::optional<GuestId> guest{};
    bool isPresent = true;
};

}  // namespace muster::posts
