#pragma once
#include "core/venue/draws/draws.h"
#include "tests/sim/fact_book.h"
#include "tests/sim/station.h"

#include <QJsonObject>

namespace muster::sim {

/// The part of the oracle that watches the floor: people counted by hand, sales and their gifts, draws, things lent,
/// whose guest is whose.
///
/// Like the rest of it, it uses no fold of the venue. What it takes from there are rules that anybody can recompute:
/// how entrants get their order.
class FloorOracle {
public:
    using Say = std::function<void(const QString &)>;
    using Asks = FactBook::Asks;
    using Facts = FactBook::Facts;
    /// What scans say of the guests.
    struct People {
        std::map<QString, qint64> persons;  ///< By zone, with companions.
        std::map<GuestId, int> standingIns;
        bool isExact = true;  ///< False where a judgement, whose order of rivals is the venue's own, decides.
    };

    FloorOracle(const FactBook &book, Say violate) : m_book(book), m_violate(std::move(violate)) {}

    /// @p fact was written by a device that knew what @p isKnown says; @p people: what it knew of guests.
    void learn(const Fact &fact, const Asks &isKnown, const std::function<People()> &people);
    /// Everything has healed: @p stations must come to what was written. @p people: who is where.
    void checkEnd(const std::vector<Station *> &stations, const DayEnd &end, const People &people) const;

private:
    /// A draw, as far as @p isIn goes.
    struct Attempt {
        const Fact *commit = nullptr;
        Facts calls;
        const Fact *showing = nullptr;
        const Fact *givingUp = nullptr;
        Facts absences;
        std::vector<draws::Place> places;
    };

    void checkRecount(const Fact &fact, const Asks &isKnown, const People &people);
    void checkUndo(const Fact &fact, const Asks &isKnown) const;
    void checkVoid(const Fact &fact) const;
    void checkGift(const Fact &fact, const Asks &isKnown) const;
    void checkCommit(const Fact &fact, const Asks &isKnown, const People &people) const;
    void checkStep(const Fact &fact, const Asks &isKnown) const;
    void checkZones(Station &station, const DayEnd &end, const People &people) const;
    void checkSales(Station &station, const DayEnd &end) const;
    void checkRecoveries(Station &station, const DayEnd &end) const;
    void checkDraws(Station &station, const DayEnd &end, std::map<QString, QJsonObject> &first) const;
    void checkAttempts(const QJsonObject &protocol, const std::vector<Attempt> &attempts, const QString &name) const;
    void checkRegisters(Station &station, const DayEnd &end) const;

    [[nodiscard]] Facts about(const QString &subject, const Asks &isIn) const { return m_book.about(subject, isIn); }
    /// How many resets of the day @p isIn names.
    [[nodiscard]] qint64 dayOf(const Asks &isIn) const;
    [[nodiscard]] bool isUndone(const Fact &count, const Asks &isIn) const;
    [[nodiscard]] bool isVoid(const Fact &sale, const Asks &isIn) const;
    [[nodiscard]] bool hasBought(const QByteArray &guest, const Asks &isIn) const;
    [[nodiscard]] std::vector<Attempt> attemptsOf(const QString &draw, const Asks &isIn) const;
    [[nodiscard]] std::vector<draws::Pool> entrantsOf(const Fact &commit) const;

    const FactBook &m_book;
    Say m_violate;
    std::map<OperationHash, qint64> m_absorbed;  ///< Of each recount: what gates had counted, as its device knew.
    std::set<DeviceId> m_hubs;                   ///< Devices that ever held authority.
};

}  // namespace muster::sim
