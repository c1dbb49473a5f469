#include "core/venue/materials/material_alerts.h"

#include "core/venue/cues/cue_timeline.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/day/day_query.h"
#include "core/venue/materials/materials.h"

namespace muster::material_alerts {
namespace {

QString zhOf(const MaterialView &view) { return view.name.zh.isEmpty() ? view.name.en : view.name.zh; }
QString enOf(const MaterialView &view) { return view.name.en.isEmpty() ? view.name.zh : view.name.en; }

/// Since when the doors are near; nothing while they are not, once they opened, and if no cue opens them.
std::optional<WallTime> doorsAreNearSince(State &state, const EventSetup &setup, WallTime now)
{
    const auto doors = std::ranges::find(setup.cues, true, &Cue::isDoors);
    if (doors == setup.cues.end()) {
        return std::nullopt;
    }
    const auto course = cues::course(state);
    const cues::Timeline timeline(setup, course, now);
    const auto index = std::size_t(doors - setup.cues.begin());
    const auto told = timeline.nowOf(index).state;
    const auto &due = timeline.of(index).due;
    const bool isToCome = told == CueState::Waiting || told == CueState::Held;
    return isToCome && due && now >= *due - shortBefore ? std::optional(*due - shortBefore) : std::nullopt;
}

AlertView alertOf(const char *kind, const MaterialView &view, WallTime since)
{
    AlertView alert;
    alert.kind = QString::fromLatin1(kind);
    alert.id = alert.kind + QLatin1Char(':') + view.code;
    alert.zone = view.zone;
    alert.since = since;
    alert.raisedAt = HybridTime::at(since);
    return alert;
}

}  // namespace

void add(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    if (setup.materials.empty()) {
        return;
    }
    const auto near = doorsAreNearSince(state, setup, now);
    const auto phase = tasks::phaseNow(state);
    const bool isClosing = phase.phase == Phase::Close && phase.since;
    if (!near && !isClosing) {
        return;
    }
    for (const auto &view : materials::viewsOf(state, setup)) {
        if (near && view.shortBy > 0) {
            auto alert = alertOf("material_short", view, *near);
            alert.text = {QStringLiteral("物料不足：%1 缺 %2").arg(zhOf(view)).arg(view.shortBy),
                          QStringLiteral("Material short: %1, %2 missing").arg(enOf(view)).arg(view.shortBy)};
            alert.host = view.owner;
            day_query::raise(state, now, list, std::move(alert));
        }
        if (isClosing && view.unaccounted > 0) {
            auto alert = alertOf("serial_missing", view, phase.since->wall());
            alert.raisedAt = *phase.since;
            alert.text = {
                QStringLiteral("编号下落不明：%1 %2 份").arg(zhOf(view)).arg(view.unaccounted),
                QStringLiteral("Numbers not accounted for: %1, %2 of them").arg(enOf(view)).arg(view.unaccounted)};
            alert.host = view.owner;
            day_query::raise(state, now, list, std::move(alert));
        }
    }
}

}  // namespace muster::material_alerts
