#include "app/models/kiosk_controller.h"

#include <QPointer>

namespace muster {

using namespace std::chrono_literals;

namespace {

const QString shutOutCode = QStringLiteral("shut_out");

}  // namespace

KioskController::KioskController(NodePort &node, const Settings &settings, KioskTiming timing, QObject *parent)
    : QObject(parent), m_node(node), m_settings(settings), m_timing(timing), m_view(settings), m_questionnaire(settings)
{
    for (QTimer *timer : {&m_stateTimer, &m_idleTimer, &m_sameCodeTimer, &m_staffTimer, &m_reachTimer}) {
        timer->setSingleShot(true);
    }
    connect(&settings, &Settings::languageChanged, this, &KioskController::problemDeskChanged);
    connect(&m_stateTimer, &QTimer::timeout, this, [this] { m_state == Told ? endTold() : rest(); });
    connect(&m_idleTimer, &QTimer::timeout, this, [this] {
        if (m_state == Asking) {
            rest();
        }
        Q_EMIT idled();
    });
    connect(&m_sameCodeTimer, &QTimer::timeout, this, [this] { m_seenPayload.clear(); });
    connect(&m_staffTimer, &QTimer::timeout, this, [this] { setCall(NotCalled); });
    connect(&m_reachTimer, &QTimer::timeout, this, [this] {
        if (m_call == Ringing) {
            setCall(Unheard);
        }
    });
    connect(&m_clockTimer, &QTimer::timeout, this, &KioskController::tick);
    connect(&m_questionnaire, &Questionnaire::finished, this, &KioskController::submitAnswers);
    connect(&m_questionnaire, &Questionnaire::answerChanged, this, [this] { m_idleTimer.start(m_timing.idle); });
    connect(&node, &NodePort::linkChanged, this, &KioskController::readDay);
    connect(&node, &NodePort::dayChanged, this, &KioskController::readDay);
    connect(&node, &NodePort::dayChanged, this, &KioskController::followCall);
    connect(&node, &NodePort::identityChanged, this, [this] {
        Q_EMIT eventChanged();
        adoptStation();
        followMode();
    });
    connect(&settings, &Settings::languageChanged, this, [this] {
        m_idleTimer.start(m_timing.idle);  // Who chose it is reading.
        Q_EMIT eventChanged();
        Q_EMIT modeChanged();
    });
    connect(&settings, &Settings::timeZoneChanged, this, &KioskController::tick);
    connect(&node, &NodePort::storageFailed, this, [this] { setTroubles(true, m_deviceTrouble); });
    connect(&node, &NodePort::storageRecovered, this, [this] { setTroubles(false, m_deviceTrouble); });
    adoptStation();
    readDay();
    tick();
    m_clockTimer.start(1s);
}

QString KioskController::eventName() const { return m_settings.say(m_node.identity().event.name); }

QString KioskController::stationName() const { return m_settings.say(m_node.identity().stationName); }

void KioskController::seeing()
{
    if (m_state == Ready) {
        setState(Reading);
    } else if (m_state == Reading) {
        m_stateTimer.start(m_timing.reading);
    }
}

void KioskController::scanned(const QByteArray &payload)
{
    const QByteArray bounded = payload.left(payloadMax);
    m_idleTimer.start(m_timing.idle);
    const bool isSameShowing = bounded == m_seenPayload;
    if (isSameShowing) {
        m_sameCodeTimer.start(m_timing.sameCode);
    }
    const bool isClosed = isResting(m_state) && m_state != Ready && restingState() != Ready;
    if (isSameShowing || m_state == Checking || isClosed) {
        return;
    }
    m_seenPayload = bounded;
    m_sameCodeTimer.start(m_timing.sameCode);
    m_signIn = {};
    m_signIn.payload = bounded;
    submit(m_signIn, {});
}

void KioskController::submit(SignIn signIn, const RequestId &request)
{
    setState(Checking);
    const quint64 turn = m_turn;
    m_node.submit(Act{request, {}, std::move(signIn)}, [self = QPointer(this), turn](const Answer &answer) {
        if (auto *here = self.data(); here && here->m_turn == turn) {
            here->receive(answer);
        }
    });
}

void KioskController::receive(const Answer &answer)
{
    m_last = answer;
    m_isAfterAdmission = false;
    if (const auto bar = modes::modeFrom(answer.why); bar && answer.outcome == Outcome::RuleRefused) {
        m_bar = *bar;
        Q_EMIT modeChanged();
        setState(Waiting);
        return;
    }
    m_view.show(answer);
    if (answer.outcome == Outcome::NeedsAnswers) {
        setState(Asking);
        m_questionnaire.ask(answer);
        return;
    }
    setState(Told);
    Q_EMIT told(answer);
    if (isForProblemDesk(answer.outcome) && m_node.identity().event.problemDesk() != nullptr) {
        refer(answer);
    }
}

void KioskController::refer(const Answer &refused)
{
    referrals::Refer command;
    command.payload = m_signIn.payload;
    command.guest = refused.guest ? std::optional(refused.guest->id) : std::nullopt;
    command.reason = toString(refused.outcome);
    m_node.submit(Act{{}, {}, std::move(command)}, [self = QPointer(this), turn = m_turn](const Answer &answer) {
        if (auto *here = self.data(); here && here->m_turn == turn && answer.outcome == Outcome::Done) {
            here->m_problemDesk = answer.zoneName;
            Q_EMIT here->problemDeskChanged();
        }
    });
}

void KioskController::submitAnswers()
{
    if (m_state != Asking) {
        return;
    }
    if (m_isAfterAdmission) {
        if (m_last.operation && !m_questionnaire.answers().isEmpty()) {
            m_node.submit(Act{{}, {}, AddAnswers{*m_last.operation, m_questionnaire.answers()}}, [](const Answer &) {});
        }
        rest();
        return;
    }
    m_signIn.answers = m_questionnaire.answers();
    m_signIn.party = m_questionnaire.party();
    m_signIn.companions = m_questionnaire.companions();
    m_signIn.isEachQuestionAsked = true;
    submit(m_signIn, m_last.request);
}

QString KioskController::troubleCode() const { return m_isStorageFailed ? QStringLiteral("disk") : m_deviceTrouble; }

void KioskController::setTrouble(const QString &code)
{
    // Who was shut out stays so, whatever the camera says.
    setTroubles(m_isStorageFailed, m_deviceTrouble == shutOutCode ? shutOutCode : code);
}

void KioskController::setTroubles(bool isStorageFailed, const QString &device)
{
    const QString before = troubleCode();
    m_isStorageFailed = isStorageFailed;
    m_deviceTrouble = device;
    if (troubleCode() == before) {
        return;
    }
    Q_EMIT troubleCodeChanged();
    if (!troubleCode().isEmpty() || m_state == OutOfOrder) {
        rest();
    }
}

void KioskController::setPrinting(bool isPrinting)
{
    if (isPrinting != m_isPrinting) {
        m_isPrinting = isPrinting;
        Q_EMIT isPrintingChanged();
    }
}

void KioskController::touched()
{
    m_idleTimer.start(m_timing.idle);
    if (m_state == Told) {
        endTold();
    }
}

void KioskController::startOver()
{
    if (m_state != OutOfOrder) {
        rest();
    }
}

KioskController::State KioskController::restingState() const
{
    return m_mode == modes::Mode::Evacuate ? Evacuating
           : !troubleCode().isEmpty()      ? OutOfOrder
           : m_mode == modes::Mode::Hold   ? Waiting
                                           : Ready;
}

bool KioskController::isResting(State state)
{
    return state == Ready || state == OutOfOrder || state == Waiting || state == Evacuating;
}

modes::Mode KioskController::shownMode() const
{
    return m_mode >= modes::Mode::Hold ? m_mode : std::max(m_bar, modes::Mode::Slow);
}

QString KioskController::assembly() const
{
    const auto other = m_settings.sayOther(m_assembly);
    const auto name = m_settings.say(m_assembly);
    return other.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, other);
}

