// Which life of this device's database is running: a restored, cloned or lost one begins anew.
#include "core/journal/journal.h"

#include <sqlite3.h>

namespace muster {

void Journal::checkIncarnation()
{
    const auto mark = m_world.highWater.load();
    if (!mark) {
        throw SQLite::Exception(mark.error().detail.toStdString(), SQLITE_ERROR);
    }
    auto &query = m_state->statement("SELECT value FROM meta WHERE key = 'incarnation'");
    m_incarnation = query.executeStep() ? Incarnation{quint64(query.getColumn(0).getInt64())} : Incarnation{};
    m_opening.isRestored = m_isLifeUntold;  // Begun before, and stopped before it was said.
    if (m_incarnation == Incarnation{}) {
        // A first start; but a mark of spends says that there was a database here which is gone.
        m_opening.isRestored = *mark && (*mark)->spent != 0;
        beginIncarnation();
        keepHighWater(0);
    } else if (!*mark || (*mark)->incarnation != m_incarnation || (*mark)->spent > spentCount()) {
        m_opening.isRestored = true;
        beginIncarnation();
        keepLifeUntold();
    } else {
        m_mark = **mark;
    }
}

void Journal::beginIncarnation()
{
    m_incarnation = Incarnation{m_world.random.next() >> 1U | 1U};  // Positive as a signed integer, never 0.
    bindAll(m_state->statement("INSERT INTO meta VALUES('incarnation', ?)"
                               " ON CONFLICT(key) DO UPDATE SET value = excluded.value"),
            quint64(m_incarnation))
        .exec();
    rememberAuthor(m_options.self);
}

void Journal::beginLife()
{
    Q_ASSERT_X(m_isInside && m_unsignedCount == 0, "Journal", "a life begins with its first operation");
    beginIncarnation();
}

/// Until its first operation is stored: a disk that fills up just now must not make it forgotten.
void Journal::keepLifeUntold()
{
    m_isLifeUntold = true;
    m_state->statement("INSERT INTO meta VALUES('untold', 1) ON CONFLICT DO NOTHING").exec();
}

quint64 Journal::spentCount() const
{
    const auto own = m_branches.find(self());
    return own == m_branches.end() ? 0 : quint64(m_streams.at(own->second.front()).head.sequence);
}

void Journal::keepHighWater(quint64 spacing)
{
    const quint64 spent = spentCount();
    const bool isDue = m_mark.incarnation != m_incarnation || (m_mark.spent == 0 && spent > 0) ||
                       spent >= m_mark.spent + std::max<quint64>(spacing, 1);
    // If it cannot be written now, the next commit tries again: only how much a restored file may hide grows.
    if (isDue && m_world.highWater.store({m_incarnation, spent})) {
        m_mark = {m_incarnation, spent};
    }
}

}  // namespace muster
