#pragma once
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/venue/plan/setup_day.h"
#include "core/venue/posts/post_acts.h"

/// What screens and scripts read of posts and staff.
namespace muster {

/// Somebody at a post.
struct StandingView {
    QString staff;
    QString name;
    QString company;
    WallTime since{};
    bool isReady = true;  ///< All that the post asks for is ticked.
    QStringList missingTicks;
    bool isOverlong = false;  ///< Stands longer than the post allows.
    QString relief;           ///< Staff name of who was named to relieve them.
    std::optional<WallTime> reliefAt{};
    QString reliefStaff{};  ///< Their code.
};

struct PostView {
    QString code;
    Words name;
    QString zone;
    PostKind kind = PostKind::Post;
    int staffed = 0;  ///< Who are there and ready.
    int minimum = 0;  ///< Now.
    int gap = 0;      ///< How many are missing now.
    std::optional<WallTime> gapSince{};
    std::optional<WallTime> gapAt{};  ///< Of the next 60 minutes, when it first falls short by the shifts.
    std::vector<StandingView> standing;
    QString channel;
    Words duty;
    Words spot;
    QString lead;  ///< Name of the zone's lead.
};

enum class Whereabouts { Away, Standing, OnBreak, AtMeal, StandingBy, Sent };

struct StaffView {
    QString code;
    QString name;
    QString company;
    QStringList roles;
    QString zone;
    Whereabouts whereabouts = Whereabouts::Away;
    QString place;  ///< The post, or where they were sent.
    std::optional<WallTime> since{};
    QStringList gear;                                         ///< Tags they hold.
    bool isHelper = false;                                    ///< Came on the day.
    bool isDoubled = false;                                   ///< On two open incidents.
    posts::DispatchState state = posts::DispatchState::Sent;  ///< Of Sent, and of who is lent: how far they are.
    bool isLent = false;                                      ///< Stands at a post that they were sent to.
    QString incident{};       ///< Of Sent: they see to it, and nobody dispatched them; empty: somebody did.
    QStringList incidents{};  ///< Numbers of open ones where their task is not done.
};

struct RosterView {
    int on = 0;  ///< Staff who are there.
    int onBreak = 0;
    int standingBy = 0;
    int reliefsDue = 0;
    std::vector<StaffView> staff;
};

}  // namespace muster
