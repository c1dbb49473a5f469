// Goal: a device that typed the coordinator's address comes in only after people compared a code on both screens.
// Method: whole nodes over loopback; the coordinator approves by itself whoever scanned its code.
#include "app/net/enrolment_messages.h"
#include "tests/app/node/node_fixture.h"

using namespace muster;
using namespace muster::test;

namespace {

/// A device that is told to be let in, and its news.
struct Newcomer {
    explicit Newcomer(const Venue2 &venue) : node(venue.start(9))
    {
        QObject::connect(node.get(), &Node::enrolmentNews, [this](const EnrolmentNews &told) { news.push_back(told); });
    }
    [[nodiscard]] bool hasHeard(EnrolmentNews::Kind kind)
    {
        return waitFor([&] { return !news.empty() && news.back().kind == kind; });
    }

    std::unique_ptr<Node> node;
    std::vector<EnrolmentNews> news;
};

Status approve(Node &hub, const QString &candidate, const QString &compared)
{
    std::optional<Status> settled;
    hub.approve(candidate, compared, {}, [&settled](const Status &status) { settled = status; });
    REQUIRE(waitFor([&] { return settled.has_value(); }));
    return *settled;
}

}  // namespace

SCENARIO("a device is let in by a typed address", "[node][enrolment]")
{
    Venue2 venue(0);
    REQUIRE(venue.hub->enrolAddresses().size() == 1);
    const auto address = venue.hub->enrolAddresses().front();
    CHECK(address.startsWith(QStringLiteral("127.0.0.1:")));
    Newcomer newcomer(venue);
    newcomer.node->enrol(address);
    REQUIRE(newcomer.hasHeard(EnrolmentNews::Kind::Comparing));
    const auto code = newcomer.news.back().code;
    CHECK(code.size() == 6);
    REQUIRE(waitFor([&] { return venue.hub->day().candidates.size() == 1; }));
    const auto candidate = venue.hub->day().candidates.front();
    CHECK(candidate.code == code);
    CHECK(venue.hub->typedCandidates() == QStringList{candidate.id});
    WHEN("nobody does anything")
    {
        std::ignore = waitFor([] { return false; }, 300ms);
        THEN("a coordinator that approves by itself does not approve it")
        {
            CHECK(venue.hub->day().candidates.size() == 1);
            CHECK(venue.hub->day().devices.size() == 1);
            CHECK_FALSE(newcomer.node->identity().isEnrolled);
        }
    }
    WHEN("the person at the coordinator did not compare, or compared something else")
    {
        CHECK(approve(*venue.hub, candidate.id, {}).error().code == ErrorCode::Refused);
        CHECK(approve(*venue.hub, candidate.id, QStringLiteral("12345")).error().code == ErrorCode::Refused);
        THEN("it still waits, and can be let in") { CHECK(approve(*venue.hub, candidate.id, code)); }
    }
    WHEN("both people saw the same code")
    {
        newcomer.node->confirmCode(QStringLiteral("12345"));  // Not the code of this connection: nothing happens.
        newcomer.node->confirmCode(code);
        REQUIRE(newcomer.hasHeard(EnrolmentNews::Kind::Waiting));
        CHECK(newcomer.news.size() == 2);
        CHECK_FALSE(newcomer.node->identity().isEnrolled);
        CHECK(approve(*venue.hub, candidate.id, code));
        THEN("it is a device like any other")
        {
            REQUIRE(newcomer.hasHeard(EnrolmentNews::Kind::Enrolled));
            REQUIRE(waitFor([&] { return newcomer.node->day().expected == 50; }));
            CHECK(Venue2::signIn(*newcomer.node, QStringLiteral("CODE-1")).outcome == Outcome::Admitted);
            CHECK(waitFor([&] { return venue.hub->typedCandidates().isEmpty(); }));
        }
    }
    WHEN("the coordinator is faster than the person at the device")
    {
        CHECK(approve(*venue.hub, candidate.id, code));
        std::ignore = waitFor([] { return false; }, 200ms);
        CHECK_FALSE(newcomer.node->identity().isEnrolled);
        newcomer.node->confirmCode(code);
        THEN("it is let in when that one has compared, too")
        {
            CHECK(newcomer.hasHeard(EnrolmentNews::Kind::Enrolled));
        }
    }
    WHEN("the person at the device saw another code")
    {
        newcomer.node->denyCode();
        newcomer.node->confirmCode(code);
        REQUIRE(newcomer.hasHeard(EnrolmentNews::Kind::Failed));
        THEN("nothing is left of it, here or there, and it may be tried again")
        {
            CHECK(newcomer.news.back().failure == int(net::EnrolmentFailure::CodeDenied));
            CHECK(waitFor([&] { return venue.hub->day().candidates.empty(); }));
            CHECK(venue.hub->day().devices.size() == 1);
            CHECK_FALSE(newcomer.node->identity().isEnrolled);
            CHECK_FALSE(DataFolder(venue.folder(9)).deviceKeys());
            CHECK_FALSE(DataFolder(venue.folder(9)).membership());
            CHECK(approve(*venue.hub, candidate.id, code).error().code == ErrorCode::NotFound);
            newcomer.node->enrol(venue.hub->enrolUri());
            CHECK(newcomer.hasHeard(EnrolmentNews::Kind::Enrolled));
        }
    }
}

SCENARIO("what was typed is no address, or nobody is there", "[node][enrolment]")
{
    Venue2 venue(0);
    Newcomer newcomer(venue);
    for (const auto *words : {"", "192.168.1.5", "192.168.1.5:0", "a b:12", "muster://enrol?x"}) {
        newcomer.news.clear();
        newcomer.node->enrol(QString::fromLatin1(words));
        INFO(words);
        REQUIRE(newcomer.hasHeard(EnrolmentNews::Kind::Failed));
        CHECK(newcomer.news.back().failure == 0);
        CHECK_FALSE(newcomer.news.back().words.isEmpty());
    }
}
