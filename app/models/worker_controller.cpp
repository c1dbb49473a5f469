#include "app/models/worker_controller.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace muster {

WorkerController::WorkerController(NodePort &node, const Settings &settings, Reach reach, QString actor,
                                   QObject *parent)
    : QObject(parent), m_node(node), m_settings(settings), m_reach(reach), m_wanted(std::move(actor)), m_code(m_wanted)
{
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(idle);
    connect(&m_idleTimer, &QTimer::timeout, this, &WorkerController::close);
    connect(&node, &NodePort::identityChanged, this, [this] {
        Q_EMIT workerChanged();
        adopt();
    });
    connect(&settings, &Settings::languageChanged, this, &WorkerController::toldChanged);
    adopt();
}

bool WorkerController::isOffered() const { return m_reach == Reach::Open && !m_node.identity().event.staff.empty(); }

bool WorkerController::canGivePins() const { return m_node.identity().role == QLatin1String("coordinator"); }

QString WorkerController::nameOf(const QString &code) const
{
    const auto event = m_node.identity().event;
    const auto *member = findByCode(event.staff, code);
    if (member != nullptr) {
        return member->name.isEmpty() ? code : member->name;
    }
    const auto helpers = m_node.day().roster.staff;
    const auto helper = std::ranges::find(helpers, code, &StaffView::code);
    return helper == helpers.end() || helper->name.isEmpty() ? code : helper->name;
}

QString WorkerController::known(const QString &code) const
{
    const auto isIt = [&code](const auto &one) { return one.code.compare(code, Qt::CaseInsensitive) == 0; };
    const auto event = m_node.identity().event;
    if (const auto member = std::ranges::find_if(event.staff, isIt); member != event.staff.end()) {
        return member->code;
    }
    const auto helpers = m_node.day().roster.staff;
    const auto helper = std::ranges::find_if(helpers, isIt);
    return helper == helpers.end() ? QString() : helper->code;
}

WorkerController::Step WorkerController::firstPinStep() const
{
    return m_purpose == SigningOn && hasPin() ? OldPinAsked : NewPinAsked;
}

void WorkerController::setFilter(const QString &words)
{
    if (words != m_filter) {
        m_filter = words;
        m_idleTimer.start();
        Q_EMIT filterChanged();
        showPeople();
    }
}

void WorkerController::setStep(Step step)
{
    step == Closed ? m_idleTimer.stop() : m_idleTimer.start();
    m_step = step;
    m_typed.clear();
    Q_EMIT typedChanged();
    Q_EMIT stepChanged();
}

void WorkerController::setTrouble(Trouble trouble, Words reason)
{
    m_trouble = trouble;
    m_reason = std::move(reason);
    Q_EMIT toldChanged();
}

void WorkerController::setWorker(const QString &code)
{
    m_code = code;
    Q_EMIT workerChanged();
}

void WorkerController::look(std::function<void()> next)
{
    m_node.signOns([self = QPointer(this), next = std::move(next)](const staff::SignOns &signs) {
        if (auto *here = self.data()) {
            here->m_signs = signs;
            Q_EMIT here->workerChanged();
            next();
        }
    });
}

void WorkerController::adopt()
{
    if (m_isLooked || !isOffered()) {
        return;
    }
    m_isLooked = true;  // Later it is for people to say who is here.
    look([this] {
        const bool isHere = m_wanted.isEmpty() || m_signs.here.contains(m_wanted);
        if (m_wanted.isEmpty()) {
            setWorker(m_signs.here.value(0));
        } else if (!isHere && m_signs.withPin.contains(m_wanted)) {
            setWorker({});  // Who named them when the program started need not be them.
            choose(m_wanted);
        }
    });
}

void WorkerController::showPeople()
{
    const auto words = m_filter.trimmed();
    std::vector<PersonRow> rows;
    const auto add = [&](const QString &code, const QString &name, const QString &beside) {
        const bool isWanted = words.isEmpty() || name.contains(words, Qt::CaseInsensitive) ||
                              code.contains(words, Qt::CaseInsensitive) || beside.contains(words, Qt::CaseInsensitive);
        if (isWanted && rows.size() < peopleMax) {
            rows.push_back(
                {code, name.isEmpty() ? code : name, beside, code == m_code, m_signs.withPin.contains(code)});
        }
    };
    const auto event = m_node.identity().event;
    for (const auto &member : event.staff) {
        add(member.code, member.name, member.company);
    }
    for (const auto &one : m_node.day().roster.staff) {
        if (findByCode(event.staff, one.code) == nullptr) {
            add(one.code, one.name, one.company);
        }
    }
    m_people.set(std::move(rows));
}

bool WorkerController::take(const QByteArray &payload)
{
    if (m_step == Closed) {
        return false;
    }
    if (m_step == Who) {
        m_idleTimer.start();
        const auto code = known(QString::fromUtf8(payload).trimmed());
        code.isEmpty() ? setTrouble(UnknownBadge) : choose(code);
    }
    return true;
}

