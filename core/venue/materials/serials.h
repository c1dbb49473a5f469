#pragma once
#include "core/venue/materials/materials.h"

/// What became of numbered documents: a register for each serial, kept by runs.
///
/// A mark says something of a run of serials, and what its author knew of others' marks. Of each serial the mark with
/// the highest version stands; where of two that differ neither author knew the other's, the serial is disputed until
/// somebody who saw both says what is true. What stands is kept as the longest runs that are alike, derived anew only
/// where a mark arrives: ten thousand serials marked one by one cost as much as ten.
namespace muster::serials {

inline constexpr int serialMax = 99'999'999;
inline constexpr int runLengthMax = 100'000;  ///< Of one mark.
inline constexpr qsizetype seenMax = 256;     ///< Streams that an author says how far they were known.
inline constexpr std::size_t rivalsMax = 64;  ///< Marks of one serial that are looked at, the latest.

/// Serials in a row of which the same stands.
struct Run {
    int first = 0;
    int last = 0;
    materials::SerialStep step = materials::SerialStep::Issued;
    bool isDisputed = false;

    [[nodiscard]] int length() const { return last - first + 1; }
    friend bool operator==(const Run &, const Run &) = default;
};

/// One thing that was said of a run, for who asks about a serial.
struct Told {
    OperationHash operation;
    int first = 0;
    int last = 0;
    materials::SerialStep step = materials::SerialStep::Issued;
    QString staff;
    QString note;
    QString actor;
    HybridTime time;
};

[[nodiscard]] QString markedKind();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
/// The draft of @p command by somebody who knows what @p state knows.
[[nodiscard]] Draft marked(State &state, const materials::Mark &command, const QString &station);

/// How many of a material came to what.
struct Count {
    int issued = 0;  ///< And neither used, void nor returned.
    int used = 0;
    int voided = 0;
    int returned = 0;

    [[nodiscard]] int all() const { return issued + used + voided + returned; }
};
/// Of the current day, by material.
[[nodiscard]] std::map<QString, Count> counts(State &state);
/// Runs of @p material of which @p step stands, or that are disputed; the first ones.
[[nodiscard]] std::vector<Run> open(State &state, const QString &material, int countMax);
[[nodiscard]] std::vector<Run> disputed(State &state, const QString &material, int countMax);
/// Every run of which something was said.
[[nodiscard]] std::vector<Run> runs(State &state, const QString &material);
/// Runs that touch those from @p first to @p last.
[[nodiscard]] std::vector<Run> runs(State &state, const QString &material, int first, int last);
/// Serials in a row that one person was given and nobody has accounted for since.
struct Held {
    int first = 0;
    int last = 0;
    QString staff;  ///< Empty: nobody was named.
};
/// Of @p material the first @p countMax serials.
[[nodiscard]] std::vector<Held> held(State &state, const QString &material, int countMax);
/// Everything that was said of one serial, what stands first.
[[nodiscard]] std::vector<Told> historyOf(State &state, const QString &material, int serial);
/// Derives all runs anew from the marks and names materials where others are kept.
[[nodiscard]] QStringList faults(State &state);

}  // namespace muster::serials
