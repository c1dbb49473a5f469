#include "core/venue/materials/serials.h"

#include "core/journal/body.h"
#include "core/venue/guests/presence.h"

#include <bit>
#include <functional>

namespace muster::serials {
namespace {

using materials::SerialStep;

/// Marks of a run that is shorter than 2^(level + 1) and not shorter than 2^level. Marks that overlap a run are found
/// level by level: none of a level begins further before it than such a run is long.
int levelOf(int length) { return int(std::bit_width(unsigned(length))) - 1; }
constexpr int levelMax = 16;
static_assert(runLengthMax < (1 << (levelMax + 1)));

struct Key {
    qint64 day = 0;
    QString material;
};

using Seen = std::map<StreamKey, Sequence>;

/// Three values a life, as in a recount of a zone. Nothing if @p array is malformed.
std::optional<Seen> seenFrom(const QCborArray &array)
{
    Seen seen;
    for (const auto &value : array) {
        const auto row = value.toArray();
        const auto device = DeviceId::fromBytes(row.at(0).toByteArray());
        if (row.size() != 3 || !device || !row.at(1).isInteger() || row.at(2).toInteger(-1) < 0) {
            return std::nullopt;
        }
        auto &known = seen[{*device, Incarnation{quint64(row.at(1).toInteger())}}];
        known = std::max(known, Sequence{quint64(row.at(2).toInteger())});
    }
    return seen;
}

struct Mark {
    OperationHash operation;
    int first = 0;
    int last = 0;
    SerialStep step = SerialStep::Issued;
    qint64 version = 0;
    quint64 time = 0;
    StreamKey stream;
    Sequence sequence{};
    QByteArray seen;

    [[nodiscard]] auto order() const { return std::tie(version, time, operation); }
    /// @p known: what `seen` says.
    [[nodiscard]] bool knew(const Seen &known, const Mark &other) const
    {
        if (other.stream == stream) {
            return other.sequence < sequence;
        }
        const auto found = known.find(other.stream);
        return found != known.end() && other.sequence <= found->second;
    }
};

Seen seenOf(const Mark &mark) { return seenFrom(QCborValue::fromCbor(mark.seen).toArray()).value_or(Seen()); }

std::vector<Mark> overlapping(State &state, const Key &of, int first, int last)
{
    std::vector<Mark> marks;
    for (int level = 0; level <= levelMax; ++level) {
        auto &rows = state.statement("SELECT op, first, last, step, version, time, origin, life, seq, seen"
                                     " FROM serial_mark WHERE day = ? AND material = ? AND level = ?"
                                     " AND first > ? AND first <= ? AND last >= ?");
        bindAll(rows, of.day, of.material, level, qint64(first) - (qint64(1) << (level + 1)), last, first);
        while (rows.executeStep()) {
            marks.push_back({idOf<OperationHash>(rows.getColumn(0)),
                             rows.getColumn(1).getInt(),
                             rows.getColumn(2).getInt(),
                             SerialStep(rows.getColumn(3).getInt()),
                             rows.getColumn(4).getInt64(),
                             quint64(rows.getColumn(5).getInt64()),
                             {idOf<DeviceId>(rows.getColumn(6)), Incarnation{quint64(rows.getColumn(7).getInt64())}},
                             Sequence{quint64(rows.getColumn(8).getInt64())},
                             bytesOf(rows.getColumn(9))});
        }
    }
    return marks;
}

/// True if of @p marks, the latest first, two say different things and no mark's author knew either of them.
bool areDisputed(std::span<const Mark *const> marks)
{
    const auto isAlike = [](const Mark *a, const Mark *b) { return a->step == b->step; };
    if (std::ranges::adjacent_find(marks, std::not_fn(isAlike)) == marks.end()) {
        return false;
    }
    std::vector<bool> isKnown(marks.size());
    for (const auto *author : marks) {
        const auto seen = seenOf(*author);
        bool isEveryoneKnown = true;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            isKnown[i] = isKnown[i] || (marks[i] != author && author->knew(seen, *marks[i]));
            isEveryoneKnown = isEveryoneKnown && (isKnown[i] || marks[i] == author);
        }
        if (isEveryoneKnown) {
            return false;  // One saw all the others: what it says stands.
        }
    }
    std::optional<SerialStep> first;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (!isKnown[i]) {
            if (first && *first != marks[i]->step) {
                return true;
            }
            first = marks[i]->step;
        }
    }
    return false;
}

