#include "core/venue/zones/zone_watch.h"

namespace muster {

void ZoneWatch::Alarm::feed(Instant now, int persons, std::optional<int> limit)
{
    if (!limit) {
        *this = {};
        return;
    }
    if (!isRaised) {
        const bool isCooling = clearedAt && now - *clearedAt < coolDown;
        if (persons > 0 && persons >= *limit && !isCooling) {
            isRaised = true;
            raisedAt = now;
        }
        return;
    }
    const bool isCalm = persons == 0 || persons * 100LL < qint64(*limit) * calmPercent;
    if (!isCalm) {
        calmSince.reset();
        return;
    }
    calmSince = calmSince.value_or(now);
    if (now - *calmSince >= calmAfter) {
        *this = {};
        clearedAt = now;
    }
}

void ZoneWatch::feed(Instant now, const Reading &reading)
{
    m_reading = reading;
    m_latest = {now, reading.flowed};
    m_soft.feed(now, reading.persons, reading.soft);
    m_firm.feed(now, reading.persons, reading.firm);
    if (m_samples.empty() || now - m_samples.back().at >= sampleEvery) {
        m_samples.push_back(m_latest);
    }
    while (now - m_samples.front().at > flowOver) {
        m_samples.pop_front();
    }
}

ZoneWatch::Level ZoneWatch::level() const
{
    return m_firm.isRaised ? Level::Firm : m_soft.isRaised ? Level::Soft : Level::Calm;
}

std::optional<Instant> ZoneWatch::since() const
{
    switch (level()) {
    case Level::Firm: return m_firm.raisedAt;
    case Level::Soft: return m_soft.raisedAt;
    case Level::Calm: return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<std::chrono::seconds> ZoneWatch::timeToFull() const
{
    const auto limit = m_reading.firm ? m_reading.firm : m_reading.soft;
    if (!limit || m_samples.empty()) {
        return std::nullopt;
    }
    const qint64 room = qint64(*limit) - m_reading.persons;
    if (room <= 0) {
        return std::chrono::seconds(0);
    }
    const auto span = std::chrono::duration_cast<std::chrono::seconds>(m_latest.at - m_samples.front().at);
    const auto flow = m_latest.flowed - m_samples.front().flowed;
    if (span < flowLeast || flow <= 0) {
        return std::nullopt;
    }
    const std::chrono::seconds wait(room * span.count() / flow);
    return wait <= forecastMax ? std::optional(wait) : std::nullopt;
}

}  // namespace muster
