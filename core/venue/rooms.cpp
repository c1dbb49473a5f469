#include "core/venue/rooms.h"

#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/door/referrals.h"
#include "core/venue/draws/draws.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/judgements/judgements.h"
#include "core/venue/materials/materials.h"
#include "core/venue/modes/messages.h"
#include "core/venue/modes/modes.h"
#include "core/venue/posts/gear.h"
#include "core/venue/posts/helpers.h"
#include "core/venue/posts/posts.h"
#include "core/venue/posts/roll.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/staff/sign_on.h"
#include "core/venue/units/sales.h"
#include "core/venue/units/units.h"
#include "core/venue/zones/zones.h"

namespace muster {
namespace {

// Apart, so that only the rooms' own functions are found: by the namespace of the command.
template<class Room>
std::optional<Answer> decideIn(Desk &desk, const Act &act, const Room &command)
{
    if constexpr (requires { decide(desk, act, command); }) {
        return decide(desk, act, command);
    } else {
        return std::nullopt;
    }
}

template<class Room>
void recallIn(Desk &desk, const Room &command, Answer &answer)
{
    if constexpr (requires { recall(desk, command, answer); }) {
        recall(desk, command, answer);
    }
}

}  // namespace

void rooms::recall(Desk &desk, const Act &act, Answer &answer)
{
    std::visit([&](const auto &command) { recallIn(desk, command, answer); }, act.command);
}

std::optional<Answer> rooms::decide(Desk &desk, const Act &act)
{
    return std::visit([&](const auto &command) { return decideIn(desk, act, command); }, act.command);
}

}  // namespace muster
