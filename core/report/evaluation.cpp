#include "core/report/evaluation.h"

#include "core/report/parts.h"
#include "core/venue/guests/presence.h"

#include <QDateTime>

namespace muster::report {
namespace {

HybridTime beginOfDay(State &state)
{
    auto &row = state.statement("SELECT coalesce(max(time), 0) FROM day_reset WHERE day = ?");
    bindAll(row, presence::resetCount(state)).executeStep();
    return {quint64(row.getColumn(0).getInt64())};
}

void readSales(Reading &reading)
{
    for (auto &unit : units::touched(reading.state)) {
        const bool isTaken = unit.phase == units::Phase::Subscribed || unit.phase == units::Phase::Signed;
        if (unit.since <= reading.begin) {
            reading.unitsBefore += isTaken ? 1 : 0;
            continue;
        }
        if (isTaken && unit.guest) {
            reading.buyers.insert(*unit.guest);
        }
        reading.units.push_back(std::move(unit));
    }
    reading.sales = sales::all(reading.state);
    for (const auto &sale : reading.sales) {
        if (sale.stands() && sale.guest) {
            reading.buyers.insert(*sale.guest);
        }
    }
}

Reading begin(State &state, const EventSetup &setup, const Sources &sources)
{
    const QTimeZone planned(setup.timeZone.toUtf8());
    Reading reading{state, setup, sources, planned.isValid() ? planned : QTimeZone::utc(), {}, beginOfDay(state)};
    reading.asOf = sources.generatedAt ? *sources.generatedAt : latestFact(reading).value_or(WallTime{});
    auto &row = state.statement("SELECT count(*), coalesce(sum(walk_in), 0) FROM guest_day WHERE standing_ins > 0");
    row.executeStep();
    reading.signedIn = row.getColumn(0).getInt64();
    reading.walkIns = row.getColumn(1).getInt64();
    readSales(reading);
    return reading;
}

/// Of devices that may have more to tell.
Words doubtOf(const std::vector<Unheard> &unheard)
{
    QStringList names;
    qint64 unsent = 0;
    for (const auto &device : unheard) {
        unsent += device.unsent;
        if (std::size_t(names.size()) < namedMax) {
            names << device.name;
        }
    }
    const bool hasMore = unheard.size() > namedMax;
    Words doubt{QStringLiteral("%1 台设备未连接或有记录未送达（%2%3），其记录可能缺失")
                    .arg(unheard.size())
                    .arg(names.join(QStringLiteral("、")), hasMore ? QStringLiteral(" 等") : QString()),
                QStringLiteral("%1 devices were not linked, or had acts to send (%2%3): what they did may be missing")
                    .arg(unheard.size())
                    .arg(names.join(QStringLiteral(", ")), hasMore ? QStringLiteral(" …") : QString())};
    if (unsent > 0) {
        doubt.zh += QStringLiteral("；已知未送达 %1 条").arg(unsent);
        doubt.en += QStringLiteral("; %1 are known to be unsent").arg(unsent);
    }
    return doubt;
}

/// What one of the plan's targets stands for, in the figure's own unit.
qint64 scaled(qint64 value, Unit unit)
{
    switch (unit) {
    case Unit::Percent: return value * 10;
    case Unit::Seconds: return value * 60;
    case Unit::Amount:
    case Unit::Rating: return value * 100;
    default: return value;
    }
}

void setTargets(Report &report, const std::vector<Target> &targets)
{
    for (const auto &target : targets) {
        bool isMet = false;
        for (auto &section : report.sections) {
            for (auto &figure : section.figures) {
                if (figure.key == target.code) {
                    figure.target = Goal{scaled(target.value, figure.unit), target.basis};
                    isMet = true;
                }
            }
        }
        if (!isMet) {
            Figure unmatched;
            unmatched.key = target.code;
            unmatched.name = same(target.code);
            unmatched.target = Goal{target.value, target.basis};
            report.unmatched.push_back(std::move(unmatched));
        }
    }
}

/// A device that never held the day knows no figure.
void blank(Report &report)
{
    for (auto &section : report.sections) {
        for (auto &figure : section.figures) {
            figure.value.reset();
            figure.facts.reset();
        }
        for (auto &table : section.tables) {
            table.rows.clear();
            table.facts.reset();
        }
    }
    report.doubts.push_back(words(u"本设备从未收到全天数据，请在指挥台出报告",
                                  u"This device never held the whole day: make the report at the coordinator's"));
}

}  // namespace

WallTime beginOf(const Reading &reading, WallTime at, std::chrono::seconds length)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    const auto offset = reading.zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC));
    const auto into = ((seconds + offset) % length.count() + length.count()) % length.count();
    return fromMsecs((seconds - into) * 1'000);
}

std::optional<WallTime> midnightOf(const Reading &reading)
{
    const auto date = QDate::fromString(reading.setup.day, Qt::ISODate);
    return date.isValid() ? std::optional(fromMsecs(date.startOfDay(reading.zone).toMSecsSinceEpoch())) : std::nullopt;
}

QString isoOf(WallTime at) { return QDateTime::fromMSecsSinceEpoch(toMsecs(at), Qt::UTC).toString(Qt::ISODate); }

std::optional<qint64> shareOf(qint64 part, qint64 whole)
{
    return whole > 0 ? std::optional((part * 2'000 + whole) / (2 * whole)) : std::nullopt;
}

void addDoubt(Words &doubt, const Words &more)
{
    doubt.zh += (doubt.zh.isEmpty() ? QString() : QStringLiteral("；")) + more.zh;
    doubt.en += (doubt.en.isEmpty() ? QString() : QStringLiteral("; ")) + more.en;
}

Words counted(const Words &pattern, qint64 count) { return {pattern.zh.arg(count), pattern.en.arg(count)}; }

std::optional<qint64> Durations::quantile(int percent) const
{
    if (m_seconds.empty()) {
        return std::nullopt;
    }
    const auto rank = std::max<qint64>((qint64(m_seconds.size()) * percent + 99) / 100, 1) - 1;
    std::ranges::nth_element(m_seconds, m_seconds.begin() + rank);
    return m_seconds[std::size_t(rank)];
}

Report evaluate(State &state, const EventSetup &setup, const Sources &sources)
{
    auto reading = begin(state, setup, sources);
    Report report;
    report.event = setup.name;
    report.place = setup.place;
    report.day = setup.day;
    report.timeZone = QString::fromLatin1(reading.zone.id());
    report.brandColour = setup.brandColour;
    report.generatedAt = sources.generatedAt;
    report.isKnown = sources.isDayKnown;
    report.sections = {attendance(reading), flow(reading),   voices(reading),   queueing(reading),
                       selling(reading),    giving(reading), staffing(reading), mishaps(reading),
                       course(reading),     stores(reading), judging(reading),  reporting(reading)};
    std::erase_if(report.sections,
                  [](const Section &section) { return section.figures.empty() && section.tables.empty(); });
    if (const auto *latest = report.figure(k("latest_fact_at")); latest != nullptr && latest->value) {
        report.latestFactAt = fromMsecs(*latest->value);
    }
    if (!sources.unheard.empty()) {
        report.doubts.push_back(doubtOf(sources.unheard));
    }
    if (!sources.isDayKnown) {
        blank(report);
        report.latestFactAt.reset();
    }
    setTargets(report, setup.targets);
    return report;
}

}  // namespace muster::report
