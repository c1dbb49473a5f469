// Answers, for scripts and for people.
#include "app/cli/view_json.h"

#include <QDateTime>
#include <QJsonArray>

namespace muster::cli {
namespace {

QJsonArray guestsJson(const std::vector<GuestView> &guests)
{
    QJsonArray list;
    for (const auto &guest : guests) {
        list.append(toJson(guest));
    }
    return list;
}

QJsonObject earlierJson(const Earlier &earlier)
{
    return {{QStringLiteral("operation"), earlier.operation.toHex()},
            {QStringLiteral("device"), earlier.device.toHex()},
            {QStringLiteral("station"), earlier.station},
            {QStringLiteral("actor"), earlier.actor},
            {QStringLiteral("zone"), earlier.zone},
            {QStringLiteral("at"),
             QDateTime::fromMSecsSinceEpoch(toMsecs(earlier.at), Qt::UTC).toString(Qt::ISODateWithMs)}};
}

QJsonArray questionsJson(const std::vector<Question> &questions)
{
    QJsonArray list;
    for (const auto &question : questions) {
        QJsonArray choices;
        for (const auto &choice : question.choices) {
            choices.append(choice.code);
        }
        list.append(QJsonObject{{QStringLiteral("code"), question.code},
                                {QStringLiteral("text"), toJson(question.text)},
                                {QStringLiteral("choices"), choices},
                                {QStringLiteral("required"), question.isRequired},
                                {QStringLiteral("default"), question.defaultAnswer}});
    }
    return list;
}

/// Where, when and by whom, as far as that is known.
QString toWords(const Earlier &earlier)
{
    const auto at = QDateTime::fromMSecsSinceEpoch(toMsecs(earlier.at), Qt::UTC);
    auto words = QStringLiteral("; earlier, at %1 UTC").arg(at.toString(QStringLiteral("hh:mm:ss")));
    if (!earlier.station.isEmpty()) {
        words += QStringLiteral(", at ") + earlier.station;
    }
    return earlier.actor.isEmpty() ? words : words + QStringLiteral(", by ") + earlier.actor;
}

}  // namespace

QString nameOf(const GuestView &guest)
{
    const auto name = guest.name.isEmpty() ? guest.latinName : guest.name;
    return !name.isEmpty() ? name : guest.key.isEmpty() ? QStringLiteral("name not here yet") : guest.key;
}

bool isYes(Outcome outcome)
{
    return outcome == Outcome::Admitted || outcome == Outcome::CheckedOut || outcome == Outcome::Done ||
           outcome == Outcome::Granted;
}

QJsonObject toJson(const Words &words) { return {{QStringLiteral("zh"), words.zh}, {QStringLiteral("en"), words.en}}; }

QJsonObject toJson(const GuestView &guest)
{
    QJsonObject json{{QStringLiteral("id"), guest.id.toHex()},
                     {QStringLiteral("key"), guest.key},
                     {QStringLiteral("name"), guest.isNameHere ? QJsonValue(guest.name) : QJsonValue()},
                     {QStringLiteral("class"), guest.classCode},
                     {QStringLiteral("inside"), guest.isInside},
                     {QStringLiteral("walk_in"), guest.isWalkIn}};
    const auto add = [&json](const char *name, const QString &value) {
        if (!value.isEmpty()) {
            json.insert(QLatin1String(name), value);
        }
    };
    add("latin_name", guest.latinName);
    add("phone", guest.phone);
    add("company", guest.company);
    add("alert", guest.alert);
    add("host", guest.host);
    add("zone", guest.zone);
    if (guest.isInside) {
        json.insert(QStringLiteral("companions"), guest.companions);
    }
    return json;
}

QJsonObject decisionJson(const Answer &answer, double ms)
{
    QJsonObject json{{QStringLiteral("code"), QString::fromUtf8(answer.code)},
                     {QStringLiteral("outcome"), toString(answer.outcome)},
                     {QStringLiteral("provisional"), answer.isProvisional},
                     {QStringLiteral("ms"), ms}};
    if (!answer.zone.isEmpty()) {
        json.insert(QStringLiteral("zone"), answer.zone);
    }
    if (answer.guest && answer.guest->isNameHere) {
        json.insert(QStringLiteral("guest"), answer.guest->name);
    }
    if (answer.companions > 0) {
        json.insert(QStringLiteral("companions"), answer.companions);
    }
    if (!answer.number.isEmpty()) {
        json.insert(QStringLiteral("number"), answer.number);
    }
    if (answer.operation) {
        json.insert(QStringLiteral("operation"), answer.operation->toHex());
    }
    if (answer.reason != Words{}) {
        json.insert(QStringLiteral("reason"), toJson(answer.reason));
    }
    return json;
}

QJsonObject toJson(const Answer &answer)
{
    auto json = decisionJson(answer, 0);
    json.remove(QStringLiteral("ms"));
    json.insert(QStringLiteral("request"), answer.request.toHex());
    if (answer.guest) {
        json.insert(QStringLiteral("guest"), toJson(*answer.guest));
    }
    if (!answer.why.isEmpty()) {
        json.insert(QStringLiteral("why"), answer.why);
    }
    if (answer.ahead) {
        json.insert(QStringLiteral("ahead"), *answer.ahead);
    }
    if (!answer.subjects.isEmpty()) {
        json.insert(QStringLiteral("subjects"), QJsonArray::fromStringList(answer.subjects));
    }
    if (answer.outcome == Outcome::Granted && answer.operation) {
        json.insert(QStringLiteral("grant"), answer.operation->toHex());
    }
    if (answer.earlier) {
        json.insert(QStringLiteral("earlier"), earlierJson(*answer.earlier));
    }
    if (answer.outcome == Outcome::NeedsAnswers) {
        json.insert(QStringLiteral("questions"), questionsJson(answer.questions));
        json.insert(QStringLiteral("companions_max"), answer.companionsMax);
        json.insert(QStringLiteral("group"), guestsJson(answer.group));
    }
    if (!answer.candidates.empty()) {
        json.insert(QStringLiteral("candidates"), guestsJson(answer.candidates));
    }
    if (!answer.party.empty()) {
        json.insert(QStringLiteral("party"), guestsJson(answer.party));
    }
    return json;
}

QString toWords(const Answer &answer)
{
    auto words = toString(answer.outcome).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (answer.guest) {
        words += QStringLiteral(": ") + nameOf(*answer.guest);
    }
    if (!answer.zone.isEmpty()) {
        words += QStringLiteral(", zone ") + answer.zone;
    }
    if (!answer.number.isEmpty()) {
        words += QStringLiteral(", number ") + answer.number;
    }
    if (answer.ahead) {
        words += QStringLiteral(", %1 ahead").arg(*answer.ahead);
    }
    if (!answer.subjects.isEmpty()) {
        words += QStringLiteral(", ") + answer.subjects.join(QStringLiteral(" "));
    }
    if (answer.outcome == Outcome::Granted && answer.operation) {
        words += QStringLiteral(", grant ") + answer.operation->toHex();
    }
    if (answer.companions > 0) {
        words += QStringLiteral(", with %1 companions").arg(answer.companions);
    }
    if (answer.isProvisional) {
        words += QStringLiteral(" (not checked elsewhere)");
    }
    if (answer.earlier) {
        words += toWords(*answer.earlier);
    }
    const auto &reason = answer.reason.en.isEmpty() ? answer.reason.zh : answer.reason.en;
    if (!reason.isEmpty()) {
        words += QStringLiteral(": ") + reason;
    }
    for (const auto &candidate : answer.candidates) {
        words += QStringLiteral("\n  %1  %2").arg(candidate.id.toHex(), nameOf(candidate));
    }
    return words;
}

}  // namespace muster::cli
