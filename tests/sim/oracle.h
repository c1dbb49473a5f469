#pragma once
#include "tests/sim/station.h"

#include <unordered_map>
#include <unordered_set>

namespace muster::sim {

/// Knows better than any device: sees every operation when it is made and in which order each device got to know it,
/// and derives from that, by the plainest means, what the devices must come to.
///
/// Why it exists: devices that agree can all be wrong. Nothing here uses the folds of the venue; who knew what is taken
/// from the order of arrival at each device, not from what operations claim.
class Oracle {
public:
    using Say = std::function<void(const QString &)>;

    Oracle(int stationCount, Say violate, Say trace);

    /// Reads what is new in @p station's log. Call it after everything that may have committed.
    void observe(Station &station);
    /// @p station starts on a disk that may be another one.
    void restarted(Station &station);
    /// @p station's disk is about to be replaced: what nobody else has may be gone for ever.
    void diskLost(Station &station, const std::vector<Station *> &others);
    /// A person was told @p answer by @p station.
    void told(const Station &station, const Act &act, const Answer &answer);
    /// @p device starts on an old disk that it cannot know to be old: until it hears of itself its chain may fork.
    void mayFork(const DeviceId &device) { m_mayFork.insert(device); }
    /// Nothing that @p station alone holds is owed any more.
    void revoked(int station) { m_isRevoked[std::size_t(station)] = true; }

    /// Laws that hold at any moment, on any device.
    void checkNow(Station &station);
    /// After healing: @p stations (all of them linked, not revoked) must agree with each other and with this.
    void checkEnd(const std::vector<Station *> &stations);

    [[nodiscard]] quint64 conflictCount() const { return m_conflictCount; }
    [[nodiscard]] std::size_t operationCount() const { return m_items.size(); }

private:
    struct Item {
        enum class Kind { Other, Told, Granted, Refused, Voided, Annulled, Resolved, Reset, Moved };
        Kind kind = Kind::Other;
        int station = 0;
        OperationHash hash;
        DeviceId origin;
        HybridTime time;
        RequestId request;
        GuestId guest;
        QString session;
        QString zone;
        int step = 0;
        int companions = 0;
        int places = 0;
        qint64 version = 0;
        qint64 day = 0;
        bool isProvisional = false;
        bool isOverride = false;
        std::vector<OperationHash> targets;  ///< Grants, judged, annulled, released.
        ConflictId conflict;
        int decision = 0;
        QString outcome;
        std::unordered_set<OperationHash> known;  ///< Of the same guest, when it was decided.
        bool isLost = false;

        [[nodiscard]] bool movesRights() const
        {
            return kind == Kind::Told || kind == Kind::Voided || kind == Kind::Moved;
        }
    };
    struct Seen {
        qint64 lastRow = 0;
        std::unordered_set<OperationHash> all;
        std::map<GuestId, std::vector<OperationHash>> byGuest;
        std::unordered_set<OperationHash> missing;  ///< Named by moves of rights that are here, and still on their way.
    };
    struct Told {
        int station = 0;
        RequestId request;
        Outcome outcome = Outcome::Failed;
        OperationHash operation;
    };
    /// What must be found of one guest.
    struct Expected {
        struct Conflict {
            std::vector<OperationHash> rivals;
            bool isOpen = false;
        };
        std::map<std::pair<QString, QString>, Conflict> conflicts;  ///< By rule and session.
        std::vector<const Item *> standing;
        const Item *place = nullptr;
        bool isInside = false;
        int ins = 0;
    };

    Item &learn(int station, const Operation &operation, Seen &seen);
    static void read(Item &item, const Operation &operation);
    void count(const Item &item, int sign);
    void checkDecision(const Item &fact);
    void checkTold(const std::vector<Station *> &stations);
    void checkAgreement(const std::vector<Station *> &stations);
    void checkGuests(Station &station);
    void checkConflicts(const GuestId &guest, const Expected &expected, State &state);
    [[nodiscard]] bool isOfTheDay(const Item &item) const;
    [[nodiscard]] bool isAnnulled(const Item &fact) const;
    [[nodiscard]] bool excludes(const Item &a, const Item &b) const;
    [[nodiscard]] std::vector<const Item *> factsOf(const GuestId &guest) const;
    [[nodiscard]] Expected expect(const GuestId &guest, const std::map<ConflictId, std::pair<QString, QString>> &names);

    Say m_violate;
    Say m_trace;
    std::unordered_map<OperationHash, Item> m_items;
    std::map<GuestId, std::vector<OperationHash>> m_byGuest;
    std::vector<Seen> m_seen;
    std::vector<bool> m_isRevoked;
    std::vector<Told> m_told;
    std::map<RequestId, OperationHash> m_factOf;
    std::map<QString, RequestId> m_numbers;
    std::map<QString, int> m_used;  ///< Places in use, by zone.
    std::unordered_set<OperationHash> m_released;
    std::map<OperationHash, std::vector<OperationHash>> m_annulments;  ///< By what they annul.
    qint64 m_day = 0;
    bool m_isHubLossy = false;  ///< The hub's disk was replaced and operations of it are gone: rights may be amiss.
    std::set<DeviceId> m_mayFork;
    quint64 m_conflictCount = 0;
};

}  // namespace muster::sim
