#include "app/models/greeter_controller.h"

#include "core/venue/day/concern.h"

#include <QPointer>

#include <algorithm>

namespace muster {

using namespace std::chrono_literals;

namespace {

const QString referredKey = QStringLiteral("referral:");  ///< Before the operation's hash, in the key of a row.

}  // namespace

GreeterController::GreeterController(NodePort &node, const Settings &settings, QString actor, QObject *parent)
    : QObject(parent),
      m_node(node),
      m_settings(settings),
      m_actor(std::move(actor)),
      m_view(settings),
      m_questionnaire(settings),
      m_watch(node, settings, [this] { return m_actor; })
{
    connect(&m_questionnaire, &Questionnaire::finished, this, [this] {
        if (m_mode != Asking) {
            return;
        }
        m_signIn.answers = m_questionnaire.answers();
        m_signIn.party = m_questionnaire.party();
        m_signIn.companions = m_questionnaire.companions();
        m_signIn.isEachQuestionAsked = true;
        submitSignIn(m_last.request);
    });
    connect(&m_questionnaire, &Questionnaire::stepChanged, this, &GreeterController::primaryChanged);
    connect(&m_questionnaire, &Questionnaire::answerChanged, this, &GreeterController::primaryChanged);
    connect(this, &GreeterController::formChanged, this, &GreeterController::primaryChanged);
    connect(&node, &NodePort::dayChanged, this, &GreeterController::readDay);
    connect(&node, &NodePort::linkChanged, this, &GreeterController::readDay);
    connect(&node, &NodePort::identityChanged, this, &GreeterController::stationChanged);
    connect(&node, &NodePort::storageFailed, this, [this](const QString &what) {
        m_trouble = what;
        Q_EMIT troubleChanged();
    });
    connect(&node, &NodePort::storageRecovered, this, [this] {
        m_trouble.clear();
        Q_EMIT troubleChanged();
    });
    connect(&settings, &Settings::languageChanged, this, [this] {
        m_results.set(guestRows(m_found, m_settings));
        showRecent();
        showAlerts();
        Q_EMIT stationChanged();
        Q_EMIT undoChanged();
    });
    connect(&settings, &Settings::timeZoneChanged, this, [this] {
        showRecent();
        tick();
    });
    connect(&m_clockTimer, &QTimer::timeout, this, &GreeterController::tick);
    readDay();
    tick();
    m_clockTimer.start(1s);
}

GreeterController::Primary GreeterController::primary() const
{
    switch (m_mode) {
    case Searching: return m_found.empty() ? Nothing : PickFirst;
    case Guest: return DoSignIn;
    case Asking: return GoOn;
    case Told: return NextGuest;
    case WalkInForm: return Register;
    case Choosing: return m_isDuplicateHinted ? RegisterAnyway : Nothing;
    default: return Nothing;
    }
}

bool GreeterController::isPrimaryReady() const
{
    if (m_isBusy) {
        return false;
    }
    if (m_mode == Asking) {
        return m_questionnaire.isAnswered() || !m_questionnaire.isRequired();
    }
    if (m_mode == WalkInForm) {
        return !m_formName.trimmed().isEmpty() && m_isFormConsentGiven;
    }
    return primary() != Nothing;
}

bool GreeterController::isProblemDesk() const
{
    const auto identity = m_node.identity();
    const auto *station = findByCode(identity.event.stations, identity.station);
    return station != nullptr && station->isProblemDesk;
}

bool GreeterController::canRefer() const
{
    const bool isRefused = m_mode == Told && Meaning::of(m_last.outcome) != Meaning::ComeIn;
    return isRefused && !m_isBusy && !isProblemDesk() && m_node.identity().event.problemDesk() != nullptr;
}

void GreeterController::refer()
{
    if (!canRefer() || m_isReferred) {
        return;
    }
    referrals::Refer command;
    command.payload = m_last.code;
    command.guest = m_last.guest ? std::optional(m_last.guest->id) : std::nullopt;
    command.reason = toString(m_last.outcome);
    const quint64 turn = m_turn;
    m_node.submit(Act{{}, m_actor, std::move(command)}, [self = QPointer(this), turn](const Answer &answer) {
        if (auto *here = self.data(); here && here->m_turn == turn) {
            here->m_isReferred = answer.outcome == Outcome::Done;
            Q_EMIT here->primaryChanged();
        }
    });
}

bool GreeterController::canOverride() const
{
    if (m_mode != Told || m_isBusy || !m_last.guest) {
        return false;
    }
    switch (m_last.outcome) {
    case Outcome::AlreadyIn:
    case Outcome::WrongTime:
    case Outcome::WrongGate:
    case Outcome::NotPaid:
    case Outcome::NotApproved:
    case Outcome::Revoked:
    case Outcome::RuleRefused:
    case Outcome::ZoneFull: return true;
    default: return false;
    }
}

void GreeterController::scanned(const QByteArray &payload)
{
    startOver();
    m_signIn.payload = payload;
    submitSignIn({});
}

void GreeterController::setQuery(const QString &query)
{
    if (query == m_query) {
        return;
    }
    m_query = query;
    const quint64 turn = ++m_searchTurn;
    m_isSearching = !query.trimmed().isEmpty();
    if (!m_isSearching) {
        showCandidates({});
        if (m_mode == Searching) {
            setMode(Idle);
        }
        Q_EMIT queryChanged();
        return;
    }
    ++m_turn;
    setBusy(false);
    setMode(Searching);
    Q_EMIT queryChanged();
    m_node.search(query.trimmed(), [self = QPointer(this), turn](const std::vector<GuestView> &found) {
        if (auto *here = self.data(); here && here->m_searchTurn == turn && here->m_mode == Searching) {
            here->m_isSearching = false;
            here->showCandidates(found);
            Q_EMIT here->queryChanged();
        }
    });
}

void GreeterController::setCompanions(int companions)
{
    const int bounded = std::clamp(companions, 0, companionsMax);
    if (bounded != m_companions) {
        m_companions = bounded;
        Q_EMIT companionsChanged();
    }
}

void GreeterController::pick(const QString &key)
{
    const auto found = std::find_if(m_found.begin(), m_found.end(),
                                    [&key](const GuestView &guest) { return guest.id.toHex() == key; });
    if (found == m_found.end()) {
        return;
    }
    const GuestView guest = *found;
    const bool isAnswer = m_mode == Choosing && !m_isDuplicateHinted;
    const SignIn asked = m_signIn;
    startOver();
    if (isAnswer) {
        m_signIn = asked;
        m_signIn.guest = guest.id;
        submitSignIn({});
        return;
    }
    m_signIn.guest = guest.id;
    m_view.showGuest(guest);
    setCompanions(guest.companions);
    setMode(Guest);
}

void GreeterController::doPrimary()
{
    if (!isPrimaryReady()) {
        return;
    }
    switch (primary()) {
    case DoSignIn:
        if (m_view.companionsMax() > 0) {
            m_signIn.companions = m_companions;
        }
        submitSignIn({});
        break;
    case GoOn: m_questionnaire.next(); break;
    case NextGuest: startOver(); break;
    case Register: submitWalkIn(false); break;
    case RegisterAnyway: submitWalkIn(true); break;
    case PickFirst: pick(m_found.front().id.toHex()); break;
    case Nothing: break;
    }
}

void GreeterController::override(const QString &reason)
{
    if (canOverride() && !reason.trimmed().isEmpty()) {
        m_signIn.overrideReason = reason.trimmed();
        submitSignIn({});
    }
}

void GreeterController::signOut()
{
    if (m_view.guest() && !m_isBusy) {
        SignIn out;
        out.guest = m_view.guest()->id;
        out.direction = Direction::Out;
        m_signIn = out;
        submitSignIn({});
    }
}

void GreeterController::openWalkIn()
{
    startOver();
    setMode(WalkInForm);
}

void GreeterController::startOver()
{
    ++m_turn;
    ++m_searchTurn;
    m_query.clear();
    m_isSearching = false;
    m_isDuplicateHinted = false;
    m_signIn = {};
    showCandidates({});
    setBusy(false);
    clearForm();
    setCompanions(0);
    setMode(Idle);
    m_view.clear();
    m_questionnaire.clear();
    Q_EMIT queryChanged();
}

void GreeterController::annul(const QString &key, const QString &reason)
{
    const auto target = OperationHash::fromHex(key);
    if (!target) {
        return;
    }
    const QString why = reason.trimmed().isEmpty() ? QStringLiteral("undo") : reason.trimmed();
    m_node.submit(Act{{}, m_actor, Annul{*target, {}, why}}, [self = QPointer(this)](const Answer &answer) {
        if (auto *here = self.data()) {
            here->m_undo = answer;
            Q_EMIT here->undoChanged();
            here->readRecent();
        }
    });
}

void GreeterController::submitSignIn(const RequestId &request) { submit(m_signIn, request); }

void GreeterController::submitWalkIn(bool isDuplicateChecked)
{
    WalkIn walkIn;
    walkIn.guest.name = m_formName.trimmed().left(formTextMax);
    walkIn.guest.phone = m_formPhone.trimmed().left(formTextMax);
    walkIn.guest.company = m_formCompany.trimmed().left(formTextMax);
    walkIn.companions = m_companions;
    walkIn.isConsentGiven = m_isFormConsentGiven;
    walkIn.isDuplicateChecked = isDuplicateChecked;
    submit(walkIn, {});
}

void GreeterController::submit(Command command, const RequestId &request)
{
    setBusy(true);
    const quint64 turn = m_turn;
    m_node.submit(Act{request, m_actor, std::move(command)}, [self = QPointer(this), turn](const Answer &answer) {
        if (auto *here = self.data(); here && here->m_turn == turn) {
            here->receive(answer);
        }
    });
}

void GreeterController::receive(const Answer &answer)
{
    setBusy(false);
    m_last = answer;
    m_isReferred = false;
    m_isDuplicateHinted = answer.outcome == Outcome::DuplicateHint;
    if (answer.outcome == Outcome::Ambiguous || m_isDuplicateHinted) {
        showCandidates(answer.candidates);
        setMode(Choosing);
        return;
    }
    m_view.show(answer);
    if (answer.outcome == Outcome::NeedsAnswers) {
        setMode(Asking);
        m_questionnaire.ask(answer);
        return;
    }
    setMode(Told);
    readRecent();
    Q_EMIT told(answer);
}

void GreeterController::setMode(Mode mode)
{
    if (mode != m_mode) {
        m_mode = mode;
        Q_EMIT modeChanged();
    }
    Q_EMIT primaryChanged();
}

void GreeterController::setBusy(bool isBusy)
{
    if (isBusy != m_isBusy) {
        m_isBusy = isBusy;
        Q_EMIT primaryChanged();
    }
}

void GreeterController::showCandidates(const std::vector<GuestView> &guests)
{
    m_found = guests;
    m_results.set(guestRows(m_found, m_settings));
    Q_EMIT primaryChanged();
}

void GreeterController::clearForm()
{
    m_formName.clear();
    m_formPhone.clear();
    m_formCompany.clear();
    m_isFormConsentGiven = false;
    Q_EMIT formChanged();
}

void GreeterController::readDay()
{
    m_link = m_node.day().link;
    Q_EMIT linkChanged();
    showAlerts();
    readRecent();
}

bool GreeterController::isForMe(const AlertView &alert) const
{
    const auto event = m_node.identity().event;
    const auto me = std::find_if(event.staff.begin(), event.staff.end(),
                                 [this](const StaffMember &staff) { return staff.code == m_actor; });
    const bool isCode = alert.host == m_actor;
    return !alert.host.isEmpty() && (isCode || (me != event.staff.end() && alert.host == me->name));
}

void GreeterController::showAlerts()
{
    const auto identity = m_node.identity();
    const day_query::Place place{QStringLiteral("greeter"), identity.station, {}};
    auto rows = isProblemDesk() ? referralRows() : std::vector<AlertRow>();
    for (const AlertView &alert : day_query::concerning(m_node.day().alerts, identity.event, place)) {
        rows.push_back(alertRow(alert, m_settings, m_node.now()));
        rows.back().isMine = isForMe(alert);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const AlertRow &a, const AlertRow &b) { return a.isMine > b.isMine; });
    rows.resize(std::min(rows.size(), std::size_t(alertsMax)));
    std::set<QString> calls;
    for (const AlertRow &row : rows) {
        calls.insert(row.key);
    }
    const bool isNew = !std::includes(m_calls.begin(), m_calls.end(), calls.begin(), calls.end());
    m_calls = std::move(calls);
    m_alerts.set(std::move(rows));
    if (isNew) {
        Q_EMIT called();
    }
}

