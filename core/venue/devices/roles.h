#pragma once
#include "core/base/ids.h"

#include <QStringList>

/// What a device may be in the day, and what follows from it: what it may read of guests, and what it may write.
namespace muster::roles {

/// How much of a guest a device gets keys for.
enum class Reading {
    Display,  ///< The name that a screen greets with.
    Full,     ///< Phone, company, notes and answers too.
};

/// Roles that a device can be enrolled in. The first coordinator is made with the event; further ones, which can become
/// standbys of it, are let in by hand only.
[[nodiscard]] QStringList enrollable();
[[nodiscard]] Reading readingOf(const QString &role);

/// May a device that was ever in one of @p roles write operations of @p kind? Asked where operations come in over a
/// link, never in a fold. Kinds that this version does not know are stored and do nothing: they may be.
[[nodiscard]] bool mayWrite(const QStringList &roles, const QString &kind);

}  // namespace muster::roles
