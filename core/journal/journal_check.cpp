// Looking at the whole log: visiting, folding anew, verifying.
#include "core/journal/journal.h"

namespace muster {

Status Journal::forEach(const std::function<bool(const Operation &)> &visit)
{
    return read([&](State &state) {
        auto &rows = state.statement("SELECT bytes FROM log ORDER BY id");
        while (rows.executeStep()) {
            const auto operation = Operation::decode(bytesOf(rows.getColumn(0)));
            if (operation && !visit(*operation)) {
                return;
            }
        }
    });
}

Result<std::vector<Journal::DeadLetter>> Journal::deadLetters(int countMax)
{
    std::vector<DeadLetter> letters;
    const auto done = read([&](State &state) {
        auto &rows = state.statement("SELECT l.bytes, d.why FROM dead_letter d JOIN log l ON l.id = d.log_id"
                                     " ORDER BY d.log_id DESC LIMIT ?");
        bindAll(rows, countMax);
        while (rows.executeStep()) {
            if (const auto operation = Operation::decode(bytesOf(rows.getColumn(0)))) {
                letters.push_back({operation->hash, operation->kind, textOf(rows.getColumn(1)), operation->origin});
            }
        }
    });
    if (!done) {
        return fail(done);
    }
    return letters;
}

void Journal::foldAnewInside()
{
    m_state->finishQueries();  // No table can be dropped under a running query.
    for (const auto &table : m_world.fold.tables()) {
        m_state->execute(qPrintable(QStringLiteral("DROP TABLE IF EXISTS ") + table));
    }
    m_state->execute("DELETE FROM waiting; DELETE FROM dead_letter; DELETE FROM unknown_kind");
    m_waitingCount = 0;
    m_world.fold.createTables(*m_state);
    m_state->setDigest({});
    // A page of the log at a time: a fold uses the same connection.
    constexpr int pageSize = 1'000;
    qint64 last = 0;
    for (bool isMore = true; isMore;) {
        std::vector<std::pair<qint64, QByteArray>> page;
        auto &rows = m_state->statement("SELECT id, bytes FROM log WHERE id > ? ORDER BY id LIMIT ?");
        bindAll(rows, last, pageSize);
        while (rows.executeStep()) {
            page.emplace_back(rows.getColumn(0).getInt64(), bytesOf(rows.getColumn(1)));
        }
        for (const auto &[id, bytes] : page) {
            last = id;
            if (const auto operation = Operation::decode(bytes)) {
                foldOne(*operation, id);
            }
        }
        isMore = !page.empty();
    }
    bindAll(m_state->statement("UPDATE meta SET value = ? WHERE key = 'fold'"), m_world.fold.version()).exec();
}

Status Journal::foldAnew()
{
    return transact([this] { foldAnewInside(); });
}

void Journal::verifyStream(const Stream &stream, QStringList &faults)
{
    const auto name = stream.key.origin.toHex().left(8);
    quint64 expected = stream.forkedAt + 1;
    std::optional<OperationHash> previous;
    if (stream.forkedAt == 0) {
        previous = OperationHash{};
    } else {
        previous = hashAt(m_streams.at(stream.parent), stream.forkedAt);
    }
    auto &rows = m_state->statement("SELECT seq, hash, bytes, signature FROM log WHERE stream = ? ORDER BY seq");
    bindAll(rows, stream.id);
    bool isTailSigned = true;
    while (rows.executeStep()) {
        const quint64 sequence = quint64(rows.getColumn(0).getInt64());
        const auto operation = Operation::decode(bytesOf(rows.getColumn(2)));
        const auto where = QStringLiteral("device %1, operation %2: ").arg(name).arg(sequence);
        if (sequence != expected) {
            faults << where + QStringLiteral("operations before it are missing");
        }
        expected = sequence + 1;
        if (!operation || operation->hash != idOf<OperationHash>(rows.getColumn(1)) ||
            quint64(operation->sequence) != sequence || operation->origin != stream.key.origin ||
            operation->incarnation != stream.key.incarnation) {
            faults << where + QStringLiteral("its bytes were changed");
            previous.reset();
            continue;
        }
        if (previous && operation->previous != *previous) {
            faults << where + QStringLiteral("it does not follow the operation before it");
        }
        previous = operation->hash;
        isTailSigned = !rows.getColumn(3).isNull();
        if (isTailSigned && !m_world.signatures.verify(idOf<Signature>(rows.getColumn(3)),
                                                       Batch::message(m_options.event, operation->hash),
                                                       m_authors.at(stream.key.origin).device)) {
            faults << where + QStringLiteral("its signature is wrong");
        }
    }
    if (!isTailSigned) {
        faults << QStringLiteral("device %1: its last operations are not signed").arg(name);
    }
}

Result<QStringList> Journal::verify()
{
    QStringList faults;
    const auto done = read([&](State &state) {
        for (const auto &[origin, credential] : m_authors) {
            if (deviceIdOf(credential.device) != origin ||
                !m_world.signatures.verify(credential.byEvent, Credential::message(m_options.event, credential.device),
                                           m_options.eventKey)) {
                faults << QStringLiteral("device %1 does not belong to this event").arg(origin.toHex().left(8));
            }
        }
        for (const auto &[id, stream] : m_streams) {
            if (m_authors.contains(stream.key.origin)) {
                verifyStream(stream, faults);
            } else {
                faults << QStringLiteral("device %1 has no credential").arg(stream.key.origin.toHex().left(8));
            }
        }
        if (state.computeDigest(m_world.fold.tables()) != state.digest()) {
            faults << QStringLiteral("the state tables do not match their digest: they were changed from outside");
        }
    });
    if (!done) {
        return fail(done);
    }
    return faults;
}

}  // namespace muster
