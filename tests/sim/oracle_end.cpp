// What must be true when everything has healed.
#include "core/authority/ledger.h"
#include "core/venue/day/day_query.h"
#include "core/venue/day/tally.h"
#include "core/venue/guests/presence.h"
#include "core/venue/scarce/rights.h"
#include "tests/sim/oracle.h"

namespace muster::sim {

void Oracle::checkHome(const std::vector<Station *> &stations)
{
    m_hub = stations.front()->index();
    m_scarce.checkHome(stations, endOf());
    if (!m_areRightsAmiss && !m_isHubOld) {
        m_hubs.checkHome(stations);
    }
}

void Oracle::checkEnd(const std::vector<Station *> &stations)
{
    m_hub = stations.front()->index();
    for (const auto &[hash, item] : m_items) {
        m_day = item.kind == Item::Kind::Reset && isOfTheDay(item) ? std::max(m_day, item.day) : m_day;
    }
    checkAgreement(stations);
    checkTold(stations);
    checkRights(*stations.front());
    m_scarce.checkEnd(stations, endOf());
    m_floor.checkEnd(stations, endOf(), peopleOf(*stations.front()));
    m_daily.checkEnd(*stations.front(), endOf());
    for (auto *station : stations) {
        const auto day = station->device().day();
        checkAlerts(*station, day);
        m_daily.checkShown(*station, day, endOf());
        checkGuests(*station);
    }
}

DayEnd Oracle::endOf() const
{
    return {[this](const OperationHash &hash) { return isOfTheDay(m_items.at(hash)); }, m_areRightsAmiss || m_isHubOld,
            m_mayFork};
}

void Oracle::checkAgreement(const std::vector<Station *> &stations)
{
    auto &first = stations.front()->device().journal();
    for (auto *station : stations) {
        auto &journal = station->device().journal();
        const auto name = QStringLiteral("device %1: ").arg(station->index());
        if (journal.vector() != first.vector()) {
            m_violate(name + QStringLiteral("has other operations than the hub"));
        } else if (journal.digest() != first.digest()) {
            m_violate(name + QStringLiteral("has the hub's operations but another state"));
        }
        const auto dead = journal.deadLetters();
        if (dead && !dead->empty()) {
            m_violate(name + QStringLiteral("dead letter %1: %2").arg(dead->front().kind, dead->front().why));
        }
    }
    // The state of all is one, as their digests say; that it is right, and comes of any order of arrival, is looked at
    // where there is most to see, and at one other, each day another.
    checkReplay(*stations.front());
    if (stations.size() > 1) {
        checkReplay(*stations[1 + m_items.size() % (stations.size() - 1)]);
    }
}

/// Its log and its tables are sound, and the one makes the other again.
void Oracle::checkReplay(Station &station)
{
    auto &journal = station.device().journal();
    const auto name = QStringLiteral("device %1: ").arg(station.index());
    const auto faults = station.device().faults();
    if (!faults) {
        m_violate(name + QStringLiteral("cannot be verified: ") + faults.error().detail);
    } else if (!faults->isEmpty() && !m_areRightsAmiss) {
        m_violate(name + faults->front());
    }
    const auto live = journal.digest();
    if (!journal.foldAnew() || journal.digest() != live) {
        m_violate(name + QStringLiteral("folds to another state when it folds anew"));
    }
    QStringList again;
    std::ignore = journal.read([&](State &state) { again = day_query::faults(state); });
    if (!again.isEmpty() && !m_areRightsAmiss) {
        m_violate(name + QStringLiteral("after folding anew: ") + again.front());
    }
}

void Oracle::checkAlerts(const Station &station, const DayView &day)
{
    for (const auto &alert : day.alerts) {
        const bool isFork = alert.kind == QLatin1String("device_fork");
        const auto device = DeviceId::fromHex(alert.id.section(QLatin1Char(':'), 1)).value_or(DeviceId{});
        if (alert.kind == QLatin1String("device_quarantine") || alert.kind == QLatin1String("device_digest") ||
            (isFork && !m_mayFork.contains(device))) {
            m_violate(QStringLiteral("device %1: raises %2: %3").arg(station.index()).arg(alert.kind, alert.text.en));
        }
    }
}

/// Rights have come home: no more places are in use than guests have, and no grant waits for somebody who was answered.
void Oracle::checkRights(Station &hub)
{
    if (m_areRightsAmiss) {
        return;
    }
    std::ignore = hub.device().journal().read([&](State &state) {
        std::map<QString, qint64> held;
        for (const auto &[guest, hashes] : m_byGuest) {
            const auto day = presence::dayOf(state, guest);
            held[day.place ? day.place->zone : QString()] += day.isInside ? day.place->places : 0;
        }
        for (const auto &zone : {QStringLiteral("D"), QStringLiteral("E")}) {
            const auto used = ledger::balance(state, rights::placeResource(zone), ledger::used());
            if (used > held[zone]) {
                m_violate(QStringLiteral("%1 places of zone %2 are in use, by guests who have %3")
                              .arg(used)
                              .arg(zone)
                              .arg(held[zone]));
            }
        }
        auto &rows = state.statement("SELECT DISTINCT request FROM verdict v WHERE granted = 1"
                                     " AND NOT EXISTS(SELECT 1 FROM claim_end e WHERE e.claim_op = v.op)"
                                     " AND NOT EXISTS(SELECT 1 FROM told_request t WHERE t.request = v.request)");
        while (rows.executeStep()) {
            const auto request = idOf<RequestId>(rows.getColumn(0));
            const auto answer = m_answers.find(request);
            // A try that the power cut short is for staff to settle, unless the device knew better when asked again.
            const bool isForStaff = m_openTries[request] > 0 && !m_isToldDespiteGrant.contains(request);
            if (!m_actOf.contains(request)) {
                m_violate(
                    QStringLiteral("a grant waits for request %1, which nobody made").arg(request.toHex().left(6)));
            } else if (answer != m_answers.end() && !m_isLastFailed.contains(request) && !isForStaff &&
                       !m_isRevoked[std::size_t(m_stationOf.at(request))] &&
                       !m_seen[std::size_t(m_stationOf.at(request))].isReplaced) {
                m_violate(QStringLiteral("a grant waits for request %1, which was told %2")
                              .arg(request.toHex().left(6), toString(answer->second.outcome)));
            }
        }
    });
}

void Oracle::checkTold(const std::vector<Station *> &stations)
{
    for (const auto &told : m_told) {
        const auto operation = *told.answer.operation;
        const auto item = m_items.find(operation);
        if (item == m_items.end()) {
            m_violate(QStringLiteral("device %1 told what it never stored: %2")
                          .arg(told.station)
                          .arg(operation.toHex().left(8)));
            continue;
        }
        if (item->second.isLost || m_isRevoked[std::size_t(item->second.station)]) {
            continue;  // Only as many as the device showed as not yet safe.
        }
        for (auto *station : stations) {
            if (!m_seen[std::size_t(station->index())].all.contains(operation)) {
                m_violate(QStringLiteral("what device %1 told (%2 %3) is not at device %4")
                              .arg(told.station)
                              .arg(toString(told.answer.outcome), operation.toHex().left(8))
                              .arg(station->index()));
                break;
            }
        }
    }
}

std::vector<const Oracle::Item *> Oracle::factsOf(const GuestId &guest) const
{
    std::vector<const Item *> facts;
    const auto found = m_byGuest.find(guest);
    for (const auto &hash : found == m_byGuest.end() ? std::vector<OperationHash>() : found->second) {
        const Item &item = m_items.at(hash);
        if (item.kind == Item::Kind::Told && isOfTheDay(item)) {
            facts.push_back(&item);
        }
    }
    return facts;
}

bool Oracle::excludes(const Item &a, const Item &b) const
{
    return a.hash != b.hash && a.step == 0 && b.step == 0 && a.session == b.session && !isReset(a) && !isReset(b) &&
           !a.known.contains(b.hash) && !b.known.contains(a.hash);
}

Oracle::Expected Oracle::expect(const GuestId &guest, const Names &names)
{
    Expected expected;
    const auto facts = factsOf(guest);
    for (const auto *fact : facts) {
        const bool isRival = std::ranges::any_of(facts, [&](const Item *other) { return excludes(*fact, *other); });
        if (!isRival) {
            continue;
        }
        auto &conflict = expected.conflicts[{QStringLiteral("sign_in_twice"), fact->session}];
        conflict.rivals.push_back(fact->hash);
        conflict.isOpen = conflict.isOpen || (!isAnnulled(*fact) && std::ranges::any_of(facts, [&](const Item *other) {
                              return excludes(*fact, *other) && !isAnnulled(*other);
                          }));
    }
    for (const auto *fact : facts) {
        if (fact->step == 0 && fact->day < m_day && !isReset(*fact)) {
            auto &missed = expected.conflicts[{QStringLiteral("told_before_reset"), fact->session}];
            missed.rivals.push_back(fact->hash);
            missed.isOpen = missed.isOpen || !isAnnulled(*fact);
        }
        for (const auto &hash : m_byGuest.at(guest)) {
            const Item &verdict = m_items.at(hash);
            if (verdict.kind == Item::Kind::Refused && isOfTheDay(verdict) && verdict.request == fact->request &&
                verdict.outcome != QLatin1String("already_in") && fact->isProvisional && fact->step == 0) {
                auto &conflict = expected.conflicts[{QStringLiteral("refused_but_admitted"), fact->session}];
                conflict.rivals.push_back(fact->hash);
                conflict.isOpen = conflict.isOpen || !isAnnulled(*fact);
                break;
            }
        }
    }
    std::unordered_set<OperationHash> setAside;
    std::vector<const Item *> judgements;
    for (const auto &hash : facts.empty() ? std::vector<OperationHash>() : m_byGuest.at(guest)) {
        const Item &item = m_items.at(hash);
        if (item.kind == Item::Kind::Resolved && isOfTheDay(item)) {
            judgements.push_back(&item);
        }
    }
    std::ranges::sort(judgements, [](const Item *a, const Item *b) {
        return std::tuple(a->time, a->hash) > std::tuple(b->time, b->hash);
    });
    std::set<std::pair<QString, QString>> settled;
    for (const auto *judgement : judgements) {
        const auto name = names.find(judgement->conflict);
        const auto found = name == names.end() ? expected.conflicts.end() : expected.conflicts.find(name->second);
        if (found == expected.conflicts.end() || settled.contains(name->second)) {
            continue;
        }
        std::vector<OperationHash> stands;
        std::ranges::copy_if(found->second.rivals, std::back_inserter(stands),
                             [&](const auto &hash) { return !isAnnulled(m_items.at(hash)); });
        const bool isWhole = std::ranges::all_of(stands, [&](const auto &hash) {
            return std::ranges::find(judgement->targets, hash) != judgement->targets.end();
        });
        if (isWhole) {
            settled.insert(name->second);
            found->second.isOpen = false;
            if (Decision(judgement->decision) == Decision::AnnulAll) {
                setAside.insert(stands.begin(), stands.end());
            } else if (Decision(judgement->decision) != Decision::KeepAll) {
                // Which one of them is kept is the venue's own order; that one is kept is what matters here.
                expected.ins = -1;
            }
        }
    }
    const bool isOpenOutcome = expected.ins < 0;
    expected.ins = isOpenOutcome ? -1 : 0;
    for (const auto *fact : facts) {
        if (isAnnulled(*fact) || setAside.contains(fact->hash)) {
            continue;
        }
        expected.standing.push_back(fact);
        if (!isOpenOutcome) {
            expected.ins += fact->step == 0 ? 1 : 0;
        }
        if (expected.place == nullptr || rankOf(*expected.place) < rankOf(*fact)) {
            expected.place = fact;
        }
    }
    expected.isInside = expected.ins != 0 && expected.place != nullptr && expected.place->step != 1;
    return expected;
}

void Oracle::checkConflicts(const GuestId &guest, const Expected &expected, State &state)
{
    std::set<std::pair<QString, QString>> found;
    for (const auto &conflict : presence::conflicts(state, 10'000)) {
        if (conflict.guest != guest) {
            continue;
        }
        const std::pair name(conflict.rule, conflict.session);
        const auto wanted = expected.conflicts.find(name);
        if (!found.insert(name).second || wanted == expected.conflicts.end()) {
            m_violate(QStringLiteral("a conflict where none is: %1 of %2").arg(conflict.rule, guest.toHex().left(8)));
            continue;
        }
        auto rivals = conflict.rivals;
        auto truth = wanted->second.rivals;
        std::ranges::sort(rivals);
        std::ranges::sort(truth);
        if (rivals != truth) {
            const auto listed = [](const std::vector<OperationHash> &hashes) {
                QStringList names;
                std::ranges::transform(hashes, std::back_inserter(names),
                                       [](const auto &hash) { return hash.toHex().left(8); });
                return names.join(QLatin1Char(' '));
            };
            m_violate(QStringLiteral("conflict %1 of %2 names the rivals %3, there are %4")
                          .arg(conflict.rule, guest.toHex().left(8), listed(rivals), listed(truth)));
        } else if (conflict.isOpen != wanted->second.isOpen) {
            m_violate(
                QStringLiteral("conflict %1 of %2 is %3")
                    .arg(conflict.rule, guest.toHex().left(8),
                         conflict.isOpen ? QStringLiteral("open but judged") : QStringLiteral("closed unjudged")));
        }
    }
    for (const auto &[name, conflict] : expected.conflicts) {
        if (!found.contains(name)) {
            m_violate(
                QStringLiteral("a silent double: no conflict %1 for guest %2").arg(name.first, guest.toHex().left(8)));
        }
    }
}

void Oracle::checkGuests(Station &station)
{
    int headcount = 0;
    bool isExact = true;
    QString wrong;
    std::ignore = station.device().journal().read([&](State &state) {
        const auto names = namesOf(state);
        for (const auto &[guest, hashes] : m_byGuest) {
            const auto expected = expect(guest, names);
            m_conflictCount += station.index() == m_hub ? expected.conflicts.size() : 0;
            checkConflicts(guest, expected, state);
            if (expected.ins < 0) {
                isExact = false;
                continue;
            }
            const auto found = presence::dayOf(state, guest);
            const bool isElsewhere =
                expected.place != nullptr && found.place &&
                (found.place->zone != expected.place->zone || found.place->companions != expected.place->companions);
            if (isElsewhere || found.isInside != expected.isInside || found.standingIns != expected.ins ||
                (expected.place != nullptr && (!found.place || found.place->operation != expected.place->hash))) {
                const auto words = [](bool isInside, int ins, const OperationHash &place) {
                    return QStringLiteral("%1, %2 sign-ins, by %3")
                        .arg(isInside ? QStringLiteral("in") : QStringLiteral("out"))
                        .arg(ins)
                        .arg(place.toHex().left(8));
                };
                wrong = QStringLiteral("%1 (%2; told: %3)")
                            .arg(guest.toHex().left(8),
                                 words(found.isInside, found.standingIns,
                                       found.place ? found.place->operation : OperationHash{}),
                                 words(expected.isInside, expected.ins,
                                       expected.place != nullptr ? expected.place->hash : OperationHash{}));
            }
            headcount += expected.isInside ? 1 + expected.place->companions : 0;
        }
    });
    if (!wrong.isEmpty()) {
        m_violate(QStringLiteral("device %1 places guest %2 elsewhere than what was told says")
                      .arg(station.index())
                      .arg(wrong));
    }
    qint64 shown = 0;
    std::ignore =
        station.device().journal().read([&](State &state) { shown = tally::of(state, QStringLiteral("inside")); });
    if (isExact && shown != headcount) {
        m_violate(QStringLiteral("device %1 shows %2 persons, what was told makes %3")
                      .arg(station.index())
                      .arg(shown)
                      .arg(headcount));
    }
}

}  // namespace muster::sim
