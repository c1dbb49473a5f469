#include "tests/sim/fact_book.h"

#include "core/journal/body.h"
#include "core/venue/cues/cue_acts.h"

#include <algorithm>

namespace muster::sim {
namespace {

QString hexOf(const QCborMap &body, const char *name)
{
    return QString::fromLatin1(body.value(key(name)).toByteArray().toHex());
}

/// Of kinds that name what they are about in one field: the subject's first word, and that field.
struct Naming {
    const char *word;
    const char *field;
    bool isText;
};

const std::map<QString, Naming> &namings()
{
    static const std::map<QString, Naming> all{
        {QStringLiteral("queue.stepped"), {"ticket", "ticket", false}},
        {QStringLiteral("queue.counter"), {"counter", "counter", true}},
        {QStringLiteral("queue.owner"), {"owner", "guest", false}},
        {QStringLiteral("unit.stepped"), {"unit", "unit", true}},
        {QStringLiteral("prize.ended"), {"given", "given", false}},
        {QStringLiteral("clash.judged"), {"clash", "conflict", false}},
        {QStringLiteral("authority.granted"), {"claim", "claim", true}},
        {QStringLiteral("zone.counted"), {"zone", "zone", true}},
        {QStringLiteral("zone.recounted"), {"zone", "zone", true}},
        {QStringLiteral("zone.count_undone"), {"undone", "target", false}},
        {QStringLiteral("custody.set"), {"tag", "tag", true}},
        {QStringLiteral("sale.recorded"), {"sold", "guest", false}},
        {QStringLiteral("sale.voided"), {"void", "sale", false}},
        {QStringLiteral("draw.committed"), {"draw", "draw", true}},
        {QStringLiteral("draw.called"), {"attempt", "commit", false}},
        {QStringLiteral("draw.revealed"), {"attempt", "commit", false}},
        {QStringLiteral("draw.absent"), {"attempt", "commit", false}},
        {QStringLiteral("draw.aborted"), {"attempt", "commit", false}},
        {QStringLiteral("post.stepped"), {"person", "staff", true}},
        {QStringLiteral("post.ticked"), {"ticks", "staff", true}},
        {QStringLiteral("post.relief_named"), {"relief", "staff", true}},
        {QStringLiteral("gear.set"), {"gear", "tag", true}},
        {QStringLiteral("staff.pin_refused"), {"pin", "staff", true}},
        {QStringLiteral("staff.signed_on"), {"pin", "staff", true}},
        {QStringLiteral("staff.signed_off"), {"pin", "staff", true}},
        {QStringLiteral("incident.changed"), {"incident-state", "incident", false}},
        {QStringLiteral("incident.noted"), {"incident", "incident", false}},
        {QStringLiteral("incident.watched"), {"incident", "incident", false}},
        {QStringLiteral("incident.returned"), {"incident", "incident", false}},
        {QStringLiteral("incident.struck"), {"struck", "entry", false}},
        {QStringLiteral("task.stepped"), {"task", "task", true}},
        {QStringLiteral("task.assigned"), {"task-owner", "task", true}},
        {QStringLiteral("task.round"), {"round", "task", true}},
        {QStringLiteral("phase.set"), {"phase", "", true}},
        {QStringLiteral("material.moved"), {"moved", "material", true}},
        {QStringLiteral("material.marked"), {"serials", "material", true}},
        {QStringLiteral("mode.hall_set"), {"mode", "", true}},
        {QStringLiteral("mode.zone_set"), {"mode", "zone", true}},
        {QStringLiteral("message.read"), {"message", "message", false}},
        {QStringLiteral("alerts.acknowledged"), {"alert", "alert", true}},
        {QStringLiteral("alerts.staff_called"), {"bell", "station", true}},
    };
    return all;
}

QString subjectOf(const Operation &operation, const QCborMap &body)
{
    if (operation.kind == QLatin1String("queue.issued")) {
        return body.contains(key("guest"))
                   ? QStringLiteral("number/%1/%2").arg(body.value(key("series")).toString(), hexOf(body, "guest"))
                   : QString();
    }
    if (operation.kind == QLatin1String("prize.granted")) {
        return QStringLiteral("prize/%1/%2").arg(body.value(key("prize")).toString(), hexOf(body, "guest"));
    }
    if (operation.kind == QLatin1String("cue.stepped")) {
        // Its state and how far it was moved are told apart from each other.
        const bool isShift = body.value(key("step")).toInteger() == qint64(cues::Step::Shift);
        return (isShift ? QStringLiteral("shift/") : QStringLiteral("cue/")) + body.value(key("cue")).toString();
    }
    if (operation.kind == QLatin1String("incident.assigned")) {
        return QStringLiteral("assignee/%1/%2").arg(hexOf(body, "incident"), body.value(key("staff")).toString());
    }
    if (operation.kind == QLatin1String("incident.checked")) {
        return QStringLiteral("checked/%1/%2").arg(hexOf(body, "incident"), body.value(key("item")).toString());
    }
    if (operation.kind == QLatin1String("incident.linked")) {
        const auto [first, second] = std::minmax({hexOf(body, "incident"), hexOf(body, "other")});
        return QStringLiteral("linked/%1/%2").arg(first, second);
    }
    if (operation.kind == QLatin1String("roll.called")) {
        return QStringLiteral("roll/%1/%2").arg(body.value(key("staff")).toString(), hexOf(body, "guest"));
    }
    const auto naming = namings().find(operation.kind);
    if (naming == namings().end()) {
        return {};
    }
    const auto &[word, field, isText] = naming->second;
    return QLatin1String(word) + QLatin1Char('/') + (isText ? body.value(key(field)).toString() : hexOf(body, field));
}

}  // namespace

QString Fact::text(const char *name) const { return body.value(key(name)).toString(); }
qint64 Fact::number(const char *name) const { return body.value(key(name)).toInteger(); }
QByteArray Fact::bytes(const char *name) const { return body.value(key(name)).toByteArray(); }
OperationHash Fact::hashIn(const char *name) const
{
    return OperationHash::fromBytes(bytes(name)).value_or(OperationHash{});
}
bool Fact::isByHub() const { return !body.value(key("provisional")).toBool(); }

QString FactBook::describe(const Operation &operation)
{
    const auto body = operation.bodyMap().value_or(QCborMap());
    const auto subject = subjectOf(operation, body);
    return subject.isEmpty() || !body.contains(key("step")) ? subject
                                                            : QStringLiteral("%1 step %2 v%3 after %4")
                                                                  .arg(subject)
                                                                  .arg(body.value(key("step")).toInteger())
                                                                  .arg(body.value(key("version")).toInteger())
                                                                  .arg(hexOf(body, "previous").left(8));
}

const Fact *FactBook::learn(const Operation &operation, const Asks &isKnown)
{
    Fact fact;
    fact.hash = operation.hash;
    fact.kind = operation.kind;
    fact.author = {operation.origin, operation.incarnation};
    fact.epoch = operation.epoch;
    fact.sequence = operation.sequence;
    fact.time = operation.time;
    fact.request = operation.request;
    fact.actor = operation.actor;
    fact.body = operation.bodyMap().value_or(QCborMap());
    fact.subject = subjectOf(operation, fact.body);
    for (const auto &value : fact.body.value(key("post")).toArray()) {
        const auto row = value.toArray();
        fact.postings.push_back(
            {row.at(0).toString(), row.at(1).toString(), row.at(2).toString(), row.at(3).toInteger()});
    }
    static const QStringList others{
        QStringLiteral("rights.lost"),       QStringLiteral("queue.issued"),    QStringLiteral("draw.entrants"),
        QStringLiteral("day.reset"),         QStringLiteral("devices.revoked"), QStringLiteral("incident.opened"),
        QStringLiteral("post.helper_added"), QStringLiteral("task.added"),      QStringLiteral("message.said")};
    const bool isWatched = !fact.subject.isEmpty() || !fact.postings.empty() || others.contains(fact.kind) ||
                           fact.kind.startsWith(QLatin1String("authority."));
    if (!isWatched) {
        return nullptr;
    }
    if (!fact.subject.isEmpty()) {
        auto &about = m_bySubject[fact.subject];
        std::ranges::copy_if(about, std::inserter(fact.known, fact.known.end()), isKnown);
        about.push_back(fact.hash);
    }
    m_byKind[fact.kind].push_back(fact.hash);
    return &m_facts.emplace(operation.hash, std::move(fact)).first->second;
}

const Fact *FactBook::find(const OperationHash &hash) const
{
    const auto found = m_facts.find(hash);
    return found == m_facts.end() ? nullptr : &found->second;
}

namespace {

FactBook::Facts among(const FactBook &book, const std::map<QString, std::vector<OperationHash>> &lists,
                      const QString &name, const FactBook::Asks &isIn)
{
    FactBook::Facts facts;
    const auto list = lists.find(name);
    if (list != lists.end()) {
        for (const auto &hash : list->second) {
            if (isIn(hash)) {
                facts.push_back(book.find(hash));
            }
        }
    }
    return facts;
}

}  // namespace

FactBook::Facts FactBook::about(const QString &subject, const Asks &isIn) const
{
    return among(*this, m_bySubject, subject, isIn);
}

FactBook::Facts FactBook::ofKind(const QString &kind, const Asks &isIn) const
{
    return among(*this, m_byKind, kind, isIn);
}

const Fact *FactBook::lastOf(const Facts &facts)
{
    const auto last = std::ranges::max_element(facts, {}, [](const Fact *fact) { return fact->rank(); });
    return last == facts.end() ? nullptr : *last;
}

}  // namespace muster::sim
