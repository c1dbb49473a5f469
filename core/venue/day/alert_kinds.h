#pragma once
#include "core/venue/plan/words.h"

#include <QStringList>

#include <vector>

/// Every kind of alert that Muster knows: the one table of their words, weights and ways of escalation. The plan's
/// AlertRule changes a row; a kind that is not here is refused there.
namespace muster::alert_kinds {

struct AlertKind {
    QString code;  ///< AlertView::kind
    int weight = 0;
    Words words;  ///< What it says; %1 is a name or a reason.
    QStringList roles;
    QStringList escalateRoles;
    int afterSeconds = 0;
    int escalateSeconds = 60;
    int recheckMinutes = 0;
};

/// The heaviest first.
[[nodiscard]] const std::vector<AlertKind> &all();
/// Null: no such kind.
[[nodiscard]] const AlertKind *find(const QString &kind);
/// What whoever works at a zone or a desk does about an alert of @p kind, in a sentence; empty: there is no rule of
/// thumb.
[[nodiscard]] Words toDo(const QString &kind);

}  // namespace muster::alert_kinds
