#include "core/venue/guests/guests.h"

#include "core/authority/ledger.h"
#include "core/journal/body.h"
#include "core/venue/day/tally.h"

#include <span>

namespace muster::guests {
namespace {

template<class IdType>
IdType head(const Hash256 &hash)
{
    IdType id;
    std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

QByteArray join(const std::vector<CodeHash> &codes)
{
    QByteArray bytes;
    for (const auto &code : codes) {
        bytes += code.toBytes();
    }
    return bytes;
}

std::vector<CodeHash> split(const QByteArray &bytes)
{
    std::vector<CodeHash> codes;
    for (qsizetype i = 0; i + CodeHash::size <= bytes.size(); i += CodeHash::size) {
        codes.push_back(*CodeHash::fromBytes(QByteArrayView(bytes).sliced(i, CodeHash::size)));
    }
    return codes;
}

QCborMap toCbor(const Guest &guest)
{
    QCborMap map{{key("id"), guest.id.toBytes()}, {key("class"), guest.classCode},   {key("display"), guest.display},
                 {key("contact"), guest.contact}, {key("codes"), join(guest.codes)}, {key("version"), guest.version}};
    if (!guest.group.isNull()) {
        map.insert(key("group"), guest.group.toBytes());
    }
    if (guest.companionsMax) {
        map.insert(key("companions"), *guest.companionsMax);
    }
    if (guest.status != GuestStatus::Valid) {
        map.insert(key("status"), int(guest.status));
    }
    if (!guest.sessions.isEmpty()) {
        map.insert(key("sessions"), guest.sessions.join(QLatin1Char(';')));
    }
    if (!guest.host.isEmpty()) {
        map.insert(key("host"), guest.host);
    }
    if (!guest.language.isEmpty()) {
        map.insert(key("language"), guest.language);
    }
    if (guest.serialMin != 0) {
        map.insert(key("serial"), guest.serialMin);
    }
    if (!guest.number.isEmpty()) {
        map.insert(key("number"), guest.number);
    }
    return map;
}

std::optional<Guest> fromCbor(const QCborMap &map)
{
    BodyReader body(map);
    Guest guest;
    guest.id = body.id<GuestId>("id");
    guest.classCode = body.text("class");
    guest.display = body.bytes("display");
    guest.contact = body.bytes("contact");
    const auto codes = body.bytes("codes");
    body.require(codes.size() % CodeHash::size == 0 && codes.size() <= codesMax * CodeHash::size);
    guest.codes = split(codes);
    guest.version = body.number("version", 1, versionMax);
    guest.group = body.optionalId<CodeHash>("group").value_or(CodeHash{});
    guest.companionsMax = body.optionalNumber("companions", 0, companionCountMax);
    guest.status = GuestStatus(body.numberOr("status", 0, qint64(GuestStatus::NotApproved), 0));
    guest.sessions = body.textOr("sessions").split(QLatin1Char(';'), Qt::SkipEmptyParts);
    guest.host = body.textOr("host");
    guest.language = body.textOr("language");
    guest.serialMin = body.numberOr("serial", 0, std::numeric_limits<quint32>::max(), 0);
    guest.number = body.textOr("number");
    return body.isGood() ? std::optional(guest) : std::nullopt;
}

/// True if the row is now @p guest's: the register's order decided for it.
bool put(State &state, const Guest &guest, const Operation &operation, std::map<QString, qint64> &listedDelta)
{
    const auto known = find(state, guest.id);
    auto &statement = state.statement(
        "INSERT INTO guest VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " class = excluded.class, grp = excluded.grp, companions = excluded.companions, status = excluded.status,"
        " sessions = excluded.sessions, host = excluded.host, language = excluded.language,"
        " serial = excluded.serial, display = excluded.display, contact = excluded.contact, codes = excluded.codes,"
        " walk_in = excluded.walk_in, number = excluded.number, version = excluded.version, time = excluded.time,"
        " op = excluded.op WHERE (excluded.version, excluded.time, excluded.op) > (version, time, op)");
    const auto codes = join(guest.codes);
    bindAll(statement, guest.id, guest.classCode, guest.group, guest.companionsMax, int(guest.status),
            guest.sessions.join(QLatin1Char(';')), guest.host, guest.language, guest.serialMin, guest.display,
            guest.contact, codes, guest.isWalkIn, guest.number, guest.version, operation.time.value, operation.hash)
        .exec();
    if (statement.getChanges() == 0) {
        return false;
    }
    if (known && known->status == GuestStatus::Valid) {
        --listedDelta[known->classCode];
    }
    if (guest.status == GuestStatus::Valid) {
        ++listedDelta[guest.classCode];
    }
    if (known && known->codes != guest.codes) {
        bindAll(state.statement("DELETE FROM guest_code WHERE guest = ?"), guest.id).exec();
    }
    if (!known || known->codes != guest.codes) {
        for (const auto &code : guest.codes) {
            bindAll(state.statement("INSERT INTO guest_code VALUES(?, ?) ON CONFLICT DO NOTHING"), code, guest.id)
                .exec();
        }
    }
    return true;
}

void count(State &state, const std::map<QString, qint64> &listedDelta)
{
    tally::add(state, QStringLiteral("list_changes"), 1);
    for (const auto &[classCode, delta] : listedDelta) {
        tally::add(state, QStringLiteral("listed:") + classCode, delta);
    }
}

Folded foldListed(State &state, const Operation &operation, std::vector<GuestId> &changed)
{
    BodyReader body(operation.bodyMap());
    std::vector<Guest> chunk;
    for (const auto &value : body.array("guests", chunkMax)) {
        auto guest = fromCbor(value.toMap());
        body.require(guest.has_value());
        if (guest) {
            chunk.push_back(std::move(*guest));
        }
    }
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a part of a guest list"));
    }
    std::map<QString, qint64> listedDelta;
    for (const auto &guest : chunk) {
        if (put(state, guest, operation, listedDelta)) {
            changed.push_back(guest.id);
        }
    }
    count(state, listedDelta);
    return Folded::applied();
}

Folded foldWalkedIn(State &state, const Operation &operation, std::vector<GuestId> &changed)
{
    const auto map = operation.bodyMap();
    BodyReader body(map);
    auto guest = map ? fromCbor(map->value(key("guest")).toMap()) : std::nullopt;
    const auto postings = ledger::decode(body.arrayOr("post", ledger::postingsMax));
    body.require(guest.has_value() && postings.has_value());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a registration at the door"));
    }
    guest->isWalkIn = true;
    std::map<QString, qint64> listedDelta;
    if (put(state, *guest, operation, listedDelta)) {
        changed.push_back(guest->id);
    }
    count(state, listedDelta);
    ledger::fold(state, operation, *postings);
    return Folded::applied();
}

}  // namespace

