#pragma once
#include "core/report/evaluation.h"
#include "core/venue/units/sales.h"
#include "core/venue/units/units.h"

#include <QTimeZone>

#include <set>

/// The parts of the evaluation, a subject a file, and what they share; for the room's own files.
namespace muster::report {

/// What every part reads.
struct Reading {
    State &state;
    const EventSetup &setup;
    const Sources &sources;
    QTimeZone zone;
    WallTime asOf{};                   ///< What has come to pass by then counts: when it is made, else the latest fact.
    HybridTime begin{};                ///< Of the reset that began the present day; zero: there was none.
    qint64 signedIn = 0;               ///< Guests,
    qint64 walkIns = 0;                ///< and of them, walk-ins.
    std::vector<units::Unit> units{};  ///< Touched since the day began,
    qint64 unitsBefore = 0;            ///< and how many were left subscribed or signed by a rehearsal.
    std::vector<sales::Sale> sales{};
    std::set<GuestId> buyers{};  ///< A subscription, contract or sale of theirs stands.

    [[nodiscard]] bool wasReset() const { return begin.value > 0; }
    [[nodiscard]] bool sellsAnything() const { return !setup.units.empty() || !setup.merchants.empty(); }
};

[[nodiscard]] Section attendance(Reading &reading);
[[nodiscard]] Section flow(Reading &reading);
[[nodiscard]] Section voices(Reading &reading);
[[nodiscard]] Section queueing(Reading &reading);
[[nodiscard]] Section selling(Reading &reading);
[[nodiscard]] Section giving(Reading &reading);
[[nodiscard]] Section staffing(Reading &reading);
[[nodiscard]] Section mishaps(Reading &reading);
[[nodiscard]] Section course(Reading &reading);
[[nodiscard]] Section stores(Reading &reading);
[[nodiscard]] Section judging(Reading &reading);
[[nodiscard]] Section reporting(Reading &reading);

/// When the last fact of the day was told, by its device's clock.
[[nodiscard]] std::optional<WallTime> latestFact(Reading &reading);

/// Later than planned by no more than this is on time.
inline constexpr std::chrono::minutes onTimeGrace{5};

/// When the quarter of an hour began that the event's clocks show at @p at; likewise of an hour.
[[nodiscard]] WallTime beginOf(const Reading &reading, WallTime at, std::chrono::seconds length);
/// Local midnight of the event's day; nothing if the plan names none.
[[nodiscard]] std::optional<WallTime> midnightOf(const Reading &reading);

// Making figures.
[[nodiscard]] inline Words words(const char16_t *zh, const char16_t *en)
{
    return {QString::fromUtf16(zh), QString::fromUtf16(en)};
}
[[nodiscard]] inline Words same(const QString &text) { return {text, text}; }
/// @p name, or @p code where the plan gives none.
[[nodiscard]] inline Words named(const Words &name, const QString &code) { return name == Words{} ? same(code) : name; }
[[nodiscard]] inline QString k(const char *key) { return QString::fromLatin1(key); }
[[nodiscard]] QString isoOf(WallTime at);
/// Tenths of one in a hundred, rounded; a share of nothing is none.
[[nodiscard]] std::optional<qint64> shareOf(qint64 part, qint64 whole);
/// Adds @p more to @p doubt, in a sentence of its own.
void addDoubt(Words &doubt, const Words &more);
/// @p pattern with %1 for @p count.
[[nodiscard]] Words counted(const Words &pattern, qint64 count);

[[nodiscard]] inline Figure figure(const char *key, Words name, std::optional<qint64> value,
                                   std::optional<qint64> facts, Words how, Unit unit = Unit::Count)
{
    return {k(key), std::move(name), unit, value, facts, std::move(how), {}, {}};
}

/// Times that something took.
class Durations {
public:
    void add(qint64 seconds) { m_seconds.push_back(seconds); }
    [[nodiscard]] qint64 count() const { return qint64(m_seconds.size()); }
    /// The smallest that at least @p percent in a hundred do not exceed; of nothing none.
    [[nodiscard]] std::optional<qint64> quantile(int percent) const;
    [[nodiscard]] std::optional<qint64> median() const { return quantile(50); }
    [[nodiscard]] std::optional<qint64> p90() const { return quantile(90); }
    [[nodiscard]] std::optional<qint64> most() const { return quantile(100); }

private:
    mutable std::vector<qint64> m_seconds;
};

}  // namespace muster::report
