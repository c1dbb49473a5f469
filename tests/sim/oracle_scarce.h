#pragma once
#include "core/venue/act.h"
#include "core/venue/scarce/clashes.h"
#include "tests/sim/fact_book.h"
#include "tests/sim/station.h"

namespace muster::sim {

/// The part of the oracle that watches what is given once: numbers, calls, prizes, units.
///
/// Like the rest of it, it uses no fold of the venue: it reads the operations as they are written, and adds up the
/// rights that they move by itself.
class ScarceOracle {
public:
    using Say = std::function<void(const QString &)>;
    using Asks = FactBook::Asks;
    using Facts = FactBook::Facts;
    using End = DayEnd;

    ScarceOracle(const FactBook &book, Say violate) : m_book(book), m_violate(std::move(violate)) {}

    /// @p fact was written; @p isKnown: had its author that other one?
    void learn(const Fact &fact, const Asks &isKnown);
    void told(const Act &act, const Answer &answer);

    /// Everything has healed and nobody is at work: every right is where it is of use.
    void checkHome(const std::vector<Station *> &stations, const End &end);
    /// And after everybody who waited was called.
    void checkEnd(const std::vector<Station *> &stations, const End &end);
    [[nodiscard]] quint64 clashCount() const { return m_clashCount; }

private:
    /// What must be found of one clash: who is in it at least, and at most.
    struct Expected {
        std::set<OperationHash> rivals;
        bool isExact = false;
    };
    struct Accounts {
        std::map<QString, std::map<QString, qint64>> balances;  ///< By resource and holder.
        std::set<QString> setAside;
    };
    struct Waiting {
        const Fact *last = nullptr;  ///< Step or issue.
        const Fact *issue = nullptr;
    };

    [[nodiscard]] static bool isContender(const Fact &fact);
    [[nodiscard]] Facts about(const QString &subject, const Asks &isIn) const { return m_book.about(subject, isIn); }
    [[nodiscard]] bool isLive(const QString &ticket, const Asks &isKnown) const;

    void checkStep(const Fact &fact) const;
    void checkUnit(const Fact &fact) const;
    void checkIssue(const Fact &fact, const Asks &isKnown) const;
    void checkGrant(const Fact &fact, const Asks &isKnown) const;
    void checkEnded(const Fact &fact, const Asks &isKnown) const;
    void checkBudget(const Fact &fact, const Asks &isKnown) const;

    [[nodiscard]] Accounts accountsOf(const End &end) const;
    [[nodiscard]] std::map<QString, Waiting> ticketsOf(const End &end) const;
    [[nodiscard]] bool isOpen(const QString &counter, const End &end) const;
    [[nodiscard]] std::map<ConflictId, Expected> clashesOf(const End &end, const Accounts &accounts) const;
    void expectPrizes(const End &end, const Accounts &accounts, std::map<ConflictId, Expected> &expected) const;
    void expectOneEnd(const QString &subject, const End &end, std::map<ConflictId, Expected> &expected) const;
    void checkAccounts(Station &hub, const End &end, const Accounts &accounts) const;
    void checkClashes(Station &station, const End &end, const std::map<ConflictId, Expected> &expected) const;
    void checkTold(const End &end) const;
    void checkBatches(const End &end) const;

    const FactBook &m_book;
    Say m_violate;
    std::vector<std::pair<Act, Answer>> m_told;
    quint64 m_clashCount = 0;
};

}  // namespace muster::sim
