#include "tests/qml/rig.h"

#include "app/models/qml_types.h"
#include "core/venue/queues/queue_states.h"
#include "tests/qml/sample_course.h"
#include "tests/qml/sample_desks.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSettings>
#include <QTest>

namespace muster::test {
namespace {

using namespace std::chrono_literals;

QString settingsFile(const QTemporaryDir &folder) { return folder.filePath(QStringLiteral("settings.ini")); }

void collectBadButtons(const QQuickItem *item, double sideMin, const Rig &rig, QStringList &bad)
{
    if (!item->isVisible() || item->opacity() == 0) {
        return;
    }
    if (item->inherits("QQuickAbstractButton") && item->isEnabled()) {
        const QString name = item->objectName().isEmpty() ? item->property("text").toString() : item->objectName();
        if (item->width() < sideMin - 0.5 || item->height() < sideMin - 0.5) {
            bad.append(QStringLiteral("%1: %2 × %3").arg(name).arg(item->width()).arg(item->height()));
        }
        if (rig.spokenName(const_cast<QQuickItem *>(item)).isEmpty()) {
            bad.append(name + QStringLiteral(": says nothing"));
        }
    }
    const auto children = item->childItems();
    for (const QQuickItem *child : children) {
        collectBadButtons(child, sideMin, rig, bad);
    }
}

}  // namespace

Rig::Rig(QQmlEngine &engine)
    : m_settings(std::make_unique<Settings>(settingsFile(m_folder))),
      m_translations(*m_settings),
      m_sounds(*m_settings),
      m_menu(m_node, *m_settings, StaffMenu::Reach::Guarded, {2'000ms, 1'500ms}),
      m_enrolment(&m_port),
      m_worker(m_node, *m_settings, WorkerController::Reach::Open, QStringLiteral("S-07")),
      m_hall(m_node, *m_settings, QStringLiteral("S-07")),
      m_paper(&m_press, *m_settings),
      m_kiosk(m_node, *m_settings),
      m_greeter(m_node, *m_settings, QStringLiteral("S-07")),
      m_coordinator(m_node, *m_settings, QStringLiteral("C-01")),
      m_course(m_node, *m_settings, QStringLiteral("C-01")),
      m_zone(m_node, *m_settings, QStringLiteral("S-30")),
      m_counter(m_node, *m_settings, QStringLiteral("S-07")),
      m_prize(m_node, *m_settings, QStringLiteral("S-09")),
      m_wedge(m_clock)
{
    m_node.setNow(sampleNow());
    m_node.setIdentity(sampleIdentity(QStringLiteral("kiosk")));
    m_node.setDay(busyDay());
    m_node.latestHere = sampleSignIns(10);
    m_settings->adopt(sampleEvent());
    m_settings->setHomeLanguage(QStringLiteral("en"));
    m_settings->setMotionReduced(true);
    m_translations.follow(engine);
    connect(&m_kiosk, &KioskController::told, this,
            [this](const Answer &answer) { m_sounds.play(Meaning::of(answer.outcome)); });
    connect(&m_sounds, &Sounds::played, this, [this](Meaning::Value meaning) { Q_EMIT played(int(meaning)); });
    connect(&m_wedge, &WedgeFilter::scanned, this, [this](const QByteArray &payload) {
        ++m_scanCount;
        m_greeter.scanned(payload);
        Q_EMIT changed();
    });
    qGuiApp->installEventFilter(&m_wedge);
    lend();
}

Rig::~Rig() = default;

void Rig::lend()
{
    SettingsForQml::instance = m_settings.get();
    TranslationsForQml::instance = &m_translations;
    StageForQml::instance = &m_stage;
    StaffMenuForQml::instance = &m_menu;
    TypistForQml::instance = &m_typist;
    EnrolmentForQml::instance = &m_enrolment;
    WorkerForQml::instance = &m_worker;
    HallForQml::instance = &m_hall;
    KioskForQml::instance = &m_kiosk;
    GreeterForQml::instance = &m_greeter;
    CoordinatorForQml::instance = &m_coordinator;
    CourseForQml::instance = &m_course;
    ZoneLeadForQml::instance = &m_zone;
    CounterForQml::instance = &m_counter;
    PrizesForQml::instance = &m_prize;
    PaperForQml::instance = &m_paper;
}

void Rig::answer(int verdict, int guest)
{
    Answer told = sampleAnswer(Outcome(verdict), guest);
    if (told.outcome == Outcome::Admitted) {
        told.number = QStringLiteral("A 023");
    }
    m_node.decide = [told](const Act &act) {
        Answer kept;
        kept.outcome = Outcome::Done;
        return std::holds_alternative<CallStaff>(act.command) ? kept : told;
    };
}

void Rig::question(const QString &code)
{
    m_node.decide = [code](const Act &act) {
        const auto *signIn = std::get_if<SignIn>(&act.command);
        return signIn && !signIn->isEachQuestionAsked ? sampleQuestion(code) : sampleAnswer(Outcome::Admitted);
    };
}

void Rig::find(int count)
{
    m_node.found.clear();
    for (int i = 0; i < count; ++i) {
        m_node.found.push_back(sampleGuest(i));
    }
}

void Rig::scanAtKiosk()
{
    m_kiosk.startOver();
    m_kiosk.scanned(QByteArray("CODE-") + QByteArray::number(++m_scanCount));
}

void Rig::scanAtGreeter() { m_greeter.scanned(QByteArray("CODE-") + QByteArray::number(++m_scanCount)); }

void Rig::setCutOff(bool isCutOff)
{
    DayView day = m_node.day();
    day.link.isCutOff = isCutOff;
    m_node.setDay(day);
}

void Rig::setDay(const QString &name)
{
    DayView day = name == QLatin1String("busy")    ? busyDay()
                  : name == QLatin1String("empty") ? emptyDay()
                  : name == QLatin1String("stale") ? staleDay()
                                                   : DayView();
    if (name == QLatin1String("unsettled")) {
        day = busyDay();
        OpenGrantView open;
        open.grant = sampleId<OperationHash>(1);
        open.guest = sampleGuest(0);
        day.openGrants = {open};
        day.alerts = {day.alerts[3]};
        day.alerts.front().losing = day.devices.back().id;
    }
    m_node.setDay(day);
}

void Rig::standAtCounter(const QString &phase)
{
    m_node.desk = {};
    if (!phase.isEmpty()) {
        m_node.desk.atHand = {sampleTicket(QStringLiteral("A023"), phase)};
    }
    m_node.decide = [](const Act &) {
        Answer done;
        done.outcome = Outcome::Done;
        return done;
    };
    m_node.setIdentity(deskIdentity(QStringLiteral("counter")));
    m_node.setDay(queueDay(true, 12));
    m_firstDeskAct = m_node.acts.size();
}

void Rig::standAtPrizeDesk()
{
    m_node.dues = sampleDues();
    m_node.decide = [](const Act &act) {
        Answer answer;
        answer.outcome = std::holds_alternative<prizes::Redeem>(act.command) ? Outcome::Granted : Outcome::Done;
        answer.operation = sampleId<OperationHash>(41);
        return answer;
    };
    m_node.setIdentity(deskIdentity(QStringLiteral("prize")));
    m_prize.startOver();
    m_firstDeskAct = m_node.acts.size();
}

void Rig::callDesk()
{
    DayView day = m_node.day();
    AlertView alert;
    alert.id = alert.kind = QStringLiteral("incident_urgent");
    alert.station = m_node.identity().station;
    alert.weight = 95;
    alert.text = {QStringLiteral("紧急事件 21"), QStringLiteral("Urgent: incident 21")};
    alert.since = m_node.now();
    day.alerts = {alert};
    m_node.setDay(day);
}

void Rig::alertZone()
{
    leadZone();
    m_node.setDay(alertedDay());
}

void Rig::scanAtPrizeDesk() { m_prize.scanned("L-0042"); }

QString Rig::deskActs() const
{
    QStringList said;
    for (auto act = m_node.acts.begin() + qsizetype(m_firstDeskAct); act != m_node.acts.end(); ++act) {
        if (const auto *step = std::get_if<queues::Advance>(&act->command)) {
            said << (toString(step->step) + QLatin1Char(' ') + step->service).trimmed();
        } else if (const auto *redeem = std::get_if<prizes::Redeem>(&act->command)) {
            said << QStringLiteral("redeem ") + redeem->prize;
        } else if (const auto *handOver = std::get_if<prizes::HandOver>(&act->command)) {
            said << (QStringLiteral("hand over ") + handOver->proof).trimmed();
        } else if (const auto *cancelled = std::get_if<prizes::Cancel>(&act->command)) {
            said << QStringLiteral("cancel ") + cancelled->reason;
        } else if (const auto *seen = std::get_if<AcknowledgeAlert>(&act->command)) {
            said << QStringLiteral("seen ") + seen->alert;
        } else if (std::holds_alternative<queues::Call>(act->command)) {
            said << QStringLiteral("call");
        }
    }
    return said.join(QStringLiteral(", "));
}

void Rig::leadZone()
{
    m_node.decide = [](const Act &) {
        Answer done;
        done.outcome = Outcome::Done;
        done.number = QStringLiteral("20");
        done.operation = sampleId<OperationHash>(41);
        return done;
    };
    m_node.incidents = {sampleIncident()};
    m_node.setIdentity(courseIdentity(QStringLiteral("zone")));
    m_node.setDay(courseDay());
    m_firstDeskAct = m_node.acts.size();
}

void Rig::command(bool isMorning)
{
    leadZone();
    m_node.setIdentity(courseIdentity(QStringLiteral("coordinator")));
    m_node.setDay(isMorning ? morningDay() : courseDay());
}

void Rig::refuseByRule()
{
    m_node.decide = [](const Act &) {
        Answer refused;
        refused.outcome = Outcome::Refused;
        refused.reason = {QStringLiteral("岗位缺人"), QStringLiteral("The post would be empty")};
        return refused;
    };
}

QString Rig::dayActs() const
{
    QStringList said;
    for (auto act = m_node.acts.begin() + qsizetype(m_firstDeskAct); act != m_node.acts.end(); ++act) {
        const Command &command = act->command;
        if (const auto *count = std::get_if<zones::Count>(&command)) {
            said << (count->undoes ? QStringLiteral("undo")
                                   : QStringLiteral("count %1 %2").arg(count->zone).arg(count->delta));
        } else if (const auto *heads = std::get_if<zones::Recount>(&command)) {
            said << QStringLiteral("recount %1 %2").arg(heads->zone).arg(heads->persons);
        } else if (const auto *open = std::get_if<incidents::Open>(&command)) {
            said << QStringLiteral("open %1 %2").arg(open->types.join(QLatin1Char('+')), open->zone);
        } else if (const auto *mode = std::get_if<modes::SetMode>(&command)) {
            said << QStringLiteral("mode %1 %2").arg(mode->place).arg(int(mode->mode));
        } else if (const auto *cue = std::get_if<cues::Advance>(&command)) {
            said << QStringLiteral("cue %1 %2 %3").arg(cue->cue).arg(int(cue->step)).arg(cue->overrideReason).trimmed();
        } else if (const auto *out = std::get_if<posts::Out>(&command)) {
            said << QStringLiteral("out %1 %2 %3").arg(out->post, out->staff, out->overrideReason).trimmed();
        } else if (const auto *in = std::get_if<posts::In>(&command)) {
            said << QStringLiteral("in %1 %2 %3").arg(in->post, in->staff, in->relieves).trimmed();
        } else if (const auto *note = std::get_if<incidents::Note>(&command)) {
            said << QStringLiteral("note %1 %2").arg(note->incident, note->text);
        } else if (const auto *sent = std::get_if<posts::Dispatch>(&command)) {
            said << QStringLiteral("sent %1 %2").arg(sent->staff).arg(int(sent->state));
        } else if (const auto *job = std::get_if<incidents::Assign>(&command)) {
            said << QStringLiteral("assign %1 %2 %3").arg(job->incident, job->staff).arg(int(job->state));
        } else if (const auto *change = std::get_if<incidents::Change>(&command)) {
            said << QStringLiteral("change %1 %2 %3 %4")
                        .arg(change->incident, change->types.value_or(QStringList()).join(QLatin1Char('+')),
                             change->zone, change->happenedAt ? Settings().clockOf(*change->happenedAt) : QString())
                        .simplified();
        } else if (const auto *move = std::get_if<materials::Move>(&command)) {
            said << QStringLiteral("move %1 %2 %3 %4 %5")
                        .arg(move->material)
                        .arg(int(move->step))
                        .arg(move->count)
                        .arg(move->staff, move->zone)
                        .simplified();
        } else if (const auto *mark = std::get_if<materials::Mark>(&command)) {
            said << QStringLiteral("mark %1 %2 %3-%4 %5")
                        .arg(mark->material)
                        .arg(int(mark->step))
                        .arg(mark->from)
                        .arg(mark->to)
                        .arg(mark->note)
                        .trimmed();
        } else if (const auto *task = std::get_if<tasks::Advance>(&command)) {
            said << (task->step == tasks::Step::Start ? QStringLiteral("begin %1").arg(task->task)
                     : task->step == tasks::Step::Skip
                         ? QStringLiteral("leave out %1 %2").arg(task->task, task->overrideReason)
                         : QStringLiteral("task %1 %2").arg(task->task, task->evidence).trimmed());
        } else if (const auto *seen = std::get_if<AcknowledgeAlert>(&command)) {
            said << QStringLiteral("seen %1 %2").arg(seen->alert).arg(seen->recheckMinutes.value_or(0));
        } else if (const auto *watch = std::get_if<incidents::AcknowledgeWatch>(&command)) {
            said << QStringLiteral("watch %1 %2").arg(watch->incident, watch->post);
        } else if (const auto *say = std::get_if<messages::Say>(&command)) {
            said << QStringLiteral("say %1 %2").arg(say->to, say->text);
        }
    }
    return said.join(QStringLiteral(", "));
}

void Rig::addTypedCandidate()
{
    DayView day = m_node.day();
    day.candidates = {{QStringLiteral("c2"), QStringLiteral("Desk 3"), QStringLiteral("greeter"),
                       QStringLiteral("desk-3"), QStringLiteral("862055")}};
    m_node.typed = {QStringLiteral("c2")};
    m_node.setDay(day);
}

QString Rig::lastReason() const
{
    if (m_node.acts.empty()) {
        return {};
    }
    const Command &command = m_node.acts.back().command;
    if (const auto *resolved = std::get_if<ResolveConflict>(&command)) {
        return resolved->reason;
    }
    if (const auto *signIn = std::get_if<SignIn>(&command)) {
        return signIn->overrideReason;
    }
    return {};
}

QString Rig::kept(const QString &name)
{
    m_settings->waitForKept();
    return QSettings(settingsFile(m_folder), QSettings::IniFormat).value(name).toString();
}

QString Rig::spokenName(QQuickItem *item) const
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    return face ? face->text(QAccessible::Name) : QString();
}

QStringList Rig::badButtons(QQuickItem *item, double sideMin) const
{
    QStringList bad;
    collectBadButtons(item, sideMin, *this, bad);
    return bad;
}

void Rig::wedge(QQuickItem *item, const QString &code)
{
    for (const QChar letter : code) {
        QTest::keyClick(item->window(), letter.toLatin1());
    }
    QTest::keyClick(item->window(), Qt::Key_Return);
}

}  // namespace muster::test
