// How operations of others come in, and how ours go out.
#include "core/journal/journal.h"

namespace muster {

Result<std::vector<Operation>> Journal::decodeChain(const Batch &batch)
{
    std::vector<Operation> chain;
    chain.reserve(batch.operations.size());
    for (const auto &bytes : batch.operations) {
        auto operation = Operation::decode(bytes);
        if (!operation) {
            return fail(operation);
        }
        const bool isFirst = chain.empty();
        if (!isFirst &&
            (operation->origin != chain.front().origin || operation->incarnation != chain.front().incarnation ||
             quint64(operation->sequence) != quint64(chain.back().sequence) + 1 ||
             operation->previous != chain.back().hash)) {
            return fail(ErrorCode::Invalid, QStringLiteral("the operations of a batch are not one chain"));
        }
        if (isFirst && (quint64(operation->sequence) == 1) != operation->previous.isNull()) {
            return fail(ErrorCode::Invalid, QStringLiteral("an operation that is not the first has no predecessor"));
        }
        chain.push_back(std::move(*operation));
    }
    if (chain.empty()) {
        return fail(ErrorCode::Invalid, QStringLiteral("a batch without operations"));
    }
    return chain;
}

Status Journal::checkAuthor(const Batch &batch, const DeviceId &origin)
{
    if (deviceIdOf(batch.author.device) != origin) {
        return fail(ErrorCode::Invalid, QStringLiteral("the batch is signed in another device's name"));
    }
    if (!m_authors.contains(origin)) {
        const auto message = Credential::message(m_options.event, batch.author.device);
        if (!m_world.signatures.verify(batch.author.byEvent, message, m_options.eventKey)) {
            return fail(ErrorCode::Invalid, QStringLiteral("the author does not belong to this event"));
        }
    }
    return {};
}

std::vector<Journal::Stretch> Journal::wayBack(const Stream &stream, quint64 from) const
{
    std::vector<Stretch> way{{stream.id, from}};
    for (const Stream *at = &stream; at->parent != 0;) {
        way.push_back({at->parent, std::min(way.back().upTo, at->forkedAt)});
        at = &m_streams.at(at->parent);
    }
    return way;
}

std::optional<OperationHash> Journal::hashAt(const Stream &stream, quint64 sequence)
{
    if (sequence == quint64(stream.head.sequence)) {
        return stream.head.hash;
    }
    for (const auto &stretch : wayBack(stream, quint64(stream.head.sequence))) {
        if (sequence > stretch.upTo || sequence <= m_streams.at(stretch.stream).forkedAt) {
            continue;
        }
        auto &query = m_state->statement("SELECT hash FROM log WHERE stream = ? AND seq = ?");
        bindAll(query, stretch.stream, sequence);
        if (query.executeStep()) {
            return idOf<OperationHash>(query.getColumn(0));
        }
    }
    return std::nullopt;
}

Journal::Stream *Journal::holderOf(const StreamKey &key, const Head &head)
{
    const auto branches = m_branches.find(key);
    if (branches == m_branches.end()) {
        return nullptr;
    }
    for (const qint64 id : branches->second) {
        Stream &stream = m_streams.at(id);
        const quint64 sequence = quint64(head.sequence);
        if (std::ranges::find(stream.former, head) != stream.former.end()) {
            return &stream;
        }
        if (sequence > stream.forkedAt && sequence <= quint64(stream.head.sequence) &&
            hashAt(stream, sequence) == head.hash) {
            return &stream;
        }
    }
    return nullptr;
}

bool Journal::holds(const StreamKey &key, const Head &head)
{
    bool isHeld = false;
    const auto done = read([&](State &) { isHeld = holderOf(key, head) != nullptr; });
    return done && isHeld;
}

std::size_t Journal::knownCount(const std::vector<Operation> &chain)
{
    // Chains are closed towards the past: what is known is a prefix.
    const StreamKey key{chain.front().origin, chain.front().incarnation};
    const auto firstNew = std::ranges::partition_point(chain, [&](const Operation &operation) {
        return holderOf(key, {operation.sequence, operation.hash}) != nullptr;
    });
    return std::size_t(firstNew - chain.begin());
}

Result<Journal::Stream *> Journal::placeFor(const Operation &first, Merged &merged)
{
    const StreamKey key = merged.stream;
    const quint64 before = quint64(first.sequence) - 1;
    if (before == 0) {
        merged.isFork = m_branches.contains(key);
        return &addStream(key, 0, 0);
    }
    Stream *holder = holderOf(key, {Sequence{before}, first.previous});
    if (holder == nullptr) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("operations before %1 of %2 are missing").arg(before).arg(key.origin.toHex()));
    }
    if (quint64(holder->head.sequence) == before) {
        return holder;
    }
    merged.isFork = true;
    Stream &branch = addStream(key, holder->id, before);
    branch.head.hash = first.previous;
    return &branch;
}

