// Goal: every screen in every state, language and orientation can be read, reached by a finger, and loads silently.
// Method: the scenes of muster-shots, each looked over by a walk through its items.
#include "core/base/crypto.h"
#include "tests/qml/sample_day.h"
#include "tests/shots/states.h"
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

#include <QAccessible>
#include <QFont>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>

using namespace muster;
using namespace muster::test;

namespace {

QStringList g_warnings;

void collect(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        g_warnings.append(message);
    }
}

/// Buttons that can be touched, where they are: two in the same place are one too many.
struct Touchable {
    QString name;
    QRectF place;
};

/// What is wrong with the buttons below @p item: cut off by what they stand in, or covered by one another. @p shown is
/// what of the window can be seen there.
void inspectPlaces(const QQuickItem *item, QRectF shown, std::vector<Touchable> &touchables, QStringList &faults)
{
    if (!item->isVisible() || item->opacity() == 0) {
        return;
    }
    constexpr double slack = 1.5;
    const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    if (item->inherits("QQuickFlickable")) {
        return;  // Its contents are scrolled into sight.
    }
    const bool isTouchable = item->inherits("QQuickAbstractButton") || item->objectName() == QLatin1String("camera");
    if (item->clip() || (item->inherits("QQuickRectangle") && !isTouchable)) {
        shown &= place;  // What stands on a card stays on it.
    }
    if (isTouchable) {
        const QString name = item->objectName().isEmpty() ? item->property("text").toString() : item->objectName();
        if (!shown.adjusted(-slack, -slack, slack, slack).contains(place)) {
            faults.append(QStringLiteral("cut off: %1").arg(name));
        }
        const QRectF core = place.adjusted(slack, slack, -slack, -slack);
        for (const Touchable &other : touchables) {
            if (core.intersects(other.place)) {
                faults.append(QStringLiteral("%1 covers %2").arg(name, other.name));
            }
        }
        touchables.push_back({name, place});
        return;
    }
    const auto children = item->childItems();
    for (const QQuickItem *child : children) {
        inspectPlaces(child, shown, touchables, faults);
    }
}

/// What is wrong with the visible items below @p item; @p touchMin is the least size of a button.
void inspect(const QQuickItem *item, const QRectF &window, double touchMin, QStringList &faults)
{
    if (!item->isVisible() || item->opacity() == 0) {
        return;
    }
    const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    const bool isLabel = item->inherits("QQuickText");
    if (isLabel && !item->property("text").toString().isEmpty()) {
        const QString text = item->property("text").toString();
        const bool mayElide = item->property("mayElide").toBool();
        const double wide = item->property("contentWidth").toDouble();
        if (!mayElide && (item->property("truncated").toBool() || wide > item->width() + 1)) {
            faults.append(QStringLiteral("cut: \"%1\"").arg(text));
        }
        if (!mayElide && (place.left() < -1 || place.right() > window.right() + 1)) {
            faults.append(QStringLiteral("beside the window: \"%1\"").arg(text));
        }
    }
    if (item->inherits("QQuickAbstractButton") && item->isEnabled()) {
        const bool isSmall = item->width() < touchMin - 0.5 || item->height() < touchMin - 0.5;
        if (isSmall) {
            faults.append(
                QStringLiteral("too small for a finger: %1 (%2 × %3)")
                    .arg(item->objectName().isEmpty() ? item->property("text").toString() : item->objectName())
                    .arg(item->width())
                    .arg(item->height()));
        }
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QQuickItem *>(item));
        if (!face || face->text(QAccessible::Name).isEmpty()) {
            faults.append(QStringLiteral("no spoken name: %1").arg(item->objectName()));
        }
    }
    const auto children = item->childItems();
    for (const QQuickItem *child : children) {
        inspect(child, window, touchMin, faults);
    }
}

/// What @p item says, line by line, each of them no lower than @p heightMin.
void collectLines(const QQuickItem *item, double heightMin, QStringList &words)
{
    if (!item->isVisible() || item->opacity() == 0) {
        return;
    }
    const QString text = item->inherits("QQuickText") ? item->property("text").toString() : QString();
    if (!text.isEmpty()) {
        INFO(text.toStdString());
        CHECK(item->property("font").value<QFont>().pixelSize() >= heightMin);
        words << text;
    }
    const auto children = item->childItems();
    for (const QQuickItem *child : children) {
        collectLines(child, heightMin, words);
    }
}

}  // namespace

