#pragma once
#include "tests/bench/hall.h"

namespace muster::bench {

/// A journal on a file, with a fold and nothing above it.
class JournalFile {
public:
    JournalFile(Journal::Options options, const QString &highWaterFile, std::unique_ptr<Fold> fold);
    [[nodiscard]] Journal &operator*() { return *m_journal; }
    [[nodiscard]] Journal *operator->() { return m_journal.get(); }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    Signatures m_signatures;
    HighWaterFile m_highWater;
    std::unique_ptr<Fold> m_fold;
    std::unique_ptr<Journal> m_journal;
};

/// What a day leaves in the journals of a Hall, written straight into them while no node runs.
class History {
public:
    /// Devices @p firstAuthor … @p firstAuthor + @p authorCount - 1 did it.
    History(const Hall &hall, QString folder, int firstAuthor, int authorCount);

    /// Into the hub's journal: guests 0 … @p guestCount - 1 were granted, signed in and went out at one of the authors;
    /// three operations each.
    void write(int guestCount);
    /// Into the journal of @p device alone: guests @p from … @p to - 1 came and went again, two operations each.
    void writeAlone(int device, int from, int to);
    [[nodiscard]] qint64 operationCount() const { return m_operationCount; }

private:
    struct Last {
        StreamKey stream;
        presence::Known known;
    };

    [[nodiscard]] presence::Fact fact(int guest, presence::Step step, const RequestId &request) const;
    void writePart(Journal &hub, Journal &author, int from, int to);

    const Hall &m_hall;
    QString m_folder;
    int m_firstAuthor;
    int m_authorCount;
    SystemRandom m_random;
    std::vector<Last> m_last;  ///< By guest: the fact that its next author has surely seen.
    qint64 m_operationCount = 0;
};

}  // namespace muster::bench