void KioskController::adoptStation()
{
    const auto identity = m_node.identity();
    const auto *station = findByCode(identity.event.stations, identity.station);
    m_zone = station == nullptr ? QString() : station->zone;
    const auto &points = identity.event.assemblyPoints;
    const auto point = std::ranges::find_if(points, [this](const AssemblyPoint &candidate) {
        return candidate.zones.isEmpty() || candidate.zones.contains(m_zone);
    });
    m_assembly = point == points.end() ? Words{} : point->name;
    Q_EMIT modeChanged();
}

void KioskController::followMode()
{
    const auto views = m_node.day().modes;
    const auto here = modes::modeIn(views, m_zone);
    const auto mode = here == modes::Mode::Evacuate ? here : modes::modeIn(views, {});
    if (mode == m_mode) {
        return;
    }
    m_mode = mode;
    m_bar = modes::Mode::Normal;
    Q_EMIT modeChanged();
    // Who is being answered is told first; whoever comes next waits. A fire waits for nobody.
    const bool isBusy = m_state == Checking || m_state == Told || (m_state == Asking && mode < modes::Mode::Hold);
    if (!isBusy || mode == modes::Mode::Evacuate) {
        rest();
    }
}

void KioskController::callStaff()
{
    if (m_call != NotCalled && m_call != CallFailed) {
        return;
    }
    m_isCallKept = false;
    setCall(Ringing);
    m_reachTimer.start(m_timing.staffReached);
    m_node.submit(Act{{}, {}, CallStaff{reasonOfCall()}}, [self = QPointer(this)](const Answer &answer) {
        auto *here = self.data();
        if (here == nullptr || here->m_call == NotCalled) {
            return;
        }
        here->m_isCallKept = answer.outcome == Outcome::Done;
        if (!here->m_isCallKept) {
            here->setCall(CallFailed);
        }
    });
}

