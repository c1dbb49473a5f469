#include "core/venue/staff/sign_on.h"

#include "core/base/crypto.h"
#include "core/journal/body.h"
#include "core/venue/posts/gear.h"
#include "core/venue/posts/posts.h"
#include "core/venue/staff/people.h"

namespace muster::staff {
namespace {

Words wrongPin() { return {QStringLiteral("PIN 不正确"), QStringLiteral("The PIN is wrong")}; }

Words waitFirst()
{
    return {QStringLiteral("多次输入错误，请 %1 分钟后再试，或请指挥台重设").arg(waitFor.count()),
            QStringLiteral("Wrong too often: try again in %1 minutes, or ask the coordinator for a new PIN")
                .arg(waitFor.count())};
}

Words badPin()
{
    return {QStringLiteral("PIN 须为 %1–%2 位数字").arg(pinDigitsMin).arg(pinDigitsMax),
            QStringLiteral("A PIN has %1 to %2 digits").arg(pinDigitsMin).arg(pinDigitsMax)};
}

Words askCoordinator()
{
    return {QStringLiteral("请由本人凭原 PIN 修改，或请指挥台重设"),
            QStringLiteral("Change your own with the old one, or ask the coordinator")};
}

bool isPin(const QString &pin)
{
    return pin.size() >= pinDigitsMin && pin.size() <= pinDigitsMax &&
           std::ranges::all_of(pin, [](QChar letter) { return letter >= u'0' && letter <= u'9'; });
}

/// Another one for every PIN that is set: a request is named by chance.
PinSalt saltFor(const RequestId &request, const QString &staff)
{
    const auto hash = hash256(QByteArrayLiteral("pin\n") + request.toBytes() + staff.toUtf8()).toBytes();
    return PinSalt::fromBytes(hash.first(PinSalt::size)).value_or(PinSalt{});
}

/// Wrong tries in a row, and the last of them.
struct Tries {
    int count = 0;
    WallTime last{};
};

Tries triesOf(State &state, const QString &staff, const DeviceId &device)
{
    const auto pin = pinOf(state, staff);
    auto &row = state.statement(
        "SELECT count(*), max(time) FROM staff_try WHERE device = ?1 AND staff = ?2 AND pin = ?3 AND time >"
        " coalesce((SELECT proved_at FROM staff_sign WHERE device = ?1 AND staff = ?2), -1)");
    bindAll(row, device, staff, pin ? pin->operation : OperationHash{}).executeStep();
    return {row.getColumn(0).getInt(), HybridTime{quint64(row.getColumn(1).getInt64())}.wall()};
}

Folded foldPin(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto staff = body.text("staff");
    const auto salt = body.id<PinSalt>("salt");
    const auto hash = body.id<PinHash>("hash");
    const auto version = body.number("version", 1, versionMax);
    body.require(!staff.isEmpty() && staff.size() <= posts::codeLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a PIN"));
    }
    run(state.statement("INSERT INTO staff_pin VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT(staff) DO UPDATE SET"
                        " salt = excluded.salt, hash = excluded.hash, version = excluded.version,"
                        " time = excluded.time, op = excluded.op WHERE (excluded.version, excluded.time, excluded.op)"
                        " > (staff_pin.version, staff_pin.time, staff_pin.op)"),
        staff, salt, hash, version, operation.time.value, operation.hash);
    return Folded::applied();
}

Folded foldTry(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto staff = body.text("staff");
    const auto pin = body.id<OperationHash>("pin");
    body.require(!staff.isEmpty() && staff.size() <= posts::codeLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a wrong PIN"));
    }
    run(state.statement("INSERT INTO staff_try VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash,
        operation.origin, staff, pin, operation.time.value);
    return Folded::applied();
}

Folded foldSign(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto staff = body.text("staff");
    const bool isProved = body.flag("pin");
    body.require(!staff.isEmpty() && staff.size() <= posts::codeLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a sign-on of staff"));
    }
    // Of one device and one person only that device speaks: its own clock orders its words. That the PIN was right
    // once ends the wrong tries before, also after they have signed off.
    run(state.statement("INSERT INTO staff_sign VALUES(?1, ?2, ?3, ?4, ?5, ?6, iif(?3 AND ?4, ?5, -1))"
                        " ON CONFLICT(device, staff) DO UPDATE SET proved_at = max(proved_at, excluded.proved_at)"),
        operation.origin, staff, operation.kind == signedOnKind(), isProved, operation.time.value, operation.hash);
    run(state.statement("UPDATE staff_sign SET is_on = ?3, is_proved = ?4, time = ?5, op = ?6 WHERE device = ?1 AND"
                        " staff = ?2 AND (?5, ?6) > (time, op)"),
        operation.origin, staff, operation.kind == signedOnKind(), isProved, operation.time.value, operation.hash);
    return Folded::applied();
}

/// Refuses and writes the wrong try down.
Answer wrong(Desk &desk, const Act &act, const QString &staff, const Pin &pin)
{
    Draft draft;
    draft.kind = pinRefusedKind();
    draft.body = {{key("staff"), staff}, {key("pin"), pin.operation.toBytes()}};
    auto answer = desk.done(act, std::move(draft));
    answer.outcome = Outcome::Refused;
    answer.reason = wrongPin();
    answer.why = QStringLiteral("wrong_pin");
    return answer;
}

/// What speaks against @p given as the PIN of @p staff; nothing if it is right.
std::optional<Answer> objection(Desk &desk, const Act &act, const QString &staff, const Pin &pin, const QString &given)
{
    if (waitsUntil(desk.state(), staff, desk.journal().device(), desk.journal().clock().wall())) {
        return desk.refused(act, Outcome::Refused, waitFirst(), QStringLiteral("wait"));
    }
    if (!isPin(given)) {  // Nobody's: not worth a tenth of a second, but a try.
        return wrong(desk, act, staff, pin);
    }
    const auto hash = hashPin(given, pin.salt);
    if (!hash) {
        return desk.refused(act, Outcome::Failed, {hash.error().detail, hash.error().detail});
    }
    return isSame(*hash, pin.hash) ? std::nullopt : std::optional(wrong(desk, act, staff, pin));
}

/// The same request once more: what was told then, which for a wrong try was no.
void recallTry(Desk &desk, Answer &answer)
{
    auto &row = desk.state().statement("SELECT 1 FROM staff_try WHERE op = ?");
    bindAll(row, answer.operation.value_or(OperationHash{}));
    if (row.executeStep()) {
        answer.outcome = Outcome::Refused;
        answer.reason = wrongPin();
        answer.why = QStringLiteral("wrong_pin");
    }
}

Draft signedDraft(const QString &kind, const QString &staff, const QString &station, bool isProved)
{
    Draft draft;
    draft.kind = kind;
    draft.body = {{key("staff"), staff}, {key("station"), station}, {key("pin"), isProved}};
    return draft;
}

}  // namespace

QString pinSetKind() { return QStringLiteral("staff.pin_set"); }
QString pinRefusedKind() { return QStringLiteral("staff.pin_refused"); }
QString signedOnKind() { return QStringLiteral("staff.signed_on"); }
QString signedOffKind() { return QStringLiteral("staff.signed_off"); }
QStringList kinds() { return {pinSetKind(), pinRefusedKind(), signedOnKind(), signedOffKind()}; }

QStringList tables()
{
    return {QStringLiteral("staff_pin"), QStringLiteral("staff_try"), QStringLiteral("staff_sign")};
}

void createTables(State &state)
{
    state.execute("CREATE TABLE staff_pin(staff TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL,"
                  " version INTEGER NOT NULL, time INTEGER NOT NULL, op BLOB NOT NULL) WITHOUT ROWID;"
                  "CREATE TABLE staff_try(op BLOB PRIMARY KEY, device BLOB NOT NULL, staff TEXT NOT NULL,"
                  " pin BLOB NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX staff_try_staff ON staff_try(device, staff, pin, time);"
                  "CREATE TABLE staff_sign(device BLOB, staff TEXT, is_on INTEGER NOT NULL, is_proved INTEGER NOT NULL,"
                  " time INTEGER NOT NULL, op BLOB NOT NULL, proved_at INTEGER NOT NULL,"
                  " PRIMARY KEY(device, staff)) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation)
{
    if (operation.kind == pinSetKind()) {
        return foldPin(state, operation);
    }
    return operation.kind == pinRefusedKind() ? foldTry(state, operation) : foldSign(state, operation);
}

std::optional<Pin> pinOf(State &state, const QString &staff)
{
    auto &row = state.statement("SELECT salt, hash, op FROM staff_pin WHERE staff = ?");
    bindAll(row, staff);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    return Pin{idOf<PinSalt>(row.getColumn(0)), idOf<PinHash>(row.getColumn(1)), idOf<OperationHash>(row.getColumn(2))};
}

bool isSignedOn(State &state, const QString &staff, const DeviceId &device)
{
    auto &row = state.statement("SELECT NOT EXISTS(SELECT 1 FROM staff_pin WHERE staff = ?1) OR EXISTS(SELECT 1 FROM"
                                " staff_sign WHERE device = ?2 AND staff = ?1 AND is_on = 1 AND is_proved = 1)");
    bindAll(row, staff, device).executeStep();
    return row.getColumn(0).getInt() != 0;
}

std::vector<SignedOn> signedOn(State &state)
{
    auto &rows = state.statement("SELECT device, staff, time FROM staff_sign WHERE is_on = 1 ORDER BY staff, device");
    std::vector<SignedOn> found;
    while (rows.executeStep()) {
        found.push_back({idOf<DeviceId>(rows.getColumn(0)), textOf(rows.getColumn(1)),
                         HybridTime{quint64(rows.getColumn(2).getInt64())}});
    }
    return found;
}

SignOns signOnsAt(State &state, const DeviceId &device)
{
    SignOns found;
    auto &signs = state.statement("SELECT staff FROM staff_sign WHERE device = ? AND is_on = 1 AND (is_proved = 1 OR"
                                  " NOT EXISTS(SELECT 1 FROM staff_pin WHERE staff_pin.staff = staff_sign.staff))"
                                  " ORDER BY time DESC, op DESC");
    bindAll(signs, device);
    while (signs.executeStep()) {
        found.here << textOf(signs.getColumn(0));
    }
    auto &pins = state.statement("SELECT staff FROM staff_pin ORDER BY staff");
    while (pins.executeStep()) {
        found.withPin << textOf(pins.getColumn(0));
    }
    return found;
}

std::optional<WallTime> waitsUntil(State &state, const QString &staff, const DeviceId &device, WallTime now)
{
    const auto tries = triesOf(state, staff, device);
    const auto until = tries.last + waitFor;
    return tries.count >= triesMax && now < until ? std::optional(until) : std::nullopt;
}

Answer decide(Desk &desk, const Act &act, const SetPin &command)
{
    const auto member = find(desk.state(), desk.setup(), command.staff);
    if (!member) {
        return desk.refused(act, Outcome::NotFound, unknown(command.staff), QStringLiteral("no_staff"));
    }
    if (!isPin(command.pin)) {
        return desk.refused(act, Outcome::NotAllowed, badPin(), QStringLiteral("bad_pin"));
    }
    const auto actor = find(desk.state(), desk.setup(), act.actor);
    const bool isAtCoordinators = act.actor.isEmpty() && desk.post().role == QLatin1String("coordinator");
    const bool isCoordinator =
        actor && isCommanding(actor->roles) && isSignedOn(desk.state(), actor->code, desk.journal().device());
    const auto pin = pinOf(desk.state(), member->code);
    if (!isAtCoordinators && !isCoordinator) {
        const bool isOwn = act.actor.isEmpty() || (actor && actor->code == member->code);
        if (!isOwn || !pin) {
            return desk.refused(act, Outcome::NotAllowed, askCoordinator(), QStringLiteral("ask_coordinator"));
        }
        if (auto no = objection(desk, act, member->code, *pin, command.oldPin)) {
            return std::move(*no);
        }
    }
    const auto salt = saltFor(act.request, member->code);
    const auto hash = hashPin(command.pin, salt);
    if (!hash) {
        return desk.refused(act, Outcome::Failed, {hash.error().detail, hash.error().detail});
    }
    auto &row = desk.state().statement("SELECT coalesce(max(version), 0) FROM staff_pin WHERE staff = ?");
    bindAll(row, member->code).executeStep();
    Draft draft;
    draft.kind = pinSetKind();
    draft.body = {{key("staff"), member->code},
                  {key("salt"), salt.toBytes()},
                  {key("hash"), hash->toBytes()},
                  {key("version"), nextVersion(row.getColumn(0).getInt64())}};
    return desk.done(act, std::move(draft));
}

Answer decide(Desk &desk, const Act &act, const SignOn &command)
{
    const auto member = find(desk.state(), desk.setup(), command.staff);
    if (!member) {
        return desk.refused(act, Outcome::NotFound, unknown(command.staff), QStringLiteral("no_staff"));
    }
    const auto pin = pinOf(desk.state(), member->code);
    if (pin) {
        if (auto no = objection(desk, act, member->code, *pin, command.pin)) {
            return std::move(*no);
        }
    }
    auto signing = act;
    signing.actor = member->code;  // Whoever helped: it is they who are here from now on.
    auto answer = desk.done(signing, signedDraft(signedOnKind(), member->code, desk.post().station, pin.has_value()));
    recall(desk, command, answer);
    return answer;
}

Answer decide(Desk &desk, const Act &act, const SignOff &command)
{
    const auto member = find(desk.state(), desk.setup(), command.staff);
    if (!member) {
        return desk.refused(act, Outcome::NotFound, unknown(command.staff), QStringLiteral("no_staff"));
    }
    auto answer = desk.done(act, signedDraft(signedOffKind(), member->code, desk.post().station, false));
    recall(desk, command, answer);
    return answer;
}

void recall(Desk &desk, const SetPin & /*command*/, Answer &answer) { recallTry(desk, answer); }

void recall(Desk &desk, const SignOn &command, Answer &answer)
{
    recallTry(desk, answer);
    if (const auto member = find(desk.state(), desk.setup(), command.staff);
        member && answer.outcome == Outcome::Done) {
        answer.number = member->code;
    }
}

void recall(Desk &desk, const SignOff &command, Answer &answer)
{
    if (const auto member = find(desk.state(), desk.setup(), command.staff)) {
        answer.subjects = gear::heldBy(desk.state(), member->code);
    }
}

}  // namespace muster::staff