void add(std::vector<Run> &runs, const Run &run)
{
    const bool isSame = !runs.empty() && runs.back().last + 1 == run.first && runs.back().step == run.step &&
                        runs.back().isDisputed == run.isDisputed;
    if (isSame) {
        runs.back().last = run.last;
    } else {
        runs.push_back(run);
    }
}

/// What stands from @p first to @p last.
std::vector<Run> derived(std::vector<Mark> marks, int first, int last)
{
    std::ranges::sort(marks, [](const Mark &a, const Mark &b) { return b.order() < a.order(); });
    std::set<int> bounds{first};
    for (const auto &mark : marks) {
        bounds.insert(std::max(mark.first, first));
        bounds.insert(std::min(mark.last, last) + 1);
    }
    // Swept from left to right: `open` are the marks of the serial at hand, the latest first.
    std::map<int, std::vector<std::size_t>> begins;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        begins[std::max(marks[i].first, first)].push_back(i);
    }
    std::set<std::size_t> open;
    std::vector<Run> runs;
    for (auto bound = bounds.begin(); bound != bounds.end() && *bound <= last; ++bound) {
        const auto next = std::next(bound) == bounds.end() ? last + 1 : *std::next(bound);
        std::erase_if(open, [&](std::size_t i) { return marks[i].last < *bound; });
        if (const auto begun = begins.find(*bound); begun != begins.end()) {
            open.insert(begun->second.begin(), begun->second.end());
        }
        if (open.empty()) {
            continue;
        }
        std::vector<const Mark *> rivals;
        for (auto it = open.begin(); it != open.end() && rivals.size() < rivalsMax; ++it) {
            rivals.push_back(&marks[*it]);
        }
        add(runs, {*bound, next - 1, marks[*open.begin()].step, rivals.size() > 1 && areDisputed(rivals)});
    }
    return runs;
}

Run runOf(SQLite::Statement &row)
{
    return {row.getColumn(0).getInt(), row.getColumn(1).getInt(), SerialStep(row.getColumn(2).getInt()),
            row.getColumn(3).getInt() != 0};
}

std::vector<Run> runsOf(SQLite::Statement &rows)
{
    std::vector<Run> found;
    while (rows.executeStep()) {
        found.push_back(runOf(rows));
    }
    return found;
}

/// Runs lie apart: of those that begin before @p last only one can reach beyond @p first from the left.
std::vector<Run> touching(State &state, const Key &of, int first, int last)
{
    auto &before = state.statement("SELECT first, last, step, disputed FROM serial_run WHERE day = ? AND material = ?"
                                   " AND first < ? ORDER BY first DESC LIMIT 1");
    auto found = runsOf(bindAll(before, of.day, of.material, first));
    std::erase_if(found, [first](const Run &run) { return run.last < first; });
    auto &rows = state.statement("SELECT first, last, step, disputed FROM serial_run WHERE day = ? AND material = ?"
                                 " AND first >= ? AND first <= ? ORDER BY first");
    std::ranges::copy(runsOf(bindAll(rows, of.day, of.material, first, last)), std::back_inserter(found));
    return found;
}

/// Puts what stands from @p first to @p last now in the place of what stood there, joined with its neighbours.
void derive(State &state, const Key &of, int first, int last)
{
    const auto fresh = derived(overlapping(state, of, first, last), first, last);
    const auto old = touching(state, of, first - 1, last + 1);
    std::vector<Run> joined;
    for (const auto &run : old) {
        if (run.first < first) {
            add(joined, {run.first, std::min(run.last, first - 1), run.step, run.isDisputed});
        }
    }
    for (const auto &run : fresh) {
        add(joined, run);
    }
    for (const auto &run : old) {
        if (run.last > last) {
            add(joined, {std::max(run.first, last + 1), run.last, run.step, run.isDisputed});
        }
    }
    if (joined == old) {
        return;
    }
    for (const auto &gone : old) {
        run(state.statement("DELETE FROM serial_run WHERE day = ? AND material = ? AND first = ?"), of.day, of.material,
            gone.first);
    }
    for (const auto &kept : joined) {
        run(state.statement("INSERT INTO serial_run VALUES(?, ?, ?, ?, ?, ?)"), of.day, of.material, kept.first,
            kept.last, int(kept.step), kept.isDisputed);
    }
}

