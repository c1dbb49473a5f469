#include "app/models/board_model.h"

#include <QPointer>

namespace muster {

BoardModel::BoardModel(NodePort &node, const Settings &settings, Voice &voice, QObject *parent)
    : DeskController(node, settings, {}, parent), m_voice(voice)
{
    connect(&voice, &Voice::finished, this, [this] {
        m_announcements.finished();
        m_spoken.clear();
        announce();
        show();
    });
    adoptDay();
    read();
}

bool BoardModel::isStale() const
{
    return !m_isKnown || !m_knownSince || secondsSince(*m_knownSince) >= staleSecondsMin;
}

QString BoardModel::figuresFrom() const
{
    return m_isKnown && m_knownSince ? settings().clockOf(*m_knownSince) : QString();
}

void BoardModel::tick()
{
    DeskController::tick();
    announce();
    Q_EMIT ageChanged();
}

void BoardModel::readDay()
{
    DeskController::readDay();
    adoptDay();
    read();
}

void BoardModel::adoptDay()
{
    const DayView day = node().day();
    m_isKnown = day.isKnown && day.asOf != WallTime{};
    m_knownSince = day.knownSince ? std::optional(std::min(*day.knownSince, day.asOf)) : std::nullopt;
    Q_EMIT ageChanged();
}

void BoardModel::read()
{
    node().board([self = QPointer(this)](const queue_board::Board &board) {
        auto *here = self.data();
        if (here == nullptr) {
            return;
        }
        here->m_board = board;
        for (const queue_board::Call &call : board.nowServing) {
            if (!call.isArrived) {
                here->m_announcements.add(
                    {call.step.toHex(), call.number, here->settings().say(call.counterName), call.at, call.isRecall});
            }
        }
        here->announce();
        here->show();
    });
}

void BoardModel::announce()
{
    if (const auto call = m_announcements.next(node().now())) {
        m_spoken = call->id;
        m_voice.say(call->number, call->counter);
        show();
    }
}

void BoardModel::show()
{
    std::vector<CallRow> calls;
    for (const queue_board::Call &call : m_board.nowServing) {
        if (int(calls.size()) < callsMax) {
            const QString counter = settings().say(call.counterName);
            calls.push_back({call.step.toHex(), call.number, counter.isEmpty() ? call.counter : counter,
                             call.step.toHex() == m_spoken, call.isArrived});
        }
    }
    m_calls.set(std::move(calls));
    std::vector<NumberRow> next;
    for (const QString &number : m_board.onDeck) {
        if (int(next.size()) < onDeckMax) {
            next.push_back({number, number, {}});
        }
    }
    m_onDeck.set(std::move(next));
    std::vector<NumberRow> last;
    const Identity identity = node().identity();
    for (const Series &series : identity.event.series) {
        if (const auto number = m_board.lastOfSeries.constFind(series.code); number != m_board.lastOfSeries.cend()) {
            last.push_back({series.code, *number, settings().say(series.name)});
        }
    }
    m_last.set(std::move(last));
}

void BoardModel::speak()
{
    DeskController::speak();
    show();
    Q_EMIT ageChanged();
}

}  // namespace muster