QString KioskController::reasonOfCall() const
{
    if (m_state == OutOfOrder) {
        return QStringLiteral("out_of_order");
    }
    const bool isRefused = m_state == Told && Meaning::of(m_last.outcome) != Meaning::ComeIn;
    return isRefused ? toString(m_last.outcome) : QStringLiteral("help");
}

void KioskController::setCall(Call call)
{
    if (call == m_call) {
        return;
    }
    m_call = call;
    m_staffTimer.stop();
    if (call != NotCalled) {
        m_staffTimer.start(m_timing.staffCalled);
    }
    Q_EMIT isStaffCalledChanged();
}

void KioskController::followCall()
{
    // This view of the day was made after the call was stored: it knows whether another device has it.
    if (!m_isCallKept || (m_call != Ringing && m_call != Unheard)) {
        return;
    }
    const LinkView link = m_node.day().link;
    if (!link.isCutOff && link.notYetSafe == 0) {
        setCall(Called);
    } else if (link.isCutOff) {
        setCall(Unheard);
    }
}

void KioskController::endTold()
{
    const bool isMoreAsked = m_last.outcome == Outcome::Admitted && !m_last.questions.empty();
    if (!isMoreAsked) {
        rest();
        return;
    }
    setState(Asking);
    m_isAfterAdmission = true;
    Answer more;
    more.questions = m_last.questions;
    m_questionnaire.ask(more);
}

void KioskController::setState(State state)
{
    m_stateTimer.stop();
    if (isResting(state)) {
        ++m_turn;
        m_isAfterAdmission = false;
        setPrinting(false);
    }
    if (state == Told) {
        m_stateTimer.start(Meaning::of(m_last.outcome) == Meaning::ComeIn ? m_timing.welcome : m_timing.refusal);
    } else if (state == Reading) {
        m_stateTimer.start(m_timing.reading);
    } else if (state == Checking) {
        m_stateTimer.start(m_timing.checking);
    } else if (state == Waiting && restingState() != Waiting) {
        m_stateTimer.start(m_timing.refusal);
    }
    m_idleTimer.start(m_timing.idle);
    if (state == m_state) {
        return;
    }
    m_state = state;
    Q_EMIT stateChanged();
    if (m_problemDesk != Words{}) {
        m_problemDesk = {};
        Q_EMIT problemDeskChanged();
    }
    if (isResting(state) && state != OutOfOrder) {  // Cleared after the screen has gone, so that nobody sees it empty.
        m_view.clear();
        m_questionnaire.clear();
    }
}

void KioskController::readDay()
{
    const bool isCutOff = m_node.day().link.isCutOff;
    if (isCutOff != m_isCutOff) {
        m_isCutOff = isCutOff;
        Q_EMIT isCutOffChanged();
    }
    if (m_node.day().link.isShutOut) {
        setTrouble(shutOutCode);
    }
    followMode();
}

void KioskController::tick()
{
    const QString time = m_settings.clockOf(m_node.now());
    if (time != m_time) {
        m_time = time;
        Q_EMIT timeChanged();
    }
}

}  // namespace muster
