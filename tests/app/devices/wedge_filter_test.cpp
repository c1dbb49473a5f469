// Goal: a scanner's code is never typed into the field that has the focus, and a person's typing always is.
// Method: key events with times, as X11 and Wayland number them, sent to a window behind the filter.
#include "app/devices/wedge_filter.h"
#include "tests/app/devices/pictures.h"
#include "tests/support/fake_clock.h"

#include <QCoreApplication>
#include <QWindow>

using namespace muster;

namespace {

/// A window that notes what is typed into it.
class Field final : public QWindow {
public:
    QString text;
    int releases = 0;

protected:
    void keyPressEvent(QKeyEvent *event) override { text += event->text(); }
    void keyReleaseEvent(QKeyEvent *) override { ++releases; }
};

struct Desk {
    test::FakeClock clock;
    WedgeFilter filter{clock};
    Field field;
    std::vector<QByteArray> scans;
    ulong at = 1'000'000;  ///< Milliseconds, as the window system tells them.

    Desk()
    {
        QCoreApplication::instance()->installEventFilter(&filter);
        QObject::connect(&filter, &WedgeFilter::scanned, &filter, [this](const QByteArray &p) { scans.push_back(p); });
    }
    void tap(int key, quint32 evdev, const QString &text, ulong gap)
    {
        at += gap;
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, Qt::NoModifier, evdev + 8, 0, 0, text);
            event.setTimestamp(at);
            QCoreApplication::sendEvent(&field, &event);
        }
    }
    void digits(const QString &text, ulong gap)
    {
        for (const QChar c : text) {
            const int digit = c.digitValue();
            tap(Qt::Key_0 + digit, digit == 0 ? 11U : quint32(digit + 1), QString(c), gap);
        }
    }
    void enter(ulong gap) { tap(Qt::Key_Return, 28, QStringLiteral("\r"), gap); }
};

}  // namespace

SCENARIO("scanned keys and typed keys part ways", "[devices][wedge]")
{
    Desk desk;
    GIVEN("a scanner's burst")
    {
        desk.digits(QStringLiteral("4006381333931"), 4);
        desk.enter(4);
        CHECK(desk.scans == std::vector<QByteArray>{"4006381333931"});
        test::waitUntil([] { return false; }, 150);
        THEN("nothing reaches the field, not even a key's release")
        {
            CHECK(desk.field.text.isEmpty());
            CHECK(desk.field.releases == 0);
        }
    }
    GIVEN("a person who types and sends")
    {
        desk.digits(QStringLiteral("2024"), 170);
        desk.enter(200);
        CHECK(desk.field.text == QStringLiteral("2024\r"));
        CHECK(desk.scans.empty());
    }
    GIVEN("a person's last key")
    {
        desk.digits(QStringLiteral("7"), 500);
        CHECK(desk.field.text.isEmpty());
        THEN("it arrives when no scan follows")
        {
            CHECK(test::waitUntil([&] { return desk.field.text == QStringLiteral("7"); }, 1000));
            CHECK(desk.field.releases == 1);
        }
    }
    GIVEN("a person who is interrupted by the scanner")
    {
        desk.digits(QStringLiteral("5"), 300);
        desk.at += 300;
        desk.digits(QStringLiteral("1234"), 4);
        desk.enter(4);
        CHECK(desk.field.text == QStringLiteral("5"));
        CHECK(desk.scans == std::vector<QByteArray>{"1234"});
    }
    GIVEN("a window that was busy while a person typed")
    {
        // All events come at once, but their times tell.
        desk.digits(QStringLiteral("12345"), 150);
        desk.enter(150);
        CHECK(desk.scans.empty());
        CHECK(desk.field.text == QStringLiteral("12345\r"));
    }
    GIVEN("a French layout, where the digits' keys make other letters")
    {
        for (const quint32 evdev : {2U, 3U, 4U}) {
            desk.tap(Qt::Key_Ampersand, evdev, QStringLiteral("&"), 4);
        }
        desk.enter(4);
        CHECK(desk.scans == std::vector<QByteArray>{"123"});
    }
}
