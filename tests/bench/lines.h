#pragma once
#include "tests/bench/figures.h"

namespace muster::bench {

std::vector<Line> benchDecision(const QString &folder, Scale scale);
std::vector<Line> benchCatchUp(const QString &folder, Scale scale);

}  // namespace muster::bench
