// A draw done again from its protocol alone.
#include "core/venue/draws/draw_protocol.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

namespace muster::draws {
namespace {

/// Where a step stands in the hub's order, as the protocol says.
struct Rank {
    qint64 epoch = 0;
    qint64 sequence = 0;
    QString operation;
    friend auto operator<=>(const Rank &a, const Rank &b)
    {
        return std::tie(a.epoch, a.sequence, a.operation) <=> std::tie(b.epoch, b.sequence, b.operation);
    }
};

/// Checks one attempt, and keeps what the checks of the whole need.
class AttemptCheck {
public:
    AttemptCheck(const QJsonObject &json, QStringList &found) : m_json(json), m_found(found)
    {
        m_prefix = QStringLiteral("attempt %1").arg(json.value(QLatin1String("attempt")).toInteger());
        m_rank = rankOf(json, QStringLiteral("commitment"));
    }

    void run()
    {
        checkEntrants();
        checkCalls();
        checkReveal();
        checkAbort();
        checkResult();
    }
    [[nodiscard]] const Rank &rank() const { return m_rank; }
    [[nodiscard]] qint64 number() const { return m_json.value(QLatin1String("attempt")).toInteger(); }
    [[nodiscard]] bool isGivenUp() const { return m_json.value(QLatin1String("abort")).isObject(); }
    [[nodiscard]] bool stands() const { return m_json.value(QLatin1String("stands")).toBool(); }
    void say(const QString &what) { m_found << m_prefix + QStringLiteral(": ") + what; }

private:
    template<class AnyId>
    AnyId id(const QJsonObject &json, const char *name, const QString &whose)
    {
        const auto text = json.value(QLatin1String(name)).toString();
        const auto value = AnyId::fromHex(text);
        if (!value || value->toHex() != text) {
            say(QStringLiteral("%1: %2 is not %3 hexadecimal digits")
                    .arg(whose, QLatin1String(name))
                    .arg(2 * AnyId::size));
        }
        return value.value_or(AnyId{});
    }
    Rank rankOf(const QJsonObject &step, const QString &whose)
    {
        std::ignore = id<OperationHash>(step, "operation", whose);
        std::ignore = id<DeviceId>(step, "device", whose);
        return {step.value(QLatin1String("epoch")).toInteger(-1), step.value(QLatin1String("sequence")).toInteger(-1),
                step.value(QLatin1String("operation")).toString()};
    }
    /// Steps of a list must come in the hub's order, after the commitment.
    Rank follow(const QJsonObject &step, const QString &whose, const Rank &before)
    {
        auto rank = rankOf(step, whose);
        if (rank <= before) {
            say(QStringLiteral("%1 was recorded before what must precede it").arg(whose));
        }
        return rank;
    }
    void checkEntrants();
    void checkCalls();
    void checkReveal();
    void checkAbort();
    void checkResult();
    [[nodiscard]] std::vector<Missing> absences();
    void compare(const std::vector<Place> &wanted);

