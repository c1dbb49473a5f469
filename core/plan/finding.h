#pragma once
#include "core/plan/limits.h"
#include "core/venue/plan/setup.h"

#include <vector>

namespace muster::plan {

enum class Severity { Warning, Error };

/// Where in the organiser's file something stands, as a spreadsheet counts.
struct Origin {
    QString sheet;
    int row = 0;               ///< From 1; 0: the sheet as a whole.
    int column = 0;            ///< From 1; 0: the row as a whole.
    QString columnTitle = {};  ///< As the header of the file says it.
    friend bool operator==(const Origin &, const Origin &) = default;
};

/// One thing that the organiser should look at: what is wrong, and what to do.
struct Finding {
    Severity severity = Severity::Error;
    Origin at;
    Words words;
    friend bool operator==(const Finding &, const Finding &) = default;
};

/// "zones!C5 (firm capacity): …", in the language "zh" or "en".
[[nodiscard]] QString describe(const Finding &finding, const QString &language);

/// All findings of one reading. Keeps the first findingsMax errors and as many warnings; counts the others.
class Findings {
public:
    void error(const Origin &at, Words words);
    void warning(const Origin &at, Words words);

    [[nodiscard]] bool hasErrors() const { return m_errors > 0; }
    [[nodiscard]] int errorCount() const { return m_errors; }
    [[nodiscard]] int warningCount() const { return m_warnings; }
    /// Errors first, then warnings; each by sheet, row and column, and "and N more" where some were not kept.
    [[nodiscard]] std::vector<Finding> sorted() const;

private:
    std::vector<Finding> m_kept;
    int m_errors = 0;
    int m_warnings = 0;
};

}  // namespace muster::plan
