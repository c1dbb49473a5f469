// What must be true of each act of people of ours when it is written down.
#include "tests/sim/oracle_day.h"

#include "core/journal/body.h"
#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/guests/presence.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/modes/messages.h"
#include "core/venue/modes/modes.h"
#include "core/venue/posts/posts.h"
#include "core/venue/staff/sign_on.h"

namespace muster::sim {
namespace {

QString shortOf(const OperationHash &hash) { return hash.toHex().left(8); }

/// Whose values are versions of one register: whoever writes has seen what it writes over.
bool isRegister(const Fact &fact)
{
    static const std::set<QString> kinds{
        QStringLiteral("post.relief_named"), QStringLiteral("gear.set"),          QStringLiteral("roll.called"),
        QStringLiteral("incident.changed"),  QStringLiteral("incident.assigned"), QStringLiteral("incident.checked"),
        QStringLiteral("incident.linked"),   QStringLiteral("cue.stepped"),       QStringLiteral("task.stepped"),
        QStringLiteral("task.assigned"),     QStringLiteral("phase.set"),         QStringLiteral("material.marked"),
        QStringLiteral("mode.hall_set"),     QStringLiteral("mode.zone_set")};
    return kinds.contains(fact.kind);
}

/// The day that a fact counts for; what lasts is of every day.
qint64 ofDay(const Fact &fact) { return fact.body.value(key("lasting")).toBool() ? -1 : fact.number("day"); }

/// What somebody wrote, if @p command writes down words as they are.
std::optional<QString> wordsOf(const Command &command)
{
    if (const auto *open = std::get_if<incidents::Open>(&command)) {
        return open->text;
    }
    if (const auto *note = std::get_if<incidents::Note>(&command)) {
        return note->text;
    }
    if (const auto *strike = std::get_if<incidents::Strike>(&command)) {
        return strike->reason;
    }
    if (const auto *say = std::get_if<messages::Say>(&command)) {
        return say->text;
    }
    if (const auto *add = std::get_if<tasks::Add>(&command)) {
        return add->name;
    }
    const auto *advance = std::get_if<tasks::Advance>(&command);
    return advance == nullptr ? std::nullopt : std::optional(advance->evidence);
}

}  // namespace

void DayOracle::violate(Station &station, const QString &what) const
{
    m_violate(QStringLiteral("device %1: %2").arg(station.index()).arg(what));
}

void DayOracle::told(const Act &act, const Answer &answer)
{
    const auto words = answer.outcome == Outcome::Done && answer.operation ? wordsOf(act.command) : std::nullopt;
    if (words) {
        m_words[*answer.operation] = *words;
    }
}

void DayOracle::learn(const Fact &fact, const Asks &isKnown)
{
    if (isRegister(fact)) {
        checkVersion(fact, isKnown);
    }
    if (fact.kind == posts::steppedKind()) {
        checkPosts(fact, isKnown);
    } else if (fact.kind == cues::steppedKind() || fact.kind == tasks::steppedKind()) {
        checkCourse(fact, isKnown);
    } else if (fact.kind == staff::pinRefusedKind() || fact.kind == staff::signedOnKind()) {
        checkPin(fact);
    }
}

qint64 DayOracle::dayOf(const Asks &isIn) const
{
    qint64 day = 0;
    for (const auto *reset : m_book.ofKind(presence::resetKind(), isIn)) {
        day = std::max(day, reset->number("day"));
    }
    return day;
}

const Fact *DayOracle::standing(const QString &subject, const Asks &isIn) const
{
    const auto day = dayOf(isIn);
    auto facts = about(subject, isIn);
    std::erase_if(facts, [day](const Fact *fact) { return ofDay(*fact) != day && ofDay(*fact) != -1; });
    return FactBook::lastOf(facts);
}

std::vector<QString> DayOracle::subjectsOf(const char *word) const
{
    const auto begin = QLatin1String(word) + QLatin1Char('/');
    std::vector<QString> found;
    for (auto entry = m_book.bySubject().lower_bound(begin);
         entry != m_book.bySubject().end() && entry->first.startsWith(begin); ++entry) {
        found.push_back(entry->first);
    }
    return found;
}

/// Of those that replaced the same one the strictest stands, whatever the clocks say.
const Fact *DayOracle::modeOf(const QString &place, const Asks &isIn) const
{
    const auto day = dayOf(isIn);
    const Fact *last = nullptr;
    const auto rank = [](const Fact &fact) {
        return std::tuple(fact.number("version"), fact.number("mode"), fact.time, fact.hash);
    };
    for (const auto *fact : about(QStringLiteral("mode/") + place, isIn)) {
        if (fact->number("day") == day && (last == nullptr || rank(*last) < rank(*fact))) {
            last = fact;
        }
    }
    return last;
}

bool DayOracle::isHallShut(const Asks &isKnown) const
{
    const auto *mode = modeOf({}, isKnown);
    return mode != nullptr && mode->number("mode") >= qint64(modes::Mode::Hold);
}

/// Who writes over a value has seen it, and says so: no clock comes between.
void DayOracle::checkVersion(const Fact &fact, const Asks &isKnown) const
{
    qint64 seen = 0;
    for (const auto *other : about(fact.subject, isKnown)) {
        const bool isSame = other->hash != fact.hash && other->kind == fact.kind && ofDay(*other) == ofDay(fact);
        seen = isSame ? std::max(seen, other->number("version")) : seen;
    }
    if (fact.number("version") <= seen) {
        m_violate(QStringLiteral("%1 says version %2 of %3 and knew of version %4")
                      .arg(shortOf(fact.hash))
                      .arg(fact.number("version"))
                      .arg(fact.subject)
                      .arg(seen));
    }
}

std::vector<DayOracle::Whereabout> DayOracle::partsOf(const Fact &fact)
{
    Whereabout step{&fact,
                    0,
                    fact.text("staff"),
                    fact.number("where"),
                    fact.text("place"),
                    fact.number("at_s"),
                    {},
                    fact.number("version")};
    if (fact.body.contains(key("until_s"))) {
        step.until = fact.number("until_s");
    }
    std::vector<Whereabout> parts{step};
    if (const auto relieved = fact.text("relieves"); !relieved.isEmpty()) {
        parts.push_back({&fact, 1, relieved, 0, {}, step.at, step.until, fact.number("relieved_version")});
    }
    return parts;
}

std::vector<DayOracle::Whereabout> DayOracle::whereaboutsOf(const Asks &isIn) const
{
    const auto day = dayOf(isIn);
    std::vector<Whereabout> all;
    for (const auto *fact : m_book.ofKind(posts::steppedKind(), isIn)) {
        if (fact->number("day") == day) {
            std::ranges::move(partsOf(*fact), std::back_inserter(all));
        }
    }
    return all;
}

/// As checkVersion(), of the people whom one act moves; and who is relieved stood there, as far as the author knew.
void DayOracle::checkPosts(const Fact &fact, const Asks &isKnown) const
{
    const auto known = whereaboutsOf([&](const auto &hash) { return hash != fact.hash && isKnown(hash); });
    for (const auto &part : partsOf(fact)) {
        const Whereabout *last = nullptr;
        for (const auto &step : known) {
            const bool isTheirs = step.staff == part.staff && !step.until && step.fact->number("day") == ofDay(fact);
            last = isTheirs && (last == nullptr || last->rank() < step.rank()) ? &step : last;
        }
        if (last != nullptr && !part.until && part.version <= last->version) {
            m_violate(QStringLiteral("%1 moves %2 as version %3 and knew of version %4")
                          .arg(shortOf(fact.hash), part.staff)
                          .arg(part.version)
                          .arg(last->version));
        }
        const bool isThere =
            last != nullptr && last->where == qint64(Whereabouts::Standing) && last->place == fact.text("place");
        if (part.part == 1 && !isThere) {
            m_violate(QStringLiteral("%1 relieves %2, who is not there").arg(shortOf(fact.hash), part.staff));
        }
    }
}

/// No step that cannot follow the one before, as far as its author knew.
void DayOracle::checkCourse(const Fact &fact, const Asks &isKnown) const
{
    const auto *before = [&]() -> const Fact * {
        auto facts = about(fact.subject, [&](const auto &hash) { return hash != fact.hash && isKnown(hash); });
        std::erase_if(facts, [&](const Fact *one) { return ofDay(*one) != ofDay(fact) || one->kind != fact.kind; });
        return FactBook::lastOf(facts);
    }();
    bool isLegal = true;
    if (fact.kind == tasks::steppedKind()) {
        static const auto plan = Genesis::plan();
        const auto *task = findByCode(plan.tasks, fact.text("task"));
        const auto state =
            before == nullptr ? TaskState::Waiting : tasks::stateAfter(tasks::Step(before->number("step")));
        isLegal =
            tasks::isLegal(task == nullptr ? TaskKind::Task : task->kind, state, tasks::Step(fact.number("step")));
    } else if (fact.subject.startsWith(QLatin1String("shift/"))) {
        const qint64 sofar = before == nullptr ? 0 : before->number("minutes");
        isLegal = fact.number("minutes") == sofar + fact.number("by");
    } else {
        const auto state = before == nullptr ? CueState::Waiting : CueState(before->number("state"));
        isLegal = cues::isLegal(state, cues::Step(fact.number("step")));
    }
    if (!isLegal) {
        m_violate(QStringLiteral("%1 goes on with %2 as if it stood otherwise").arg(shortOf(fact.hash), fact.subject));
    }
}

/// After so many wrong tries in a row at one device nobody may try on. (All of a day is shorter than the wait.)
void DayOracle::checkPin(const Fact &fact) const
{
    HybridTime proved{};
    const auto isHere = [&](const Fact &other) {
        return other.author.origin == fact.author.origin && fact.known.contains(other.hash);
    };
    const auto all = about(fact.subject, [&](const auto &hash) { return isHere(*m_book.find(hash)); });
    for (const auto *other : all) {
        if (other->kind == staff::signedOnKind() && other->body.value(key("pin")).toBool()) {
            proved = std::max(proved, other->time);
        }
    }
    const auto tries = std::ranges::count_if(
        all, [&](const Fact *other) { return other->kind == staff::pinRefusedKind() && proved < other->time; });
    if (tries >= staff::triesMax) {
        m_violate(
            QStringLiteral("a PIN is tried once more (%1) after %2 wrong tries").arg(shortOf(fact.hash)).arg(tries));
    }
    if (fact.kind == staff::signedOnKind() && !fact.body.value(key("pin")).toBool()) {
        m_violate(QStringLiteral("somebody signs on without their PIN: %1").arg(shortOf(fact.hash)));
    }
}

}  // namespace muster::sim