TEST_CASE("every screen can be read and reached in both languages and orientations", "[screens]")
{
    const QtMessageHandler previous = qInstallMessageHandler(&collect);
    int seen = 0;
    for (const Scene &scene : scenes()) {
        g_warnings.clear();
        QStringList faults;
        const Status shown = show(scene, [&](Face &face) {
            constexpr double kioskTouch = 64;
            constexpr double deskTouch = 48;
            const bool isDesk = scene.role == QLatin1String("coordinator");
            face.window()->grabWindow();  // Layouts are done when the window is drawn.
            const QQuickItem *root = face.window()->contentItem();
            inspect(root, QRectF(0, 0, root->width(), root->height()), isDesk ? deskTouch : kioskTouch, faults);
            static const QStringList sheets{QStringLiteral("-documents"), QStringLiteral("-incident-change"),
                                            QStringLiteral("-staff-pin"), QStringLiteral("-staff-switches"),
                                            QStringLiteral("-transfer"),  QStringLiteral("-worker")};
            if (std::ranges::none_of(sheets, [&scene](const QString &sheet) { return scene.name.contains(sheet); })) {
                std::vector<Touchable> touchables;
                inspectPlaces(root, QRectF(0, 0, root->width(), root->height()), touchables, faults);
            }
            return Status();
        });
        INFO(scene.name.toStdString());
        INFO((faults + g_warnings).join(QLatin1Char('\n')).toStdString());
        CHECK(shown.has_value());
        CHECK(faults.isEmpty());
        CHECK(g_warnings.isEmpty());
        ++seen;
    }
    qInstallMessageHandler(previous);
    CHECK(seen > 300);
}

TEST_CASE("what is done on a screen bears the name of who signed on there", "[screens][worker]")
{
    const auto role = GENERATE(as<const char *>{}, "greeter", "zone", "prize", "counter", "coordinator");
    CAPTURE(role);
    FakeNode node;
    node.setNow(sampleNow());
    node.setIdentity(sampleIdentity(QString::fromLatin1(role)));
    node.setDay(busyDay());
    node.unsettled.resize(1);
    node.decide = [](const Act &) {
        Answer answer;
        answer.outcome = Outcome::Done;
        return answer;
    };
    FaceOptions options;
    options.role = QString::fromLatin1(role);
    options.language = QStringLiteral("en");
    options.isMuted = true;
    auto face = Face::show(node, nullptr, options);
    REQUIRE(face);
    settle();
    (*face)->worker().ask();
    settle();
    (*face)->scanned("S-31");
    settle();
    REQUIRE((*face)->worker().code() == QLatin1String("S-31"));
    node.acts.clear();
    if (auto *greeter = (*face)->greeter()) {
        greeter->scanned("L-0042");
    } else if (auto *zone = (*face)->zone()) {
        zone->log(QStringLiteral("spill"));
    } else if (auto *counter = (*face)->counter()) {
        counter->setOpen(true);
    } else if (auto *prize = (*face)->prize()) {
        prize->cancelOpen(node.unsettled.front().grant.toHex(), QStringLiteral("mistake"));
    } else {
        (*face)->coordinator()->emptyHall(QStringLiteral("over"));
        settle();
        (*face)->course()->say(QStringLiteral("all"), QStringLiteral("Lunch"));
    }
    settle();
    for (const Act &act : node.acts) {
        CHECK(act.actor == QLatin1String("S-31"));
    }
    CHECK(!node.acts.empty());
}

TEST_CASE("the wall of a zone's staff can be read from three metres", "[screens]")
{
    constexpr double leastOfSide = 0.03;
    int seen = 0;
    for (const Scene &scene : scenes()) {
        if (!scene.name.startsWith(QLatin1String("wall-idle"))) {
            continue;
        }
        INFO(scene.name.toStdString());
        const Status shown = show(scene, [&](Face &face) {
            face.window()->grabWindow();
            QStringList words;
            collectLines(face.window()->contentItem(), std::min(scene.size.width(), scene.size.height()) * leastOfSide,
                         words);
            // Here, leaving, coming, not ready: somebody of each.
            for (const char16_t *name : {u"李娜", u"赵敏", u"吴迪"}) {
                INFO(QString::fromUtf16(name).toStdString());
                CHECK(words.contains(QString::fromUtf16(name)));
            }
            return Status();
        });
        CHECK(shown.has_value());
        ++seen;
    }
    CHECK(seen >= 5);
}

TEST_CASE("the self-test loads every role's screens without a warning", "[screens]")
{
    FakeNode node;
    CHECK(Face::selfTest(node).join(QLatin1Char('\n')) == QString());
}

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    QGuiApplication app(argc, argv);
    initCrypto();
    return Catch::Session().run(argc, argv);
}
