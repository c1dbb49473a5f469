#pragma once
#include "core/base/clock.h"
#include "core/journal/operation.h"

#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace muster::sim {

/// One operation about what is given once or counted by hand, about people or the course of the day, as it was
/// written.
struct Fact {
    struct Posting {
        QString resource;
        QString from;
        QString to;
        qint64 count = 0;
    };
    OperationHash hash;
    QString kind;
    StreamKey author;
    Epoch epoch{};
    Sequence sequence{};
    HybridTime time;
    RequestId request;
    QString actor;
    QCborMap body;
    QString subject;  ///< What it is about, e.g. "ticket/<id>".
    std::vector<Posting> postings;
    std::unordered_set<OperationHash> known;  ///< Of the same subject, when it was written.

    [[nodiscard]] QString text(const char *name) const;
    [[nodiscard]] qint64 number(const char *name) const;
    [[nodiscard]] QByteArray bytes(const char *name) const;
    [[nodiscard]] OperationHash hashIn(const char *name) const;
    [[nodiscard]] bool isByHub() const;
    /// The order of a register's values,
    [[nodiscard]] auto rank() const { return std::tuple(number("version"), time, hash); }
    /// and of what hubs write.
    [[nodiscard]] auto place() const { return std::tuple(epoch, sequence, hash); }
};

/// Every such operation that any device wrote, by what it is about, with which of the others its author had.
///
/// Why it exists: the oracles derive from it what devices must come to; it uses no fold of the venue.
class FactBook {
public:
    using Asks = std::function<bool(const OperationHash &)>;
    using Facts = std::vector<const Fact *>;

    /// @p isKnown: had its author that other one? Null: @p operation is about nothing of these.
    const Fact *learn(const Operation &operation, const Asks &isKnown);
    /// What @p operation is about and which step it is, for the trace; empty: nothing of these.
    [[nodiscard]] static QString describe(const Operation &operation);

    [[nodiscard]] const Fact *find(const OperationHash &hash) const;
    [[nodiscard]] Facts about(const QString &subject, const Asks &isIn) const;
    [[nodiscard]] Facts ofKind(const QString &kind, const Asks &isIn) const;
    [[nodiscard]] const std::unordered_map<OperationHash, Fact> &all() const { return m_facts; }
    [[nodiscard]] const std::map<QString, std::vector<OperationHash>> &bySubject() const { return m_bySubject; }
    /// The value of a register that counts.
    [[nodiscard]] static const Fact *lastOf(const Facts &facts);

private:
    std::unordered_map<OperationHash, Fact> m_facts;
    std::map<QString, std::vector<OperationHash>> m_bySubject;
    std::map<QString, std::vector<OperationHash>> m_byKind;
};

/// How far the checks at the end of a day may go.
struct DayEnd {
    FactBook::Asks isOfTheDay;
    bool areRightsAmiss = false;
    std::set<DeviceId> mayFork;  ///< Devices on old disks that could not know it.
};

}  // namespace muster::sim
