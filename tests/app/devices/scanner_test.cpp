// Goal: a code before a camera is one scan, soon; a camera that goes silent is noticed; a source that ends loses none.
// Method: sources driven by hand beside a folder of pictures; the clock moves only when told, but for the decoding.
#include "app/devices/scanner.h"
#include "tests/app/devices/pictures.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

using namespace muster;

namespace {

/// A camera that shows what it is told.
class HandCamera final : public FrameSource {
public:
    [[nodiscard]] Pace pace() const override { return Pace::Live; }
    void start() override { ++starts; }
    void stop() override { ++stops; }
    void show(const Frame &picture) { Q_EMIT frame(picture); }
    void fail(const QString &reason) { Q_EMIT failed(reason); }

    int starts = 0;
    int stops = 0;
};

struct Rig {
    test::FakeClock clock;
    HandCamera *camera = new HandCamera;
    Scanner scanner{clock, std::unique_ptr<FrameSource>(camera)};
    std::vector<QByteArray> scans;
    int stalls = 0;
    int resumes = 0;
    QStringList failures;

    Rig()
    {
        QObject::connect(&scanner, &Scanner::scanned, &scanner, [this](const QByteArray &p) { scans.push_back(p); });
        QObject::connect(&scanner, &Scanner::stalled, &scanner, [this] { ++stalls; });
        QObject::connect(&scanner, &Scanner::resumed, &scanner, [this] { ++resumes; });
        QObject::connect(&scanner, &Scanner::failed, &scanner, [this](const QString &why) { failures << why; });
        scanner.start();
    }
    void show(QByteArrayView payload) { camera->show(Frame::of(test::pictureOf(payload))); }
};

}  // namespace

SCENARIO("a live camera's codes are scans", "[devices][scanner]")
{
    Rig rig;
    GIVEN("a phone that stays before the camera")
    {
        for (int i = 0; i < 5; ++i) {
            rig.show("L-1");
            test::waitUntil([] { return false; }, 30);
        }
        REQUIRE(test::waitUntil([&] { return !rig.scans.empty(); }));
        CHECK(rig.scans == std::vector<QByteArray>{"L-1"});
    }
    GIVEN("frames that come faster than they are decoded")
    {
        // No event loop between them: the first is being decoded while the others come.
        rig.show("first");
        rig.show("old");
        rig.show("older");
        rig.show("newest");
        REQUIRE(test::waitUntil([&] { return rig.scans.size() >= 2; }));
        test::waitUntil([] { return false; }, 100);
        THEN("the newest wins") { CHECK(rig.scans == std::vector<QByteArray>{"first", "newest"}); }
    }
    GIVEN("an empty hall, then a code")
    {
        rig.camera->show(Frame::of(test::blank()));
        rig.show("L-2");
        REQUIRE(test::waitUntil([&] { return !rig.scans.empty(); }));
        CHECK(rig.scans.front() == "L-2");
    }
    GIVEN("a scanner that was stopped")
    {
        rig.scanner.stop();
        rig.show("L-3");
        test::waitUntil([] { return false; }, 100);
        CHECK(rig.scans.empty());
        CHECK(rig.camera->stops == 1);
    }
}

SCENARIO("a camera that goes silent is noticed and started again", "[devices][scanner]")
{
    Rig rig;
    rig.show("L-1");
    REQUIRE(test::waitUntil([&] { return !rig.scans.empty(); }));
    rig.clock.advance(Scanner::stallAfter - std::chrono::milliseconds(1));
    test::waitUntil([] { return false; }, 1200);  // The watchdog looks every second.
    CHECK(rig.stalls == 0);
    rig.clock.advance(std::chrono::milliseconds(1));
    REQUIRE(test::waitUntil([&] { return rig.stalls == 1; }));
    CHECK(rig.camera->starts == 2);
    WHEN("it stays silent")
    {
        rig.clock.advance(Scanner::stallAfter);
        REQUIRE(test::waitUntil([&] { return rig.camera->starts == 3; }));
        THEN("it is tried again, and told once") { CHECK(rig.stalls == 1); }
    }
    WHEN("a frame comes")
    {
        rig.show("L-2");
        THEN("it is back") { CHECK(rig.resumes == 1); }
    }
}

SCENARIO("a camera is unplugged", "[devices][scanner]")
{
    Rig rig;
    const auto unplugged = QStringLiteral("the camera was unplugged");
    rig.show("L-1");
    REQUIRE(test::waitUntil([&] { return !rig.scans.empty(); }));
    rig.camera->fail(unplugged);
    CHECK(rig.failures == QStringList{unplugged});
    WHEN("it is back before anybody missed its pictures")
    {
        rig.camera->show(Frame::of(test::blank()));
        THEN("that is told, though nobody holds a code to it")
        {
            CHECK(rig.resumes == 1);
            AND_WHEN("it is unplugged again")
            {
                rig.camera->fail(unplugged);
                THEN("that is told as well") { CHECK(rig.failures.size() == 2); }
            }
        }
    }
    WHEN("it stays away all day")
    {
        for (int i = 0; i < 3; ++i) {
            rig.clock.advance(Scanner::stallAfter);
            const int starts = rig.camera->starts;
            REQUIRE(test::waitUntil([&] { return rig.camera->starts > starts; }));
            rig.camera->fail(unplugged);
        }
        THEN("the same reason is told once")
        {
            CHECK(rig.failures.size() == 1);
            CHECK(rig.stalls == 0);
        }
    }
}

SCENARIO("a source that ends is decoded to its last frame", "[devices][scanner]")
{
    const test::TempDir dir;
    for (int i = 0; i < 8; ++i) {
        REQUIRE(test::pictureOf("L-" + QByteArray::number(i)).save(dir.file(test::frameName(i))));
    }
    const SystemClock clock;
    Scanner scanner(clock, openFrameSource(dir.path() + QStringLiteral("@1000")).value());
    std::vector<QByteArray> scans;
    std::size_t scansAtEnd = 0;
    int ends = 0;
    QObject::connect(&scanner, &Scanner::scanned, &scanner, [&](const QByteArray &payload, qint64 ms) {
        scans.push_back(payload);
        CHECK(ms >= 0);
    });
    QObject::connect(&scanner, &Scanner::ended, &scanner, [&] {
        ++ends;
        scansAtEnd = scans.size();
    });
    scanner.start();
    REQUIRE(test::waitUntil([&] { return ends > 0; }));
    CHECK(ends == 1);
    REQUIRE(scans.size() == 8);
    CHECK(scansAtEnd == 8);
    CHECK(scans.back() == "L-7");
}
