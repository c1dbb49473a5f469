#include "core/authority/ledger.h"

namespace muster::ledger {

QString mint() { return QStringLiteral("mint"); }
QString used() { return QStringLiteral("used"); }

QString holder(const StreamKey &stream)
{
    return stream.origin.toHex() + QLatin1Char('/') + QString::number(quint64(stream.incarnation), 16);
}

QCborArray encode(const std::vector<Posting> &postings)
{
    QCborArray array;
    for (const auto &posting : postings) {
        QCborArray row{posting.resource, posting.from, posting.to, posting.count};
        if (posting.first) {
            row.append(*posting.first);
        }
        array.append(row);
    }
    return array;
}

std::optional<std::vector<Posting>> decode(const QCborArray &array)
{
    std::vector<Posting> postings;
    if (array.size() > postingsMax) {
        return std::nullopt;
    }
    for (const auto &value : array) {
        const auto row = value.toArray();
        const bool isRow = (row.size() == 4 || row.size() == 5) && row.at(0).isString() && row.at(1).isString() &&
                           row.at(2).isString() && row.at(3).isInteger() && row.at(3).toInteger() > 0 &&
                           row.at(3).toInteger() <= countMax && (row.size() == 4 || row.at(4).isInteger());
        if (!isRow || row.at(0).toString().size() > 128 || row.at(1).toString().size() > 64 ||
            row.at(2).toString().size() > 64) {
            return std::nullopt;
        }
        Posting posting{row.at(0).toString(), row.at(1).toString(), row.at(2).toString(), row.at(3).toInteger(), {}};
        if (row.size() == 5) {
            posting.first = row.at(4).toInteger();
        }
        postings.push_back(std::move(posting));
    }
    return postings;
}

QStringList tables()
{
    return {QStringLiteral("account"), QStringLiteral("number_block"), QStringLiteral("ledger_flag"),
            QStringLiteral("minter"), QStringLiteral("set_aside")};
}

void createTables(State &state)
{
    state.execute(
        "CREATE TABLE account(resource TEXT, holder TEXT, balance INTEGER NOT NULL,"
        " PRIMARY KEY(resource, holder)) WITHOUT ROWID;"
        "CREATE TABLE number_block(resource TEXT, holder TEXT, first INTEGER, count INTEGER NOT NULL,"
        " PRIMARY KEY(resource, holder, first)) WITHOUT ROWID;"
        "CREATE TABLE ledger_flag(op BLOB PRIMARY KEY, why TEXT NOT NULL) WITHOUT ROWID;"
        "CREATE TABLE minter(resource TEXT, holder TEXT, epoch INTEGER NOT NULL, numbers_end INTEGER NOT NULL,"
        " PRIMARY KEY(resource, holder)) WITHOUT ROWID;"
        "CREATE TABLE set_aside(holder TEXT, op BLOB, PRIMARY KEY(holder, op)) WITHOUT ROWID;");
}

void fold(State &state, const Operation &operation, const std::vector<Posting> &postings)
{
    if (postings.empty()) {
        return;
    }
    const auto author = holder({operation.origin, operation.incarnation});
    for (const auto &posting : postings) {
        move(state, posting);
        if (posting.first) {
            bindAll(state.statement("INSERT INTO number_block VALUES(?, ?, ?, ?)"
                                    " ON CONFLICT DO UPDATE SET count = max(count, excluded.count)"),
                    posting.resource, posting.to, *posting.first, posting.count)
                .exec();
        }
        const bool isGiven = posting.first && posting.to != used();
        if (posting.from == mint() || (isGiven && posting.from == author)) {
            bindAll(state.statement("INSERT INTO minter VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                                    " epoch = max(epoch, excluded.epoch),"
                                    " numbers_end = max(numbers_end, excluded.numbers_end)"),
                    posting.resource, author, qint64(operation.epoch),
                    isGiven ? *posting.first + posting.count : qint64(1))
                .exec();
        }
        const bool isOwn = posting.from == author || posting.from == mint() || posting.from == used();
        if (!isOwn) {
            bindAll(state.statement("INSERT INTO ledger_flag VALUES(?, ?) ON CONFLICT DO NOTHING"), operation.hash,
                    QStringLiteral("spent rights of another holder"))
                .exec();
        }
    }
}

void move(State &state, const Posting &posting)
{
    const auto add = [&](const QString &account, qint64 count) {
        bindAll(state.statement("INSERT INTO account VALUES(?, ?, ?)"
                                " ON CONFLICT DO UPDATE SET balance = balance + excluded.balance"),
                posting.resource, account, count)
            .exec();
    };
    add(posting.from, -posting.count);
    add(posting.to, posting.count);
}

void setAside(State &state, const Operation &operation, const QString &account)
{
    bindAll(state.statement("INSERT INTO set_aside VALUES(?, ?) ON CONFLICT DO NOTHING"), account, operation.hash)
        .exec();
}

qint64 balance(State &state, const QString &resource, const QString &account)
{
    auto &query = state.statement("SELECT balance FROM account WHERE resource = ? AND holder = ?");
    bindAll(query, resource, account);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

qint64 spendable(State &state, const QString &resource, const QString &account)
{
    return isSetAside(state, account) ? 0 : balance(state, resource, account);
}

qint64 total(State &state, const QString &resource) { return -balance(state, resource, mint()); }

qint64 quarantined(State &state, const QString &resource)
{
    auto &query = state.statement("SELECT coalesce(sum(balance), 0) FROM account WHERE resource = ?"
                                  " AND holder IN (SELECT holder FROM set_aside)");
    bindAll(query, resource).executeStep();
    return query.getColumn(0).getInt64();
}

bool isSetAside(State &state, const QString &account)
{
    auto &query = state.statement("SELECT 1 FROM set_aside WHERE holder = ? LIMIT 1");
    return bindAll(query, account).executeStep();
}

bool hasMinted(State &state, const QString &resource, const QString &account)
{
    return mintedEnd(state, resource, account, Epoch{}).has_value();
}

std::optional<qint64> mintedEnd(State &state, const QString &resource, const QString &account, Epoch since)
{
    auto &query = state.statement("SELECT numbers_end FROM minter WHERE resource = ? AND holder = ? AND epoch >= ?");
    return bindAll(query, resource, account, qint64(since)).executeStep()
               ? std::optional<qint64>(query.getColumn(0).getInt64())
               : std::nullopt;
}

std::vector<StreamKey> livesOf(State &state, const DeviceId &device)
{
    std::vector<StreamKey> lives;
    auto &rows = state.statement("SELECT DISTINCT holder FROM account WHERE holder > ?1 || '/' AND holder < ?1 || '0'"
                                 " AND holder NOT IN (SELECT holder FROM set_aside) ORDER BY holder");
    bindAll(rows, device.toHex());
    while (rows.executeStep()) {
        bool isNumber = false;
        const auto life = textOf(rows.getColumn(0)).section(QLatin1Char('/'), 1).toULongLong(&isNumber, 16);
        if (isNumber) {
            lives.push_back({device, Incarnation{life}});
        }
    }
    return lives;
}

std::optional<qint64> nextNumber(State &state, const QString &resource, const QString &account)
{
    if (isSetAside(state, account)) {
        return std::nullopt;
    }
    // Spent numbers are blocks of one whose holder is "used".
    auto &blocks = state.statement("SELECT b.first, b.count FROM number_block b WHERE b.resource = ? AND b.holder = ?"
                                   " ORDER BY b.first");
    bindAll(blocks, resource, account);
    while (blocks.executeStep()) {
        const qint64 first = blocks.getColumn(0).getInt64();
        const qint64 end = first + blocks.getColumn(1).getInt64();
        auto &spent = state.statement("SELECT max(first) FROM number_block WHERE resource = ? AND holder = 'used'"
                                      " AND first >= ? AND first < ?");
        bindAll(spent, resource, first, end).executeStep();
        const qint64 next = spent.getColumn(0).isNull() ? first : spent.getColumn(0).getInt64() + 1;
        if (next < end) {
            return next;
        }
    }
    return std::nullopt;
}

qint64 numbersEnd(State &state, const QString &resource, qint64 first, qint64 end)
{
    auto &query = state.statement("SELECT max(first + count) FROM number_block WHERE resource = ?"
                                  " AND first >= ? AND first < ?");
    bindAll(query, resource, first, end).executeStep();
    return query.getColumn(0).isNull() ? first : query.getColumn(0).getInt64();
}

std::vector<std::pair<QString, qint64>> holdings(State &state, const QString &account)
{
    std::vector<std::pair<QString, qint64>> found;
    if (isSetAside(state, account)) {
        return found;
    }
    auto &rows = state.statement("SELECT resource, balance FROM account WHERE holder = ? AND balance > 0 AND NOT EXISTS"
                                 " (SELECT 1 FROM number_block b WHERE b.resource = account.resource)"
                                 " ORDER BY resource");
    bindAll(rows, account);
    while (rows.executeStep()) {
        found.emplace_back(textOf(rows.getColumn(0)), rows.getColumn(1).getInt64());
    }
    return found;
}

QStringList faults(State &state)
{
    QStringList found;
    auto &negative =
        state.statement("SELECT resource, holder, balance FROM account WHERE balance < 0 AND holder <> 'mint'");
    while (negative.executeStep()) {
        found << QStringLiteral("ledger: %1 of %2 stands at %3")
                     .arg(textOf(negative.getColumn(0)), textOf(negative.getColumn(1)))
                     .arg(negative.getColumn(2).getInt64());
    }
    auto &sums =
        state.statement("SELECT resource, sum(balance) FROM account GROUP BY resource HAVING sum(balance) <> 0");
    while (sums.executeStep()) {
        found << QStringLiteral("ledger: the accounts of %1 do not add up").arg(textOf(sums.getColumn(0)));
    }
    auto &flags = state.statement("SELECT hex(op), why FROM ledger_flag");
    while (flags.executeStep()) {
        found << QStringLiteral("ledger: operation %1 %2")
                     .arg(textOf(flags.getColumn(0)).left(16).toLower(), textOf(flags.getColumn(1)));
    }
    return found;
}

}  // namespace muster::ledger
