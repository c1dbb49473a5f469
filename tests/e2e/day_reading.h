#pragma once
#include "tests/e2e/event_rig.h"

/// What a script reads from `muster status`, from the report and from the files of a device.
namespace muster::test {

/// The row of @p list whose @p key is @p name.
[[nodiscard]] QJsonObject row(const QJsonValue &list, const char *key, const QString &name);
/// Sums @p key over the rows of @p list.
[[nodiscard]] int sum(const QJsonValue &list, const char *key);
/// How many stand at the posts of @p day.
[[nodiscard]] int standingIn(const QJsonObject &day);
/// Codes of tasks that are done, in their order. Rounds are none.
[[nodiscard]] QStringList doneIn(const QJsonObject &day);
/// Of somebody who works: their row in @p day.
[[nodiscard]] QJsonObject personIn(const QJsonObject &day, const QString &code);
/// What @p place itself is set to: "normal" if to nothing.
[[nodiscard]] QString modeOf(const QJsonObject &day, const QString &place);
/// All figures of the report that @p device writes, by their keys.
[[nodiscard]] QJsonObject figuresOf(const EventRig &rig, const QString &device);

}  // namespace muster::test