Result<Journal::Merged> Journal::merge(const Batch &batch, const Check &check)
{
    Q_ASSERT_X(m_isInside, "Journal", "merge inside transact only");
    const auto chain = decodeChain(batch);
    if (!chain) {
        return fail(chain);
    }
    Merged merged;
    merged.stream = {chain->front().origin, chain->front().incarnation};
    merged.head = {chain->back().sequence, chain->back().hash};
    const std::size_t known = knownCount(*chain);
    if (known == chain->size()) {
        return merged;
    }
    if (const auto author = checkAuthor(batch, merged.stream.origin); !author) {
        return fail(author);
    }
    if (!m_world.signatures.verify(batch.signature, Batch::message(m_options.event, chain->back().hash),
                                   batch.author.device)) {
        return fail(ErrorCode::Invalid, QStringLiteral("the signature of a batch is wrong"));
    }
    for (std::size_t i = check ? known : chain->size(); i < chain->size(); ++i) {
        if (const auto may = check((*chain)[i]); !may) {
            return fail(may);
        }
    }
    const auto place = placeFor((*chain)[known], merged);
    if (!place) {
        return fail(place);
    }
    rememberAuthor(batch.author);
    Stream &stream = **place;
    const bool isMine = merged.stream == self();
    if (isMine) {
        signHead();  // Ours of this transaction, before the stream grows without us.
    }
    for (std::size_t i = known; i < chain->size(); ++i) {
        const auto &operation = (*chain)[i];
        const bool isLast = i + 1 == chain->size();
        const auto logId =
            store(stream, operation, batch.operations[i], isLast ? std::optional(batch.signature) : std::nullopt);
        merged.isFromFuture = m_hybrid.observe(operation.time) || merged.isFromFuture;
        foldOne(operation, logId);
    }
    moveHead(stream, merged.head);
    merged.appliedCount = int(chain->size() - known);
    if (isMine) {
        // An older copy of this database is running here: never reuse its sequence numbers.
        merged.isOwnFork = true;
        beginIncarnation();
        keepLifeUntold();
    }
    return merged;
}

quint64 Journal::heldBy(const VersionVector &theirs, const Stream &stream)
{
    const auto found = theirs.heads.find(stream.key);
    if (found == theirs.heads.end()) {
        return 0;
    }
    const quint64 end = quint64(stream.head.sequence);
    const auto mine = wayBack(stream, end);
    quint64 held = 0;
    bool isAheadOfUs = false;
    for (const auto &head : found->second) {
        if (head == stream.head) {
            return end;
        }
        const Stream *holder = holderOf(stream.key, head);
        if (holder == nullptr) {
            isAheadOfUs = isAheadOfUs || quint64(head.sequence) > end;
            continue;
        }
        for (const auto &their : wayBack(*holder, quint64(head.sequence))) {
            for (const auto &own : mine) {
                held = their.stream == own.stream ? std::max(held, std::min(their.upTo, own.upTo)) : held;
            }
        }
    }
    // They know more than we do of this chain. If it is a fork of ours instead, they see that and send all of theirs.
    return held == 0 && isAheadOfUs ? end : held;
}

