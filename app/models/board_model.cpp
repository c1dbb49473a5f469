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
    connect(&node, &NodePort::identityChanged, this, &BoardModel::adoptStation);
    adoptStation();
    adoptDay();
    read();
}

QString BoardModel::figuresFrom() const
{
    const auto since = m_freshness.since();
    return since ? settings().clockOf(*since) : QString();
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
    m_freshness.adopt(day);
    followMode(day);
    Q_EMIT ageChanged();
}

void BoardModel::adoptStation()
{
    const Identity identity = node().identity();
    const auto *station = findByCode(identity.event.stations, identity.station);
    m_zone = station == nullptr ? QString() : station->zone;
}

void BoardModel::followMode(const DayView &day)
{
    const auto mode = modes::modeIn(day.modes, m_zone);
    if (mode != m_mode) {
        m_mode = mode;
        const Words words = modes::announcementOf(mode);
        const bool isLeaving = mode == modes::Mode::Evacuate;
        m_announcements.setNotice(Announcements::Notice{
            modes::toString(mode), QStringLiteral("%1 %2").arg(settings().say(words), settings().sayOther(words)),
            isLeaving ? noticeAgain : std::chrono::seconds(0), isLeaving});
        announce();
    }
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
    if (const auto notice = m_announcements.nextNotice(node().now())) {
        m_voice.announce(notice->words);
    } else if (const auto call = m_announcements.next(node().now())) {
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
