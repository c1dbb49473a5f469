// Draws, done again from what was written down.
#include "core/journal/body.h"
#include "core/venue/draws/draw_protocol.h"
#include "tests/sim/oracle_floor.h"

#include <QJsonArray>

namespace muster::sim {
namespace {

QString shortOf(const OperationHash &hash) { return hash.toHex().left(8); }

}  // namespace

/// From the parts that the commitment names, wherever they are by now.
std::vector<draws::Pool> FloorOracle::entrantsOf(const Fact &commit) const
{
    std::map<Hash256, const Fact *> parts;
    for (const auto *part : m_book.ofKind(QStringLiteral("draw.entrants"), [](const auto &) { return true; })) {
        parts[draws::partHash(part->text("pool"), part->bytes("guests"))] = part;
    }
    std::vector<draws::Pool> pools;
    for (const auto &value : commit.body.value(key("parts")).toArray()) {
        const auto part = parts.find(Hash256::fromBytes(value.toByteArray()).value_or(Hash256{}));
        if (part == parts.end()) {
            return {};
        }
        if (pools.empty() || pools.back().code != part->second->text("pool")) {
            pools.push_back({part->second->text("pool"), {}});
        }
        const auto guests = part->second->bytes("guests");
        for (qsizetype at = 0; at < guests.size(); at += GuestId::size) {
            pools.back().entrants.push_back(
                GuestId::fromBytes(QByteArrayView(guests).sliced(at, GuestId::size)).value_or(GuestId{}));
        }
    }
    return pools;
}

/// Of the day that @p isIn knows of, in the order of the hubs.
std::vector<FloorOracle::Attempt> FloorOracle::attemptsOf(const QString &draw, const Asks &isIn) const
{
    std::vector<Attempt> attempts;
    auto commits = about(QStringLiteral("draw/") + draw, isIn);
    const auto day = dayOf(isIn);
    std::erase_if(commits, [&](const Fact *commit) { return commit->number("day") != day; });
    std::ranges::sort(commits, {}, [](const Fact *fact) { return fact->place(); });
    for (const auto *commit : commits) {
        Attempt attempt{commit, {}, nullptr, nullptr, {}, {}};
        auto steps = about(QStringLiteral("attempt/") + commit->hash.toHex(), isIn);
        std::ranges::sort(steps, {}, [](const Fact *fact) { return fact->place(); });
        for (const auto *step : steps) {
            if (step->kind == draws::calledKind()) {
                attempt.calls.push_back(step);
            } else if (step->kind == draws::absentKind()) {
                attempt.absences.push_back(step);
            } else if (step->kind == draws::revealedKind() && attempt.showing == nullptr) {
                attempt.showing = step;
            } else if (step->kind == draws::abortedKind() && attempt.givingUp == nullptr) {
                attempt.givingUp = attempt.showing == nullptr ? step : nullptr;
            }
        }
        const auto seed =
            draws::Seed::fromBytes(attempt.showing == nullptr ? QByteArray() : attempt.showing->bytes("seed"));
        if (seed && attempt.givingUp == nullptr) {
            std::vector<draws::Missing> missing;
            for (const auto *absence : attempt.absences) {
                missing.push_back(
                    {int(absence->number("place")), GuestId::fromBytes(absence->bytes("guest")).value_or(GuestId{})});
            }
            const auto pools = entrantsOf(*commit);
            const auto root = draws::rootOf(*seed, draws::entrantsHash(pools), attempt.showing->number("number"));
            attempt.places = draws::placesOf(
                pools, root, {commit->body.value(key("order")).toBool(), int(commit->number("winners"))}, missing);
        }
        attempts.push_back(std::move(attempt));
    }
    return attempts;
}

/// A draw begins when none of its kind goes on, among those who came, are listed as committed, and have not won today.
void FloorOracle::checkCommit(const Fact &fact, const Asks &isKnown, const People &people) const
{
    const auto name = QStringLiteral("draw %1 (%2)").arg(fact.text("draw"), shortOf(fact.hash));
    if (!m_hubs.contains(fact.author.origin)) {
        m_violate(name + QStringLiteral(" is begun by a device that was never the hub"));
    }
    for (const auto &attempt : attemptsOf(fact.text("draw"), isKnown)) {
        if (attempt.givingUp == nullptr) {
            m_violate(name + QStringLiteral(" begins although %1 goes on").arg(shortOf(attempt.commit->hash)));
        }
    }
    std::set<GuestId> winners;
    static const auto plan = Genesis::plan();
    for (const auto &draw : plan.draws) {
        for (const auto &attempt : draw.isOrder ? std::vector<Attempt>() : attemptsOf(draw.code, isKnown)) {
            for (const auto &place : attempt.places) {
                winners.insert(place.isAbsent ? GuestId{} : place.guest);
            }
        }
    }
    const auto pools = entrantsOf(fact);
    if (draws::entrantsHash(pools).toBytes() != fact.bytes("list")) {
        m_violate(name + QStringLiteral(" has other entrants than those it committed to"));
    }
    qint64 count = 0;
    for (const auto &pool : pools) {
        for (const auto &entrant : pool.entrants) {
            const auto ins = people.standingIns.find(entrant);
            const bool hasCome = !people.isExact || (ins != people.standingIns.end() && ins->second > 0);
            if (!hasCome || (winners.contains(entrant) && !fact.body.value(key("order")).toBool())) {
                m_violate(name + QStringLiteral(" has an entrant who %1")
                                     .arg(hasCome ? QStringLiteral("won before") : QStringLiteral("did not come")));
            }
            ++count;
        }
    }
    qint64 wanted = 0;
    for (const auto &[guest, ins] : people.standingIns) {
        const bool isIn = ins > 0 && (fact.body.value(key("order")).toBool() || !winners.contains(guest));
        wanted += isIn ? 1 : 0;
    }
    if (people.isExact && wanted != count) {
        m_violate(name + QStringLiteral(" has %1 entrants, %2 may take part").arg(count).arg(wanted));
    }
}

/// Number after commitment, seed after number, absences after the seed; once shown, nothing is given up.
void FloorOracle::checkStep(const Fact &fact, const Asks &isKnown) const
{
    const auto name = QStringLiteral("%1 (%2)").arg(fact.kind, shortOf(fact.hash));
    const auto *commit = m_book.find(fact.hashIn("commit"));
    if (commit == nullptr || !isKnown(commit->hash)) {
        m_violate(name + QStringLiteral(" follows no commitment that its device knew"));
        return;
    }
    const auto attempts = attemptsOf(commit->text("draw"), isKnown);
    const auto attempt = std::ranges::find(attempts, commit, &Attempt::commit);
    if (attempt == attempts.end()) {
        m_violate(name + QStringLiteral(" is of a day that is over"));
        return;
    }
    QString wrong;
    if (attempt->givingUp != nullptr) {
        wrong = QStringLiteral("follows what was given up");
    } else if (fact.kind == draws::calledKind() && !attempt->calls.empty()) {
        wrong = QStringLiteral("calls a second number");
    } else if (fact.kind == draws::revealedKind()) {
        const auto seed = draws::Seed::fromBytes(fact.bytes("seed"));
        const bool isCommitted = seed && draws::seedHash(*seed).toBytes() == commit->bytes("seed_hash");
        const bool isCalled =
            !attempt->calls.empty() && attempt->calls.front()->number("number") == fact.number("number");
        wrong = !isCommitted ? QStringLiteral("shows another seed")
                : !isCalled  ? QStringLiteral("uses a number that the hall did not call")
                             : QString();
    } else if (fact.kind == draws::absentKind()) {
        const bool isThere = std::ranges::any_of(attempt->places, [&](const draws::Place &place) {
            return place.number == fact.number("place") && place.guest.toBytes() == fact.bytes("guest") &&
                   !place.isAbsent;
        });
        wrong = isThere ? QString() : QStringLiteral("names somebody who does not hold that place");
    } else if (fact.kind == draws::abortedKind() && attempt->showing != nullptr) {
        wrong = QStringLiteral("gives up a draw whose seed was shown");
    }
    if (!wrong.isEmpty()) {
        m_violate(name + QLatin1Char(' ') + wrong);
    }
}

/// The protocol can be done again by anybody, names every attempt, and is the same wherever it is asked for.
void FloorOracle::checkDraws(Station &station, const DayEnd &end, std::map<QString, QJsonObject> &first) const
{
    const auto plan = Genesis::plan();
    for (const auto &draw : plan.draws) {
        const auto name = QStringLiteral("device %1, draw %2: ").arg(station.index()).arg(draw.code);
        const auto attempts = attemptsOf(draw.code, end.isOfTheDay);
        QJsonObject protocol;
        std::ignore = station.device().journal().read([&](State &state) {
            const auto made = draws::protocolOf(state, plan, draw.code);
            protocol = made ? *made : QJsonObject();
        });
        if (attempts.empty() != protocol.isEmpty()) {
            m_violate(name + QStringLiteral("%1 attempts, and %2 protocol")
                                 .arg(attempts.size())
                                 .arg(protocol.isEmpty() ? QStringLiteral("no") : QStringLiteral("a")));
            continue;
        }
        const auto [known, isFirst] = first.try_emplace(draw.code, protocol);
        if (!isFirst) {
            if (known->second != protocol) {
                m_violate(name + QStringLiteral("another protocol than elsewhere"));
            }
            continue;
        }
        const auto wrong = attempts.empty() ? QStringList() : draws::miscalculations(protocol);
        if (!wrong.isEmpty() && !end.areRightsAmiss) {
            m_violate(name + wrong.front());
        }
        checkAttempts(protocol, attempts, name);
    }
}

void FloorOracle::checkAttempts(const QJsonObject &protocol, const std::vector<Attempt> &attempts,
                                const QString &name) const
{
    const auto list = protocol.value(QLatin1String("attempts")).toArray();
    if (list.size() != qsizetype(attempts.size())) {
        m_violate(name + QStringLiteral("the protocol names %1 attempts of %2").arg(list.size()).arg(attempts.size()));
        return;
    }
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        const auto json = list.at(qsizetype(i)).toObject();
        if (json.value(QLatin1String("operation")).toString() != attempts[i].commit->hash.toHex()) {
            m_violate(name + QStringLiteral("attempt %1 is another one").arg(i + 1));
        }
        if (json.value(QLatin1String("abort")).isObject() != (attempts[i].givingUp != nullptr)) {
            m_violate(name + QStringLiteral("attempt %1 was given up, or was not").arg(i + 1));
        }
        std::set<QString> winners;
        qsizetype placeCount = 0;
        for (const auto &value : json.value(QLatin1String("result")).toArray()) {
            winners.insert(value.toObject().value(QLatin1String("guest")).toString());
            ++placeCount;
        }
        if (qsizetype(winners.size()) != placeCount) {
            m_violate(name + QStringLiteral("somebody wins twice"));
        }
        const bool isShown = attempts[i].givingUp == nullptr && attempts[i].showing != nullptr;
        if (isShown && placeCount != qsizetype(attempts[i].places.size())) {
            m_violate(name + QStringLiteral("%1 places, %2 follow from what was written")
                                 .arg(placeCount)
                                 .arg(attempts[i].places.size()));
        }
    }
}

}  // namespace muster::sim
