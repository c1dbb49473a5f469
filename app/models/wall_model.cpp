#include "app/models/wall_model.h"

#include "app/models/day_lines.h"

namespace muster {
namespace {

static_assert(WallModel::Unready == int(posts::WallPerson::Why::Unready) &&
              WallModel::Relieves == int(posts::WallPerson::Why::Relieves));

bool isPast(const posts::WallPerson &person, WallTime now)
{
    using Why = posts::WallPerson::Why;
    const bool isDue = person.why == Why::Relief || person.why == Why::Relieves || person.why == Why::Late;
    return person.why == Why::Overlong || (isDue && person.at.value_or(now) < now);
}

}  // namespace

WallModel::WallModel(NodePort &node, const Settings &settings, QObject *parent)
    : DeskController(node, settings, {}, parent)
{
    WallModel::readDay();
}

QString WallModel::zoneName() const
{
    const auto *zone = findByCode(m_event.zones, m_zone);
    return zone == nullptr ? QString() : settings().say(zone->name);
}

int WallModel::ageSeconds() const
{
    const auto since = m_freshness.since();
    return since ? secondsSince(*since) : -1;
}

QString WallModel::figuresFrom() const
{
    const auto since = m_freshness.since();
    return since ? settings().clockOf(*since) : QString();
}

void WallModel::tick()
{
    DeskController::tick();
    show();
}

void WallModel::readDay()
{
    DeskController::readDay();
    const Identity identity = node().identity();
    m_event = identity.event;
    const auto *station = findByCode(m_event.stations, identity.station);
    m_zone = station == nullptr ? QString() : station->zone;
    m_day = node().day();
    m_freshness.adopt(m_day);
    show();
}

void WallModel::speak()
{
    DeskController::speak();
    show();
}

std::vector<WallRow> WallModel::rowsOf(const std::vector<posts::WallPerson> &people) const
{
    const WallTime now = node().now();
    std::vector<WallRow> rows;
    for (const posts::WallPerson &person : people) {
        WallRow row;
        row.key = person.staff;
        row.name = person.name.isEmpty() ? person.staff : person.name;
        row.place = person.incident.isEmpty() ? settings().say(person.place) : lines::incidentMark(person.incident);
        row.time = person.at ? settings().clockOf(*person.at) : QString();
        row.other = person.other;
        QStringList missing = person.missing;
        row.isWithoutUniform = missing.removeAll(QStringLiteral("uniform")) > 0;
        row.isWithoutBadge = missing.removeAll(QStringLiteral("badge")) > 0;
        row.isWithoutBriefing = missing.removeAll(QStringLiteral("briefing")) > 0;
        row.isWithoutRadio = missing.removeAll(QStringLiteral("radio")) > 0;
        row.missing = missing.join(QLatin1Char(' '));
        row.why = int(person.why);
        row.minutes = person.at ? lines::minutesBetween(*person.at, now) : 0;
        row.isLate = isPast(person, now);
        rows.push_back(std::move(row));
    }
    return rows;
}

void WallModel::show()
{
    const WallTime now = node().now();
    const auto wall = isKnown() && !m_zone.isEmpty() ? posts::wallOf(m_day, m_event, m_zone, now) : posts::ZoneWall();
    m_here.set(rowsOf(wall.here));
    m_leaving.set(rowsOf(wall.leaving));
    m_arriving.set(rowsOf(wall.arriving));
    m_unready.set(rowsOf(wall.unready));
    std::vector<WallGapRow> gaps;
    for (const posts::WallGap &gap : wall.gaps) {
        gaps.push_back({gap.post, settings().say(gap.name), gap.at ? settings().clockOf(*gap.at) : QString(), gap.count,
                        gap.at && gap.count > 0 ? lines::minutesBetween(*gap.at, now) : -1});
    }
    m_gaps.set(std::move(gaps));
    const auto post = std::ranges::find_if(m_day.posts, [this](const PostView &view) { return view.zone == m_zone; });
    m_lead = post == m_day.posts.end() || m_zone.isEmpty() ? QString() : post->lead;
    Q_EMIT shown();
    Q_EMIT ageChanged();
}

}  // namespace muster
