#include "app/models/counter_controller.h"

#include "app/models/course_lines.h"
#include "core/venue/queues/queue_states.h"

#include <QPointer>

#include <algorithm>

namespace muster {
namespace {

static_assert(CounterController::SerialReturned == int(materials::SerialStep::Returned));

CounterController::Phase phaseOf(const TicketView &ticket)
{
    return ticket.phase == toString(queues::Phase::Called)    ? CounterController::Called
           : ticket.phase == toString(queues::Phase::Serving) ? CounterController::Serving
           : ticket.phase == toString(queues::Phase::Held)    ? CounterController::Held
                                                              : CounterController::Nobody;
}

TicketRow rowOf(const TicketView &ticket, const Settings &settings)
{
    const bool isNamed = ticket.guest && ticket.guest->isNameHere;
    return {ticket.number, isNamed ? ticket.guest->name : QString(), settings.say(ticket.serviceName)};
}

}  // namespace

CounterController::CounterController(NodePort &node, const Settings &settings, QString actor, QObject *parent)
    : DeskController(node, settings, std::move(actor), parent)
{
    connect(this, &DeskController::busyChanged, this, &CounterController::changed);
    readCounter();
    showDocuments();
    read();
}

const TicketView &CounterController::ticket() const
{
    static const TicketView none;
    return m_active < 0 ? none : m_desk.atHand[std::size_t(m_active)];
}

CounterController::Phase CounterController::phase() const { return phaseOf(ticket()); }

QString CounterController::guestName() const
{
    return hasGuest() && ticket().guest->isNameHere ? ticket().guest->name : QString();
}

QString CounterController::className() const
{
    return hasGuest() ? settings().say(ticket().guest->className) : QString();
}

QString CounterController::since() const
{
    const int seconds = m_active < 0 ? 0 : secondsSince(ticket().since);
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

bool CounterController::canCall() const { return m_isOpen && !isBusy() && (phase() == Nobody || phase() == Held); }

bool CounterController::canArrive() const
{
    const auto &rows = m_papers.rows();
    return phase() == Called && !isBusy() &&
           std::all_of(rows.begin(), rows.end(), [](const ChoiceRow &row) { return row.isChosen; });
}

bool CounterController::canChoose() const { return !isBusy() && (phase() == Nobody || phase() == Held); }

bool CounterController::mayStep(queues::Step step) const
{
    switch (step) {
    case queues::Step::Recall:
    case queues::Step::NoShow: return phase() == Called || phase() == Held;
    case queues::Step::Arrive: return canArrive();
    case queues::Step::Hold: return phase() == Called || phase() == Serving;
    case queues::Step::Resume: return phase() == Held;
    case queues::Step::Finish: return phase() == Serving;
    default: return phase() != Nobody;
    }
}

void CounterController::callNext()
{
    if (!canCall()) {
        return;
    }
    submit(queues::Call{}, [this](const Answer &answer) {
        if (answer.outcome != Outcome::Done || answer.isProvisional) {
            setNotice(answer);
        }
        read();
    });
}

void CounterController::recall() { advance(queues::Step::Recall); }
void CounterController::arrive() { advance(queues::Step::Arrive); }
void CounterController::markNoShow() { advance(queues::Step::NoShow); }
void CounterController::hold() { advance(queues::Step::Hold); }
void CounterController::resume() { advance(queues::Step::Resume); }
void CounterController::finish() { advance(queues::Step::Finish); }
void CounterController::transfer(const QString &service) { advance(queues::Step::Transfer, service); }

void CounterController::advance(queues::Step step, const QString &service)
{
    if (isBusy() || !mayStep(step)) {
        return;
    }
    queues::Advance command;
    command.ticket = number();
    command.step = step;
    command.service = service;
    if (step == queues::Step::Arrive) {
        for (const ChoiceRow &row : m_papers.rows()) {
            if (row.key != QLatin1String(identityKey)) {
                command.papers << row.key;
            }
        }
        command.isIdentityChecked = !m_papers.rows().empty();
    }
    submit(command, [this](const Answer &answer) {
        if (answer.outcome != Outcome::Done) {
            setNotice(answer);
        }
        read();
    });
}

void CounterController::setOpen(bool isOpen)
{
    submit(queues::SetCounter{{}, isOpen}, [this, isOpen](const Answer &answer) {
        if (answer.outcome == Outcome::Done) {
            m_isOpen = isOpen;  // The day says so too, a moment later.
        } else {
            setNotice(answer);
        }
        read();
    });
}

void CounterController::choose(const QString &key)
{
    if (canChoose()) {
        m_chosen = key;
        show();
    }
}

void CounterController::tickPaper(const QString &paper)
{
    if (!m_ticked.remove(paper)) {
        m_ticked.insert(paper);
    }
    m_papers.set(paperRows());
    Q_EMIT changed();
}

int CounterController::documentsOut() const
{
    const DayView day = node().day();
    const auto kind = std::ranges::find(day.materials, m_document, &MaterialView::code);
    return kind == day.materials.end() ? 0 : kind->unaccounted;
}

void CounterController::chooseDocument(const QString &material)
{
    m_document = material;
    showDocuments();
}

void CounterController::markSerials(int step, const QString &run, const QString &note)
{
    auto mark = lines::markOf(m_document, step, run);
    if (!mark) {
        return;
    }
    mark->note = note.trimmed();
    submit(std::move(*mark), [this](const Answer &answer) {
        if (answer.outcome == Outcome::Done) {
            Q_EMIT serialsMarked();
        } else {
            setNotice(answer);
        }
    });
}

void CounterController::showDocuments()
{
    const DayView day = node().day();
    const auto isNumbered = [](const MaterialView &view) { return view.isNumbered; };
    const auto chosen = std::ranges::find(day.materials, m_document, &MaterialView::code);
    const auto first = std::ranges::find_if(day.materials, isNumbered);
    const auto kind = chosen == day.materials.end() ? first : chosen;
    m_document = kind == day.materials.end() ? QString() : kind->code;
    std::vector<ChoiceRow> documents;
    for (const MaterialView &view : day.materials) {
        if (view.isNumbered) {
            documents.push_back({view.code, settings().say(view.name), view.code == m_document});
        }
    }
    m_documents.set(std::move(documents));
    std::vector<ChoiceRow> open;
    for (const QString &serial : kind == day.materials.end() ? QStringList() : kind->openSerials) {
        open.push_back({lines::numberOf(serial), serial, false});
    }
    m_openSerials.set(std::move(open));
    Q_EMIT documentsChanged();
}

void CounterController::tick()
{
    DeskController::tick();
    Q_EMIT sinceChanged();
}

void CounterController::readDay()
{
    DeskController::readDay();
    readCounter();
    showDocuments();
    read();
}

void CounterController::readCounter()
{
    const Identity identity = node().identity();
    const auto *station = findByCode(identity.event.stations, identity.station);
    m_isPlanned = station != nullptr && !station->services.isEmpty();
    const DayView day = node().day();
    std::optional<int> waiting;
    for (const QueueView &queue : day.queues) {
        const auto here = std::find_if(queue.counters.begin(), queue.counters.end(),
                                       [&](const CounterView &counter) { return counter.station == identity.station; });
        if (here != queue.counters.end()) {
            m_isOpen = here->isOpen;
            waiting = waiting.value_or(0) + queue.waiting;
        }
    }
    m_waiting = figure(day.isKnown ? waiting : std::nullopt);
}

void CounterController::read()
{
    node().counterDesk([self = QPointer(this)](const CounterDeskView &desk) {
        if (auto *here = self.data()) {
            here->m_desk = desk;
            here->show();
        }
    });
}

void CounterController::show()
{
    const auto &hand = m_desk.atHand;
    const auto find = [&hand](const auto &isIt) {
        const auto found = std::find_if(hand.begin(), hand.end(), isIt);
        return found == hand.end() ? -1 : int(found - hand.begin());
    };
    m_active = find([](const TicketView &ticket) { return phaseOf(ticket) != Held; });
    if (m_active < 0) {
        m_active = find([this](const TicketView &ticket) { return ticket.number == m_chosen; });
    }
    if (m_active < 0 && !hand.empty()) {
        m_active = 0;
    }
    if (m_tickedFor != number()) {
        m_tickedFor = number();
        m_ticked.clear();
    }
    std::vector<StageRow> stages;
    for (const StageView &stage : ticket().journey) {
        stages.push_back({stage.service, settings().say(stage.name), stage.place == StageView::Place::Done,
                          stage.place == StageView::Place::Now});
    }
    m_journey.set(std::move(stages));
    m_papers.set(paperRows());
    std::vector<TicketRow> held;
    for (std::size_t i = 0; i < hand.size(); ++i) {
        if (int(i) != m_active) {
            held.push_back(rowOf(hand[i], settings()));
        }
    }
    m_held.set(std::move(held));
    std::vector<TicketRow> deck;
    for (const TicketView &next : m_desk.onDeck) {
        deck.push_back(rowOf(next, settings()));
    }
    m_onDeck.set(std::move(deck));
    std::vector<ChoiceRow> services;
    for (const Service &service : node().identity().event.services) {
        if (service.code != ticket().service) {
            services.push_back({service.code, settings().say(service.name), false});
        }
    }
    m_services.set(std::move(services));
    Q_EMIT changed();
    Q_EMIT sinceChanged();
}

std::vector<ChoiceRow> CounterController::paperRows() const
{
    std::vector<ChoiceRow> rows;
    if (phase() != Called || ticket().papers.empty()) {
        return rows;
    }
    const QString identity = QString::fromLatin1(identityKey);
    rows.push_back({identity, QString(), m_ticked.contains(identity)});
    for (const Question::Choice &paper : ticket().papers) {
        rows.push_back({paper.code, settings().say(paper.text), m_ticked.contains(paper.code)});
    }
    return rows;
}

void CounterController::speak()
{
    DeskController::speak();
    showDocuments();
    show();
}

}  // namespace muster
