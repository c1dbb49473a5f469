// Goal: a link carries frames whole and in order, holds a bounded amount of memory whatever the peer does, and tells
//       once when it is over.
// Method: two ends over loopback TLS; the far one played by hand, wrongly.
#include "tests/app/net/net_fixture.h"

#include <QtEndian>

#include <algorithm>
#include <iostream>

using namespace muster;
using namespace muster::net;
using namespace muster::net::test;

namespace {

QByteArray header(quint32 length)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(length, bytes.data());
    return bytes;
}

}  // namespace

TEST_CASE("frames of every size arrive whole and in order", "[net][link]")
{
    LinkPair pair;
    pair.wrapRaw();
    QList<QByteArray> sent;
    for (const auto size : {1, 2, 3, 100, 16'384, 65'536, 300'000, int(frameBytesMax)}) {
        sent.append(QByteArray(size, char('a' + sent.size())));
        pair.there->send(sent.last());
    }
    REQUIRE(eventually([&] { return pair.got.size() == sent.size(); }));
    CHECK(pair.got == sent);
}

TEST_CASE("a frame that breaks the rules ends the link with a reason", "[net][link]")
{
    LinkPair pair;
    const auto before = residentBytes();
    SECTION("two gigabytes announced")
    {
        pair.raw->write(header(0x7fffffff) + "x");
        REQUIRE(eventually([&] { return !pair.reasons.isEmpty(); }));
        CHECK(pair.reasons.first().contains(QStringLiteral("2147483647 bytes")));
        CHECK(residentBytes() - before < 8 * 1024 * 1024);
    }
    SECTION("one byte over the limit")
    {
        pair.raw->write(header(quint32(frameBytesMax) + 1));
        REQUIRE(eventually([&] { return !pair.reasons.isEmpty(); }));
    }
    SECTION("an empty frame")
    {
        pair.raw->write(header(0));
        REQUIRE(eventually([&] { return !pair.reasons.isEmpty(); }));
        CHECK(pair.reasons.first().contains(QStringLiteral("empty")));
    }
    SECTION("garbage")
    {
        pair.raw->write(QByteArray(1000, '\xee'));
        REQUIRE(eventually([&] { return !pair.reasons.isEmpty(); }));
    }
    SECTION("a good frame, a bad one, and a good one after it")
    {
        pair.raw->write(encodeFrame("good") + header(0) + encodeFrame("late"));
        REQUIRE(eventually([&] { return !pair.reasons.isEmpty(); }));
        CHECK(pair.got == QList<QByteArray>{"good"});
    }
    letPass(50ms);
    CHECK(pair.reasons.size() == 1);
    CHECK_FALSE(pair.here->isOpen());
}

TEST_CASE("a peer that falls silent is dead after the limit, and not before", "[net][link]")
{
    FrameLimits limits;
    limits.silenceMax = 300ms;
    LinkPair pair(limits);
    SECTION("in the middle of a frame") { pair.raw->write(header(1000) + QByteArray(500, 'x')); }
    SECTION("from the start") {}
    QElapsedTimer watch;
    watch.start();
    REQUIRE(eventually([&] { return !pair.reasons.isEmpty(); }));
    CHECK(watch.elapsed() >= 200);
    CHECK(watch.elapsed() < 2000);
    CHECK(pair.reasons.first().contains(QStringLiteral("silent")));
    CHECK(pair.got.isEmpty());
}

TEST_CASE("a peer that speaks now and then stays alive", "[net][link]")
{
    FrameLimits limits;
    limits.silenceMax = 300ms;
    LinkPair pair(limits);
    for (int i = 0; i < 10; ++i) {
        pair.raw->write(encodeFrame("ping"));
        letPass(100ms);
    }
    CHECK(pair.here->isOpen());
    CHECK(pair.got.size() == 10);
}

TEST_CASE("a peer that never reads costs a bounded amount of memory, then its link", "[net][link]")
{
    LinkPair pair;
    pair.raw->setReadBufferSize(1);
    const auto before = residentBytes();
    const QByteArray frame(frameBytesMax, 'x');
    qsizetype highest = 0;
    int sent = 0;
    while (pair.here->isOpen() && sent < 300) {
        pair.here->send(frame);
        highest = std::max(highest, pair.here->bytesQueued());
        letPass(5ms);
        ++sent;
    }
    CHECK(sent < 100);
    CHECK(highest <= FrameLimits{}.queuedMax);
    CHECK(residentBytes() - before < 4 * FrameLimits{}.queuedMax);
    REQUIRE(eventually([&] { return !pair.reasons.isEmpty(); }));
    CHECK(pair.reasons.first().contains(QStringLiteral("does not read")));
    CHECK(pair.here->bytesQueued() == 0);
}

TEST_CASE("a sender that minds isCongested and drained sends any amount to a slow reader", "[net][link]")
{
    LinkPair pair;
    pair.wrapRaw();
    constexpr int frames = 600;
    const QByteArray frame(60'000, 'x');
    int sent = 0;
    int received = 0;
    qsizetype highest = 0;
    const auto sendSome = [&] {
        while (sent < frames && !pair.here->isCongested()) {
            pair.here->send(frame);
            ++sent;
        }
        highest = std::max(highest, pair.here->bytesQueued());
    };
    QObject::connect(pair.here.get(), &FrameLink::drained, pair.here.get(), sendSome);
    QObject::connect(pair.there.get(), &FrameLink::frameReceived, [&](const QByteArray &) {
        if (++received == 100) {  // The reader takes a rest.
            pair.there->pause();
            QTimer::singleShot(200ms, pair.there.get(), &FrameLink::resume);
        }
    });
    sendSome();
    REQUIRE(eventually([&] { return received == frames; }, 20s));
    CHECK(pair.here->isOpen());
    CHECK(highest < 2 * FrameLink::congestedAbove);
}

TEST_CASE("a paused link takes nothing, judges no silence, and goes on where it was", "[net][link]")
{
    FrameLimits limits;
    limits.silenceMax = 5s;
    LinkPair pair(limits);
    pair.here->pause();
    pair.raw->write(encodeFrame("one") + encodeFrame("two"));
    letPass(100ms);
    CHECK(pair.got.isEmpty());
    pair.here->resume();
    REQUIRE(eventually([&] { return pair.got.size() == 2; }));
}

TEST_CASE("what was said before the farewell arrives", "[net][link]")
{
    FrameLimits limits;
    limits.farewellMax = 60s;  // However busy the machine is.
    LinkPair pair;
    pair.wrapRaw(limits);
    pair.there->send(QByteArray(900'000, 'z'));
    pair.there->send("bye");
    pair.there->finish(QStringLiteral("done"));
    pair.there->send("too late");
    REQUIRE(eventually([&] { return !pair.reasons.isEmpty(); }));
    REQUIRE(pair.got.size() == 2);
    CHECK(pair.got.last() == "bye");
    CHECK(pair.reasons.size() == 1);
}

TEST_CASE("a farewell to a peer that does not read ends in time", "[net][link]")
{
    FrameLimits limits;
    limits.farewellMax = 200ms;
    limits.queuedMax = 64 * frameBytesMax;
    LinkPair pair(limits);
    pair.raw->setReadBufferSize(1);
    for (int i = 0; i < 20; ++i) {
        pair.here->send(QByteArray(frameBytesMax, 'x'));
    }
    pair.here->finish(QStringLiteral("bye"));
    REQUIRE(eventually([&] { return !pair.reasons.isEmpty(); }, 2s));
    CHECK(pair.reasons == QStringList{QStringLiteral("bye")});
}

TEST_CASE("a link may be deleted from inside its own signals", "[net][link]")
{
    LinkPair pair;
    QObject::connect(pair.here.get(), &FrameLink::frameReceived, pair.here.get(), [&](const QByteArray &) {
        pair.here->close(QStringLiteral("enough"));
        pair.here.release()->deleteLater();
    });
    pair.raw->write(encodeFrame("one") + encodeFrame("two") + encodeFrame("three"));
    REQUIRE(eventually([&] { return !pair.reasons.isEmpty(); }));
    CHECK(pair.got == QList<QByteArray>{"one"});
}

TEST_CASE("a frame there and back takes 0.2 ms at most", "[net][link][speed]")
{
    LinkPair pair;
    pair.wrapRaw();
    const QByteArray ping(200, 'p');
    QObject::connect(pair.there.get(), &FrameLink::frameReceived,
                     [&](const QByteArray &payload) { pair.there->send(payload); });
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {  // The machine has other work: the best round counts.
        std::vector<qint64> times;
        QEventLoop loop;
        QElapsedTimer watch;
        const auto back = QObject::connect(pair.here.get(), &FrameLink::frameReceived, [&](const QByteArray &) {
            times.push_back(watch.nsecsElapsed());
            if (times.size() == 2000) {
                loop.quit();
                return;
            }
            watch.start();
            pair.here->send(ping);
        });
        watch.start();
        pair.here->send(ping);
        loop.exec();
        QObject::disconnect(back);
        std::nth_element(times.begin(), times.begin() + 1000, times.end());
        best = std::min(best, double(times[1000]) / 1e6);
    }
    std::cout << "frame round trip p50: " << best << " ms\n";
    CHECK(best <= 0.2);
}
