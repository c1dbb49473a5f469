#include "core/venue/modes/modes.h"

#include "core/journal/body.h"
#include "core/venue/day/day_query.h"
#include "core/venue/door/rules.h"
#include "core/venue/staff/people.h"
#include "core/venue/zones/headcount.h"

namespace muster::modes {
namespace {

constexpr qint64 flowMax = 1'000'000'000;

Words notYourZone(const QString &zone)
{
    return {QStringLiteral("这里不是 %1 区：请该区负责人或指挥台操作").arg(zone),
            QStringLiteral("This is not zone %1: its lead or the coordinator does that").arg(zone)};
}

/// People who came into zones less those who went, recounts apart.
qint64 flowNow(State &state, const EventSetup &setup)
{
    const auto census = zones::census(state, setup);
    qint64 flowed = 0;
    for (std::size_t i = 0; i < setup.zones.size(); ++i) {
        flowed += setup.zones[i].unit == ZoneUnit::People ? census.zones[i].sum : 0;
    }
    return flowed;
}

/// Whose zone it is: where the device stands, else that of who works there. A plan that names neither lets any lead.
bool isOwnZone(Desk &desk, const Act &act, const QString &zone)
{
    if (desk.post().role == QLatin1String("coordinator")) {
        return true;
    }
    const auto *station = findByCode(desk.setup().stations, desk.post().station);
    const auto member = staff::find(desk.state(), desk.setup(), act.actor);
    const QString here = station == nullptr ? QString() : station->zone;
    const QString theirs = member ? member->zone : QString();
    return (here.isEmpty() && theirs.isEmpty()) || here == zone || theirs == zone;
}

bool isTakingNobody(Mode mode) { return mode == Mode::Hold || mode == Mode::Evacuate; }

}  // namespace

QString hallKind() { return QStringLiteral("mode.hall_set"); }
QString zoneKind() { return QStringLiteral("mode.zone_set"); }
QStringList kinds() { return {hallKind(), zoneKind()}; }
QStringList tables() { return {QStringLiteral("hall_mode")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE hall_mode(op BLOB PRIMARY KEY, day INTEGER NOT NULL, place TEXT NOT NULL,"
                  " mode INTEGER NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL, flowed INTEGER NOT NULL,"
                  " version INTEGER NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX hall_mode_place ON hall_mode(day, place, version, mode, time, op);");
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const bool isZone = operation.kind == zoneKind();
    const auto place = isZone ? body.text("zone") : QString();
    const auto mode = body.number("mode", 0, int(Mode::Evacuate));
    const auto reason = body.textOr("reason");
    const auto flowed = body.numberOr("flowed", -flowMax, flowMax, 0);
    const auto version = body.number("version", 1, versionMax);
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    body.require(place.isEmpty() != isZone && place.size() <= placeMax && reason.size() <= reasonMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a mode"));
    }
    run(state.statement("INSERT INTO hall_mode VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        operation.hash, day, place, mode, reason, operation.actor, flowed, version, operation.time.value);
    return Folded::applied();
}

Answer decide(Desk &desk, const Act &act, const SetMode &command)
{
    const bool isZone = !command.place.isEmpty();
    if (isZone && findByCode(desk.setup().zones, command.place) == nullptr) {
        return desk.refused(act, Outcome::NotFound, rules::noSuchZone(command.place), QStringLiteral("no_zone"));
    }
    if (isZone && !isOwnZone(desk, act, command.place)) {
        return desk.refused(act, Outcome::NotAllowed, notYourZone(command.place), QStringLiteral("other_zone"));
    }
    const qint64 day = presence::resetCount(desk.state());
    auto &row = desk.state().statement("SELECT coalesce(max(version), 0) FROM hall_mode WHERE day = ?"
                                       " AND place = ?");
    bindAll(row, day, command.place).executeStep();
    Draft draft;
    draft.kind = isZone ? zoneKind() : hallKind();
    draft.body = {{key("mode"), int(command.mode)},
                  {key("reason"), command.reason.trimmed().left(reasonMax)},
                  {key("version"), nextVersion(row.getColumn(0).getInt64())},
                  {key("day"), day},
                  {key("flowed"), std::clamp(flowNow(desk.state(), desk.setup()), -flowMax, flowMax)}};
    if (isZone) {
        draft.body.insert(key("zone"), command.place);
    }
    return desk.done(act, std::move(draft));
}

std::optional<Setting> settingOf(State &state, const QString &place)
{
    auto &row = state.statement("SELECT mode, reason, actor, flowed, time FROM hall_mode WHERE day = ? AND place = ?"
                                " ORDER BY version DESC, mode DESC, time DESC, op DESC LIMIT 1");
    if (!bindAll(row, presence::resetCount(state), place).executeStep()) {
        return std::nullopt;
    }
    return Setting{place,
                   Mode(row.getColumn(0).getInt()),
                   textOf(row.getColumn(1)),
                   textOf(row.getColumn(2)),
                   row.getColumn(3).getInt64(),
                   HybridTime{quint64(row.getColumn(4).getInt64())}};
}

Mode modeAt(State &state, const QString &place)
{
    const auto of = [&](const QString &where) {
        const auto setting = settingOf(state, where);
        return setting ? setting->mode : Mode::Normal;
    };
    return place.isEmpty() ? of({}) : std::max(of({}), of(place));
}

bool isShut(State &state, const QString &zone)
{
    const auto setting = zone.isEmpty() ? std::nullopt : settingOf(state, zone);
    return setting && isTakingNobody(setting->mode);
}

Mode barAtDoor(State &state, const EventSetup &setup, WallTime now)
{
    const auto setting = settingOf(state, {});
    if (!setting || setting->mode != Mode::Slow) {
        return setting ? setting->mode : Mode::Normal;
    }
    const auto minutes = std::max<qint64>(0, toMsecs(now) - toMsecs(setting->time.wall())) / 60'000;
    const auto came = flowNow(state, setup) - setting->flowed;
    return came < tricklePerMinute * (1 + minutes) ? Mode::Normal : Mode::Slow;
}

std::vector<ModeView> viewsOf(State &state, const EventSetup &setup)
{
    std::vector<ModeView> views;
    const auto add = [&](const QString &place) {
        const auto setting = settingOf(state, place);
        if (place.isEmpty() || (setting && setting->mode != Mode::Normal)) {
            ModeView view;
            view.place = place;
            if (setting) {
                view.mode = setting->mode;
                view.reason = setting->reason;
                view.by = day_query::staffName(setup, setting->actor);
                view.since = setting->time.wall();
            }
            views.push_back(std::move(view));
        }
    };
    add({});
    for (const auto &zone : setup.zones) {
        add(zone.code);
    }
    return views;
}

}  // namespace muster::modes
