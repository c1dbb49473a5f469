// Goal: pictures keep within their limits, and a QR code that was drawn is the one that is read.
// Method: sizes at and beyond the limits; codes of every level and length; filters on pictures small enough to count.
#include "core/scan/filters.h"
#include "core/scan/qr_image.h"
#include "core/scan/zxing_adapter.h"
#include "tests/support/catch.h"

using namespace muster;
using namespace muster::scan;

TEST_CASE("a picture has a largest size", "[scan][image]")
{
    CHECK(LumaImage::create(imageSideMax, 1).has_value());
    CHECK_FALSE(LumaImage::create(imageSideMax + 1, 1).has_value());
    CHECK_FALSE(LumaImage::create(1, imageSideMax + 1).has_value());
    CHECK_FALSE(LumaImage::create(0, 1).has_value());
    const LumaImage image(4, 4);
    CHECK(image.view().isUsable());
    CHECK_FALSE(LumaView{image.row(0), 4, 4, 3}.isUsable());
    CHECK_FALSE(LumaView{image.row(0), imageSideMax + 1, 1, imageSideMax + 1}.isUsable());
    CHECK_FALSE(LumaView{nullptr, 4, 4, 4}.isUsable());
    CHECK_FALSE(readSymbol(LumaView{nullptr, 4, 4, 4}, {}).has_value());
}

TEST_CASE("a crop stays inside its picture", "[scan][image]")
{
    const LumaImage image(10, 8);
    const auto crop = image.view().cropped(7, -3, 100, 100);
    CHECK(crop.width == 3);
    CHECK(crop.height == 8);
    CHECK(image.view().cropped(50, 50, 1, 1).width == 1);
}

TEST_CASE("a drawn code is read back", "[scan][qr]")
{
    for (const auto level : {QrLevel::Low, QrLevel::Medium, QrLevel::Quartile, QrLevel::High}) {
        for (const auto &payload : {QByteArray("L-0042"), QStringLiteral("王小明").toUtf8(), QByteArray(300, 'A')}) {
            const auto image = qrImage(payload, {.modulePixels = 3, .level = level});
            REQUIRE(image);
            const auto reading = readSymbol(image->view(), {});
            REQUIRE(reading);
            CHECK(reading->payload == payload);
            CHECK(reading->symbology == QStringLiteral("QRCode"));
        }
    }
}

TEST_CASE("bytes of a code come as they were encoded", "[scan][qr]")
{
    const QByteArray payload("\xE9t\xE9 \x01\xFF", 6);  // Not UTF-8.
    CHECK(readSymbol(qrImage(payload)->view(), {}).value().payload == payload);
}

TEST_CASE("what a code cannot hold is refused", "[scan][qr]")
{
    CHECK_FALSE(qrImage("").has_value());
    CHECK(qrModules(QByteArray(qrPayloadMax, 'x'), QrLevel::Low).has_value());
    CHECK_FALSE(qrModules(QByteArray(qrPayloadMax + 1, 'x'), QrLevel::Low).has_value());
    CHECK_FALSE(qrModules(QByteArray(qrPayloadMax, 'x'), QrLevel::High).has_value());
    CHECK_FALSE(qrImage("x", {.modulePixels = 0}).has_value());
    CHECK_FALSE(qrImage("x", {.modulePixels = qrModulePixelsMax + 1}).has_value());
    CHECK_FALSE(qrImage("x", {.quietZoneModules = qrQuietZoneMax + 1}).has_value());
    CHECK_FALSE(qrImage("x", {.quietZoneModules = -1}).has_value());
    const auto image = qrImage("x", {.modulePixels = 2, .quietZoneModules = 4}).value();
    CHECK(image.width() == (21 + 8) * 2);
    CHECK(image.row(7)[7] == 255);
    CHECK(image.row(8)[8] == 0);
}

TEST_CASE("filters do to pixels what they say", "[scan][filters]")
{
    LumaImage steps(4, 2);
    for (int y = 0; y < 2; ++y) {
        for (int x = 0; x < 4; ++x) {
            steps.row(y)[x] = quint8(100 + 10 * x);
        }
    }
    CHECK(inverted(steps.view()).row(0)[1] == 145);
    CHECK(shrunk(steps.view(), 2).pixels() == std::vector<quint8>{105, 125});
    const auto full = stretched(steps.view(), 0);
    CHECK(full.row(1)[0] == 0);
    CHECK(full.row(1)[3] == 255);
    CHECK(stretched(LumaImage(3, 3, 50).view(), 10).row(1)[1] == 50);

    LumaImage dot(9, 9, 200);
    dot.row(4)[4] = 20;
    const auto soft = blurred(dot.view(), 1);
    CHECK(soft.row(4)[4] > 20);
    CHECK(soft.row(4)[5] < 200);
    CHECK(soft.row(0)[0] == 200);
    CHECK(sharpened(soft.view(), 1, 200).row(4)[4] < soft.row(4)[4]);
    const auto black = thresholded(dot.view(), 2, 5);
    CHECK(black.row(4)[4] == 0);
    CHECK(black.row(0)[0] == 255);
    CHECK(resized(dot.view(), 18, 9).width() == 18);
    CHECK(blurred(LumaImage(1, 1, 9).view(), blurRadiusMax).row(0)[0] == 9);
}

TEST_CASE("the busiest part of a picture is where the code is", "[scan][filters]")
{
    LumaImage hall(1280, 720, 180);
    const auto code = qrImage("L-0042", {.modulePixels = 5}).value();
    for (int y = 0; y < code.height(); ++y) {
        std::copy_n(code.row(y), code.width(), hall.row(400 + y) + 900);
    }
    const auto area = busiestArea(hall.view());
    CHECK(area.left <= 920);
    CHECK(area.top <= 420);
    CHECK(area.left + area.width >= 900 + code.width() - 20);
    CHECK(area.top + area.height >= 400 + code.height() - 20);
    CHECK(area.width < 500);
    const auto empty = busiestArea(LumaImage(640, 480, 90).view());
    CHECK(empty.width == 640);
    CHECK(empty.height == 480);
}
