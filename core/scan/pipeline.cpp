#include "core/scan/pipeline.h"

#include <algorithm>

namespace muster::scan {
namespace {

constexpr ReadOptions harder{.isHarder = true};


/// Pass.look for the plain things.
std::optional<Reading> lookInverted(const LumaView &, const LumaView &focus)
{
    return readSymbol(inverted(focus).view(), harder);
}
std::optional<Reading> lookFocus(const LumaView &, const LumaView &focus) { return readSymbol(focus, harder); }

}  // namespace

const std::vector<Pass> &hardPasses()
{
    static const std::vector<Pass> passes{{"focus", lookFocus}, {"inverted", lookInverted}};
    return passes;
}

}  // namespace muster::scan
