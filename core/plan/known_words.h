#pragma once
#include <QStringList>

/// Words of Muster's own that a plan refers to.
namespace muster::plan {

/// AlertView::kind of every alert that an alert rule may shape.
[[nodiscard]] const QStringList &alertKinds();

/// The figures of the evaluation that a target may be set for.
[[nodiscard]] const QStringList &targetFigures();

}  // namespace muster::plan
