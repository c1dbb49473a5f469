#pragma once
#include "core/venue/act.h"
#include "tests/sim/fact_book.h"
#include "tests/sim/station.h"

namespace muster {
struct DayView;
}

namespace muster::sim {

/// The part of the oracle that watches people of ours and the course of the day: posts, gear, roll call, incidents,
/// cues, tasks, things and documents, modes, messages, alerts, PINs.
///
/// Like the rest of it, it uses no fold of the venue. What it takes from there are tables that anybody can look up:
/// which step may follow which state.
class DayOracle {
public:
    using Say = std::function<void(const QString &)>;
    using Asks = FactBook::Asks;
    using Facts = FactBook::Facts;

    DayOracle(const FactBook &book, Say violate) : m_book(book), m_violate(std::move(violate)) {}

    /// What of a restricted incident is in no device's disk in clear.
    [[nodiscard]] static QString secretWords() { return QStringLiteral("welfare-of-a-guest"); }

    /// @p fact was written by a device that knew what @p isKnown says.
    void learn(const Fact &fact, const Asks &isKnown);
    void told(const Act &act, const Answer &answer);
    /// The hall takes nobody in, as far as who knows @p isKnown knows.
    [[nodiscard]] bool isHallShut(const Asks &isKnown) const;

    /// Everything has healed: what @p station has must be what was written.
    void checkEnd(Station &station, const DayEnd &end) const;
    /// And so must what it shows.
    void checkShown(Station &station, const DayView &day, const DayEnd &end) const;

private:
    /// Where somebody was, by one word about them: a hand-over is two of them.
    struct Whereabout {
        const Fact *fact = nullptr;
        int part = 0;
        QString staff;
        qint64 where = 0;
        QString place;
        qint64 at = 0;
        std::optional<qint64> until;  ///< Written down afterwards.
        qint64 version = 0;

        [[nodiscard]] auto rank() const { return std::tuple(version, fact->time, fact->hash, part); }
    };

    [[nodiscard]] static std::vector<Whereabout> partsOf(const Fact &fact);
    /// Of today, as @p isIn goes.
    [[nodiscard]] std::vector<Whereabout> whereaboutsOf(const Asks &isIn) const;
    [[nodiscard]] Facts about(const QString &subject, const Asks &isIn) const { return m_book.about(subject, isIn); }
    /// How many resets of the day @p isIn names.
    [[nodiscard]] qint64 dayOf(const Asks &isIn) const;
    /// The value of a register that counts today; null: nobody said anything.
    [[nodiscard]] const Fact *standing(const QString &subject, const Asks &isIn) const;
    /// Every subject of which something was said that begins with @p word.
    [[nodiscard]] std::vector<QString> subjectsOf(const char *word) const;
    [[nodiscard]] const Fact *modeOf(const QString &place, const Asks &isIn) const;

    void checkVersion(const Fact &fact, const Asks &isKnown) const;
    void checkPosts(const Fact &fact, const Asks &isKnown) const;
    void checkCourse(const Fact &fact, const Asks &isKnown) const;
    void checkPin(const Fact &fact) const;

    void checkWhereabouts(Station &station, const DayEnd &end) const;
    void checkTenancies(Station &station, const DayEnd &end) const;
    void checkReadiness(Station &station, const DayEnd &end) const;
    void checkGear(Station &station, const DayEnd &end) const;
    void checkRoll(Station &station, const DayEnd &end) const;
    void checkHelpers(Station &station, const DayEnd &end) const;
    void checkIncidents(Station &station, const DayEnd &end) const;
    void checkEntries(Station &station, const Fact &opening, const DayEnd &end) const;
    void checkStanding(Station &station, const Fact &opening, const DayEnd &end) const;
    void checkDoubled(Station &station, const DayEnd &end) const;
    void checkAudit(Station &station, const DayEnd &end) const;
    void checkWords(Station &station, const DayEnd &end) const;
    void checkSecrets(Station &station) const;
    void checkCues(Station &station, const DayEnd &end) const;
    void checkTasks(Station &station, const DayEnd &end) const;
    void checkMaterials(Station &station, const DayEnd &end) const;
    void checkSerials(Station &station, const DayEnd &end) const;
    void checkModes(Station &station, const DayEnd &end) const;
    void checkMessages(Station &station, const DayView &day, const DayEnd &end) const;
    void checkAlerts(Station &station, const DayView &day, const DayEnd &end) const;
    void checkBells(Station &station, const DayView &day, const DayEnd &end) const;

    void violate(Station &station, const QString &what) const;

    const FactBook &m_book;
    Say m_violate;
    std::map<OperationHash, QString> m_words;  ///< That somebody wrote and was told to be written down.
};

}  // namespace muster::sim
