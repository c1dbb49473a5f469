// Where people of ours stood, what they hold and who was seen, when everything has healed.
#include "core/journal/body.h"
#include "core/venue/posts/gear.h"
#include "core/venue/posts/helpers.h"
#include "core/venue/posts/posts.h"
#include "core/venue/posts/roll.h"
#include "tests/sim/oracle_day.h"

namespace muster::sim {
namespace {

constexpr std::size_t instantsMax = 5;  ///< At which one post is looked at.

}  // namespace

void DayOracle::checkWhereabouts(Station &station, const DayEnd &end) const
{
    const auto all = whereaboutsOf(end.isOfTheDay);
    std::map<QString, const Whereabout *> last;
    for (const auto &step : all) {
        auto &known = last[step.staff];
        known = step.until || (known != nullptr && step.rank() < known->rank()) ? known : &step;
    }
    std::ignore = station.device().journal().read([&](State &state) {
        for (const auto &[staff, step] : last) {
            const auto now = posts::now(state, staff);
            const bool isSame = step == nullptr ? !now
                                                : now && qint64(now->whereabouts) == step->where &&
                                                      now->place == step->place && now->operation == step->fact->hash;
            if (!isSame) {
                violate(station, QStringLiteral("%1 is at \"%2\", was told to be at \"%3\"")
                                     .arg(staff, now ? now->place : QString(), step ? step->place : QString()));
            }
            const auto told = std::ranges::count(all, staff, &Whereabout::staff);
            if (std::ssize(posts::historyOf(state, staff)) != told) {
                violate(station,
                        QStringLiteral("%1 words were told about where %2 is, others are kept").arg(told).arg(staff));
            }
        }
    });
}

/// Who stood at a post at some instant: from one word about them to the next, as authors said when it was.
void DayOracle::checkTenancies(Station &station, const DayEnd &end) const
{
    const auto all = whereaboutsOf(end.isOfTheDay);
    const auto endOf = [&](const Whereabout &stay) {
        const Whereabout *next = nullptr;
        for (const auto &step : all) {
            const bool isAfter = step.staff == stay.staff && !step.until && stay.rank() < step.rank();
            next = isAfter && (next == nullptr || step.rank() < next->rank()) ? &step : next;
        }
        return stay.until ? stay.until : next == nullptr ? std::nullopt : std::optional(next->at);
    };
    std::map<QString, std::vector<const Whereabout *>> stays;
    for (const auto &step : all) {
        if (step.where == qint64(Whereabouts::Standing)) {
            stays[step.place].push_back(&step);
        }
    }
    std::ignore = station.device().journal().read([&](State &state) {
        for (const auto &[post, there] : stays) {
            for (std::size_t i = 0; i < std::min(there.size(), instantsMax); ++i) {
                const auto instant = there[i * there.size() / std::min(there.size(), instantsMax)]->at;
                std::multiset<OperationHash> expected;
                for (const auto *stay : there) {
                    const auto until = endOf(*stay);
                    if (stay->at <= instant && (!until || instant < std::max(stay->at, *until))) {
                        expected.insert(stay->fact->hash);
                    }
                }
                std::multiset<OperationHash> found;
                for (const auto &stay : posts::standingAt(state, post, fromMsecs(instant * 1'000))) {
                    found.insert(stay.operation);
                }
                if (found != expected) {
                    violate(station, QStringLiteral("%1 stood at %2 at %3, it were %4")
                                         .arg(found.size())
                                         .arg(post)
                                         .arg(instant)
                                         .arg(expected.size()));
                }
            }
        }
    });
}

/// What is ticked of everybody, and who is named to relieve whom.
void DayOracle::checkReadiness(Station &station, const DayEnd &end) const
{
    using Rank = std::tuple<qint64, HybridTime, OperationHash>;
    const auto day = dayOf(end.isOfTheDay);
    std::map<std::pair<QString, QString>, std::pair<Rank, bool>> ticks;
    const auto add = [&](const Fact &fact, qint64 version, bool isOn) {
        for (const auto &item : fact.body.value(key("ticks")).toArray()) {
            auto &last = ticks[{fact.text("staff"), item.toString()}];
            last = std::max(last, std::pair(Rank{version, fact.time, fact.hash}, isOn));
        }
    };
    for (const auto *fact : m_book.ofKind(posts::tickedKind(), end.isOfTheDay)) {
        if (fact->number("day") == day) {
            add(*fact, fact->number("version"), fact->body.value(key("on")).toBool());
        }
    }
    for (const auto *fact : m_book.ofKind(posts::steppedKind(), end.isOfTheDay)) {
        if (fact->number("day") == day) {
            add(*fact, fact->number("tick_version"), true);
        }
    }
    std::ignore = station.device().journal().read([&](State &state) {
        const auto ticked = posts::ticked(state);
        for (const auto &[tick, last] : ticks) {
            if (ticked.value(tick.first).on.contains(tick.second) != last.second) {
                violate(station, QStringLiteral("%1 of %2 is in order, or is not").arg(tick.second, tick.first));
            }
        }
        std::map<QString, QString> reliefs;
        for (const auto &relief : posts::reliefs(state)) {
            reliefs[relief.staff] = relief.post + QLatin1Char(' ') + relief.relief;
        }
        for (const auto &subject : subjectsOf("relief")) {
            const auto *last = standing(subject, end.isOfTheDay);
            const auto named = last == nullptr || last->text("relief").isEmpty()
                                   ? QString()
                                   : last->text("post") + QLatin1Char(' ') + last->text("relief");
            if (const auto found = reliefs.find(subject.section(QLatin1Char('/'), 1));
                (found == reliefs.end() ? QString() : found->second) != named) {
                violate(station, QStringLiteral("%1 is to be by somebody else than was told").arg(subject));
            }
        }
    });
}

/// Who hands a thing on has it no more: one holder, and all of them are remembered.
void DayOracle::checkGear(Station &station, const DayEnd &end) const
{
    const auto day = dayOf(end.isOfTheDay);
    std::ignore = station.device().journal().read([&](State &state) {
        std::map<QString, QStringList> holders;
        for (const auto &stay : gear::out(state)) {
            holders[stay.tag] << stay.staff;
        }
        for (const auto &subject : subjectsOf("gear")) {
            const auto tag = subject.section(QLatin1Char('/'), 1);
            const auto *last = standing(subject, end.isOfTheDay);
            const bool isOut = last != nullptr && last->body.value(key("out")).toBool();
            if (holders[tag] != (isOut ? QStringList(last->text("staff")) : QStringList())) {
                violate(station,
                        QStringLiteral("%1 is with \"%2\", was told to be with \"%3\"")
                            .arg(tag, holders[tag].join(QLatin1Char(' ')), isOut ? last->text("staff") : QString()));
            }
            const auto stays = gear::historyOf(state, tag);
            const auto told = std::ranges::count_if(about(subject, end.isOfTheDay), [day](const Fact *fact) {
                return fact->number("day") == day && fact->body.value(key("out")).toBool();
            });
            const auto open =
                std::ranges::count_if(stays, [](const gear::Stay &stay) { return !stay.until.has_value(); });
            if (std::ssize(stays) != told || open != (isOut ? 1 : 0)) {
                violate(station, QStringLiteral("%1 had %2 holders, %3 of them still, and %4 were told")
                                     .arg(tag)
                                     .arg(stays.size())
                                     .arg(open)
                                     .arg(told));
            }
        }
    });
}

/// Of everybody, staff or guest, the last word.
void DayOracle::checkRoll(Station &station, const DayEnd &end) const
{
    std::ignore = station.device().journal().read([&](State &state) {
        std::map<QString, bool> calls;
        for (const auto &call : roll::calls(state)) {
            const auto guest = call.guest ? QString::fromLatin1(call.guest->toBytes().toHex()) : QString();
            calls[QStringLiteral("roll/%1/%2").arg(call.staff, guest)] = call.isPresent;
        }
        for (const auto &subject : subjectsOf("roll")) {
            const auto *last = standing(subject, end.isOfTheDay);
            const auto found = calls.find(subject);
            const bool isSame =
                last == nullptr ? found == calls.end()
                                : found != calls.end() && found->second == last->body.value(key("present")).toBool();
            if (!isSame) {
                violate(station, QStringLiteral("%1 was seen, or was not").arg(subject));
            }
        }
    });
}

void DayOracle::checkHelpers(Station &station, const DayEnd &end) const
{
    const auto day = dayOf(end.isOfTheDay);
    std::multiset<OperationHash> told;
    std::map<QString, OperationHash> codes;
    for (const auto *fact : m_book.ofKind(helpers::kind(), end.isOfTheDay)) {
        if (fact->number("day") == day) {
            told.insert(fact->hash);
        }
        if (!codes.emplace(fact->text("code"), fact->hash).second && !end.areRightsAmiss) {
            violate(station, QStringLiteral("two helpers are called %1").arg(fact->text("code")));
        }
    }
    std::multiset<OperationHash> found;
    std::ignore = station.device().journal().read([&](State &state) {
        for (const auto &helper : helpers::all(state)) {
            found.insert(helper.operation);
        }
    });
    if (found != told) {
        violate(station, QStringLiteral("%1 helpers came, %2 are known").arg(told.size()).arg(found.size()));
    }
}

}  // namespace muster::sim
