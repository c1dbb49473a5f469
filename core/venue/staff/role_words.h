#pragma once
#include "core/venue/plan/words.h"

namespace muster::staff {

/// What people call @p role, of a device or of staff; its code where it is the plan's own.
[[nodiscard]] Words titleOf(const QString &role);
/// What somebody is called on at a device of @p deviceRole where people of @p workers, their roles together, signed on:
/// what is said to one of these roles concerns them.
[[nodiscard]] QStringList rolesAt(const QString &deviceRole, const QStringList &workers);

}  // namespace muster::staff
