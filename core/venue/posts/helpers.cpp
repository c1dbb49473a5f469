#include "core/venue/posts/helpers.h"

#include "core/authority/epochs.h"
#include "core/journal/body.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/guests.h"
#include "core/venue/guests/presence.h"
#include "core/venue/posts/posts.h"
#include "core/venue/scarce/rights.h"

namespace muster::helpers {
namespace {

Words noName()
{
    return {QStringLiteral("请填写姓名（不超过 %1 字）").arg(nameLengthMax),
            QStringLiteral("Please say the name, in at most %1 letters").arg(nameLengthMax)};
}

Words cannotKeepNames()
{
    return {QStringLiteral("此设备无法加密保存姓名，请到指挥台登记"),
            QStringLiteral("This device cannot lock names away: write the helper down at the coordinator")};
}

Words rolesAreNotToGive()
{
    return {QStringLiteral("临时帮手不能担任指挥或区域负责人"),
            QStringLiteral("A helper of the day commands nobody: choose other roles")};
}

/// Roles that the plan alone gives.
bool isCommanding(const QString &role)
{
    static const QStringList commanding{QStringLiteral("coordinator"), QStringLiteral("commander"),
                                        QStringLiteral("lead"), QStringLiteral("deputy")};
    return commanding.contains(role);
}

bool isTaken(State &state, const QString &code)
{
    auto &row = state.statement("SELECT 1 FROM helper WHERE code = ? LIMIT 1");
    return bindAll(row, code).executeStep();
}

/// "H1", "H2" … at the hub that the event began with; elsewhere each device has numbers of its own, by its mark.
QString nextCode(Desk &desk)
{
    auto &state = desk.state();
    const auto self = desk.journal().self();
    const bool isPlain =
        desk.post().isHub && !epochs::hasPredecessor(state, self.origin) && !rights::isRestored(state, self);
    const auto mark = isPlain ? QString() : QLatin1Char('-') + rules::deviceMark(state, self).chopped(1);
    auto &row = state.statement("SELECT count(*) FROM helper WHERE mark = ?");
    bindAll(row, mark).executeStep();
    int number = row.getColumn(0).getInt();
    QString code;
    do {
        code = QStringLiteral("H%1%2").arg(++number).arg(mark);
    } while (findByCode(desk.setup().staff, code) != nullptr || isTaken(state, code));
    return code;
}

Helper helperOf(SQLite::Statement &row)
{
    Helper helper;
    helper.operation = idOf<OperationHash>(row.getColumn(0));
    helper.code = textOf(row.getColumn(1));
    helper.roles = textOf(row.getColumn(2)).split(QLatin1Char(';'), Qt::SkipEmptyParts);
    helper.zone = textOf(row.getColumn(3));
    helper.sealed = {idOf<GuestId>(row.getColumn(4)), bytesOf(row.getColumn(5))};
    helper.actor = textOf(row.getColumn(6));
    helper.time = {quint64(row.getColumn(7).getInt64())};
    return helper;
}

}  // namespace

QString nameKey() { return QStringLiteral("name"); }
QString phoneKey() { return QStringLiteral("phone"); }
QString companyKey() { return QStringLiteral("company"); }

QString kind() { return QStringLiteral("post.helper_added"); }

QStringList tables() { return {QStringLiteral("helper")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE helper(op BLOB PRIMARY KEY, day INTEGER NOT NULL, code TEXT NOT NULL,"
                  " mark TEXT NOT NULL, roles TEXT NOT NULL, zone TEXT NOT NULL, key_of BLOB NOT NULL,"
                  " sealed BLOB NOT NULL, actor TEXT NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX helper_code ON helper(code);"
                  "CREATE INDEX helper_mark ON helper(mark);"
                  "CREATE INDEX helper_day ON helper(day, time, op);");
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    const auto code = body.text("code");
    const auto zone = body.textOr("zone");
    QStringList roles;
    for (const auto &value : body.arrayOr("roles", rolesMax)) {
        const auto role = value.toString();
        body.require(!role.isEmpty() && role.size() <= posts::codeLengthMax && !role.contains(QLatin1Char(';')));
        roles << role;
    }
    // Another's key: to forget a helper would take along somebody else's.
    const auto keyOf = answers::keyNameOf(guests::guestIdFor(operation.request), operation.request);
    const auto sealed = body.bytesOr("sealed");
    body.require(!code.isEmpty() && code.size() <= posts::codeLengthMax && zone.size() <= posts::codeLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a helper of the day"));
    }
    const auto dash = code.indexOf(QLatin1Char('-'));
    run(state.statement("INSERT INTO helper VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        operation.hash, day, code, dash < 0 ? QString() : code.mid(dash), roles.join(QLatin1Char(';')), zone, keyOf,
        sealed, operation.actor, operation.time.value);
    return Folded::applied();
}

std::vector<Helper> all(State &state)
{
    auto &rows = state.statement("SELECT op, code, roles, zone, key_of, sealed, actor, time FROM helper WHERE day = ?"
                                 " ORDER BY time, op");
    bindAll(rows, presence::resetCount(state));
    std::vector<Helper> found;
    while (rows.executeStep()) {
        found.push_back(helperOf(rows));
    }
    return found;
}

std::optional<Helper> find(State &state, const QString &code)
{
    auto &row = state.statement("SELECT op, code, roles, zone, key_of, sealed, actor, time FROM helper WHERE code = ?"
                                " AND day = ? ORDER BY time, op LIMIT 1");
    bindAll(row, code, presence::resetCount(state));
    return row.executeStep() ? std::optional(helperOf(row)) : std::nullopt;
}

}  // namespace muster::helpers

namespace muster::posts {

Answer decide(Desk &desk, const Act &act, const AddHelper &command)
{
    const auto name = command.name.simplified();
    if (name.isEmpty() || name.size() > helpers::nameLengthMax) {
        return desk.refused(act, Outcome::NotAllowed, helpers::noName(), QStringLiteral("no_name"));
    }
    if (std::ranges::any_of(command.roles, &helpers::isCommanding)) {
        return desk.refused(act, Outcome::NotAllowed, helpers::rolesAreNotToGive(), QStringLiteral("no_such_role"));
    }
    if (!command.zone.isEmpty() && findByCode(desk.setup().zones, command.zone) == nullptr) {
        return desk.refused(act, Outcome::NotFound, rules::noSuchZone(command.zone), QStringLiteral("no_zone"));
    }
    QCborArray roles;
    for (const auto &role : command.roles) {
        if (!role.isEmpty() && role.size() <= codeLengthMax && !role.contains(QLatin1Char(';')) &&
            roles.size() < helpers::rolesMax) {
            roles.append(role);
        }
    }
    QMap<QString, QString> texts{{helpers::nameKey(), name}};
    for (const auto &[entry, text] : {std::pair(helpers::phoneKey(), command.phone.trimmed()),
                                      std::pair(helpers::companyKey(), command.company.trimmed())}) {
        if (!text.isEmpty()) {
            texts.insert(entry, text.left(helpers::nameLengthMax));
        }
    }
    const auto sealed = desk.seal(guests::guestIdFor(act.request), act.request, texts);
    if (desk.keepsNames() && !sealed) {
        return desk.refused(act, Outcome::Failed, helpers::cannotKeepNames(), QStringLiteral("not_sealed"));
    }
    Draft draft;
    draft.kind = helpers::kind();
    draft.body = {{key("day"), presence::resetCount(desk.state())},
                  {key("code"), helpers::nextCode(desk)},
                  {key("roles"), roles},
                  {key("zone"), command.zone}};
    if (sealed) {
        draft.body.insert(key("sealed"), sealed->bytes);
    }
    auto answer = desk.done(act, std::move(draft));
    recall(desk, command, answer);
    return answer;
}

void recall(Desk &desk, const AddHelper & /*command*/, Answer &answer)
{
    for (const auto &helper : helpers::all(desk.state())) {
        if (helper.operation == answer.operation) {
            answer.number = helper.code;
        }
    }
}

}  // namespace muster::posts
