#pragma once
#include "tests/sim/oracle_day.h"
#include "tests/sim/oracle_floor.h"
#include "tests/sim/oracle_hubs.h"
#include "tests/sim/oracle_scarce.h"

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
    /// @p station's disk is about to be replaced: what nobody else has may be gone for ever. @p notYetSafe is how much
    /// of its own it showed to be so.
    void diskLost(Station &station, std::optional<quint64> notYetSafe);
    /// @p station says that all up to @p heads is durable there.
    void acknowledged(int station, const VersionVector &heads);
    void submitted(int station, const RequestId &request)
    {
        m_actOf.emplace(request, request);
        m_stationOf[request] = station;
        ++m_openTries[request];
    }
    /// The act of @p before is tried once more, as @p request.
    void triedAgain(const RequestId &before, const RequestId &request) { m_actOf.emplace(request, m_actOf.at(before)); }
    /// A person was told @p answer by @p station.
    void told(Station &station, const Act &act, const Answer &answer);
    /// @p device starts on an old disk that it cannot know to be old: until it hears of itself its chain may fork.
    void mayFork(Station &station)
    {
        m_mayFork.insert(station.id());
        m_isHubOld = m_isHubOld || m_hubs.wasHub(station.id());
    }
    /// Nothing that @p station alone holds is owed any more.
    void revoked(int station);

    /// Laws that hold at any moment, on any device.
    void checkNow(Station &station);
    /// After healing, while counters stand still: rights are where they are of use. The hub is the first of @p
    /// stations.
    void checkHome(const std::vector<Station *> &stations);
    /// After healing: @p stations (all of them linked, not revoked, the hub first) must agree with each other and with
    /// this.
    void checkEnd(const std::vector<Station *> &stations);

    [[nodiscard]] quint64 conflictCount() const { return m_conflictCount + m_scarce.clashCount(); }
    [[nodiscard]] std::size_t operationCount() const { return m_items.size(); }

private:
    struct Item {
        enum class Kind { Other, Epoch, Told, Granted, Refused, Voided, Annulled, Resolved, Reset, Moved, Scarce };
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
        quint64 epoch = 0;                        ///< In which it was written; of an epoch's record: which one.
        bool isLost = false;
        bool wasElsewhere = false;  ///< On another disk that was lost.
        bool isScarce = false;      ///< Moves rights of what is given once.
        quint64 incarnation = 0;
        quint64 sequence = 0;
        std::map<std::pair<DeviceId, quint64>, quint64> lengths;  ///< Of what its author had, if it moves rights.

        [[nodiscard]] bool movesRights() const
        {
            return kind == Kind::Told || kind == Kind::Voided || kind == Kind::Moved || isScarce;
        }
    };
    using Lengths = std::map<std::pair<DeviceId, quint64>, quint64>;  ///< How far each chain goes.
    struct Seen {
        qint64 lastRow = 0;
        std::unordered_set<OperationHash> all;
        std::map<GuestId, std::vector<OperationHash>> byGuest;
        std::vector<OperationHash> acknowledged;  ///< And not yet found here.
        quint64 epoch = 0;                        ///< The highest whose record is here.
        bool isReplaced = false;                  ///< The disk is not the first one.
        Lengths have;
        Lengths needed;                             ///< By moves of rights that are here: what their authors had.
        std::unordered_set<OperationHash> missing;  ///< Named by moves of rights that are here, and still on their way.
    };
    struct Told {
        int station = 0;
        Answer answer;
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

    /// The order in which steps of a guest go.
    [[nodiscard]] static auto rankOf(const Item &item)
    {
        return std::tuple(item.day, item.version, item.time, item.origin, item.hash);
    }
    Item &learn(int station, const Operation &operation, Seen &seen);
    static void read(Item &item, const Operation &operation);
    void count(const Item &item, int sign);
    void checkDecision(const Item &fact);
    void checkFirm(const Item &fact);
    void checkDoor(const Item &fact, const FactBook::Asks &isKnown);
    void checkRights(Station &hub);
    void checkOnce(const Item &item, const QString &kind);
    void checkEpoch(const Item &item, const DeviceId &author);
    void checkAcknowledged(int station);
    void checkTold(const std::vector<Station *> &stations);
    void checkAgreement(const std::vector<Station *> &stations);
    void checkReplay(Station &station);
    void checkAlerts(const Station &station, const DayView &day);
    void checkGuests(Station &station);
    void checkConflicts(const GuestId &guest, const Expected &expected, State &state);
    [[nodiscard]] bool isOfTheDay(const Item &item) const;
    [[nodiscard]] DayEnd endOf() const;
    /// Who is where, as far as @p seen goes;
    [[nodiscard]] FloorOracle::People peopleOf(const Seen &seen) const;
    /// and when all is known, judgements with it.
    [[nodiscard]] FloorOracle::People peopleOf(Station &station);
    /// True if all is here that the authors of what is here had: the law of rights holds on such sets.
    [[nodiscard]] static bool isClosed(const Seen &seen);
    static void arrive(Seen &seen, const Item &item);
    [[nodiscard]] bool isReset(const Item &fact) const;
    [[nodiscard]] bool isAnnulled(const Item &fact) const;
    [[nodiscard]] bool excludes(const Item &a, const Item &b) const;
    [[nodiscard]] std::vector<const Item *> factsOf(const GuestId &guest) const;
    /// Of each conflict, its rule and session: what an id hides.
    using Names = std::map<ConflictId, std::pair<QString, QString>>;
    [[nodiscard]] static Names namesOf(State &state);
    [[nodiscard]] Expected expect(const GuestId &guest, const Names &names);

    Say m_violate;
    Say m_trace;
    FactBook m_book;
    ScarceOracle m_scarce;
    FloorOracle m_floor;
    DayOracle m_daily;
    HubOracle m_hubs;
    int m_hub = 0;  ///< At the end: what it has is the day.
    std::unordered_map<OperationHash, Item> m_items;
    std::map<GuestId, std::vector<OperationHash>> m_byGuest;
    std::vector<Seen> m_seen;
    std::vector<bool> m_isRevoked;
    std::vector<Told> m_told;
    std::map<RequestId, RequestId> m_actOf;  ///< Of a request: the first one of the same human act.
    std::map<RequestId, int> m_stationOf;
    std::set<RequestId> m_isLastFailed;     ///< Told last that it failed: staff settle what the hub granted since.
    std::map<RequestId, Answer> m_answers;  ///< The last to each request.
    std::map<RequestId, int> m_openTries;   ///< How often it was asked for without an answer.
    std::set<RequestId> m_isToldDespiteGrant;
    std::map<std::pair<QString, RequestId>, OperationHash> m_done;  ///< By kind and act.
    std::map<std::tuple<DeviceId, quint64, quint64>, OperationHash> m_chain;
    std::map<QString, Told> m_numbers;
    std::map<QString, int> m_used;  ///< Places in use, by zone.
    std::unordered_set<OperationHash> m_released;
    std::map<OperationHash, std::vector<OperationHash>> m_annulments;  ///< By what they annul.
    qint64 m_day = 0;
    std::vector<OperationHash> m_resets;
    /// Rights may be amiss: operations are gone with the hub's disk, or a device spent once more what it had spent on
    /// a disk that it could not know to be old.
    bool m_areRightsAmiss = false;
    std::set<DeviceId> m_mayFork;
    bool m_isHubOld = false;  ///< And does not know it: it may grant again what it granted on the disk that is gone.
    quint64 m_conflictCount = 0;
    quint64 m_checkCount = 0;
};

}  // namespace muster::sim
