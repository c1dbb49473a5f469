// What was written down of incidents, messages and alerts, when everything has healed.
#include "core/journal/body.h"
#include "core/venue/day/views.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/modes/messages.h"
#include "tests/sim/oracle_day.h"

namespace muster::sim {
namespace {

const QString openedKind = QStringLiteral("incident.opened");
const QString changedKind = QStringLiteral("incident.changed");
const QString bellKind = QStringLiteral("alerts.staff_called");
const QString acknowledgedKind = QStringLiteral("alerts.acknowledged");

QString shortOf(const OperationHash &hash) { return hash.toHex().left(8); }

QStringList textsIn(const QCborMap &body, const char *name)
{
    QStringList texts;
    for (const auto &value : body.value(key(name)).toArray()) {
        texts << value.toString();
    }
    return texts;
}

/// Facts of everything that is an entry of an incident.
FactBook::Facts entriesIn(const FactBook &book, const FactBook::Asks &isIn)
{
    FactBook::Facts all;
    for (int step = 0; step < incidents::stepCount; ++step) {
        std::ranges::copy(book.ofKind(incidents::kindOf(incidents::Step(step)), isIn), std::back_inserter(all));
    }
    return all;
}

/// The same words, about the same person or thing, as far as it came.
bool isSame(const incidents::Entry &entry, const Fact &fact)
{
    bool isSameValue = true;
    if (fact.kind == incidents::kindOf(incidents::Step::Assigned)) {
        isSameValue = entry.subject == fact.text("staff") && entry.value == fact.number("state");
    } else if (fact.kind == incidents::kindOf(incidents::Step::Checked)) {
        isSameValue = entry.subject == fact.text("item") && (entry.value != 0) == fact.body.value(key("done")).toBool();
    } else if (fact.kind == incidents::kindOf(incidents::Step::Linked)) {
        isSameValue = entry.other == fact.hashIn("other") &&
                      entry.value == 2 * fact.number("link") + (fact.body.value(key("on")).toBool() ? 1 : 0);
    }
    return isSameValue && entry.said.text == fact.text("text") && entry.said.sealed == fact.bytes("sealed");
}

/// Until when an acknowledgement covers what was raised.
quint64 occasionOf(const Fact &fact)
{
    return fact.body.contains(key("occasion")) ? quint64(fact.number("occasion")) : fact.time.value;
}

/// The latest word of those that cover what was raised at @p raisedAt; null: nobody has it in hand.
const Fact *coverOf(const FactBook::Facts &acknowledgements, HybridTime raisedAt)
{
    const Fact *last = nullptr;
    for (const auto *fact : acknowledgements) {
        const bool isLater = last == nullptr || std::tie(last->time, last->hash) < std::tie(fact->time, fact->hash);
        last = raisedAt.value <= occasionOf(*fact) && isLater ? fact : last;
    }
    return last;
}

bool isInHand(const Fact *cover, WallTime now)
{
    return cover != nullptr && (cover->number("recheck") == 0 ||
                                now < fromMsecs(cover->number("at")) + std::chrono::minutes(cover->number("recheck")));
}

}  // namespace

/// Every one of today is there under a number of its own, with every entry, as it stands by all that was told.
void DayOracle::checkIncidents(Station &station, const DayEnd &end) const
{
    const auto day = dayOf(end.isOfTheDay);
    std::map<QString, OperationHash> numbers;
    for (const auto *opening : m_book.ofKind(openedKind, end.isOfTheDay)) {
        const auto [other, isNew] = numbers.emplace(opening->text("number"), opening->hash);
        if (!isNew && !end.areRightsAmiss) {
            violate(station, QStringLiteral("incidents %1 and %2 are both called %3")
                                 .arg(shortOf(other->second), shortOf(opening->hash), other->first));
        }
        if (opening->number("day") == day) {
            checkEntries(station, *opening, end);
            checkStanding(station, *opening, end);
        }
    }
    checkDoubled(station, end);
}

/// Each entry once, in no other words, and struck if somebody struck it, but there.
void DayOracle::checkEntries(Station &station, const Fact &opening, const DayEnd &end) const
{
    std::map<OperationHash, const Fact *> told{{opening.hash, &opening}};
    for (const auto *fact : entriesIn(m_book, end.isOfTheDay)) {
        if (fact->hashIn("incident") == opening.hash) {
            told.emplace(fact->hash, fact);
        }
    }
    std::ignore = station.device().journal().read([&](State &state) {
        std::multimap<OperationHash, incidents::Entry> found;
        if (const auto incident = incidents::find(state, opening.hash)) {
            incidents::Entry entry;
            entry.said = incident->said;
            found.emplace(opening.hash, entry);
        }
        for (const auto &entry : incidents::entriesOf(state, opening.hash)) {
            found.emplace(entry.operation, entry);
        }
        for (const auto &[hash, fact] : told) {
            const auto [first, last] = found.equal_range(hash);
            if (std::distance(first, last) != 1) {
                violate(station, QStringLiteral("entry %1 of an incident is there %2 times")
                                     .arg(shortOf(hash))
                                     .arg(std::distance(first, last)));
            } else if (!isSame(first->second, *fact)) {
                violate(station, QStringLiteral("entry %1 of an incident says something else").arg(shortOf(hash)));
            }
            const bool isStruck =
                !about(QStringLiteral("struck/") + QString::fromLatin1(hash.toBytes().toHex()), end.isOfTheDay).empty();
            if (incidents::strikeOf(state, hash).has_value() != isStruck) {
                violate(station, QStringLiteral("entry %1 of an incident is struck, or is not").arg(shortOf(hash)));
            }
        }
        if (found.size() != told.size()) {
            violate(station, QStringLiteral("incident %1 has %2 entries, %3 were told")
                                 .arg(opening.text("number"))
                                 .arg(found.size())
                                 .arg(told.size()));
        }
    });
}

/// State, urgency, types and zone: each as the last who said something of it said. Restricted is for ever.
void DayOracle::checkStanding(Station &station, const Fact &opening, const DayEnd &end) const
{
    qint64 stateNow = 0;
    bool isUrgent = opening.body.value(key("urgent")).toBool();
    bool isRestricted = opening.body.value(key("restricted")).toBool();
    auto types = textsIn(opening.body, "types");
    auto zone = opening.text("zone");
    auto changes =
        about(QStringLiteral("incident-state/") + QString::fromLatin1(opening.hash.toBytes().toHex()), end.isOfTheDay);
    std::ranges::sort(changes, {}, [](const Fact *fact) { return fact->rank(); });
    for (const auto *change : changes) {
        const auto &body = change->body;
        stateNow = body.contains(key("state")) ? change->number("state") : stateNow;
        isUrgent = body.contains(key("urgent")) ? body.value(key("urgent")).toBool() : isUrgent;
        types = body.contains(key("types")) ? textsIn(body, "types") : types;
        zone = body.contains(key("zone")) ? change->text("zone") : zone;
        isRestricted = isRestricted || body.value(key("restricted")).toBool();
    }
    std::ignore = station.device().journal().read([&](State &state) {
        const auto found = incidents::find(state, opening.hash);
        const bool isSame = found && found->number == opening.text("number") && qint64(found->state) == stateNow &&
                            found->isUrgent == isUrgent && found->isRestricted == isRestricted &&
                            found->types == types && found->zone == zone;
        if (!isSame) {
            violate(station,
                    QStringLiteral("incident %1 stands otherwise than it was told").arg(opening.text("number")));
        }
    });
}

/// Whoever is at work on two open incidents.
void DayOracle::checkDoubled(Station &station, const DayEnd &end) const
{
    std::ignore = station.device().journal().read([&](State &state) {
        std::map<QString, int> busy;
        for (const auto &subject : subjectsOf("assignee")) {
            const auto *last = FactBook::lastOf(about(subject, end.isOfTheDay));
            const auto incident = last == nullptr ? std::nullopt : incidents::find(state, last->hashIn("incident"));
            const bool isBusy = incident && incident->day == dayOf(end.isOfTheDay) && incident->isOpen() &&
                                last->number("state") < qint64(incidents::AssigneeState::Done);
            busy[subject.section(QLatin1Char('/'), 2)] += isBusy ? 1 : 0;
        }
        QStringList told;
        for (const auto &[staff, count] : busy) {
            if (count > 1) {
                told << staff;
            }
        }
        if (incidents::doubled(state) != told) {
            violate(station, QStringLiteral("on two incidents are \"%1\", told were \"%2\"")
                                 .arg(incidents::doubled(state).join(QLatin1Char(' ')), told.join(QLatin1Char(' '))));
        }
    });
}

/// What people were told to be written down can be read, in their own words, wherever it may be.
void DayOracle::checkWords(Station &station, const DayEnd &end) const
{
    const auto day = dayOf(end.isOfTheDay);
    for (const auto *opening : m_book.ofKind(openedKind, end.isOfTheDay)) {
        const auto view =
            opening->number("day") == day ? station.device().incident(opening->text("number")) : std::nullopt;
        if (!view || view->operation != opening->hash) {
            continue;  // Of an old disk that gave a number again, one is found by it.
        }
        for (const auto &entry : view->entries) {
            const auto words = m_words.find(entry.operation);
            const bool mayRead = !view->isRestricted || station.wasHub();
            if (entry.isHidden ? mayRead : view->isRestricted && !station.wasHub() && !entry.text.isEmpty()) {
                if (words != m_words.end()) {
                    violate(station, QStringLiteral("entry %1 is %2")
                                         .arg(shortOf(entry.operation),
                                              entry.isHidden ? QStringLiteral("hidden") : QStringLiteral("shown")));
                }
            } else if (mayRead && words != m_words.end() && entry.text != words->second) {
                violate(station, QStringLiteral("entry %1 reads \"%2\", told was \"%3\"")
                                     .arg(shortOf(entry.operation), entry.text, words->second));
            }
        }
    }
}

/// Who asks what was done reads all of it, each act once; of restricted ones not why.
void DayOracle::checkAudit(Station &station, const DayEnd &end) const
{
    static const std::array rooms{QLatin1String("post."),   QLatin1String("gear."),       QLatin1String("roll."),
                                  QLatin1String("cue."),    QLatin1String("task."),       QLatin1String("phase."),
                                  QLatin1String("mode."),   QLatin1String("material."),   QLatin1String("incident."),
                                  QLatin1String("alerts."), QLatin1String("message.said")};
    const auto audit = station.device().audit({}, std::numeric_limits<int>::max());
    std::map<OperationHash, int> found;
    for (const auto &entry : audit.value_or(std::vector<AuditView>())) {
        ++found[entry.operation];
        if (entry.reason.contains(secretWords()) || entry.detail.contains(secretWords())) {
            violate(station,
                    QStringLiteral("restricted words are read in the audit: %1").arg(shortOf(entry.operation)));
        }
    }
    for (const auto &[hash, fact] : m_book.all()) {
        const bool isOurs = std::ranges::any_of(rooms, [&](const auto &room) { return fact.kind.startsWith(room); }) &&
                            end.isOfTheDay(hash);
        if (isOurs && found[hash] != 1) {
            violate(station,
                    QStringLiteral("%1 %2 is in the audit %3 times").arg(fact.kind, shortOf(hash)).arg(found[hash]));
        }
    }
}

/// Words of a restricted incident lie on no disk in clear: not even on that of who wrote them.
void DayOracle::checkSecrets(Station &station) const
{
    const auto secret = secretWords().toUtf8();
    for (const auto &[file, bytes] : station.disk().image()) {
        if (bytes.contains(secret)) {
            violate(station, QStringLiteral("restricted words lie in its file %1").arg(QString::fromUtf8(file)));
        }
    }
}

/// Each once, in its own words, read by whoever said so.
void DayOracle::checkMessages(Station &station, const DayView &day, const DayEnd &end) const
{
    const auto today = dayOf(end.isOfTheDay);
    std::map<QString, const MessageView *> shown;
    for (const auto &view : day.messages) {
        if (!shown.emplace(view.id, &view).second) {
            violate(station, QStringLiteral("message %1 is shown twice").arg(view.id.left(8)));
        }
    }
    std::size_t told = 0;
    for (const auto *said : m_book.ofKind(messages::saidKind(), end.isOfTheDay)) {
        if (said->number("day") != today) {
            continue;
        }
        ++told;
        const auto found = shown.find(said->hash.toHex());
        const auto words = m_words.find(said->hash);
        if (found == shown.end() || found->second->text != said->text("text") ||
            (words != m_words.end() && words->second != said->text("text")) || found->second->to != said->text("to")) {
            violate(station, QStringLiteral("message %1 is not shown as it was said").arg(shortOf(said->hash)));
            continue;
        }
        std::set<std::tuple<DeviceId, QString, QString>> readers;
        bool isReadHere = false;
        for (const auto *read :
             about(QStringLiteral("message/") + QString::fromLatin1(said->hash.toBytes().toHex()), end.isOfTheDay)) {
            readers.emplace(read->author.origin, read->actor, read->text("station"));
            isReadHere = isReadHere || read->author.origin == station.id();
        }
        if (found->second->readBy != int(readers.size()) || found->second->isReadHere != isReadHere) {
            violate(station, QStringLiteral("message %1 was read by %2, %3 are shown")
                                 .arg(shortOf(said->hash))
                                 .arg(readers.size())
                                 .arg(found->second->readBy));
        }
    }
    if (shown.size() != told) {
        violate(station, QStringLiteral("%1 messages were said, %2 are shown").arg(told).arg(shown.size()));
    }
}

/// What somebody has in hand is silent, and nothing else is.
void DayOracle::checkAlerts(Station &station, const DayView &day, const DayEnd &end) const
{
    for (const auto &alert : day.alerts) {
        const auto *cover = coverOf(about(QStringLiteral("alert/") + alert.id, end.isOfTheDay), alert.raisedAt);
        if (isInHand(cover, day.asOf)) {
            violate(station, QStringLiteral("%1 is raised, and %2 has it in hand").arg(alert.id, shortOf(cover->hash)));
        }
    }
    checkBells(station, day, end);
}

void DayOracle::checkBells(Station &station, const DayView &day, const DayEnd &end) const
{
    const auto today = dayOf(end.isOfTheDay);
    for (const auto &subject : subjectsOf("bell")) {
        const auto id = QStringLiteral("staff_called:") + subject.section(QLatin1Char('/'), 1);
        const auto acknowledgements = about(QStringLiteral("alert/") + id, end.isOfTheDay);
        quint64 answered = 0;
        for (const auto *fact : acknowledgements) {
            answered = fact->number("recheck") == 0 ? std::max(answered, occasionOf(*fact)) : answered;
        }
        HybridTime last{};
        for (const auto *call : about(subject, end.isOfTheDay)) {
            last = call->number("day") == today ? std::max(last, call->time) : last;
        }
        const bool isOpen = last.value > answered && !isInHand(coverOf(acknowledgements, last), day.asOf);
        const bool isShown = std::ranges::find(day.alerts, id, &AlertView::id) != day.alerts.end();
        if (isOpen != isShown) {
            violate(station, isOpen ? QStringLiteral("%1 rang, and nobody hears it").arg(id)
                                    : QStringLiteral("%1 was answered, and is heard").arg(id));
        }
    }
}

}  // namespace muster::sim
