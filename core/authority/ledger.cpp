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
            if (posting.count > blockMax) {
                return std::nullopt;
            }
        }
        postings.push_back(std::move(posting));
    }
    return postings;
}

namespace {

/// Blocks that others hold within a block end what it still has before them: numbers go in order. @p where names the
/// blocks that may have changed.
void moveOn(State &state, const QString &resource, const QString &holder, qint64 first)
{
    run(state.statement("UPDATE number_block AS b SET next = max(b.first, coalesce((SELECT max(o.first + o.count)"
                        " FROM number_block o WHERE o.resource = b.resource AND o.first >= b.first"
                        " AND o.first < b.first + b.count AND o.holder <> b.holder), b.first))"
                        " WHERE resource = ? AND holder = ? AND first = ?"),
        resource, holder, first);
}

/// The numbers [first, first + count) come to the posting's receiver. Any order of arrival gives the same.
void placeBlock(State &state, const Posting &posting)
{
    const auto first = *posting.first;
    run(state.statement("INSERT INTO number_block VALUES(?, ?, ?, ?, ?3)"
                        " ON CONFLICT DO UPDATE SET count = max(count, excluded.count)"),
        posting.resource, posting.to, first, posting.count);
    moveOn(state, posting.resource, posting.to, first);
    // Who had it before: in a wide block around it, or in just this one.
    std::vector<std::pair<QString, qint64>> around;
    auto &wide = state.statement("SELECT holder, first FROM number_block INDEXED BY number_block_wide"
                                 " WHERE resource = ?1 AND first < ?2 AND first > ?2 - ?3 AND count > 1"
                                 " AND first + count > ?2");
    bindAll(wide, posting.resource, first, blockMax);
    while (wide.executeStep()) {
        around.emplace_back(textOf(wide.getColumn(0)), wide.getColumn(1).getInt64());
    }
    auto &same = state.statement("SELECT holder, first FROM number_block WHERE resource = ? AND first = ?");
    bindAll(same, posting.resource, first);
    while (same.executeStep()) {
        around.emplace_back(textOf(same.getColumn(0)), same.getColumn(1).getInt64());
    }
    for (const auto &[holder, begin] : around) {
        moveOn(state, posting.resource, holder, begin);
    }
}

}  // namespace

QStringList tables()
{
    return {QStringLiteral("account"),     QStringLiteral("holder"), QStringLiteral("number_block"),
            QStringLiteral("ledger_flag"), QStringLiteral("minter"), QStringLiteral("set_aside")};
}

void createTables(State &state)
{
    state.execute(
        "CREATE TABLE account(resource TEXT, holder TEXT, balance INTEGER NOT NULL,"
        " PRIMARY KEY(resource, holder)) WITHOUT ROWID;"
        "CREATE INDEX account_held ON account(holder, resource) WHERE balance > 0;"
        "CREATE TABLE holder(account TEXT PRIMARY KEY) WITHOUT ROWID;"  // Few, of accounts by the hundred thousand.
        "CREATE TABLE number_block(resource TEXT, holder TEXT, first INTEGER, count INTEGER NOT NULL,"
        " next INTEGER NOT NULL, PRIMARY KEY(resource, holder, first)) WITHOUT ROWID;"
        "CREATE INDEX number_block_first ON number_block(resource, first);"
        "CREATE INDEX number_block_wide ON number_block(resource, first) WHERE count > 1;"
        "CREATE INDEX number_block_open ON number_block(resource, holder, first)"
        " WHERE next < first + count AND holder <> 'used';"
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
            placeBlock(state, posting);
        }
        // (What a hub passes on of blocks that it was given, when it was none, is not where its own begin.)
        const bool isMinted = std::ranges::any_of(
            postings, [&](const Posting &other) { return other.from == mint() && other.resource == posting.resource; });
        const bool isGiven = isMinted && posting.first && posting.to != used();
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
        bindAll(state.statement("INSERT INTO holder VALUES(?) ON CONFLICT DO NOTHING"), account).exec();
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
    auto &rows = state.statement("SELECT account FROM holder WHERE account > ?1 || '/' AND account < ?1 || '0'"
                                 " AND account NOT IN (SELECT holder FROM set_aside) ORDER BY account");
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
    auto &block = state.statement("SELECT next FROM number_block INDEXED BY number_block_open WHERE resource = ?"
                                  " AND holder = ? AND next < first + count AND holder <> 'used'"
                                  " ORDER BY first LIMIT 1");
    bindAll(block, resource, account);
    return block.executeStep() ? std::optional(qint64(block.getColumn(0).getInt64())) : std::nullopt;
}

bool isNumberGone(State &state, const QString &resource, const QString &account, qint64 number)
{
    auto &block = state.statement("SELECT 1 FROM number_block WHERE resource = ?1 AND holder = 'used' AND first = ?2"
                                  " AND EXISTS(SELECT 1 FROM number_block b WHERE b.resource = ?1 AND b.holder = ?3"
                                  " AND b.first <= ?2 AND b.first > ?2 - ?4 AND b.first + b.count > ?2)");
    return bindAll(block, resource, number, account, blockMax).executeStep();
}

qint64 numbersLeft(State &state, const QString &resource, const QString &account)
{
    auto &query = state.statement("SELECT coalesce(sum(first + count - next), 0) FROM number_block"
                                  " INDEXED BY number_block_open WHERE resource = ? AND holder = ?"
                                  " AND next < first + count AND holder <> 'used'");
    bindAll(query, resource, account).executeStep();
    return query.getColumn(0).getInt64();
}

qint64 numbersEnd(State &state, const QString &resource, qint64 from, qint64 until)
{
    // The widest block that could reach furthest lies among the last ones.
    auto &query = state.statement("SELECT coalesce(max(first + count), ?4) FROM (SELECT first, count FROM number_block"
                                  " WHERE resource = ?1 AND first >= ?2 AND first < ?3 ORDER BY first DESC LIMIT ?5)");
    bindAll(query, resource, from, until, std::max<qint64>(from, 1), blockMax).executeStep();
    return query.getColumn(0).getInt64();
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
