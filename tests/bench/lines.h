#pragma once
#include "tests/bench/figures.h"

namespace muster::bench {

std::vector<Line> benchDecision(const QString &folder, Scale scale);
std::vector<Line> benchConnected(const QString &folder, Scale scale);
std::vector<Line> benchCatchUp(const QString &folder, Scale scale);
std::vector<Line> benchSpread(const QString &folder, Scale scale);
std::vector<Line> benchJoin(const QString &folder, Scale scale);
std::vector<Line> benchImport(const QString &folder, Scale scale);
std::vector<Line> benchSearch(const QString &folder, Scale scale);
std::vector<Line> benchFrame(const QString &folder, Scale scale);
std::vector<Line> benchBusy(const QString &folder, Scale scale);
std::vector<Line> benchPeople(const QString &folder, Scale scale);

}  // namespace muster::bench