std::vector<AlertRow> GreeterController::referralRows() const
{
    std::vector<AlertRow> rows;
    for (const auto &referral : m_node.day().referrals) {
        AlertView alert;
        alert.id = referredKey + referral.operation.toHex();
        alert.kind = QStringLiteral("referral");
        alert.guest = referral.guest;
        alert.text = referral.reason;
        alert.station = referral.station;
        alert.stationName = referral.stationName;
        alert.since = referral.at;
        rows.push_back(alertRow(alert, m_settings, m_node.now()));
        for (const auto &more :
             {referral.codeEnd.isEmpty() ? QString() : QStringLiteral("…") + referral.codeEnd, referral.note}) {
            rows.back().text += more.isEmpty() ? QString() : QStringLiteral(" · ") + more;
        }
        rows.back().isMine = true;
    }
    return rows;
}

void GreeterController::acknowledge(const QString &key)
{
    if (key.startsWith(referredKey)) {
        if (const auto referral = OperationHash::fromHex(key.mid(referredKey.size()))) {
            m_node.submit(Act{{}, m_actor, referrals::Settle{*referral, {}}}, [](const Answer &) {});
        }
        return;
    }
    m_node.submit(Act{{}, m_actor, AcknowledgeAlert{key, {}}}, [](const Answer &) {});
}

void GreeterController::readRecent()
{
    m_node.recent(recentMax, [self = QPointer(this)](const std::vector<SignInView> &latest) {
        if (auto *here = self.data()) {
            here->m_latest = latest;
            here->showRecent();
            Q_EMIT here->todayChanged();
        }
    });
}

void GreeterController::showRecent()
{
    const WallTime now = m_node.now();
    std::vector<SignInRow> rows;
    for (const SignInView &signIn : m_latest) {
        const auto age = std::chrono::duration_cast<std::chrono::seconds>(now - signIn.at).count();
        const auto left = std::clamp<qint64>(undoSecondsMax - age, 0, undoSecondsMax);
        rows.push_back(signInRow(signIn, m_settings));
        rows.back().undoSeconds = int(left);
    }
    m_recent.set(std::move(rows));
}

void GreeterController::tick()
{
    const QString time = m_settings.clockOf(m_node.now());
    if (time != m_time) {
        m_time = time;
        Q_EMIT timeChanged();
    }
    showRecent();
    showAlerts();
}

}  // namespace muster