CodeHash codeHash(const QString &code, const SecretKey &codeKey)
{
    return head<CodeHash>(keyedHash256(QByteArrayLiteral("code\n") + code.toUtf8(), codeKey));
}

GuestId guestIdFor(const QString &keyOrCode, const SecretKey &codeKey)
{
    return head<GuestId>(keyedHash256(QByteArrayLiteral("guest\n") + keyOrCode.toUtf8(), codeKey));
}

GuestId guestIdFor(const RequestId &request)
{
    return head<GuestId>(hash256(QByteArrayLiteral("walk-in\n") + request.toBytes()));
}

QString listedKind() { return QStringLiteral("guests.listed"); }
QString walkedInKind() { return QStringLiteral("guests.walked_in"); }

qsizetype encodedSize(const Guest &guest)
{
    return 160 + guest.display.size() + guest.contact.size() + qsizetype(guest.codes.size()) * CodeHash::size +
           3 * (guest.host.size() + guest.classCode.size() + guest.sessions.size() * 32);
}

Draft listed(std::span<const Guest> chunk)
{
    QCborArray list;
    for (const auto &guest : chunk) {
        list.append(toCbor(guest));
    }
    Draft draft;
    draft.kind = listedKind();
    draft.body = {{key("guests"), list}};
    return draft;
}

