// How the day went, what went out and how the hall runs, when everything has healed.
#include "core/journal/body.h"
#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/day/views.h"
#include "core/venue/materials/serials.h"
#include "core/venue/modes/modes.h"
#include "tests/sim/oracle_day.h"

namespace muster::sim {

void DayOracle::checkEnd(Station &station, const DayEnd &end) const
{
    checkWhereabouts(station, end);
    checkTenancies(station, end);
    checkReadiness(station, end);
    checkGear(station, end);
    checkRoll(station, end);
    checkHelpers(station, end);
    checkIncidents(station, end);
    checkCues(station, end);
    checkTasks(station, end);
    checkMaterials(station, end);
    checkSerials(station, end);
    checkModes(station, end);
    checkAudit(station, end);
}

void DayOracle::checkShown(Station &station, const DayView &day, const DayEnd &end) const
{
    checkWords(station, end);
    checkSecrets(station);
    checkMessages(station, day, end);
    checkAlerts(station, day, end);
    const auto *mode = modeOf({}, end.isOfTheDay);
    const auto shown = day.modes.empty() ? modes::Mode::Normal : day.modes.front().mode;
    if (qint64(shown) != (mode == nullptr ? 0 : mode->number("mode"))) {
        violate(station, QStringLiteral("shows the hall as %1").arg(modes::toString(shown)));
    }
}

/// Its state, why it went in spite of a rule, and how far it was moved: each as the last said.
void DayOracle::checkCues(Station &station, const DayEnd &end) const
{
    std::ignore = station.device().journal().read([&](State &state) {
        auto course = cues::course(state);
        for (const auto &cue : Genesis::plan().cues) {
            const auto &now = course[cue.code];
            const auto *last = standing(QStringLiteral("cue/") + cue.code, end.isOfTheDay);
            const auto *moved = standing(QStringLiteral("shift/") + cue.code, end.isOfTheDay);
            const bool hasBegun = last != nullptr && (last->number("step") == qint64(cues::Step::Go) ||
                                                      last->body.contains(key("started")));
            const bool isSame = qint64(now.state) == (last == nullptr ? 0 : last->number("state")) &&
                                now.overrideReason == (last == nullptr ? QString() : last->text("override")) &&
                                now.shiftMinutes == (moved == nullptr ? 0 : moved->number("minutes")) &&
                                now.startedAt.has_value() == hasBegun;
            if (!isSame) {
                violate(station, QStringLiteral("cue %1 is %2 and moved by %3, told was another")
                                     .arg(cue.code, cues::toString(now.state))
                                     .arg(now.shiftMinutes));
            }
        }
    });
}

void DayOracle::checkTasks(Station &station, const DayEnd &end) const
{
    const auto day = dayOf(end.isOfTheDay);
    std::ignore = station.device().journal().read([&](State &state) {
        static const auto plan = Genesis::plan();
        const auto all = tasks::all(state, plan);
        for (const auto &task : all) {
            const auto *last = standing(QStringLiteral("task/") + task.code, end.isOfTheDay);
            const auto now = tasks::nowOf(state, task);
            const auto told =
                last == nullptr ? TaskState::Waiting : tasks::stateAfter(tasks::Step(last->number("step")));
            const auto *owner = standing(QStringLiteral("task-owner/") + task.code, end.isOfTheDay);
            const bool isTheirs = owner == nullptr || owner->text("owner") == task.owner;
            if (now.state != told || now.evidence != (last == nullptr ? QString() : last->text("evidence")) ||
                now.reason != (last == nullptr ? QString() : last->text("override")) || !isTheirs) {
                violate(station, QStringLiteral("task %1 of %2 is %3, told was another")
                                     .arg(task.code, task.owner, tasks::toString(now.state)));
            }
        }
        const auto isToday = [day](const Fact *fact) { return fact->number("day") == day; };
        const auto added = std::ranges::count_if(m_book.ofKind(tasks::addedKind(), end.isOfTheDay), isToday);
        if (std::ssize(all) != std::ssize(plan.tasks) + added) {
            violate(station, QStringLiteral("%1 tasks came up, %2 are known").arg(added).arg(all.size()));
        }
        auto &rounds = state.statement("SELECT count(*) FROM task_round WHERE day = ?");
        bindAll(rounds, day).executeStep();
        const auto proofs = std::ranges::count_if(m_book.ofKind(tasks::roundKind(), end.isOfTheDay), isToday);
        if (rounds.getColumn(0).getInt64() != proofs) {
            violate(
                station,
                QStringLiteral("%1 rounds were gone, %2 are known").arg(proofs).arg(rounds.getColumn(0).getInt64()));
        }
        const auto *phase = standing(QStringLiteral("phase/"), end.isOfTheDay);
        if (qint64(tasks::phaseNow(state).phase) != (phase == nullptr ? 0 : phase->number("phase"))) {
            violate(station, QStringLiteral("is in another phase of the day than was told"));
        }
    });
}

/// The sum of everything that anybody counted.
void DayOracle::checkMaterials(Station &station, const DayEnd &end) const
{
    const auto day = dayOf(end.isOfTheDay);
    std::map<QString, materials::Sums> told;
    for (const auto *fact : m_book.ofKind(materials::movedKind(), end.isOfTheDay)) {
        if (fact->number("day") == day) {
            told[fact->text("material")].at(std::size_t(fact->number("step"))) += fact->number("count");
        }
    }
    std::ignore = station.device().journal().read([&](State &state) {
        if (materials::sums(state) != told) {
            violate(station, QStringLiteral("has counted materials otherwise than was told"));
        }
    });
}

/// Of each serial what was said last, and disputed if two say different things that nobody knew of both.
void DayOracle::checkSerials(Station &station, const DayEnd &end) const
{
    if (end.areRightsAmiss) {
        return;  // What an author had seen is said by how far each chain went: of a chain with two ends that is vague.
    }
    const auto day = dayOf(end.isOfTheDay);
    auto marks = about(QStringLiteral("serials/forms"), end.isOfTheDay);
    std::erase_if(marks, [day](const Fact *mark) { return mark->number("day") != day; });
    std::map<int, std::pair<qint64, bool>> told;
    for (int serial = 1; serial <= Genesis::serialCount; ++serial) {
        auto here = marks;
        std::erase_if(
            here, [serial](const Fact *mark) { return serial < mark->number("from") || mark->number("to") < serial; });
        std::set<qint64> said;
        for (const auto *mark : here) {
            if (std::ranges::none_of(here, [mark](const Fact *other) { return other->known.contains(mark->hash); })) {
                said.insert(mark->number("step"));
            }
        }
        if (const auto *last = FactBook::lastOf(here)) {
            told[serial] = {last->number("step"), said.size() > 1};
        }
    }
    std::map<int, std::pair<qint64, bool>> found;
    std::ignore = station.device().journal().read([&](State &state) {
        for (const auto &run : serials::runs(state, QStringLiteral("forms"))) {
            for (int serial = run.first; serial <= run.last; ++serial) {
                found[serial] = {qint64(run.step), run.isDisputed};
            }
        }
    });
    for (const auto &[serial, what] : told) {
        const auto known = found.find(serial);
        if (known == found.end() || known->second != what) {
            violate(station,
                    QStringLiteral("form %1 is %2%3, told was %4%5")
                        .arg(serial)
                        .arg(known == found.end() ? -1 : known->second.first)
                        .arg(known != found.end() && known->second.second ? QStringLiteral(" disputed") : QString())
                        .arg(what.first)
                        .arg(what.second ? QStringLiteral(" disputed") : QString()));
        }
    }
    if (found.size() != told.size()) {
        violate(station, QStringLiteral("knows of %1 forms, %2 were marked").arg(found.size()).arg(told.size()));
    }
}

void DayOracle::checkModes(Station &station, const DayEnd &end) const
{
    std::ignore = station.device().journal().read([&](State &state) {
        for (const auto &place : {QString(), QStringLiteral("A"), QStringLiteral("H")}) {
            const auto *told = modeOf(place, end.isOfTheDay);
            const auto found = modes::settingOf(state, place);
            const bool isSame = told == nullptr ? !found
                                                : found && qint64(found->mode) == told->number("mode") &&
                                                      found->reason == told->text("reason");
            if (!isSame) {
                violate(station, QStringLiteral("another mode is in force at \"%1\" than was set").arg(place));
            }
        }
    });
}

}  // namespace muster::sim
