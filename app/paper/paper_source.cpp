#include "app/paper/paper_source.h"

#include "core/venue/guests/forgetting.h"

namespace muster::paper {

Sources gather(LocalDevice &local)
{
    auto &device = local.device();
    Sources sources;
    sources.day = device.day();
    sources.roll = device.rollCall({});
    sources.setup = device.setup();
    sources.device = local.membership().name;
    sources.printedAt = device.now();
    int readCount = 0;
    for (const auto &incident : sources.day.incidents) {
        if (incident.state == incidents::State::Closed || incident.isRestricted || readCount == incidentsReadMax) {
            continue;
        }
        ++readCount;
        if (auto whole = device.incident(incident.number)) {
            sources.incidents.push_back(std::move(*whole));
        }
    }
    return sources;
}

qsizetype forgottenCount(LocalDevice &local)
{
    qsizetype count = 0;
    std::ignore =
        local.device().journal().read([&](State &state) { count = qsizetype(forgetting::buried(state).size()); });
    return count;
}

}  // namespace muster::paper