Draft walkedIn(const Guest &guest, bool isConsentGiven, const QCborArray &postings)
{
    Draft draft;
    draft.kind = walkedInKind();
    draft.body = {{key("guest"), toCbor(guest)}, {key("consent"), isConsentGiven}};
    if (!postings.isEmpty()) {
        draft.body.insert(key("post"), postings);
    }
    return draft;
}

QStringList tables() { return {QStringLiteral("guest"), QStringLiteral("guest_code")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE guest(id BLOB PRIMARY KEY, class TEXT NOT NULL, grp BLOB NOT NULL, companions INTEGER,"
                  " status INTEGER NOT NULL, sessions TEXT NOT NULL, host TEXT NOT NULL, language TEXT NOT NULL,"
                  " serial INTEGER NOT NULL, display BLOB NOT NULL, contact BLOB NOT NULL, codes BLOB NOT NULL,"
                  " walk_in INTEGER NOT NULL, number TEXT NOT NULL, version INTEGER NOT NULL, time INTEGER NOT NULL,"
                  " op BLOB NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX guest_group ON guest(grp) WHERE grp <> zeroblob(16);"
                  "CREATE INDEX guest_class ON guest(class);"
                  "CREATE TABLE guest_code(code BLOB, guest BLOB, PRIMARY KEY(code, guest)) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation, std::vector<GuestId> &changed)
{
    return operation.kind == listedKind() ? foldListed(state, operation, changed)
                                          : foldWalkedIn(state, operation, changed);
}

std::optional<Guest> find(State &state, const GuestId &id)
{
    auto &row = state.statement("SELECT class, grp, companions, status, sessions, host, language, serial, display,"
                                " contact, codes, walk_in, number, version FROM guest WHERE id = ?");
    bindAll(row, id);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    Guest guest;
    guest.id = id;
    guest.classCode = textOf(row.getColumn(0));
    guest.group = idOf<CodeHash>(row.getColumn(1));
    guest.companionsMax = row.getColumn(2).isNull() ? std::nullopt : std::optional(row.getColumn(2).getInt());
    guest.status = GuestStatus(row.getColumn(3).getInt());
    guest.sessions = textOf(row.getColumn(4)).split(QLatin1Char(';'), Qt::SkipEmptyParts);
    guest.host = textOf(row.getColumn(5));
    guest.language = textOf(row.getColumn(6));
    guest.serialMin = row.getColumn(7).getInt64();
    guest.display = bytesOf(row.getColumn(8));
    guest.contact = bytesOf(row.getColumn(9));
    guest.codes = split(bytesOf(row.getColumn(10)));
    guest.isWalkIn = row.getColumn(11).getInt() != 0;
    guest.number = textOf(row.getColumn(12));
    guest.version = row.getColumn(13).getInt64();
    return guest;
}

std::optional<Listing> findListing(State &state, const GuestId &id)
{
    auto &row = state.statement("SELECT class, walk_in FROM guest WHERE id = ?");
    bindAll(row, id);
    return row.executeStep() ? std::optional(Listing{textOf(row.getColumn(0)), row.getColumn(1).getInt() != 0})
                             : std::nullopt;
}

std::vector<GuestId> withCode(State &state, const CodeHash &code)
{
    auto &rows = state.statement("SELECT guest FROM guest_code WHERE code = ? ORDER BY guest LIMIT 20");
    return idsOf<GuestId>(bindAll(rows, code));
}

std::vector<GuestId> inGroup(State &state, const CodeHash &group, int countMax)
{
    if (group.isNull()) {
        return {};
    }
    auto &rows = state.statement("SELECT id FROM guest WHERE grp = ? AND grp <> zeroblob(16) ORDER BY id LIMIT ?");
    return idsOf<GuestId>(bindAll(rows, group, countMax));
}

std::vector<GuestId> ofClass(State &state, const QString &classCode, int countMax)
{
    auto &rows = state.statement("SELECT id FROM guest WHERE class = ? LIMIT ?");
    return idsOf<GuestId>(bindAll(rows, classCode, countMax));
}

qint64 count(State &state)
{
    tally::settle(state);
    auto &row = state.statement("SELECT coalesce(sum(value), 0) FROM tally WHERE name LIKE 'listed:%'");
    row.executeStep();
    return row.getColumn(0).getInt64();
}

}  // namespace muster::guests
