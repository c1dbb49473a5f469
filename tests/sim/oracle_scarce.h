#pragma once
#include "core/venue/act.h"
#include "core/venue/clashes.h"
#include "tests/sim/station.h"

#include <unordered_map>
#include <unordered_set>

namespace muster::sim {

/// The part of the oracle that watches what is given once: numbers, calls, prizes, units.
///
/// Like the rest of it, it uses no fold of the venue: it reads the operations as they are written, keeps which of them
/// their author had, and adds up the rights that they move by itself.
class ScarceOracle {
public:
    using Say = std::function<void(const QString &)>;
    using Asks = std::function<bool(const OperationHash &)>;

    explicit ScarceOracle(Say violate) : m_violate(std::move(violate)) {}

    /// @p station wrote @p operation; @p isKnown: had its author that other one?
    void learn(int station, const Operation &operation, const Asks &isKnown);
    /// What @p operation is about and which step it is, for the trace; empty: nothing of these.
    [[nodiscard]] static QString describe(const Operation &operation);
    void told(const Act &act, const Answer &answer);

    /// How far the checks at the end may go.
    struct End {
        Asks isOfTheDay;
        bool areRightsAmiss = false;
        std::set<DeviceId> mayFork;  ///< Devices on old disks that could not know it.
    };
    /// Everything has healed and nobody is at work: every right is where it is of use.
    void checkHome(const std::vector<Station *> &stations, const End &end);
    /// And after everybody who waited was called.
    void checkEnd(const std::vector<Station *> &stations, const End &end);
    [[nodiscard]] quint64 clashCount() const { return m_clashCount; }

private:
    struct Posting {
        QString resource;
        QString from;
        QString to;
        qint64 count = 0;
    };
    struct Fact {
        OperationHash hash;
        QString kind;
        StreamKey author;
        HybridTime time;
        RequestId request;
        QCborMap body;
        QString subject;  ///< What it is about, e.g. "ticket/<id>".
        std::vector<Posting> postings;
        std::unordered_set<OperationHash> known;  ///< Of the same subject, when it was written.

        [[nodiscard]] QString text(const char *name) const;
        [[nodiscard]] qint64 number(const char *name) const;
        [[nodiscard]] QByteArray bytes(const char *name) const;
        [[nodiscard]] bool isByHub() const;
        /// The order of a register's values.
        [[nodiscard]] auto rank() const { return std::tuple(number("version"), time, hash); }
    };
    using Facts = std::vector<const Fact *>;
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

    [[nodiscard]] static QString subjectOf(const Operation &operation, const QCborMap &body);
    [[nodiscard]] static bool isContender(const Fact &fact);
    [[nodiscard]] Facts about(const QString &subject, const Asks &isIn) const;
    [[nodiscard]] static const Fact *lastOf(const Facts &facts);
    [[nodiscard]] bool isLive(const QString &ticket, const Asks &isKnown) const;

    void checkCall(const Fact &fact) const;
    void checkUnit(const Fact &fact) const;
    void checkIssue(const Fact &fact, const Asks &isKnown) const;
    void checkGrant(const Fact &fact, const Asks &isKnown) const;
    void checkEnded(const Fact &fact) const;
    void checkBudget(const Fact &fact, const Asks &isKnown) const;

    [[nodiscard]] Accounts accountsOf(const End &end) const;
    [[nodiscard]] std::map<QString, Waiting> ticketsOf(const End &end) const;
    [[nodiscard]] bool isOpen(const QString &counter, const End &end) const;
    [[nodiscard]] std::map<ConflictId, Expected> clashesOf(const End &end, const Accounts &accounts) const;
    void expectPrizes(const End &end, const Accounts &accounts, std::map<ConflictId, Expected> &expected) const;
    void checkAccounts(Station &hub, const End &end, const Accounts &accounts) const;
    void checkClashes(Station &station, const End &end, const std::map<ConflictId, Expected> &expected) const;
    void checkTold(const End &end) const;

    Say m_violate;
    std::unordered_map<OperationHash, Fact> m_facts;
    std::map<QString, std::vector<OperationHash>> m_bySubject;
    std::vector<std::pair<Act, Answer>> m_told;
    quint64 m_clashCount = 0;
};

}  // namespace muster::sim
