#include "core/venue/door/open_grants.h"

#include "core/journal/body.h"
#include "core/venue/door/door.h"

namespace muster::open_grants {
namespace {

std::optional<Open> read(claims::Verdict verdict)
{
    BodyReader detail(verdict.detail);
    Open open;
    open.fact.guest = GuestId::fromHex(verdict.claim.section(QLatin1Char('/'), -1)).value_or(GuestId{});
    open.fact.step = presence::Step(detail.number("step", 0, 2));
    open.fact.session = detail.text("session");
    open.fact.classCode = detail.textOr("class");
    open.fact.zone = detail.textOr("zone");
    open.fact.station = detail.textOr("station");
    open.fact.companions = int(detail.numberOr("companions", 0, 1'000, 0));
    open.fact.request = verdict.request;
    open.fact.rankEpoch = verdict.epoch;
    open.fact.rankSequence = verdict.sequence;
    open.places = int(detail.numberOr("places", 0, 10'000, 0));
    open.hub = detail.textOr("hub");
    if (!detail.isGood() || open.fact.guest.isNull()) {
        return std::nullopt;
    }
    open.verdict = std::move(verdict);
    return open;
}

}  // namespace

std::optional<Open> find(State &state, const OperationHash &grant)
{
    auto verdict = claims::isOpen(state, grant) ? claims::find(state, grant) : std::nullopt;
    return verdict ? read(std::move(*verdict)) : std::nullopt;
}

std::vector<OpenGrantView> list(State &state, const EventSetup &setup, std::optional<WallTime> before)
{
    std::vector<OpenGrantView> views;
    for (auto &verdict : claims::open(state, listMax)) {
        const auto open = read(std::move(verdict));
        if (!open || (before && open->verdict.at >= *before)) {
            continue;
        }
        const auto station = std::ranges::find(setup.stations, open->fact.station, &Station::code);
        views.push_back({open->verdict.operation, open->verdict.request, viewOf(state, setup, open->fact.guest),
                         open->verdict.device, open->fact.station,
                         station == setup.stations.end() ? Words{} : station->name, open->fact.zone,
                         open->fact.companions, open->fact.step == presence::Step::Out ? Direction::Out : Direction::In,
                         open->verdict.at});
    }
    return views;
}

}  // namespace muster::open_grants
