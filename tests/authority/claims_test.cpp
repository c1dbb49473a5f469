// Goal: the hub's word is kept with its request, and a grant is open exactly until it is told, declined or voided.
// Method: verdicts and what ends them are folded in every order; what is open is asked each time.
#include "tests/authority/state_rig.h"

using namespace muster;
using namespace muster::test;

namespace {

const StreamKey hub{idOf<DeviceId>(1), Incarnation{1}};
const StreamKey kiosk{idOf<DeviceId>(2), Incarnation{1}};
const auto claim = QStringLiteral("sign_in/day/guest");
const auto request = idOf<RequestId>(7);

Folded foldedClaim(State &state, const Operation &operation)
{
    QString about;
    return claims::fold(state, operation, about);
}

struct Acts {
    Operation granted;
    Operation ending;
    enum class How { Told, Voided, Declined } how;

    void fold(State &state, bool isEnding) const
    {
        if (!isEnding) {
            CHECK(foldedClaim(state, granted).kind == Folded::Kind::Applied);
        } else if (how == How::Told) {
            claims::foldTold(state, ending, {granted.hash});
        } else {
            CHECK(foldedClaim(state, ending).kind == Folded::Kind::Applied);
        }
    }
};

}  // namespace

TEST_CASE("a grant is open until something ends it, whichever arrives first", "[claims]")
{
    const auto how = GENERATE(Acts::How::Told, Acts::How::Voided, Acts::How::Declined);
    const bool isEndFirst = GENERATE(false, true);
    CAPTURE(int(how), isEndFirst);
    Acts acts;
    acts.how = how;
    acts.granted = written(claims::grant(request, claim, kiosk.origin, {}, {}), hub, 1);
    Draft told;
    told.request = request;
    acts.ending =
        written(how == Acts::How::Told     ? told
                : how == Acts::How::Voided ? claims::voidGrants({acts.granted.hash}, QStringLiteral("dark"), {})
                                           : claims::decline(request),
                kiosk, 2);
    StateRig rig;
    acts.fold(rig.state, isEndFirst);
    if (!isEndFirst) {
        CHECK(claims::open(rig.state, claim).size() == 1);
        REQUIRE(claims::open(rig.state, 10).size() == 1);
        CHECK(claims::open(rig.state, 10).front().device == kiosk.origin);
    }
    acts.fold(rig.state, !isEndFirst);
    acts.fold(rig.state, false);  // Once more: nothing opens again.
    CHECK(claims::open(rig.state, claim).empty());
    CHECK(claims::open(rig.state, 10).empty());
    CHECK(claims::isVoided(rig.state, acts.granted.hash) == (how == Acts::How::Voided));
    const auto found = claims::find(rig.state, request, claim);
    REQUIRE(found);
    CHECK(found->isGranted);
    CHECK(found->operation == acts.granted.hash);
}

TEST_CASE("a refusal is found again by its request, and only under its claim", "[claims]")
{
    StateRig rig;
    const QCborMap why{{key("outcome"), QStringLiteral("zone_full")}};
    const auto refused = written(claims::refuse(request, claim, kiosk.origin, why), hub, 1);
    CHECK(foldedClaim(rig.state, refused).kind == Folded::Kind::Applied);
    REQUIRE(claims::find(rig.state, request, claim));
    CHECK_FALSE(claims::find(rig.state, request, claim)->isGranted);
    CHECK_FALSE(claims::find(rig.state, request, QStringLiteral("sign_in/eve/guest")));
    CHECK_FALSE(claims::find(rig.state, idOf<RequestId>(8), claim));
    CHECK(claims::open(rig.state, 10).empty());
    CHECK(claims::refusedButTold(rig.state, claim).empty());
    Draft told;
    told.request = request;
    claims::foldTold(rig.state, written(told, kiosk, 2), {});
    REQUIRE(claims::refusedButTold(rig.state, claim).size() == 1);
    CHECK(claims::refusedButTold(rig.state, claim).front().detail == why);
}

TEST_CASE("what is no verdict is a dead letter", "[claims]")
{
    StateRig rig;
    auto draft = claims::grant(request, QString(129, QLatin1Char('x')), kiosk.origin, {}, {});
    CHECK(foldedClaim(rig.state, written(draft, hub, 1)).kind == Folded::Kind::Malformed);
    draft.body = {{key("claim"), claim}};
    CHECK(foldedClaim(rig.state, written(draft, hub, 2)).kind == Folded::Kind::Malformed);
    CHECK(claims::open(rig.state, 10).empty());
}
