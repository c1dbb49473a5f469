// Goal: a device that was taken over gets no more than its role, and harms nobody else.
// Method: whole nodes over loopback; one of them is made to do what no program of ours does.
#include "core/venue/devices.h"
#include "core/venue/sessions.h"
#include "tests/app/node/node_fixture.h"

using namespace muster;
using namespace muster::test;

namespace {

bool hasAlert(Node &node, const QString &kind)
{
    return std::ranges::any_of(node.day().alerts, [&](const auto &alert) { return alert.kind == kind; });
}

void write(Node &node, const std::function<Draft(LocalDevice &, State &)> &make)
{
    Status stored;
    Venue2::inside(node, [&](LocalDevice &local) {
        stored = local.device().append(
            [&](State &state, const EventSetup &) { return std::vector<Draft>{make(local, state)}; });
    });
    REQUIRE(stored);
}

/// A kiosk's wish to be a greeter, signed with the only key that it has.
Draft promotion(LocalDevice &local, State &state)
{
    auto self = *devices::find(state, local.device().journal().device());
    self.role = QStringLiteral("greeter");
    ++self.version;
    return devices::enrolled(self, local.membership().trust.event, local.folder().deviceKeys()->operations);
}

QString roleAtHub(Venue2 &venue, const DeviceId &device)
{
    for (const auto &view : venue.hub->day().devices) {
        if (view.id == device) {
            return view.role;
        }
    }
    return {};
}

}  // namespace

SCENARIO("a kiosk that was taken over writes what a kiosk may not", "[node][trust]")
{
    Venue2 venue(2);
    auto &bad = *venue.kiosks[0];
    auto &good = *venue.kiosks[1];
    GIVEN("that it is a greeter")
    {
        write(bad, promotion);
        THEN("the coordinator sets its data aside, says so, and gives it no phone number")
        {
            CHECK(waitFor([&] { return hasAlert(*venue.hub, QStringLiteral("device_quarantine")); }));
            CHECK(roleAtHub(venue, bad.identity().device) == QStringLiteral("kiosk"));
            const auto told = Venue2::signIn(bad, QStringLiteral("CODE-2"));
            REQUIRE(told.guest);
            CHECK(told.guest->phone.isEmpty());
            CHECK(waitFor([&] { return bad.day().link.notYetSafe > 0; }));
        }
    }
    GIVEN("that the session is over")
    {
        write(bad, [](LocalDevice &, State &state) { return sessions::set(state, QStringLiteral("day"), false); });
        THEN("the other kiosk works on, and what it does arrives")
        {
            CHECK(waitFor([&] { return hasAlert(*venue.hub, QStringLiteral("device_quarantine")); }));
            CHECK(Venue2::signIn(good, QStringLiteral("CODE-3")).outcome == Outcome::Admitted);
            CHECK(waitFor([&] { return venue.hub->day().headcount == 1; }));
            CHECK(Venue2::digest(good) == Venue2::digest(*venue.hub));
        }
    }
}