    QJsonObject m_json;
    QStringList &m_found;
    QString m_prefix;
    Rank m_rank;
    std::vector<Pool> m_pools;
    Hash256 m_entrantsHash;
    std::optional<qint64> m_number;  ///< That was called first.
    Rank m_numberRank;
    std::optional<Hash256> m_root;
    Rank m_revealRank;
};

void AttemptCheck::checkEntrants()
{
    qint64 count = 0;
    std::set<GuestId> all;
    for (const auto &value : m_json.value(QLatin1String("entrants")).toArray()) {
        Pool pool{value.toObject().value(QLatin1String("pool")).toString(), {}};
        if (!m_pools.empty() && m_pools.back().code.toUtf8() >= pool.code.toUtf8()) {
            say(QStringLiteral("pool %1 is not in its place among the pools").arg(pool.code));
        }
        for (const auto &entrant : value.toObject().value(QLatin1String("guests")).toArray()) {
            const auto guest = GuestId::fromHex(entrant.toString()).value_or(GuestId{});
            const bool isAscending = pool.entrants.empty() || pool.entrants.back() < guest;
            if (guest.toHex() != entrant.toString() || !isAscending || !all.insert(guest).second) {
                say(QStringLiteral("entrant %1 is malformed, named twice, or not in its place")
                        .arg(entrant.toString()));
            }
            pool.entrants.push_back(guest);
        }
        count += qint64(pool.entrants.size());
        m_pools.push_back(std::move(pool));
    }
    if (count != m_json.value(QLatin1String("entrant_count")).toInteger(-1)) {
        say(QStringLiteral("entrant_count does not fit the list of entrants, which has %1").arg(count));
    }
    m_entrantsHash = id<Hash256>(m_json, "entrants_hash", QStringLiteral("commitment"));
    if (entrantsHash(m_pools) != m_entrantsHash) {
        say(QStringLiteral("the list of entrants does not fit entrants_hash"));
    }
}

void AttemptCheck::checkCalls()
{
    auto before = m_rank;
    const auto calls = m_json.value(QLatin1String("calls")).toArray();
    for (const auto &value : calls) {
        const auto call = value.toObject();
        before = follow(call, QStringLiteral("number"), before);
        const auto number = call.value(QLatin1String("number")).toInteger(-1);
        if (number < 0 || number > numberMax) {
            say(QStringLiteral("the number is none"));
        }
        if (!m_number) {
            m_number = number;
            m_numberRank = before;
        }
    }
    if (calls.size() > 1) {
        say(QStringLiteral("%1 numbers were called").arg(calls.size()));
    }
}

void AttemptCheck::checkReveal()
{
    const auto committed = id<Hash256>(m_json, "seed_hash", QStringLiteral("commitment"));
    if (!m_json.value(QLatin1String("false_reveals")).toArray().isEmpty()) {
        say(QStringLiteral("a seed was shown that does not fit seed_hash"));
    }
    if (!m_json.value(QLatin1String("reveal")).isObject()) {
        return;
    }
    const auto reveal = m_json.value(QLatin1String("reveal")).toObject();
    const auto seed = id<Seed>(reveal, "seed", QStringLiteral("reveal"));
    const auto number = reveal.value(QLatin1String("number")).toInteger(-1);
    if (seedHash(seed) != committed) {
        say(QStringLiteral("the seed does not fit seed_hash"));
    }
    if (m_number != number) {
        say(QStringLiteral("the result was made with the number %1, which is not the one that was called").arg(number));
    }
    m_revealRank = follow(reveal, QStringLiteral("reveal"), m_number ? m_numberRank : m_rank);
    m_root = rootOf(seed, m_entrantsHash, number);
}

void AttemptCheck::checkAbort()
{
    if (!isGivenUp()) {
        return;
    }
    const auto abort = m_json.value(QLatin1String("abort")).toObject();
    const auto rank = follow(abort, QStringLiteral("abort"), m_rank);
    if (m_root && m_revealRank < rank) {
        say(QStringLiteral("it counts as given up although the seed was shown before"));
    }
    if (abort.value(QLatin1String("reason")).toString().isEmpty()) {
        say(QStringLiteral("it was given up without a reason"));
    }
    const bool hasSeed = !abort.value(QLatin1String("seed")).isNull();
    if (hasSeed && seedHash(id<Seed>(abort, "seed", QStringLiteral("abort"))).toHex() !=
                       m_json.value(QLatin1String("seed_hash")).toString()) {
        say(QStringLiteral("the seed shown when it was given up does not fit seed_hash"));
    }
}

std::vector<Missing> AttemptCheck::absences()
{
    std::vector<Missing> missing;
    auto before = m_revealRank;
    for (const auto &value : m_json.value(QLatin1String("absences")).toArray()) {
        const auto absence = value.toObject();
        before = follow(absence, QStringLiteral("absence"), before);
        missing.push_back({int(absence.value(QLatin1String("place")).toInteger()),
                           id<GuestId>(absence, "guest", QStringLiteral("absence"))});
        if (absence.value(QLatin1String("reason")).toString().isEmpty()) {
            say(QStringLiteral("an absence has no reason"));
        }
    }
    return missing;
}

void AttemptCheck::checkResult()
{
    const auto missing = absences();
    if (!m_root) {
        if (!missing.empty() || !m_json.value(QLatin1String("result")).toArray().isEmpty()) {
            say(QStringLiteral("there is a result although no seed was shown"));
        }
        return;
    }
    Terms terms;
    terms.isOrder = m_json.value(QLatin1String("order")).toBool();
    const auto winnerCount = m_json.value(QLatin1String("winners")).toInteger(-1);
    if (winnerCount < 1 || winnerCount > std::numeric_limits<int>::max()) {
        return say(QStringLiteral("winners is no number of winners"));
    }
    terms.winners = int(winnerCount);
    const auto wanted = placesOf(m_pools, *m_root, terms, missing);
    for (const auto &absence : missing) {
        const bool isUsed = std::ranges::any_of(wanted, [&](const Place &place) {
            return place.isAbsent && place.number == absence.place && place.guest == absence.guest;
        });
        if (!isUsed) {
            say(QStringLiteral("the absence of %1 does not fit place %2")
                    .arg(absence.guest.toHex())
                    .arg(absence.place));
        }
    }
    compare(wanted);
}

void AttemptCheck::compare(const std::vector<Place> &wanted)
{
    const auto given = m_json.value(QLatin1String("result")).toArray();
    if (given.size() != qsizetype(wanted.size())) {
        say(QStringLiteral("the result has %1 lines; recomputed it has %2").arg(given.size()).arg(wanted.size()));
    }
    for (qsizetype i = 0; i < std::min(given.size(), qsizetype(wanted.size())); ++i) {
        const auto line = given.at(i).toObject();
        const auto &right = wanted[std::size_t(i)];
        const bool isRight = line.value(QLatin1String("place")).toInteger() == right.number &&
                             line.value(QLatin1String("pool")).toString() == right.pool &&
                             line.value(QLatin1String("rank")).toInteger() == right.rank &&
                             line.value(QLatin1String("guest")).toString() == right.guest.toHex() &&
                             line.value(QLatin1String("absent")).toBool() == right.isAbsent;
        if (!isRight) {
            say(QStringLiteral("line %1 of the result does not fit: recomputed it is place %2, %3%4")
                    .arg(i + 1)
                    .arg(right.number)
                    .arg(right.guest.toHex(), right.isAbsent ? QStringLiteral(", absent") : QString()));
        }
    }
}

/// What only all attempts together show.
void checkTogether(std::vector<AttemptCheck> &attempts)
{
    bool isFirst = true;
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        if (attempts[i].number() < 1 || attempts[i].number() > qint64(i) + 1) {
            attempts[i].say(QStringLiteral("an attempt before it is missing"));
        }
        if (i > 0 && attempts[i].rank() <= attempts[i - 1].rank()) {
            attempts[i].say(QStringLiteral("it is not in its place among the attempts"));
        }
        const bool counts = isFirst && !attempts[i].isGivenUp();
        if (attempts[i].stands() != counts) {
            attempts[i].say(QStringLiteral("stands does not fit: the first attempt that was not given up stands"));
        }
        if (!attempts[i].isGivenUp() && !isFirst) {
            attempts[i].say(QStringLiteral("another attempt stands that was not given up"));
        }
        isFirst = isFirst && attempts[i].isGivenUp();
    }
}

template<class AnyId>
std::optional<AnyId> idFrom(const QJsonObject &json, const char *name)
{
    return AnyId::fromHex(json.value(QLatin1String(name)).toString());
}

void checkSeal(const QJsonObject &protocol, QStringList &found)
{
    const auto seal = protocol.value(QLatin1String("seal")).toObject();
    const auto event = idFrom<EventId>(seal, "event");
    const auto eventKey = idFrom<PublicKey>(seal, "event_key");
    const auto deviceKey = idFrom<PublicKey>(seal, "device_key");
    const auto byEvent = idFrom<Signature>(seal, "by_event");
    const auto signature = idFrom<Signature>(seal, "signature");
    if (!event || !eventKey || !deviceKey || !byEvent || !signature) {
        found << QStringLiteral("seal: there is none, or it is malformed");
        return;
    }
    if (!Credential{*deviceKey, *byEvent}.isValid(*event, *eventKey)) {
        found << QStringLiteral("seal: the event's key does not vouch for the device that signed");
    }
    if (!verify(*signature, sealedBytes(protocol), *deviceKey)) {
        found << QStringLiteral("seal: something was changed after the protocol was written");
    }
}

}  // namespace

QStringList miscalculations(const QJsonObject &protocol)
{
    const bool isKnown = protocol.value(QLatin1String("format")).toString() == QLatin1String("muster-draw-protocol") &&
                         protocol.value(QLatin1String("version")).toInteger() == 1;
    if (!isKnown) {
        return {QStringLiteral("format: this is no protocol of a draw, or of a later version")};
    }
    QStringList found;
    if (protocol.value(QLatin1String("algorithm")).toObject().value(QLatin1String("name")).toString() !=
        algorithmName()) {
        found << QStringLiteral("algorithm: the name is not %1").arg(algorithmName());
    }
    std::vector<AttemptCheck> attempts;
    for (const auto &attempt : protocol.value(QLatin1String("attempts")).toArray()) {
        attempts.emplace_back(attempt.toObject(), found).run();
    }
    if (attempts.empty()) {
        found << QStringLiteral("attempts: there are none");
    }
    checkTogether(attempts);
    return found;
}

QStringList mismatches(const QJsonObject &protocol)
{
    auto found = miscalculations(protocol);
    checkSeal(protocol, found);
    return found;
}

}  // namespace muster::draws
