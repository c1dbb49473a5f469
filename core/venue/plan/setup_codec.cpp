#include "core/venue/plan/setup_codec.h"

#include "core/venue/plan/setup_writer.h"

namespace muster {

using namespace setup_codec;
QCborArray toCbor(const Words &words) { return {words.zh, words.en}; }

Words wordsFrom(const QCborValue &value)
{
    const auto array = value.toArray();
    return {array.at(0).toString(), array.at(1).toString()};
}

QCborMap toCbor(const Zone &zone)
{
    return Writer()
        .both("name", zone.name)
        .number("soft", zone.softCapacity)
        .number("firm", zone.firmCapacity)
        .text("overflow", zone.overflow)
        .text("author", zone.capacityAuthor)
        .text("basis", zone.capacityBasis)
        .flag("vehicles", zone.unit == ZoneUnit::Vehicles)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, Zone &zone)
{
    zone = {code,
            words(body, "name"),
            body.optionalNumber("soft", 0, numberMax),
            body.optionalNumber("firm", 0, numberMax),
            body.textOr("overflow"),
            body.textOr("author"),
            body.textOr("basis"),
            body.flag("vehicles") ? ZoneUnit::Vehicles : ZoneUnit::People};
}

QCborMap toCbor(const TicketClass &ticketClass)
{
    return Writer()
        .both("name", ticketClass.name)
        .text("zone", ticketClass.zone)
        .text("alert", ticketClass.alert)
        .text("band", ticketClass.band)
        .put("companions", ticketClass.companionsMax)
        .list("questions", ticketClass.questions)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, TicketClass &ticketClass)
{
    ticketClass = {code,
                   words(body, "name"),
                   body.textOr("zone"),
                   body.textOr("alert"),
                   body.textOr("band"),
                   int(body.numberOr("companions", 0, 1'000, 0)),
                   listFrom(body, "questions")};
}

QCborMap toCbor(const Rule &rule)
{
    return Writer()
        .list("classes", rule.classes)
        .list("gates", rule.gates)
        .list("sessions", rule.sessions)
        .number("from", rule.fromMinute)
        .number("until", rule.untilMinute)
        .put("reentry", int(rule.reentry))
        .number("entries", rule.entriesMax)
        .both("message", rule.message)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, Rule &rule)
{
    rule = {code,
            listFrom(body, "classes"),
            listFrom(body, "gates"),
            listFrom(body, "sessions"),
            body.optionalNumber("from", 0, 14'400),
            body.optionalNumber("until", 0, 14'400),
            Reentry(body.numberOr("reentry", 0, 2, qint64(Reentry::AfterExit))),
            body.optionalNumber("entries", 0, 100'000),
            words(body, "message")};
}

QCborMap toCbor(const SessionPlan &session)
{
    return Writer().both("name", session.name).flag("opens", session.opensAtStart).map();
}

void fromCbor(BodyReader &body, const QString &code, SessionPlan &session)
{
    session = {code, words(body, "name"), body.flag("opens")};
}

QCborMap toCbor(const Question &question)
{
    return Writer()
        .put("kind", int(question.kind))
        .both("text", question.text)
        .put("choices", choicesToCbor(question.choices))
        .flag("required", question.isRequired)
        .put("before", question.isBeforeAdmission)
        .text("default", question.defaultAnswer)
        .text("report", question.report)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, Question &question)
{
    question = {};
    question.code = code;
    question.kind = QuestionKind(body.numberOr("kind", 0, qint64(QuestionKind::Consent), 0));
    question.text = words(body, "text");
    question.choices = choicesFrom(body, "choices");
    question.isRequired = body.flag("required");
    question.isBeforeAdmission = body.flag("before");
    question.defaultAnswer = body.textOr("default");
    question.report = body.textOr("report");
}

QCborMap toCbor(const StaffMember &staff)
{
    return Writer().text("name", staff.name).list("roles", staff.roles).text("zone", staff.zone).map();
}

void fromCbor(BodyReader &body, const QString &code, StaffMember &staff)
{
    staff = {};
    staff.code = code;
    staff.name = body.textOr("name");
    staff.roles = listFrom(body, "roles");
    staff.zone = body.textOr("zone");
}

QCborMap toCbor(const Station &station)
{
    return Writer()
        .text("role", station.role)
        .both("name", station.name)
        .text("zone", station.zone)
        .list("classes", station.classes)
        .list("services", station.services)
        .flag("problem_desk", station.isProblemDesk)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, Station &station)
{
    station = {code,
               body.textOr("role"),
               words(body, "name"),
               body.textOr("zone"),
               listFrom(body, "classes"),
               listFrom(body, "services"),
               body.flag("problem_desk")};
}

QCborMap headToCbor(const EventSetup &setup)
{
    return Writer()
        .both("name", setup.name)
        .both("place", setup.place)
        .text("timezone", setup.timeZone)
        .text("day", setup.day)
        .text("colour", setup.brandColour)
        .text("language", setup.language)
        .number("soft", setup.softCapacity)
        .number("firm", setup.firmCapacity)
        .map();
}

void headFromCbor(BodyReader &body, EventSetup &setup)
{
    setup.name = words(body, "name");
    setup.place = words(body, "place");
    setup.timeZone = body.textOr("timezone");
    setup.day = body.textOr("day");
    setup.brandColour = body.textOr("colour");
    setup.language = body.textOr("language");
    setup.softCapacity = body.optionalNumber("soft", 0, numberMax);
    setup.firmCapacity = body.optionalNumber("firm", 0, numberMax);
}

}  // namespace muster
