#include "tests/shots/scenes.h"

#include "tests/qml/sample_day.h"
#include "tests/shots/states.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QQuickItem>
#include <QQuickWindow>

#include <utility>

namespace muster::test {
namespace {

const QString kiosk = QStringLiteral("kiosk");
const QString greeter = QStringLiteral("greeter");
const QString coordinator = QStringLiteral("coordinator");
const QString board = QStringLiteral("board");
const QString wall = QStringLiteral("wall");

std::function<void(Face &, FakeNode &, FakeEnrolment &)> scan(Answer answer)
{
    return [answer = std::move(answer)](Face &face, FakeNode &node, FakeEnrolment &) {
        node.decide = [answer](const Act &) { return answer; };
        face.scanned("L-0042-7KQ9");
        settle();
    };
}

/// A guest is refused and goes on to the problem desk.
std::function<void(Face &, FakeNode &, FakeEnrolment &)> sendOn(const QString &role, Outcome outcome)
{
    return [role, outcome](Face &face, FakeNode &node, FakeEnrolment &) {
        node.setIdentity(sampleIdentityWithDesk(role));
        node.decide = sampleReferring(sampleAnswer(outcome));
        face.scanned("L-0042-7KQ9");
        settle();
        if (role == greeter) {
            face.greeter()->refer();
            settle();
        }
    };
}

std::function<void(FakeNode &)> cutOff()
{
    return [](FakeNode &node) {
        DayView day = busyDay();
        day.link.isCutOff = true;
        day.link.unsent = 17;
        node.setDay(day);
    };
}

/// Who works here? Then, with @p digits typed, the PIN of one of them.
std::function<void(Face &, FakeNode &, FakeEnrolment &)> askWho(int digits)
{
    return [digits](Face &face, FakeNode &node, FakeEnrolment &) {
        node.signs.withPin = {QStringLiteral("S-30"), QStringLiteral("C-01")};
        face.worker().ask();
        settle();
        if (digits > 0) {
            face.worker().choose(QStringLiteral("S-30"));
        }
        for (int i = 0; i < digits; ++i) {
            face.worker().type(QStringLiteral("4"));
        }
    };
}

std::vector<State> kioskStates()
{
    std::vector<State> states;
    const auto add = [&states](const char *name, std::function<void(Face &, FakeNode &, FakeEnrolment &)> act,
                               std::function<void(FakeNode &)> prepare = {}) {
        states.push_back({QString::fromLatin1(name), kiosk, std::move(prepare), std::move(act)});
    };
    add("ready", {});
    add("reading", [](Face &face, FakeNode &, FakeEnrolment &) { face.seeing(); });
    add("checking", [](Face &face, FakeNode &node, FakeEnrolment &) {
        node.isSilent = true;
        face.scanned("L-0042");
    });
    add("admitted", scan(sampleAnswer(Outcome::Admitted)));
    add("admitted-vip", scan(sampleAnswer(Outcome::Admitted, 3)));
    add("admitted-long", scan(sampleAnswer(Outcome::Admitted, 6)));
    Answer numbered = sampleAnswer(Outcome::Admitted);
    numbered.number = QStringLiteral("A 023");
    add("admitted-number-printing", [numbered](Face &face, FakeNode &node, FakeEnrolment &enrolment) {
        scan(numbered)(face, node, enrolment);
        face.kiosk()->setPrinting(true);
    });
    Answer provisional = sampleAnswer(Outcome::Admitted);
    provisional.isProvisional = true;
    add("admitted-provisional", scan(provisional), cutOff());
    add("cut-off", {}, cutOff());
    const std::vector<std::pair<const char *, Outcome>> refusals{
        {"already-in", Outcome::AlreadyIn},     {"unknown", Outcome::Unknown},      {"forged", Outcome::Forged},
        {"wrong-event", Outcome::WrongEvent},   {"wrong-time", Outcome::WrongTime}, {"wrong-gate", Outcome::WrongGate},
        {"blocked", Outcome::Blocked},          {"cancelled", Outcome::Cancelled},  {"not-paid", Outcome::NotPaid},
        {"not-approved", Outcome::NotApproved}, {"revoked", Outcome::Revoked},      {"ambiguous", Outcome::Ambiguous},
        {"rule-refused", Outcome::RuleRefused}, {"zone-full", Outcome::ZoneFull},   {"malformed", Outcome::Malformed},
        {"not-now", Outcome::NotNow},           {"failed", Outcome::Failed},        {"not-inside", Outcome::NotInside},
        {"checked-out", Outcome::CheckedOut},
    };
    for (const auto &[name, outcome] : refusals) {
        add(name, scan(sampleAnswer(outcome)));
    }
    add("unknown-sent-on", sendOn(kiosk, Outcome::Unknown));
    for (const char *question : {"source", "layout", "consent", "companions", "group"}) {
        states.push_back({QStringLiteral("question-") + QString::fromLatin1(question),
                          kiosk,
                          {},
                          scan(sampleQuestion(QString::fromLatin1(question)))});
    }
    const auto ring = [](Face &face, FakeNode &node, FakeEnrolment &) {
        node.decide = [](const Act &) {
            Answer done;
            done.outcome = Outcome::Done;
            return done;
        };
        face.kiosk()->callStaff();
        settle();
        node.setDay(node.day());
    };
    add("staff-called", ring);
    add("staff-unheard", ring, cutOff());
    add("out-of-order",
        [](Face &face, FakeNode &, FakeEnrolment &) { face.kiosk()->setTrouble(QStringLiteral("camera")); });
    add("names-hidden", [](Face &face, FakeNode &node, FakeEnrolment &enrolment) {
        face.settings().setNamesHidden(true);
        scan(sampleAnswer(Outcome::Admitted))(face, node, enrolment);
    });
    add("camera-above", [](Face &face, FakeNode &, FakeEnrolment &) { face.staffMenu().setCameraSide(1); });
    add("camera-left", [](Face &face, FakeNode &, FakeEnrolment &) { face.staffMenu().setCameraSide(4); });
    add(
        "staff-called-cut-off", [](Face &face, FakeNode &, FakeEnrolment &) { face.kiosk()->callStaff(); }, cutOff());
    add("staff-pin", [](Face &face, FakeNode &, FakeEnrolment &) {
        face.staffMenu().ask();
        face.staffMenu().type(QStringLiteral("4"));
    });
    add("staff-pin-wait", [](Face &face, FakeNode &, FakeEnrolment &) {
        face.staffMenu().ask();
        for (int i = 0; i < StaffMenu::pinLength * StaffMenu::wrongMax; ++i) {
            face.staffMenu().type(QStringLiteral("1"));
        }
    });
    add("staff-switches", [](Face &face, FakeNode &, FakeEnrolment &) { face.scanned("muster-staff:471928"); });
    return states;
}

std::vector<State> greeterStates()
{
    std::vector<State> states;
    const auto add = [&states](const char *name, std::function<void(Face &, FakeNode &, FakeEnrolment &)> act,
                               std::function<void(FakeNode &)> prepare = {}) {
        states.push_back({QString::fromLatin1(name), greeter, std::move(prepare), std::move(act)});
    };
    add("idle", {});
    add("staff-switches", [](Face &face, FakeNode &, FakeEnrolment &) { face.staffMenu().ask(); });
    add("worker", askWho(0));
    add("worker-pin", askWho(3));
    add("cut-off", {}, cutOff());
    add("search", [](Face &face, FakeNode &node, FakeEnrolment &) {
        for (int i = 0; i < 7; ++i) {
            node.found.push_back(sampleGuest(i));
        }
        node.found[1].isInside = true;
        face.greeter()->setQuery(QStringLiteral("w"));
        settle();
    });
    add("search-nobody", [](Face &face, FakeNode &, FakeEnrolment &) {
        face.greeter()->setQuery(QStringLiteral("xyz"));
        settle();
    });
    const auto pick = [](int number) {
        return [number](Face &face, FakeNode &node, FakeEnrolment &) {
            node.found = {sampleGuest(number)};
            node.found[0].notes = number == 3 ? QStringLiteral("腿脚不便，请安排座位 · needs a seat") : QString();
            face.greeter()->setQuery(QStringLiteral("x"));
            settle();
            face.greeter()->pick(node.found[0].id.toHex());
        };
    };
    add("guest", pick(0));
    add("guest-vip", pick(3));
    add("guest-long", pick(6));
    add("admitted", scan(sampleAnswer(Outcome::Admitted)));
    add("admitted-vip", scan(sampleAnswer(Outcome::Admitted, 3)));
    add("admitted-media", scan(sampleAnswer(Outcome::Admitted, 4)));
    Answer provisional = sampleAnswer(Outcome::Admitted);
    provisional.isProvisional = true;
    provisional.checkedElsewhereAt = sampleNow() - std::chrono::minutes(6);
    add("admitted-provisional", scan(provisional), cutOff());
    add("already-in", scan(sampleAnswer(Outcome::AlreadyIn)));
    add("unknown", scan(sampleAnswer(Outcome::Unknown)));
    add("forged", scan(sampleAnswer(Outcome::Forged)));
    add("forged-sent-on", sendOn(greeter, Outcome::Forged));
    add("problem-desk", {}, [](FakeNode &node) {
        auto identity = sampleIdentityWithDesk(greeter);
        identity.station = QStringLiteral("desk-1");
        identity.stationName = identity.event.problemDesk()->name;
        node.setIdentity(identity);
        DayView day = busyDay();
        day.referrals = {sampleReferral()};
        node.setDay(day);
    });
    add("rule-refused", scan(sampleAnswer(Outcome::RuleRefused, 3)));
    add("failed", scan(sampleAnswer(Outcome::Failed)));
    Answer ambiguous = sampleAnswer(Outcome::Ambiguous);
    ambiguous.candidates = {sampleGuest(0), sampleGuest(8)};
    add("ambiguous", scan(ambiguous));
    for (const char *question : {"source", "consent", "companions", "group"}) {
        states.push_back({QStringLiteral("question-") + QString::fromLatin1(question),
                          greeter,
                          {},
                          scan(sampleQuestion(QString::fromLatin1(question)))});
    }
    add("walk-in", [](Face &face, FakeNode &, FakeEnrolment &) { face.greeter()->openWalkIn(); });
    return states;
}

std::vector<State> coordinatorStates()
{
    const auto turnTo = [](int page) {
        return [page](Face &face, FakeNode &, FakeEnrolment &) {
            face.window()->findChild<QQuickItem *>(QStringLiteral("coordinatorScreen"))->setProperty("page", page);
        };
    };
    return {
        {QStringLiteral("busy"), coordinator, {}, {}},
        {QStringLiteral("empty"), coordinator, [](FakeNode &node) { node.setDay(emptyDay()); }, {}},
        {QStringLiteral("unknown"), coordinator, [](FakeNode &node) { node.setDay({}); }, {}},
        {QStringLiteral("stale"), coordinator, [](FakeNode &node) { node.setDay(staleDay()); }, {}},
        {QStringLiteral("conflicts"), coordinator, {}, turnTo(1)},
        {QStringLiteral("conflicts-none"), coordinator, [](FakeNode &node) { node.setDay(emptyDay()); }, turnTo(1)},
        {QStringLiteral("conflicts-judged"),
         coordinator,
         {},
         [turnTo](Face &face, FakeNode &node, FakeEnrolment &enrolment) {
             turnTo(1)(face, node, enrolment);
             face.coordinator()->selectConflict(node.day().conflicts.back().id.toHex());
         }},
        {QStringLiteral("refused"),
         coordinator,
         {},
         [](Face &face, FakeNode &node, FakeEnrolment &) {
             node.decide = [](const Act &) { return sampleAnswer(Outcome::NotAllowed); };
             face.coordinator()->acknowledge(QStringLiteral("a1"));
             settle();
         }},
        {QStringLiteral("staff-switches"),
         coordinator,
         {},
         [](Face &face, FakeNode &, FakeEnrolment &) { face.staffMenu().ask(); }},
        {QStringLiteral("devices"), coordinator, {}, turnTo(2)},
        {QStringLiteral("let-in-closed"), coordinator, [](FakeNode &node) { node.setDay(emptyDay()); }, turnTo(3)},
        {QStringLiteral("let-in"), coordinator, [](FakeNode &node) { node.openEnrolment(); }, turnTo(3)},
        {QStringLiteral("let-in-typed"), coordinator,
         [](FakeNode &node) {
             DayView day = busyDay();
             day.candidates.push_back({QStringLiteral("c2"), QStringLiteral("Desk 3"), QStringLiteral("greeter"),
                                       QStringLiteral("desk-3"), QStringLiteral("862055")});
             node.typed = {QStringLiteral("c2")};
             node.setDay(day);
             node.openEnrolment();
         },
         turnTo(3)},
        {QStringLiteral("muster"), coordinator,
         [](FakeNode &node) {
             node.inside.asOf = sampleNow();
             node.inside.knownSince = sampleNow();
             node.inside.persons = 1'204;
             for (const SignInView &signIn : sampleSignIns(30)) {
                 node.inside.entries.push_back({signIn.guest, signIn.at});
                 node.inside.entries.back().guest.zone = signIn.zone;
             }
         },
         turnTo(4)},
        {QStringLiteral("muster-unknown"), coordinator, {}, turnTo(4)},
        {QStringLiteral("print-failed"),
         coordinator,
         {},
         [](Face &face, FakeNode &, FakeEnrolment &) {
             face.paper().print();
             settle();
         }},
        {QStringLiteral("acts"), coordinator, {}, turnTo(5)},
        {QStringLiteral("acts-open-grants"), coordinator,
         [](FakeNode &node) {
             DayView day = busyDay();
             for (const SignInView &signIn : sampleSignIns(3)) {
                 day.openGrants.push_back({signIn.operation,
                                           {},
                                           signIn.guest,
                                           {},
                                           {},
                                           signIn.stationName,
                                           signIn.zone,
                                           signIn.companions,
                                           Direction::In,
                                           signIn.at});
             }
             node.setDay(day);
         },
         turnTo(5)},
        {QStringLiteral("device-lost"),
         coordinator,
         [](FakeNode &node) {
             DayView day = busyDay();
             day.alerts = {day.alerts[3]};
             day.alerts.front().losing = day.devices.back().id;
             node.setDay(day);
         },
         {}},
        {QStringLiteral("notice"),
         coordinator,
         {},
         [](Face &, FakeNode &node, FakeEnrolment &) { node.failAct(QStringLiteral("the disk is full")); }},
    };
}

std::vector<State> enrolmentStates()
{
    std::vector<State> states;
    const auto add = [&states](const QString &name, std::function<void(Face &, FakeNode &, FakeEnrolment &)> act) {
        states.push_back({QStringLiteral("enrolment-") + name, kiosk,
                          [](FakeNode &node) {
                              Identity identity = sampleIdentity(kiosk);
                              identity.isEnrolled = false;
                              node.setIdentity(identity);
                          },
                          std::move(act)});
    };
    const QString uri = QStringLiteral("muster://192.168.8.10:7447/enrol");
    add(QStringLiteral("scan"), {});
    add(QStringLiteral("connecting"), [uri](Face &face, FakeNode &, FakeEnrolment &) { face.enrolment().submit(uri); });
    add(QStringLiteral("waiting"), [uri](Face &face, FakeNode &, FakeEnrolment &enrolment) {
        face.enrolment().submit(uri);
        enrolment.wait(QStringLiteral("407193"));
    });
    const QString address = QStringLiteral("192.168.8.10:40123");
    const QString code = QStringLiteral("407193");
    add(QStringLiteral("typing"), [](Face &face, FakeNode &, FakeEnrolment &) {
        auto *field = face.window()->findChild<QQuickItem *>(QStringLiteral("uriField"));
        field->forceActiveFocus();
        field->setProperty("isTouched", true);
        field->setProperty("text", QStringLiteral("192.168.8."));
    });
    add(QStringLiteral("compare"), [=](Face &face, FakeNode &, FakeEnrolment &enrolment) {
        face.enrolment().enter(address);
        enrolment.compare(code);
    });
    add(QStringLiteral("compared"), [=](Face &face, FakeNode &, FakeEnrolment &enrolment) {
        face.enrolment().enter(address);
        enrolment.compare(code);
        face.enrolment().confirm();
    });
    add(QStringLiteral("different"), [=](Face &face, FakeNode &, FakeEnrolment &enrolment) {
        face.enrolment().enter(address);
        enrolment.compare(code);
        face.enrolment().deny();
    });
    add(QStringLiteral("bad-address"),
        [](Face &face, FakeNode &, FakeEnrolment &) { face.enrolment().enter(QStringLiteral("192.168.8.10")); });
    add(QStringLiteral("enrolled"), [uri](Face &face, FakeNode &, FakeEnrolment &enrolment) {
        face.enrolment().submit(uri);
        enrolment.finish();
    });
    const std::vector<std::pair<const char *, EnrolmentFailure>> failures{
        {"bad-uri", EnrolmentFailure::BadUri},          {"expired", EnrolmentFailure::Expired},
        {"unreachable", EnrolmentFailure::Unreachable}, {"wrong-hub", EnrolmentFailure::WrongHub},
        {"refused", EnrolmentFailure::Refused},         {"storage", EnrolmentFailure::Storage},
    };
    for (const auto &[name, why] : failures) {
        add(QString::fromLatin1(name), [uri, why = why](Face &face, FakeNode &, FakeEnrolment &enrolment) {
            face.enrolment().submit(uri);
            enrolment.fail(why);
        });
    }
    return states;
}

Scene sceneOf(const State &state, const QString &language, const QSize &size, std::optional<Settings::Scheme> scheme,
              const QString &suffix)
{
    const QString name = QStringLiteral("%1-%2-%3-%4x%5%6")
                             .arg(state.role, state.name, language)
                             .arg(size.width())
                             .arg(size.height())
                             .arg(suffix);
    return {name, state.role, language, size, scheme, state.prepare, state.act};
}

}  // namespace

void settle()
{
    constexpr int turns = 12;
    for (int i = 0; i < turns; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

std::vector<Scene> scenes()
{
    std::vector<State> states;
    for (const auto &more : {kioskStates(), greeterStates(), coordinatorStates(), enrolmentStates(), counterStates(),
                             prizeStates(), boardStates(), hallStates(), zoneStates(), wallStates(), courseStates()}) {
        states.insert(states.end(), more.begin(), more.end());
    }
    std::vector<Scene> all;
    const QString none;
    for (const State &state : states) {
        const bool isWall = state.role == coordinator || state.role == board || state.role == wall;
        const QSize wide = isWall ? QSize(1920, 1080) : QSize(1280, 800);
        for (const QString &language : {QStringLiteral("zh"), QStringLiteral("en")}) {
            all.push_back(sceneOf(state, language, wide, {}, none));
            all.push_back(sceneOf(state, language, wide.transposed(), {}, none));
        }
        const QSize other = isWall ? QSize(1280, 800) : QSize(1920, 1080);
        all.push_back(sceneOf(state, QStringLiteral("en"), other, {}, none));
        const bool isTelling = state.name == QLatin1String("ready") || state.name == QLatin1String("admitted") ||
                               state.name == QLatin1String("guest-vip") || state.name == QLatin1String("busy") ||
                               state.name == QLatin1String("already-in") || state.name == QLatin1String("idle");
        if (isTelling) {
            const bool isDark = state.role == coordinator;
            all.push_back(sceneOf(state, QStringLiteral("zh"), wide, isDark ? Settings::Light : Settings::Dark,
                                  isDark ? QStringLiteral("-light") : QStringLiteral("-dark")));
            all.push_back(
                sceneOf(state, QStringLiteral("zh"), wide, Settings::HighContrast, QStringLiteral("-contrast")));
        }
    }
    return all;
}

Status show(const Scene &scene, const std::function<Status(Face &)> &look)
{
    FakeNode node;
    FakeEnrolment enrolment;
    FakePaper paper;
    paper.answer = PaperNews::Outcome::NotPrinted;
    node.setNow(sampleNow());
    node.setIdentity(sampleIdentity(scene.role));
    node.setDay(busyDay());
    node.latestHere = sampleSignIns(10);
    if (scene.prepare) {
        scene.prepare(node);
    }
    FaceOptions options;
    options.isWall = scene.role == wall;
    options.role = options.isWall ? board : scene.role;
    options.actor = scene.role == coordinator ? QStringLiteral("C-01") : QStringLiteral("S-07");
    options.language = scene.language;
    options.size = scene.size;
    options.scheme = scene.scheme;
    options.isMotionReduced = true;
    options.isMuted = true;
    options.paper = &paper;
    auto face = Face::show(node, &enrolment, options);
    if (!face) {
        return fail(face);
    }
    settle();
    if (scene.act) {
        scene.act(**face, node, enrolment);
    }
    settle();
    return look(**face);
}

Status shoot(const Scene &scene, const QString &folder)
{
    return show(scene, [&](Face &face) {
        return face.grabTo(folder + QLatin1Char('/') + scene.name + QStringLiteral(".png"));
    });
}

}  // namespace muster::test
