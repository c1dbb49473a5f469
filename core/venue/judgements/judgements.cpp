#include "core/venue/judgements/judgements.h"

#include "core/journal/body.h"
#include "core/venue/guests/presence.h"

#include <array>

namespace muster::judgements {
namespace {

struct Subject {
    const char *code;
    const char16_t *zh;
    const char16_t *en;
};

constexpr std::array known{Subject{"guests", u"来宾满意", u"Guests' satisfaction"},
                           Subject{"merchants", u"商户满意", u"Merchants' satisfaction"},
                           Subject{"trading", u"对经营的影响", u"Effect on trading"},
                           Subject{"leasing", u"对招商的影响", u"Effect on leasing"},
                           Subject{"sales", u"对销售的影响", u"Effect on sales"},
                           Subject{"team", u"团队执行", u"Team execution"}};

Words unknownSubject(const QString &subject)
{
    const auto names = subjects().join(QStringLiteral(", "));
    return {QStringLiteral("没有评价项目“%1”：可用 %2").arg(subject, names),
            QStringLiteral("\"%1\" is no subject of a judgement: there are %2").arg(subject, names)};
}

Words nothingSaid()
{
    return {QStringLiteral("请给出 %1–%2 分，或写下建议").arg(scoreMin).arg(scoreMax),
            QStringLiteral("Give a score from %1 to %2, or a suggestion").arg(scoreMin).arg(scoreMax)};
}

Words evidenceNeeded() { return {QStringLiteral("请写明评分的依据"), QStringLiteral("Say what the score rests on")}; }

}  // namespace

QStringList subjects()
{
    QStringList codes;
    for (const auto &subject : known) {
        codes << QString::fromLatin1(subject.code);
    }
    return codes;
}

Words titleOf(const QString &subject)
{
    for (const auto &one : known) {
        if (subject == QLatin1String(one.code)) {
            return {QString::fromUtf16(one.zh), QString::fromUtf16(one.en)};
        }
    }
    return {subject, subject};
}

QString judgedKind() { return QStringLiteral("day.judged"); }
QStringList kinds() { return {judgedKind()}; }
QStringList tables() { return {QStringLiteral("day_judgement")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE day_judgement(op BLOB PRIMARY KEY, day INTEGER NOT NULL, subject TEXT NOT NULL,"
                  " score INTEGER NOT NULL, evidence TEXT NOT NULL, suggestion TEXT NOT NULL, actor TEXT NOT NULL,"
                  " device BLOB NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto day = body.number("day", 0, versionMax);
    const auto subject = body.text("subject");
    const auto score = body.number("score", 0, scoreMax);
    const auto evidence = body.textOr("evidence");
    const auto suggestion = body.textOr("suggestion");
    body.require(subjects().contains(subject) && evidence.size() <= textMax && suggestion.size() <= textMax &&
                 (score > 0 || !suggestion.isEmpty()));
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a judgement of the day"));
    }
    run(state.statement("INSERT INTO day_judgement VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        operation.hash, day, subject, score, evidence, suggestion, operation.actor, operation.origin,
        operation.time.value);
    return Folded::applied();
}

Answer decide(Desk &desk, const Act &act, const Judge &command)
{
    const auto evidence = command.evidence.trimmed().left(textMax);
    const auto suggestion = command.suggestion.trimmed().left(textMax);
    if (!subjects().contains(command.subject)) {
        return desk.refused(act, Outcome::NotFound, unknownSubject(command.subject), QStringLiteral("no_subject"));
    }
    const bool isScored = command.score >= scoreMin && command.score <= scoreMax;
    if (command.score != 0 ? !isScored : suggestion.isEmpty()) {
        return desk.refused(act, Outcome::NotAllowed, nothingSaid(), QStringLiteral("no_score"));
    }
    if (isScored && evidence.isEmpty()) {
        return desk.refused(act, Outcome::NotAllowed, evidenceNeeded(), QStringLiteral("no_evidence"));
    }
    Draft draft;
    draft.kind = judgedKind();
    draft.body = {{key("day"), presence::resetCount(desk.state())},
                  {key("subject"), command.subject},
                  {key("score"), command.score},
                  {key("evidence"), evidence},
                  {key("suggestion"), suggestion}};
    return desk.done(act, std::move(draft));
}

std::vector<Judgement> all(State &state)
{
    auto &rows =
        state.statement("SELECT subject, score, evidence, suggestion, actor, time FROM day_judgement AS one WHERE day "
                        "= ?1 AND NOT EXISTS("
                        "SELECT 1 FROM day_judgement AS later WHERE later.day = ?1 AND later.subject = one.subject AND"
                        " later.actor = one.actor AND (one.actor <> '' OR later.device = one.device) AND"
                        " (later.time, later.op) > (one.time, one.op)) ORDER BY subject, time, op");
    bindAll(rows, presence::resetCount(state));
    std::vector<Judgement> found;
    while (rows.executeStep()) {
        found.push_back({textOf(rows.getColumn(0)), rows.getColumn(1).getInt(), textOf(rows.getColumn(2)),
                         textOf(rows.getColumn(3)), textOf(rows.getColumn(4)),
                         HybridTime{quint64(rows.getColumn(5).getInt64())}.wall()});
    }
    return found;
}

}  // namespace muster::judgements
