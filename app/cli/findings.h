#pragma once
#include "app/cli/reply.h"
#include "core/plan/finding.h"

#include <QJsonArray>

namespace muster::cli {

[[nodiscard]] QJsonArray toJson(const std::vector<plan::Finding> &findings);
/// One line each, as an organiser looks them up: "zones!C5 (firm capacity): …".
[[nodiscard]] QString toWords(const std::vector<plan::Finding> &findings);
/// {"complete":…,"errors":n,"warnings":n,"findings":[…]}
[[nodiscard]] QJsonObject summaryJson(const std::vector<plan::Finding> &findings, int errors, int warnings);
/// The refusal of a file with errors: every finding, and what to do.
[[nodiscard]] Reply refusal(const std::vector<plan::Finding> &findings, int errors, int warnings, const QString &file);

}  // namespace muster::cli