void WorkerController::ask()
{
    if (!isOffered()) {
        return;
    }
    m_purpose = SigningOn;
    m_filter.clear();
    Q_EMIT filterChanged();
    m_gear.clear();
    setTrouble(NoTrouble);
    setStep(Who);
    look([this] { showPeople(); });
    showPeople();
}

void WorkerController::choose(const QString &staff)
{
    if (m_isBusy) {
        return;
    }
    m_person = staff;
    setTrouble(NoTrouble);
    if (m_purpose == GivingPin) {
        setStep(NewPinAsked);
    } else if (m_signs.withPin.contains(staff)) {
        setStep(PinAsked);
    } else {
        signOn();
    }
}

void WorkerController::type(const QString &digit)
{
    const bool isDigit = digit.size() == 1 && digit.at(0) >= QLatin1Char('0') && digit.at(0) <= QLatin1Char('9');
    if (m_step > Who && isDigit && !m_isBusy && m_typed.size() < staff::pinDigitsMax) {
        m_idleTimer.start();
        setTrouble(NoTrouble);
        m_typed += digit;
        Q_EMIT typedChanged();
    }
}

void WorkerController::erase()
{
    m_typed.chop(1);
    Q_EMIT typedChanged();
}

void WorkerController::enter()
{
    if (!isEnough() || m_isBusy) {
        return;
    }
    switch (m_step) {
    case PinAsked: signOn(); break;
    case OldPinAsked:
        m_oldPin = m_typed;
        setStep(NewPinAsked);
        break;
    case NewPinAsked:
        m_newPin = m_typed;
        setStep(NewPinAgain);
        break;
    case NewPinAgain: keepPin(); break;
    case Closed:
    case Who: break;
    }
}

void WorkerController::signOn()
{
    staff::SignOn signing{m_person, std::exchange(m_typed, {})};
    Q_EMIT typedChanged();
    act({}, std::move(signing), [this](const Answer &answer) {
        const auto before = m_code;
        setWorker(answer.number.isEmpty() ? m_person : answer.number);
        setStep(Closed);
        if (!before.isEmpty() && before != m_code) {
            signOffFrom(before);
        }
    });
}

void WorkerController::signOffFrom(const QString &code)
{
    act(code, staff::SignOff{code}, [this, code](const Answer &answer) {
        m_leaver = code;
        m_gear = answer.subjects;
        if (m_code == code) {
            setWorker({});
            showPeople();
        }
        if (!m_gear.isEmpty()) {
            setStep(Who);  // Who left has something to give back: nobody should miss it.
        }
        Q_EMIT toldChanged();
    });
}

void WorkerController::signOff()
{
    if (!m_code.isEmpty()) {
        signOffFrom(m_code);
    }
}

void WorkerController::changePin()
{
    if (!m_code.isEmpty() && !m_isBusy) {
        m_person = m_code;
        setTrouble(NoTrouble);
        setStep(firstPinStep());
    }
}

void WorkerController::givePin()
{
    m_purpose = GivingPin;
    setTrouble(NoTrouble);
    setStep(Who);
}

void WorkerController::keepPin()
{
    const auto oldPin = std::exchange(m_oldPin, {});
    const auto newPin = std::exchange(m_newPin, {});
    if (newPin != m_typed) {
        setStep(firstPinStep());
        setTrouble(PinsDiffer);
        return;
    }
    act(m_code, staff::SetPin{m_person, newPin, oldPin}, [this](const Answer &) {
        look([this] {
            m_purpose = SigningOn;
            if (!m_code.isEmpty() && !m_signs.here.contains(m_code)) {
                setStep(PinAsked);  // Whoever got a PIN says it once before they go on.
            } else {
                setStep(Who);
                showPeople();
            }
        });
    });
}

void WorkerController::back()
{
    const bool isFirst = m_step == Who && m_purpose == SigningOn;
    m_purpose = SigningOn;
    forgetPins();
    setTrouble(NoTrouble);
    setStep(isFirst ? Closed : Who);
    showPeople();
}

void WorkerController::close()
{
    m_purpose = SigningOn;
    forgetPins();
    setStep(Closed);
}

void WorkerController::forgetPins()
{
    m_oldPin.clear();
    m_newPin.clear();
}

void WorkerController::act(const QString &actor, Command command, std::function<void(const Answer &)> done)
{
    if (m_isBusy) {
        return;
    }
    m_isBusy = true;
    Q_EMIT stepChanged();
    m_node.submit(Act{{}, actor, std::move(command)},
                  [self = QPointer(this), done = std::move(done)](const Answer &answer) {
                      auto *here = self.data();
                      if (here == nullptr) {
                          return;
                      }
                      here->m_isBusy = false;
                      if (answer.outcome == Outcome::Done) {
                          done(answer);
                      } else {
                          here->setStep(here->m_step == NewPinAgain ? here->firstPinStep() : here->m_step);
                          here->setTrouble(Refused, answer.reason);
                      }
                      Q_EMIT here->stepChanged();
                  });
}

}  // namespace muster
