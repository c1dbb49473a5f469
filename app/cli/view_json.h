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
/// "posts", "staff", "assembly" of the day,
[[nodiscard]] QJsonObject postJson(const DayView &day);
/// and what people look at of them.
[[nodiscard]] QStringList postWords(const DayView &day);
[[nodiscard]] QJsonObject toJson(const PostView &post);
[[nodiscard]] QJsonObject toJson(const IncidentView &incident);
/// "incidents" and "incidents_open" of the day,
[[nodiscard]] QJsonObject incidentsJson(const DayView &day);
/// and a line for each open one.
[[nodiscard]] QStringList incidentWords(const DayView &day);
[[nodiscard]] QString toWords(const IncidentView &incident);
/// "mode" of the hall, "modes" of all places that have one, "messages",
[[nodiscard]] QJsonObject modesJson(const DayView &day);
/// and a line for each of them.
[[nodiscard]] QStringList modesWords(const DayView &day);
/// "cues", "tasks", "materials", "phase" and the countdown to the "doors",
[[nodiscard]] QJsonObject courseJson(const DayView &day);
/// and a line for each of them that people look at.
[[nodiscard]] QStringList courseWords(const DayView &day);
[[nodiscard]] QStringList toWords(const std::vector<CueView> &cues);
[[nodiscard]] QStringList toWords(const std::vector<TaskView> &tasks);
[[nodiscard]] QStringList toWords(const std::vector<MaterialView> &materials);
[[nodiscard]] QStringList toWords(const PhaseView &phase);
[[nodiscard]] QJsonObject toJson(const RollCall &call);
[[nodiscard]] QJsonObject toJson(const AuditView &entry);
[[nodiscard]] QJsonArray findingsJson(const std::vector<FindingView> &findings, FindingView::Kind kind);

/// "admitted: 王小明 (RC0001), zone C"
[[nodiscard]] QString toWords(const Answer &answer);
/// @p folder: of the device that says so, for the commands that the words advise.
[[nodiscard]] QString toWords(const DayView &day, const QStringList &typed, const QString &folder);
/// "wants in: Kiosk 2 (kiosk), code 407193: muster do approve 3 …", and what to do before where the address was typed.
[[nodiscard]] QString toWords(const CandidateView &candidate, bool isTyped, const QString &folder);
[[nodiscard]] QString toWords(const PostView &post);
[[nodiscard]] QString toWords(const RollCall &call);
[[nodiscard]] QString toWords(const AuditView &entry);
/// The guest's name, or what stands for it while the name is not here.
[[nodiscard]] QString nameOf(const GuestView &guest);

/// Whether the person got what they wanted.
[[nodiscard]] bool isYes(Outcome outcome);

}  // namespace muster::cli