QCborArray seenNow(State &state, const Key &of, qint64 &version)
{
    auto &rows = state.statement("SELECT origin, life, seq, version FROM serial_author WHERE day = ? AND material = ?"
                                 " ORDER BY seq DESC, origin, life LIMIT ?");
    bindAll(rows, of.day, of.material, qint64(seenMax));
    QCborArray seen;
    while (rows.executeStep()) {
        seen.append(QCborArray{bytesOf(rows.getColumn(0)), qint64(rows.getColumn(1).getInt64()),
                               qint64(rows.getColumn(2).getInt64())});
        version = std::max<qint64>(version, rows.getColumn(3).getInt64());
    }
    return seen;
}

}  // namespace

QString markedKind() { return QStringLiteral("material.marked"); }

QStringList tables()
{
    return {QStringLiteral("serial_mark"), QStringLiteral("serial_author"), QStringLiteral("serial_run")};
}

void createTables(State &state)
{
    state.execute("CREATE TABLE serial_mark(op BLOB PRIMARY KEY, day INTEGER NOT NULL, material TEXT NOT NULL,"
                  " level INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, step INTEGER NOT NULL,"
                  " staff TEXT NOT NULL, note TEXT NOT NULL, actor TEXT NOT NULL, version INTEGER NOT NULL,"
                  " time INTEGER NOT NULL, origin BLOB NOT NULL, life INTEGER NOT NULL, seq INTEGER NOT NULL,"
                  " seen BLOB NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX serial_mark_run ON serial_mark(day, material, level, first);"
                  "CREATE TABLE serial_author(day INTEGER, material TEXT, origin BLOB, life INTEGER,"
                  " seq INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY(day, material, origin, life))"
                  " WITHOUT ROWID;"
                  "CREATE TABLE serial_run(day INTEGER, material TEXT, first INTEGER, last INTEGER NOT NULL,"
                  " step INTEGER NOT NULL, disputed INTEGER NOT NULL, PRIMARY KEY(day, material, first))"
                  " WITHOUT ROWID;"
                  "CREATE INDEX serial_run_step ON serial_run(day, material, step, first, last, disputed);"
                  "CREATE INDEX serial_run_disputed ON serial_run(day, material, first) WHERE disputed = 1;");
}

