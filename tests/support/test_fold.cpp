#include "tests/support/test_fold.h"

#include "core/journal/state.h"

namespace muster::test {
namespace {

constexpr QLatin1String nameKey("name");
constexpr QLatin1String targetKey("target");

std::optional<OperationHash> targetOf(const QCborMap &body)
{
    return OperationHash::fromBytes(body.value(targetKey).toByteArray());
}

}  // namespace

void TestFold::createTables(State &state)
{
    state.execute("CREATE TABLE test_sum(name TEXT PRIMARY KEY, total INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE TABLE test_register(name TEXT PRIMARY KEY, version INTEGER NOT NULL, time INTEGER NOT NULL,"
                  " origin BLOB NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;"
                  "CREATE TABLE test_thing(hash BLOB PRIMARY KEY, name TEXT NOT NULL);"
                  "CREATE TABLE test_removal(hash BLOB PRIMARY KEY, thing BLOB NOT NULL, restored INTEGER NOT NULL);");
    if (m_version >= 2) {
        state.execute("CREATE TABLE test_later(hash BLOB PRIMARY KEY) WITHOUT ROWID");
    }
}

QStringList TestFold::tables() const
{
    QStringList names{QStringLiteral("test_sum"), QStringLiteral("test_register"), QStringLiteral("test_thing"),
                      QStringLiteral("test_removal")};
    if (m_version >= 2) {
        names << QStringLiteral("test_later");
    }
    return names;
}

Folded TestFold::apply(State &state, const Operation &operation)
{
    const auto body = operation.bodyMap();
    if (!body) {
        return Folded::malformed(QStringLiteral("its body is no map"));
    }
    if (operation.kind == QLatin1String("test.add")) {
        return add(state, *body);
    }
    if (operation.kind == QLatin1String("test.set")) {
        return set(state, operation, *body);
    }
    if (operation.kind == QLatin1String("test.make")) {
        bindAll(state.statement("INSERT INTO test_thing VALUES(?, ?)"), operation.hash, body->value(nameKey).toString())
            .exec();
        return Folded::applied();
    }
    if (operation.kind == QLatin1String("test.remove")) {
        return remove(state, operation, *body);
    }
    if (operation.kind == QLatin1String("test.restore")) {
        return restore(state, operation, *body);
    }
    if (operation.kind == QLatin1String("test.later") && m_version >= 2) {
        bindAll(state.statement("INSERT INTO test_later VALUES(?)"), operation.hash).exec();
        return Folded::applied();
    }
    return Folded::unknown();
}

Folded TestFold::add(State &state, const QCborMap &body)
{
    const auto by = body.value(QLatin1String("by"));
    if (!by.isInteger() || !body.value(nameKey).isString()) {
        return Folded::malformed(QStringLiteral("test.add wants a name and a number"));
    }
    bindAll(state.statement("INSERT INTO test_sum VALUES(?, ?)"
                            " ON CONFLICT(name) DO UPDATE SET total = total + excluded.total"),
            body.value(nameKey).toString(), by.toInteger())
        .exec();
    return Folded::applied();
}

Folded TestFold::set(State &state, const Operation &operation, const QCborMap &body)
{
    const auto seen = body.value(QLatin1String("seen"));
    if (!seen.isInteger()) {
        return Folded::malformed(QStringLiteral("test.set wants the version it saw"));
    }
    bindAll(state.statement("INSERT INTO test_register VALUES(?, ?, ?, ?, ?) ON CONFLICT(name) DO UPDATE SET"
                            " version = excluded.version, time = excluded.time, origin = excluded.origin,"
                            " value = excluded.value WHERE (excluded.version, excluded.time, excluded.origin,"
                            " excluded.value) > (version, time, origin, value)"),
            body.value(nameKey).toString(), 1 + seen.toInteger(), operation.time.value, operation.origin,
            body.value(QLatin1String("to")).toString())
        .exec();
    return Folded::applied();
}

Folded TestFold::remove(State &state, const Operation &operation, const QCborMap &body)
{
    const auto target = targetOf(body);
    if (!target) {
        return Folded::malformed(QStringLiteral("test.remove wants a target"));
    }
    auto &thing = state.statement("SELECT 1 FROM test_thing WHERE hash = ?");
    if (!bindAll(thing, *target).executeStep()) {
        return Folded::waiting(*target);
    }
    bindAll(state.statement("INSERT INTO test_removal VALUES(?, ?, 0)"), operation.hash, *target).exec();
    return Folded::applied();
}

Folded TestFold::restore(State &state, const Operation &, const QCborMap &body)
{
    const auto target = targetOf(body);
    if (!target) {
        return Folded::malformed(QStringLiteral("test.restore wants a target"));
    }
    auto &removal = state.statement("UPDATE test_removal SET restored = 1 WHERE hash = ?");
    if (bindAll(removal, *target).exec() == 0) {
        return Folded::waiting(*target);
    }
    return Folded::applied();
}

qint64 sumOf(State &state, const QString &name)
{
    auto &query = state.statement("SELECT total FROM test_sum WHERE name = ?");
    return bindAll(query, name).executeStep() ? query.getColumn(0).getInt64() : 0;
}

QString valueOf(State &state, const QString &name)
{
    auto &query = state.statement("SELECT value FROM test_register WHERE name = ?");
    return bindAll(query, name).executeStep() ? textOf(query.getColumn(0)) : QString();
}

qint64 thingCount(State &state)
{
    auto &query = state.statement("SELECT count(*) FROM test_thing t WHERE NOT EXISTS"
                                  " (SELECT 1 FROM test_removal r WHERE r.thing = t.hash AND r.restored = 0)");
    query.executeStep();
    return query.getColumn(0).getInt64();
}

Draft addDraft(const QString &name, qint64 by)
{
    return {QStringLiteral("test.add"), {{nameKey, name}, {QLatin1String("by"), by}}, {}, {}, 1};
}

Draft setDraft(const QString &name, qint64 seen, const QString &to)
{
    return {QStringLiteral("test.set"),
            {{nameKey, name}, {QLatin1String("seen"), seen}, {QLatin1String("to"), to}},
            {},
            {},
            1};
}

Draft makeDraft(const QString &name) { return {QStringLiteral("test.make"), {{nameKey, name}}, {}, {}, 1}; }

Draft targetDraft(const QString &kind, const OperationHash &target)
{
    return {kind, {{targetKey, target.toBytes()}}, {}, {}, 1};
}

}  // namespace muster::test
