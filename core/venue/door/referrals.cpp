#include "core/venue/door/referrals.h"

#include "core/journal/body.h"
#include "core/venue/door/door.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/presence.h"

#include <map>

namespace muster::referrals {
namespace {

constexpr qsizetype codeEndLength = 6;
constexpr qsizetype reasonMax = 40;
constexpr qsizetype textMax = 400;

Words noProblemDesk()
{
    return {QStringLiteral("方案里没有疑难台，请就地处理"),
            QStringLiteral("The plan has no problem desk: see to it here")};
}

Words noSuchReferral()
{
    return {QStringLiteral("没有这条转办记录，或已办结"),
            QStringLiteral("There is no such referral, or it was settled already")};
}

QString codeEndOf(const QByteArray &payload)
{
    auto end = QString::fromUtf8(payload).simplified().right(codeEndLength);
    end.removeIf([](QChar letter) { return !letter.isPrint(); });
    return end;
}

Referral referralOf(SQLite::Statement &row)
{
    Referral referral;
    referral.operation = idOf<OperationHash>(row.getColumn(0));
    if (!row.getColumn(1).isNull()) {
        referral.guest = idOf<GuestId>(row.getColumn(1));
    }
    referral.codeEnd = textOf(row.getColumn(2));
    referral.reason = textOf(row.getColumn(3));
    referral.note = textOf(row.getColumn(4));
    referral.station = textOf(row.getColumn(5));
    referral.actor = textOf(row.getColumn(6));
    referral.time = {quint64(row.getColumn(7).getInt64())};
    return referral;
}

Folded foldReferred(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto guest = body.optionalId<GuestId>("guest");
    const auto code = body.textOr("code");
    const auto reason = body.text("reason");
    const auto note = body.textOr("note");
    const auto station = body.textOr("station");
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    body.require(code.size() <= codeEndLength && reason.size() <= reasonMax && note.size() <= textMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a referral"));
    }
    run(state.statement("INSERT INTO referral VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        operation.hash, day, guest, code, reason, note, station, operation.actor, operation.time.value);
    return Folded::applied();
}

Folded foldSettled(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto referral = body.id<OperationHash>("referral");
    const auto outcome = body.textOr("outcome");
    body.require(outcome.size() <= textMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not the end of a referral"));
    }
    run(state.statement("INSERT INTO referral_end VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), referral,
        operation.hash, operation.actor, outcome, operation.time.value);
    return Folded::applied();
}

/// Signed in since: the problem desk, or another door, could help.
bool isIn(State &state, const Referral &referral)
{
    return referral.guest && std::ranges::any_of(presence::standing(state, *referral.guest), [&](const auto &fact) {
               return fact.step == presence::Step::In && referral.time < fact.time;
           });
}

Answer answerFor(Desk &desk, const RequestId &request, const OperationHash &operation)
{
    Answer answer;
    answer.outcome = Outcome::Done;
    answer.request = request;
    answer.operation = operation;
    if (const auto *station = desk.setup().problemDesk()) {
        answer.zone = station->zone;
        answer.zoneName = station->name;
    }
    return answer;
}

}  // namespace

QString referredKind() { return QStringLiteral("referral.made"); }
QString settledKind() { return QStringLiteral("referral.settled"); }
QStringList kinds() { return {referredKind(), settledKind()}; }
QStringList tables() { return {QStringLiteral("referral"), QStringLiteral("referral_end")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE referral(op BLOB PRIMARY KEY, day INTEGER NOT NULL, guest BLOB, code TEXT NOT NULL,"
                  " reason TEXT NOT NULL, note TEXT NOT NULL, station TEXT NOT NULL, actor TEXT NOT NULL,"
                  " time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX referral_day ON referral(day, time, op);"
                  "CREATE TABLE referral_end(referral BLOB, op BLOB, actor TEXT NOT NULL, outcome TEXT NOT NULL,"
                  " time INTEGER NOT NULL, PRIMARY KEY(referral, op)) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation)
{
    return operation.kind == referredKind() ? foldReferred(state, operation) : foldSettled(state, operation);
}

Answer decide(Desk &desk, const Act &act, const Refer &command)
{
    const auto reason = command.reason.trimmed();
    if (desk.setup().problemDesk() == nullptr) {
        return desk.refused(act, Outcome::NotFound, noProblemDesk(), QStringLiteral("no_problem_desk"));
    }
    if (reason.isEmpty()) {
        return desk.refused(act, Outcome::NotAllowed, rules::reasonNeeded(), QStringLiteral("no_reason"));
    }
    const auto guest = desk.guestOf(command.payload, command.guest);
    const auto code = guest ? QString() : codeEndOf(command.payload);
    for (const auto &known : open(desk.state(), std::numeric_limits<int>::max())) {
        const bool isSame = guest ? known.guest == guest : !code.isEmpty() && known.codeEnd == code;
        if (isSame && known.reason == reason) {
            return answerFor(desk, act.request, known.operation);
        }
    }
    Draft draft;
    draft.kind = referredKind();
    draft.body = {{key("code"), code},
                  {key("reason"), reason.left(reasonMax)},
                  {key("note"), command.note.trimmed().left(textMax)},
                  {key("station"), desk.post().station},
                  {key("day"), presence::resetCount(desk.state())}};
    if (guest) {
        draft.body.insert(key("guest"), guest->toBytes());
    }
    return answerFor(desk, act.request, *desk.done(act, std::move(draft)).operation);
}

void recall(Desk &desk, const Refer & /*command*/, Answer &answer)
{
    answer = answerFor(desk, answer.request, answer.operation.value_or(OperationHash{}));
}

Answer decide(Desk &desk, const Act &act, const Settle &command)
{
    const auto all = open(desk.state(), std::numeric_limits<int>::max());
    if (std::ranges::find(all, command.referral, &Referral::operation) == all.end()) {
        return desk.refused(act, Outcome::NotFound, noSuchReferral(), QStringLiteral("no_referral"));
    }
    Draft draft;
    draft.kind = settledKind();
    draft.body = {{key("referral"), command.referral.toBytes()},
                  {key("outcome"), command.outcome.trimmed().left(textMax)}};
    return desk.done(act, std::move(draft));
}

std::vector<Referral> open(State &state, int countMax)
{
    std::vector<Referral> found;
    auto &rows = state.statement("SELECT op, guest, code, reason, note, station, actor, time FROM referral r"
                                 " WHERE day = ? AND NOT EXISTS(SELECT 1 FROM referral_end e WHERE e.referral = r.op)"
                                 " ORDER BY time, op");
    bindAll(rows, presence::resetCount(state));
    while (rows.executeStep()) {
        found.push_back(referralOf(rows));
    }
    std::erase_if(found, [&](const Referral &referral) { return isIn(state, referral); });
    found.resize(std::min(found.size(), std::size_t(countMax)));  // Of those who are still expected.
    return found;
}

Words wordsOf(const QString &reason)
{
    static const std::map<QString, Words> words{
        {QStringLiteral("help"), {QStringLiteral("来宾求助"), QStringLiteral("a guest asks for help")}},
        {QStringLiteral("no_code"), {QStringLiteral("来宾没带码"), QStringLiteral("guest has no code")}},
        {QStringLiteral("disputed"), {QStringLiteral("来宾有异议"), QStringLiteral("guest disagrees")}},
        {QStringLiteral("unknown"), {QStringLiteral("名单里没有此码"), QStringLiteral("code not on the list")}},
        {QStringLiteral("already_in"), {QStringLiteral("此码已签到"), QStringLiteral("code already used")}},
        {QStringLiteral("forged"), {QStringLiteral("二维码无效"), QStringLiteral("code not genuine")}},
        {QStringLiteral("wrong_event"), {QStringLiteral("别场活动的码"), QStringLiteral("code of another event")}},
        {QStringLiteral("blocked"), {QStringLiteral("来宾被拦下"), QStringLiteral("guest is blocked")}},
        {QStringLiteral("cancelled"), {QStringLiteral("邀请已取消"), QStringLiteral("invitation was cancelled")}},
        {QStringLiteral("not_paid"), {QStringLiteral("尚未付款"), QStringLiteral("not paid yet")}},
        {QStringLiteral("not_approved"), {QStringLiteral("尚未确认"), QStringLiteral("not confirmed yet")}},
        {QStringLiteral("revoked"), {QStringLiteral("旧邀请，已换发"), QStringLiteral("an older invitation")}},
        {QStringLiteral("ambiguous"), {QStringLiteral("多人同码"), QStringLiteral("several guests, one code")}},
        {QStringLiteral("out_of_order"), {QStringLiteral("设备故障"), QStringLiteral("device out of order")}}};
    const auto known = words.find(reason);
    if (known != words.end()) {
        return known->second;
    }
    return {QStringLiteral("来宾签到受阻（%1）").arg(reason),
            QStringLiteral("a guest was not let in (%1)").arg(reason)};
}

}  // namespace muster::referrals