Draft marked(State &state, const materials::Mark &command, const QString &station)
{
    const Key of{presence::resetCount(state), command.material};
    qint64 version = 0;
    const auto seen = seenNow(state, of, version);
    Draft draft;
    draft.kind = markedKind();
    draft.body = {{key("material"), command.material},
                  {key("from"), command.from},
                  {key("to"), command.to},
                  {key("step"), int(command.step)},
                  {key("staff"), command.staff},
                  {key("note"), command.note},
                  {key("station"), station},
                  {key("version"), nextVersion(version)},
                  {key("day"), of.day},
                  {key("seen"), seen}};
    return draft;
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto material = body.text("material");
    const auto first = int(body.number("from", 0, serialMax));
    const auto last = int(body.number("to", 0, serialMax));
    const auto step = body.number("step", 0, qint64(SerialStep::Returned));
    const auto staff = body.textOr("staff");
    const auto note = body.textOr("note");
    const auto version = body.number("version", 1, versionMax);
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    const auto seen = body.arrayOr("seen", seenMax);
    body.require(!material.isEmpty() && material.size() <= materials::codeLengthMax);
    body.require(first <= last && last - first < runLengthMax);
    body.require(staff.size() <= materials::codeLengthMax && note.size() <= materials::noteLengthMax);
    body.require(seenFrom(seen).has_value());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a mark of numbered documents"));
    }
    const int isNew =
        run(state.statement("INSERT INTO serial_mark VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            " ON CONFLICT DO NOTHING"),
            operation.hash, day, material, levelOf(last - first + 1), first, last, step, staff, note, operation.actor,
            version, operation.time.value, operation.origin, quint64(operation.incarnation),
            quint64(operation.sequence), QCborValue(seen).toCbor());
    if (isNew == 0) {
        return Folded::applied();
    }
    run(state.statement("INSERT INTO serial_author VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " seq = max(seq, excluded.seq), version = max(version, excluded.version)"),
        day, material, operation.origin, quint64(operation.incarnation), quint64(operation.sequence), version);
    derive(state, {day, material}, first, last);
    return Folded::applied();
}

std::map<QString, Count> counts(State &state)
{
    std::map<QString, Count> found;
    auto &rows = state.statement("SELECT material, step, sum(last - first + 1) FROM serial_run WHERE day = ?"
                                 " GROUP BY material, step");
    bindAll(rows, presence::resetCount(state));
    while (rows.executeStep()) {
        auto &count = found[textOf(rows.getColumn(0))];
        const int serials = int(std::min<qint64>(rows.getColumn(2).getInt64(), std::numeric_limits<int>::max()));
        switch (SerialStep(rows.getColumn(1).getInt())) {
        case SerialStep::Issued: count.issued = serials; break;
        case SerialStep::Used: count.used = serials; break;
        case SerialStep::Void: count.voided = serials; break;
        case SerialStep::Returned: count.returned = serials; break;
        }
    }
    return found;
}

std::vector<Run> open(State &state, const QString &material, int countMax)
{
    auto &rows = state.statement("SELECT first, last, step, disputed FROM serial_run WHERE day = ? AND material = ?"
                                 " AND step = 0 ORDER BY first LIMIT ?");
    static_assert(int(SerialStep::Issued) == 0);
    return runsOf(bindAll(rows, presence::resetCount(state), material, countMax));
}

std::vector<Run> disputed(State &state, const QString &material, int countMax)
{
    auto &rows = state.statement("SELECT first, last, step, disputed FROM serial_run WHERE day = ? AND material = ?"
                                 " AND disputed = 1 ORDER BY first LIMIT ?");
    return runsOf(bindAll(rows, presence::resetCount(state), material, countMax));
}

std::vector<Run> runs(State &state, const QString &material)
{
    auto &rows = state.statement("SELECT first, last, step, disputed FROM serial_run WHERE day = ? AND material = ?"
                                 " ORDER BY first");
    return runsOf(bindAll(rows, presence::resetCount(state), material));
}

std::vector<Run> runs(State &state, const QString &material, int first, int last)
{
    return touching(state, {presence::resetCount(state), material}, first, last);
}

std::vector<Held> held(State &state, const QString &material, int countMax)
{
    const Key of{presence::resetCount(state), material};
    QHash<OperationHash, QString> names;
    const auto staffOf = [&](const Mark &mark) {
        auto name = names.find(mark.operation);
        if (name == names.end()) {
            auto &row = state.statement("SELECT staff FROM serial_mark WHERE op = ?");
            bindAll(row, mark.operation).executeStep();
            name = names.insert(mark.operation, textOf(row.getColumn(0)));
        }
        return *name;
    };
    std::vector<Held> found;
    int left = countMax;
    for (const auto &run : open(state, material, countMax)) {
        const int last = int(std::min<qint64>(run.last, qint64(run.first) + left - 1));
        const auto marks = overlapping(state, of, run.first, last);
        for (int serial = run.first; serial <= last; ++serial, --left) {
            const Mark *standing = nullptr;
            for (const auto &mark : marks) {
                const bool isOf = mark.first <= serial && serial <= mark.last;
                standing = isOf && (standing == nullptr || standing->order() < mark.order()) ? &mark : standing;
            }
            const auto staff = standing == nullptr ? QString() : staffOf(*standing);
            if (!found.empty() && found.back().last == serial - 1 && found.back().staff == staff) {
                found.back().last = serial;
            } else {
                found.push_back({serial, serial, staff});
            }
        }
        if (left <= 0) {
            break;
        }
    }
    return found;
}

std::vector<Told> historyOf(State &state, const QString &material, int serial)
{
    auto marks = overlapping(state, {presence::resetCount(state), material}, serial, serial);
    std::ranges::sort(marks, [](const Mark &a, const Mark &b) { return b.order() < a.order(); });
    std::vector<Told> told;
    for (const auto &mark : marks) {
        auto &row = state.statement("SELECT staff, note, actor FROM serial_mark WHERE op = ?");
        bindAll(row, mark.operation).executeStep();
        told.push_back({mark.operation, mark.first, mark.last, mark.step, textOf(row.getColumn(0)),
                        textOf(row.getColumn(1)), textOf(row.getColumn(2)), HybridTime{mark.time}});
    }
    return told;
}

QStringList faults(State &state)
{
    std::vector<Key> all;
    auto &rows = state.statement("SELECT DISTINCT day, material FROM serial_author ORDER BY day, material");
    while (rows.executeStep()) {
        all.push_back({rows.getColumn(0).getInt64(), textOf(rows.getColumn(1))});
    }
    QStringList found;
    for (const auto &of : all) {
        if (derived(overlapping(state, of, 0, serialMax), 0, serialMax) != touching(state, of, 0, serialMax)) {
            found << QStringLiteral("sum: the serials of %1 are kept otherwise than they were told").arg(of.material);
        }
    }
    return found;
}

}  // namespace muster::serials
