// Goal: a device without camera and screen comes in by the coordinator's address and a code that two people compare.
// Method: the program itself; its questions are answered on its standard input.
#include "app/net/enrolment_uri.h"
#include "tests/e2e/event_rig.h"

#include <QJsonArray>

using namespace muster;
using namespace muster::test;

SCENARIO("a kiosk is enrolled by address on the command line", "[e2e]")
{
    EventRig rig(5);
    rig.startHub();  // Lets in by itself whoever scanned its code.
    const auto address = net::EnrolmentUri::parse(rig.enrolUri()).value().addresses.front().toString();
    MusterProcess kiosk({q("kiosk"), q("--data"), rig.folder(q("kiosk-1")), q("--name"), q("kiosk-1"), q("--station"),
                         q("kiosk-1"), q("--frames"), q("none"), q("--enrol"), address});
    const auto asked = kiosk.nextLine();
    REQUIRE(asked);
    const auto code = asked->value(q("compare")).toString();
    CHECK(code.size() == 6);
    REQUIRE(eventually([&] { return kiosk.trouble().contains("Does the coordinator show the same? [y/n]"); }));
    REQUIRE(eventually([&] { return rig.status(q("hub")).value(q("candidates")).toArray().size() == 1; }));
    const auto candidate = rig.status(q("hub")).value(q("candidates")).toArray().first().toObject();
    CHECK(candidate.value(q("code")) == code);
    CHECK(candidate.value(q("typed")) == true);
    const auto id = candidate.value(q("id")).toString();
    CHECK(rig.at(q("hub"), {q("do"), q("approve"), id}).exit == 1);
    WHEN("both people say that the codes are the same")
    {
        kiosk.say("what?");
        kiosk.say("y");
        REQUIRE(eventually([&] { return kiosk.trouble().contains("waiting"); }));
        CHECK(rig.at(q("hub"), {q("do"), q("approve"), id, q("--code"), code}).exit == 0);
        THEN("it is a device")
        {
            CHECK(eventually([&] { return rig.deviceAtHub(q("kiosk-1")).value(q("linked")).toBool(); }));
            CHECK(eventually([&] { return outcome(rig.signIn(q("kiosk-1"), rig.codes().first())) == q("admitted"); }));
        }
    }
    WHEN("the person at the kiosk says no, or nobody is there to say anything")
    {
        GENERATE(true, false) ? kiosk.say("n") : kiosk.sayNoMore();
        THEN("it ends, and the coordinator has no candidate any more")
        {
            const auto lines = kiosk.linesToEnd();
            CHECK(kiosk.exitCode() == 1);
            REQUIRE(lines.size() == 1);
            CHECK(lines.first().value(q("error")).toObject().value(q("code")) == q("refused"));
            CHECK(eventually([&] { return rig.status(q("hub")).value(q("candidates")).toArray().isEmpty(); }));
            CHECK(rig.status(q("hub")).value(q("devices")).toArray().size() == 1);
        }
    }
}