Result<std::vector<Batch>> Journal::since(const VersionVector &theirs, qsizetype byteCountMax)
{
    if (!isDurable()) {
        return fail(ErrorCode::Storage, QStringLiteral("the disk does not hold yet what is to be sent"));
    }
    std::vector<Batch> batches;
    qsizetype byteCount = 0;
    const auto done = read([&](State &) {
        for (const auto &[id, stream] : m_streams) {
            if (byteCount >= byteCountMax) {
                return;
            }
            const quint64 from = std::max(heldBy(theirs, stream), stream.forkedAt) + 1;
            if (from <= quint64(stream.head.sequence)) {
                byteCount += collect(stream, from, byteCountMax - byteCount, Batch::byteCountAim, batches);
            }
        }
    });
    if (!done) {
        return fail(done);
    }
    return batches;
}

std::vector<StreamKey> Journal::grownSince(quint64 &revision) const
{
    std::vector<StreamKey> grown;
    for (auto at = m_byRevision.upper_bound(revision); at != m_byRevision.end(); ++at) {
        grown.push_back(at->second);
    }
    revision = m_revision;
    return grown;
}

Result<std::optional<Journal::Packed>> Journal::nextBatch(const StreamKey &key, const VersionVector &theirs,
                                                          qsizetype byteCountMax)
{
    if (!isDurable()) {
        return fail(ErrorCode::Storage, QStringLiteral("the disk does not hold yet what is to be sent"));
    }
    std::optional<Packed> packed;
    const auto done = read([&](State &) {
        const auto branches = m_branches.find(key);
        for (const qint64 id : branches == m_branches.end() ? std::vector<qint64>{} : branches->second) {
            const Stream &stream = m_streams.at(id);
            const quint64 from = std::max(heldBy(theirs, stream), stream.forkedAt) + 1;
            if (!packed && from <= quint64(stream.head.sequence)) {
                packed = pack(stream, from, byteCountMax);
            }
        }
    });
    if (!done) {
        return fail(done);
    }
    return packed;
}

std::optional<Journal::Packed> Journal::pack(const Stream &stream, quint64 from, qsizetype byteCountMax)
{
    const auto isSame = [&](const PackedBefore &before) {
        const bool isWhole = before.packed.last == stream.head && before.packed.bytes.size() <= byteCountMax;
        return before.stream == stream.id && before.from == from && before.head == stream.head &&
               (before.byteCountMax == byteCountMax || isWhole);
    };
    if (const auto before = std::ranges::find_if(m_packedBefore, isSame); before != m_packedBefore.end()) {
        return before->packed;
    }
    std::vector<Batch> batches;
    collect(stream, from, 1, byteCountMax, batches);
    if (batches.empty()) {
        return std::nullopt;
    }
    const auto &batch = batches.front();
    const auto last = Operation::decode(batch.operations.back());
    if (!last) {
        return std::nullopt;  // It rotted on this disk. Nobody could take it; verify() names it, other streams go on.
    }
    const Packed packed{batch.encode(), {last->sequence, last->hash}, int(batch.operations.size())};
    m_packedBefore[m_nextPackedBefore++ % m_packedBefore.size()] = {stream.id, from, stream.head, byteCountMax, packed};
    return packed;
}

bool Journal::covers(const StreamKey &key, const Head &upper, const Head &lower)
{
    if (upper.sequence <= lower.sequence) {
        return upper == lower;
    }
    const auto branches = m_branches.find(key);
    if (branches == m_branches.end()) {
        return true;
    }
    const Stream *above = holderOf(key, upper);
    if (above == nullptr && branches->second.size() == 1) {
        // One chain as far as we know: ahead of us on it, or on a branch that we have not seen yet.
        return upper.sequence > m_streams.at(branches->second.front()).head.sequence;
    }
    const Stream *below = holderOf(key, lower);
    return above != nullptr && below != nullptr &&
           std::ranges::any_of(wayBack(*above, quint64(upper.sequence)), [&](const Stretch &stretch) {
               return stretch.stream == below->id && quint64(lower.sequence) <= stretch.upTo;
           });
}

