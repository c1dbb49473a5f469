// Goal: whatever pictures come from, every one is delivered, in order, and the end comes once, after the last.
// Method: pictures and videos made here, each frame with a code that names it.
#include "app/devices/frame_source.h"
#include "app/devices/picture_source.h"
#include "app/devices/scan_file.h"
#include "core/scan/zxing_adapter.h"
#include "tests/app/devices/pictures.h"
#include "tests/support/temp_dir.h"

#include <QFile>
#include <QJsonDocument>

using namespace muster;

namespace {

/// What a source delivered, worked through one by one.
struct Taker {
    std::unique_ptr<FrameSource> source;
    std::vector<QByteArray> payloads;
    int frames = 0;
    int ends = 0;
    int framesAtEnd = -1;
    QStringList failures;

    explicit Taker(const QString &spec) : source(openFrameSource(spec).value())
    {
        QObject::connect(source.get(), &FrameSource::frame, source.get(), [this](const Frame &frame) {
            ++frames;
            const auto reading = scan::readSymbol(frame.luma(), {});
            payloads.push_back(reading ? reading->payload : QByteArray());
            QMetaObject::invokeMethod(
                source.get(), [this] { source->acknowledge(); }, Qt::QueuedConnection);
        });
        QObject::connect(source.get(), &FrameSource::ended, source.get(), [this] {
            ++ends;
            framesAtEnd = frames;
        });
        QObject::connect(source.get(), &FrameSource::failed, source.get(),
                         [this](const QString &reason) { failures += reason; });
    }
    void runToEnd()
    {
        source->start();
        REQUIRE(test::waitUntil([this] { return ends > 0; }, 30'000));
        test::waitUntil([] { return false; }, 100);  // Nothing may follow.
        CHECK(ends == 1);
        CHECK(framesAtEnd == frames);
    }
};

QByteArray name(int index) { return "frame " + QByteArray::number(index); }

}  // namespace

SCENARIO("a folder of pictures comes in the order of its names", "[devices]")
{
    const test::TempDir dir;
    for (const int i : {3, 0, 2, 1}) {
        REQUIRE(test::pictureOf(name(i)).save(dir.file(test::frameName(i))));
    }
    GIVEN("only pictures")
    {
        Taker taker(dir.path() + QStringLiteral("@500"));
        taker.runToEnd();
        CHECK(taker.payloads == std::vector<QByteArray>{name(0), name(1), name(2), name(3)});
        CHECK(taker.failures.isEmpty());
        WHEN("it is started again")
        {
            taker.ends = 0;
            taker.source->start();
            REQUIRE(test::waitUntil([&] { return taker.ends > 0; }));
            THEN("it begins anew") { CHECK(taker.frames == 8); }
        }
    }
    GIVEN("a damaged picture among them")
    {
        QFile file(dir.file(QStringLiteral("frame-001.png")));
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.resize(60));
        file.close();
        Taker taker(dir.path() + QStringLiteral("@500"));
        taker.runToEnd();
        CHECK(taker.payloads == std::vector<QByteArray>{name(0), name(2), name(3)});
        CHECK(taker.failures.size() == 1);
    }
    GIVEN("a single picture")
    {
        Taker taker(dir.file(QStringLiteral("frame-002.png")));
        taker.runToEnd();
        CHECK(taker.payloads == std::vector<QByteArray>{name(2)});
    }
    GIVEN("a reader that takes its time")
    {
        auto source = openFrameSource(dir.path() + QStringLiteral("@500")).value();
        int frames = 0;
        QObject::connect(source.get(), &FrameSource::frame, source.get(), [&] { ++frames; });
        source->start();
        REQUIRE(test::waitUntil([&] { return frames > 0; }));
        test::waitUntil([] { return false; }, 50);
        THEN("the next picture waits for it") { CHECK(frames == 1); }
    }
}

SCENARIO("every frame of a video is delivered", "[devices]")
{
    constexpr int count = 30;
    const test::TempDir dir;
    for (int i = 0; i < count; ++i) {
        REQUIRE(test::pictureOf(name(i)).save(dir.file(test::frameName(i))));
    }
    const auto video = dir.file(QStringLiteral("day.mp4"));
    test::makeVideo(dir.path(), video);

    Taker taker(video);
    QVideoSink preview;
    int shown = 0;
    QObject::connect(&preview, &QVideoSink::videoFrameChanged, &preview, [&] { ++shown; });
    taker.source->setPreview(&preview);
    taker.runToEnd();
    CHECK(taker.failures.isEmpty());
    REQUIRE(taker.payloads.size() == count);
    for (int i = 0; i < count; ++i) {
        CHECK(taker.payloads[std::size_t(i)] == name(i));
    }
    CHECK(shown >= count);
}

TEST_CASE("a source that cannot be says so, and what to do", "[devices]")
{
    const test::TempDir dir;
    CHECK(openFrameSource(dir.file(QStringLiteral("none.mp4"))).error().code == ErrorCode::NotFound);
    CHECK(openFrameSource(dir.path()).error().code == ErrorCode::NotFound);
    QFile text(dir.file(QStringLiteral("list.csv")));
    REQUIRE(text.open(QIODevice::WriteOnly));
    text.write("a,b\n");
    text.close();
    CHECK(openFrameSource(text.fileName()).error().code == ErrorCode::Invalid);

    GIVEN("a camera that is not there")
    {
        auto camera = openFrameSource(QStringLiteral("camera:no such thing")).value();
        QStringList failures;
        QObject::connect(camera.get(), &FrameSource::failed, camera.get(),
                         [&](const QString &reason) { failures += reason; });
        camera->start();
        REQUIRE(test::waitUntil([&] { return !failures.isEmpty(); }));
        CHECK(failures.front().contains(QStringLiteral("no such thing")));
    }
    GIVEN("a damaged video")
    {
        QFile video(dir.file(QStringLiteral("bad.mp4")));
        REQUIRE(video.open(QIODevice::WriteOnly));
        video.write(QByteArray(2000, 'x'));
        video.close();
        Taker taker(video.fileName());
        taker.runToEnd();
        CHECK(taker.frames == 0);
        CHECK(taker.failures.size() == 1);
    }
}

SCENARIO("one file is scanned for the command line", "[devices]")
{
    const SystemClock clock;
    const test::TempDir dir;
    const auto picture = dir.file(QStringLiteral("code.png"));
    GIVEN("a picture with an inverted code")
    {
        auto image = test::pictureOf("L-0042");
        image.invertPixels();
        REQUIRE(image.save(picture));
        const auto json = toJson(scanFile(picture, clock).value());
        CHECK(json[QStringLiteral("file")].toString() == picture);
        CHECK(json[QStringLiteral("text")].toString() == QStringLiteral("L-0042"));
        CHECK(json[QStringLiteral("ms")].isDouble());
    }
    GIVEN("a picture without a code")
    {
        REQUIRE(test::blank().save(picture));
        CHECK(toJson(scanFile(picture, clock).value())[QStringLiteral("text")].isNull());
    }
    GIVEN("a video whose code comes late")
    {
        for (int i = 0; i < 20; ++i) {
            REQUIRE((i < 15 ? test::blank() : test::pictureOf("L-7")).save(dir.file(test::frameName(i))));
        }
        const auto video = dir.file(QStringLiteral("day.mp4"));
        test::makeVideo(dir.path(), video);
        CHECK(toJson(scanFile(video, clock).value())[QStringLiteral("text")].toString() == QStringLiteral("L-7"));
    }
    GIVEN("no file") { CHECK(scanFile(picture, clock).error().code == ErrorCode::NotFound); }
}

TEST_CASE("a video frame's brightness is seen where it lies", "[devices]")
{
    QVideoFrame video(QVideoFrameFormat({4, 2}, QVideoFrameFormat::Format_YUV420P));
    REQUIRE(video.map(QVideoFrame::WriteOnly));
    for (int y = 0; y < 2; ++y) {
        for (int x = 0; x < 4; ++x) {
            video.bits(0)[y * video.bytesPerLine(0) + x] = uchar(10 * y + x);
        }
    }
    video.unmap();
    const auto frame = Frame::of(video);
    REQUIRE_FALSE(frame.isEmpty());
    CHECK(frame.luma().row(1)[3] == 13);

    QVideoFrame packed(QVideoFrameFormat({4, 2}, QVideoFrameFormat::Format_UYVY));
    REQUIRE(packed.map(QVideoFrame::WriteOnly));
    for (int i = 0; i < 8; ++i) {
        packed.bits(0)[packed.bytesPerLine(0) + i] = uchar(i);
    }
    packed.unmap();
    CHECK(Frame::of(packed).luma().row(1)[2] == 5);
    CHECK(Frame::of(QVideoFrame()).isEmpty());
}
