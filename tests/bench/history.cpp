#include "tests/bench/history.h"

#include "core/venue/guests/guests.h"
#include "core/venue/guests/presence.h"

namespace muster::bench {
namespace {

constexpr int guestsPerPart = 2'500;

/// Stores and proves operations and makes nothing of them: a device that only writes.
class NoFold final : public Fold {
public:
    [[nodiscard]] int version() const override { return 1; }
    void createTables(State &state) override { Q_UNUSED(state); }
    [[nodiscard]] QStringList tables() const override { return {}; }
    Folded apply(State &state, const Operation &operation) override
    {
        Q_UNUSED(state);
        Q_UNUSED(operation);
        return Folded::applied();
    }
};

}  // namespace

JournalFile::JournalFile(Journal::Options options, const QString &highWaterFile, std::unique_ptr<Fold> fold)
    : m_highWater(highWaterFile), m_fold(std::move(fold))
{
    m_journal = must(Journal::open(std::move(options), {m_clock, m_random, m_highWater, m_signatures, *m_fold}));
}

History::History(const Hall &hall, QString folder, int firstAuthor, int authorCount)
    : m_hall(hall), m_folder(std::move(folder)), m_firstAuthor(firstAuthor), m_authorCount(authorCount)
{
}

presence::Fact History::fact(int guest, presence::Step step, const RequestId &request) const
{
    presence::Fact fact;
    fact.guest = guests::guestIdFor(QStringLiteral("G%1").arg(guest), m_hall.codeKey());
    fact.session = QStringLiteral("day");
    fact.step = step;
    fact.zone = step == presence::Step::Out ? QString() : QStringLiteral("A");
    fact.classCode = QStringLiteral("buyer");
    fact.station = QStringLiteral("gate-1");
    fact.request = request;
    if (guest < int(m_last.size())) {
        const auto &last = m_last[std::size_t(guest)];
        fact.seen.emplace(last.stream, last.known);
    }
    return fact;
}

void History::write(int guestCount)
{
    const DataFolder folder(m_hall.folderOf(0));
    JournalFile hub(m_hall.journalOptions(0, folder.journalFile()), folder.highWaterFile(),
                    std::make_unique<Venue>(m_hall.event(), m_hall.eventKey()));
    std::vector<std::unique_ptr<JournalFile>> authors;
    for (int i = 0; i < m_authorCount; ++i) {
        const auto file = QStringLiteral("%1/author-%2.db").arg(m_folder).arg(i);
        authors.push_back(std::make_unique<JournalFile>(m_hall.journalOptions(m_firstAuthor + i, file),
                                                        file + QStringLiteral(".mark"), std::make_unique<NoFold>()));
    }
    m_last.reserve(std::size_t(guestCount));
    for (int from = 0, part = 0; from < guestCount; from += guestsPerPart, ++part) {
        writePart(*hub, **authors[std::size_t(part % m_authorCount)], from, std::min(from + guestsPerPart, guestCount));
    }
}

void History::writePart(Journal &hub, Journal &author, int from, int to)
{
    std::vector<Operation> grants;
    must(hub.transact([&] {
        hub.setEpoch(Epoch{1});
        for (int guest = from; guest < to; ++guest) {
            const auto id = guests::guestIdFor(QStringLiteral("G%1").arg(guest), m_hall.codeKey());
            grants.push_back(
                hub.append(claims::grant(RequestId::make(m_random), presence::claimFor(QStringLiteral("day"), id),
                                         author.device(), {{QStringLiteral("zone"), QStringLiteral("A")}}, {})));
        }
    }));
    const auto before = author.vector();
    must(author.transact([&] {
        for (int guest = from; guest < to; ++guest) {
            const auto &grant = grants[std::size_t(guest - from)];
            auto in = fact(guest, presence::Step::In, grant.request);
            in.rankEpoch = grant.epoch;
            in.rankSequence = grant.sequence;
            in.version = 1;
            author.append(presence::told(in, {grant.hash}, {}, {}));
            auto out = fact(guest, presence::Step::Out, RequestId::make(m_random));
            out.version = 2;
            const auto last = author.append(presence::told(out, {}, {}, {}));
            m_last.push_back({author.self(), {last.sequence, last.hash}});
        }
    }));
    const auto batches = must(author.since(before, qsizetype(1) << 40));
    must(hub.transact([&] {
        for (const auto &batch : batches) {
            std::ignore = must(hub.merge(batch));
        }
    }));
    m_operationCount += 3 * (to - from);
}

void History::writeAlone(int device, int from, int to)
{
    const DataFolder folder(m_hall.folderOf(device));
    JournalFile journal(m_hall.journalOptions(device, folder.journalFile()), folder.highWaterFile(),
                        std::make_unique<Venue>(m_hall.event(), m_hall.eventKey()));
    for (int part = from; part < to; part += guestsPerPart) {
        must(journal->transact([&] {
            journal->setEpoch(Epoch{1});
            for (int guest = part; guest < std::min(part + guestsPerPart, to); ++guest) {
                auto in = fact(guest, presence::Step::In, RequestId::make(m_random));
                in.isProvisional = device != 0;
                in.version = 3;
                journal->append(presence::told(in, {}, {}, {}));
                auto out = fact(guest, presence::Step::Out, RequestId::make(m_random));
                out.version = 4;
                journal->append(presence::told(out, {}, {}, {}));
                m_operationCount += 2;
            }
        }));
    }
}

}  // namespace muster::bench