void Journal::advance(VersionVector &theirs, const StreamKey &key, const Head &head)
{
    // If the disk cannot be read nothing is known to be held: it is sent again, which does no harm.
    std::ignore = read([&](State &) {
        auto &heads = theirs.heads[key];
        if (std::ranges::any_of(heads, [&](const Head &old) { return covers(key, old, head); })) {
            return;
        }
        std::erase_if(heads, [&](const Head &old) { return covers(key, head, old); });
        heads.insert(std::ranges::upper_bound(heads, head), head);
    });
    if (const auto found = theirs.heads.find(key); found != theirs.heads.end() && found->second.empty()) {
        theirs.heads.erase(found);
    }
}

qsizetype Journal::collect(const Stream &stream, quint64 from, qsizetype byteCountMax, qsizetype batchSizeMax,
                           std::vector<Batch> &into)
{
    const auto author = m_authors.find(stream.key.origin);
    Q_ASSERT_X(author != m_authors.end(), "Journal", "every stream has a known author");
    auto &rows = m_state->statement("SELECT bytes, signature FROM log WHERE stream = ? AND seq >= ? ORDER BY seq");
    bindAll(rows, stream.id, from);
    qsizetype total = 0;
    Batch batch;
    qsizetype batchBytes = 0;
    std::size_t signedCount = 0;
    const auto flush = [&] {
        if (signedCount > 0) {
            std::vector<QByteArray> rest(batch.operations.begin() + qsizetype(signedCount), batch.operations.end());
            batch.operations.resize(signedCount);
            batch.author = author->second;
            total += batchBytes;
            into.push_back(std::move(batch));
            batch = {};
            batch.operations = std::move(rest);
        }
        batchBytes = 0;
        for (const auto &operation : batch.operations) {
            batchBytes += operation.size();
        }
        signedCount = 0;
    };
    while (total < byteCountMax && rows.executeStep()) {
        const auto bytes = bytesOf(rows.getColumn(0));
        if (!batch.operations.empty() && (batchBytes + bytes.size() > batchSizeMax ||
                                          qsizetype(batch.operations.size()) >= Batch::operationCountMax)) {
            flush();
        }
        batch.operations.push_back(bytes);
        batchBytes += bytes.size();
        if (!rows.getColumn(1).isNull()) {
            batch.signature = idOf<Signature>(rows.getColumn(1));
            signedCount = batch.operations.size();
        }
    }
    flush();
    return total;
}

quint64 Journal::missingCount(const VersionVector &theirs, bool isOwnOnly)
{
    quint64 count = 0;
    const auto done = read([&](State &) {
        for (const auto &[id, stream] : m_streams) {
            if (!isOwnOnly || stream.key.origin == m_device) {
                const quint64 held = std::max(heldBy(theirs, stream), stream.forkedAt);
                count += quint64(stream.head.sequence) - std::min(held, quint64(stream.head.sequence));
            }
        }
    });
    return done ? count : 0;
}

Result<std::optional<HybridTime>> Journal::oldestMissing(const VersionVector &theirs)
{
    std::optional<HybridTime> oldest;
    const auto done = read([&](State &state) {
        for (const auto &[id, stream] : m_streams) {
            if (stream.key.origin != m_device) {
                continue;
            }
            auto &query = state.statement("SELECT bytes FROM log WHERE stream = ? AND seq > ? ORDER BY seq LIMIT 1");
            bindAll(query, stream.id, std::max(heldBy(theirs, stream), stream.forkedAt));
            if (query.executeStep()) {
                if (const auto operation = Operation::decode(bytesOf(query.getColumn(0)))) {
                    oldest = oldest ? std::min(*oldest, operation->time) : operation->time;
                }
            }
        }
    });
    if (!done) {
        return fail(done);
    }
    return oldest;
}

std::vector<StreamKey> Journal::forks() const
{
    std::vector<StreamKey> forked;
    for (const auto &[key, branches] : m_branches) {
        if (branches.size() > 1) {
            forked.push_back(key);
        }
    }
    return forked;
}

}  // namespace muster
