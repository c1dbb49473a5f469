#pragma once
#include "core/venue/day/views.h"

#include <QJsonArray>
#include <QJsonObject>

/// The day as scripts read it. Times are ISO 8601 in UTC; what is not known is null, never zero.
namespace muster::cli {

[[nodiscard]] QJsonObject toJson(const Words &words);
[[nodiscard]] QJsonObject toJson(const GuestView &guest);
[[nodiscard]] QJsonObject toJson(const Answer &answer);
/// The short form of a decision that a headless kiosk prints, @p ms from the code to the answer.
[[nodiscard]] QJsonObject decisionJson(const Answer &answer, double ms);
/// @p typed: ids of candidates that typed the address, see NodePort::typedCandidates().
[[nodiscard]] QJsonObject toJson(const DayView &day, const QStringList &typed);
/// "queues", "series", "prizes", "units" of the day,
[[nodiscard]] QJsonObject scarceJson(const DayView &day);
/// and a line for each of them that people look at.
[[nodiscard]] QStringList scarceWords(const DayView &day);
[[nodiscard]] QJsonObject toJson(const RollCall &call);
[[nodiscard]] QJsonObject toJson(const AuditView &entry);
[[nodiscard]] QJsonArray findingsJson(const std::vector<FindingView> &findings, FindingView::Kind kind);

/// "admitted: 王小明 (RC0001), zone C"
[[nodiscard]] QString toWords(const Answer &answer);
/// @p folder: of the device that says so, for the commands that the words advise.
[[nodiscard]] QString toWords(const DayView &day, const QStringList &typed, const QString &folder);
/// "wants in: Kiosk 2 (kiosk), code 407193: muster do approve 3 …", and what to do before where the address was typed.
[[nodiscard]] QString toWords(const CandidateView &candidate, bool isTyped, const QString &folder);
[[nodiscard]] QString toWords(const RollCall &call);
[[nodiscard]] QString toWords(const AuditView &entry);
/// The guest's name, or what stands for it while the name is not here.
[[nodiscard]] QString nameOf(const GuestView &guest);

/// Whether the person got what they wanted.
[[nodiscard]] bool isYes(Outcome outcome);

}  // namespace muster::cli
