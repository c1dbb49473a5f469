// Zones and what is lent: counting, recounting, moving, who has what; and how full it was.
#include "app/cli/act_commands.h"
#include "app/cli/view_json.h"
#include "core/venue/zones/custody.h"
#include "core/venue/zones/zone_history.h"

#include <QDateTime>
#include <QRegularExpression>

namespace muster::cli {
namespace {

constexpr int listMax = 10'000;

struct Given {
    std::string zone;
    std::string delta;
    std::string undone;
    std::string code;
    std::string tag;
    std::string way;
    std::string note;
    std::string reason;
    int persons = 0;
    std::shared_ptr<ActOptions> act = std::make_shared<ActOptions>();
};

QString secondOf(WallTime time) { return QDateTime::fromMSecsSinceEpoch(toMsecs(time), Qt::UTC).toString(Qt::ISODate); }

QJsonValue numberOrNull(const std::optional<int> &number) { return number ? QJsonValue(*number) : QJsonValue(); }

QJsonValue timeOrNull(const std::optional<WallTime> &time) { return time ? QJsonValue(secondOf(*time)) : QJsonValue(); }

/// "+3", "3", "-2": with the minus of the keyboard or, as CommandLine passes it on, the one of print.
int deltaFrom(const std::string &given)
{
    static const QRegularExpression shape(QStringLiteral("^[+\\-\u2212]?[0-9]{1,6}$"));
    auto words = text(given);
    if (!shape.match(words).hasMatch()) {
        throw CLI::ValidationError("DELTA", "wants how many came or went, such as +3 or -2");
    }
    return words.replace(QChar(0x2212), QLatin1Char('-')).toInt();
}

Command count(const Given &given)
{
    zones::Count command;
    if (!given.undone.empty()) {
        command.undoes = idFrom<OperationHash>(given.undone, "--undo");
    } else if (given.zone.empty() || given.delta.empty()) {
        throw CLI::ValidationError("ZONE DELTA", "are needed, such as A +3; or --undo says which count was a slip");
    } else {
        command.zone = text(given.zone);
        command.delta = deltaFrom(given.delta);
    }
    return command;
}

Command recount(const Given &given) { return zones::Recount{text(given.zone), given.persons, text(given.reason)}; }

Command enter(const Given &given)
{
    return MoveGuest{QByteArray::fromStdString(given.code), std::nullopt, text(given.zone)};
}

Command setCustody(const Given &given)
{
    zones::SetCustody command;
    command.tag = text(given.tag);
    command.isOut = given.way == "out";
    command.payload = QByteArray::fromStdString(given.code);
    command.note = text(given.note);
    return command;
}

CLI::App *add(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given, const char *name,
              const char *words, Command (*make)(const Given &))
{
    auto *command = acts.add_subcommand(name, words);
    addActOptions(*command, given->act);
    command->callback([&line, given, make] {
        line.choose(AtDevice{
            [act = actOf(*given->act, make(*given))](Access &access, const Done &done) { decide(access, act, done); }});
    });
    return command;
}

/// Asks the device's state on its own thread; answers with what @p say makes of it.
template<class Found>
void ask(Access &access, const Done &done, std::function<Found(State &, const EventSetup &)> query,
         std::function<Reply(const Found &)> say)
{
    const auto found = std::make_shared<Result<Found>>(Found{});
    access.call(
        [found, query](LocalDevice &local) {
            const auto setup = local.device().setup();
            const auto read =
                local.device().journal().read([&](State &state) { *found = Result<Found>(query(state, setup)); });
            if (!read) {
                *found = fail(read);
            }
        },
        [found, say, done] { done(*found ? say(**found) : errorReply(found->error())); });
}

QJsonObject toJson(const zones::ZoneRecord &record)
{
    return {{QStringLiteral("zone"), record.zone.isEmpty() ? QJsonValue() : QJsonValue(record.zone)},
            {QStringLiteral("count"), record.persons},
            {QStringLiteral("peak"), record.peak},
            {QStringLiteral("peak_at"), timeOrNull(record.peakAt)},
            {QStringLiteral("admissions"), record.admissions},
            {QStringLiteral("soft"), numberOrNull(record.softCapacity)},
            {QStringLiteral("firm"), numberOrNull(record.firmCapacity)},
            {QStringLiteral("author"), record.capacityAuthor},
            {QStringLiteral("basis"), record.capacityBasis}};
}

QString toWords(const zones::ZoneRecord &record)
{
    const auto figure = [](const std::optional<int> &limit) {
        return limit ? QString::number(*limit) : QStringLiteral("–");
    };
    auto words = QStringLiteral("%1  peak %2%3  admissions %4  now %5  soft %6  firm %7")
                     .arg(record.zone.isEmpty() ? QStringLiteral("all") : record.zone)
                     .arg(record.peak)
                     .arg(record.peakAt ? QStringLiteral(" at ") + secondOf(*record.peakAt) : QString())
                     .arg(record.admissions)
                     .arg(record.persons)
                     .arg(figure(record.softCapacity), figure(record.firmCapacity));
    for (const auto &evidence : {record.capacityAuthor, record.capacityBasis}) {
        words += evidence.isEmpty() ? QString() : QStringLiteral("  ") + evidence;
    }
    return words;
}

Reply replyOf(const zones::ZoneHistory &history, const QString &zone)
{
    QJsonArray list;
    QStringList lines;
    for (const auto &record : history.zones) {
        if (zone.isEmpty() || record.zone == zone) {
            list.append(toJson(record));
            lines << toWords(record);
        }
    }
    if (list.isEmpty()) {
        return errorReply({ErrorCode::NotFound, QStringLiteral("the plan has no zone %1: say its code").arg(zone)});
    }
    QJsonObject json{{QStringLiteral("zones"), list}};
    if (zone.isEmpty()) {
        json.insert(QStringLiteral("all"), toJson(history.all));
        lines << toWords(history.all);
    }
    return {Exit::Done, json, lines.join(QLatin1Char('\n')), false};
}

Reply replyOf(const std::vector<zones::Recounted> &recounts)
{
    QJsonArray list;
    QStringList lines;
    for (const auto &recount : recounts) {
        list.append(QJsonObject{{QStringLiteral("zone"), recount.zone},
                                {QStringLiteral("at"), secondOf(recount.time.wall())},
                                {QStringLiteral("value"), recount.persons},
                                {QStringLiteral("shown"), recount.shown},
                                {QStringLiteral("drift"), recount.drift()},
                                {QStringLiteral("actor"), recount.actor},
                                {QStringLiteral("station"), recount.station},
                                {QStringLiteral("reason"), recount.reason},
                                {QStringLiteral("operation"), recount.operation.toHex()}});
        lines << QStringLiteral("%1  %2  shown %3, counted %4, drift %5%6  %7 %8 “%9”")
                     .arg(secondOf(recount.time.wall()), recount.zone)
                     .arg(recount.shown)
                     .arg(recount.persons)
                     .arg(recount.drift() > 0 ? QStringLiteral("+") : QString())
                     .arg(recount.drift())
                     .arg(recount.station, recount.actor.isEmpty() ? QStringLiteral("–") : recount.actor,
                          recount.reason);
    }
    return {Exit::Done,
            {{QStringLiteral("recounts"), list}},
            lines.isEmpty() ? QStringLiteral("nothing was recounted yet") : lines.join(QLatin1Char('\n')),
            false};
}

Reply replyOf(const std::vector<custody::Tenancy> &stays)
{
    QJsonArray list;
    QStringList lines;
    for (const auto &stay : stays) {
        const auto until = stay.until ? secondOf(stay.until->wall()) : QString();
        list.append(QJsonObject{{QStringLiteral("tag"), stay.tag},
                                {QStringLiteral("guest"), stay.guest ? QJsonValue(stay.guest->toHex()) : QJsonValue()},
                                {QStringLiteral("since"), secondOf(stay.since.wall())},
                                {QStringLiteral("until"), until.isEmpty() ? QJsonValue() : QJsonValue(until)},
                                {QStringLiteral("station"), stay.station},
                                {QStringLiteral("actor"), stay.actor},
                                {QStringLiteral("note"), stay.note}});
        lines << QStringLiteral("%1  since %2%3  %4 %5")
                     .arg(stay.tag, secondOf(stay.since.wall()),
                          until.isEmpty() ? QString() : QStringLiteral(" until ") + until, stay.station, stay.note);
    }
    return {Exit::Done,
            {{QStringLiteral("tags"), list}},
            lines.isEmpty() ? QStringLiteral("nothing is out") : lines.join(QLatin1Char('\n')),
            false};
}

void addCounts(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *counting = add(acts, line, given, "count", "People came into a zone or went out, uncounted by scans", &count);
    counting->add_option("zone", given->zone, "The zone's code");
    counting->add_option("delta", given->delta, "How many: +3 came, -2 went");
    counting->add_option("--undo", given->undone, "Instead: take back this count, by its hash")->type_name("HEX");
    auto *heads = add(acts, line, given, "recount", "Somebody counted the heads in a zone", &recount);
    heads->add_option("zone", given->zone, "The zone's code")->required();
    heads->add_option("persons", given->persons, "How many there are")->required();
    heads->add_option("--reason", given->reason, "Why");
    auto *entering = add(acts, line, given, "zone-enter", "A signed-in guest is scanned at the door of a zone", &enter);
    entering->add_option("zone", given->zone, "The zone's code")->required();
    entering->add_option("code", given->code, "What was scanned or typed")->required();
}

void addCustody(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *lend = acts.add_subcommand("custody", "A tag is handed out or comes back; alone: what is out");
    addActOptions(*lend, given->act);
    lend->add_option("tag", given->tag, "Cloakroom tag, wheelchair, pram …; alone: who had it");
    lend->add_option("way", given->way, "out or in")->check(CLI::IsMember({"out", "in"}));
    lend->add_option("code", given->code, "The guest's code");
    lend->add_option("--note", given->note, "What should be known of it");
    lend->callback([&line, given] {
        if (!given->way.empty()) {
            return line.choose(AtDevice{[act = actOf(*given->act, setCustody(*given))](
                                            Access &access, const Done &done) { decide(access, act, done); }});
        }
        line.choose(AtDevice{[tag = text(given->tag)](Access &access, const Done &done) {
            ask<std::vector<custody::Tenancy>>(
                access, done,
                [tag](State &state, const EventSetup &) {
                    return tag.isEmpty() ? custody::out(state, listMax) : custody::historyOf(state, tag);
                },
                [](const auto &stays) { return replyOf(stays); });
        }});
    });
}

}  // namespace

void addZoneCommands(CommandLine &line, CLI::App &acts)
{
    const auto given = std::make_shared<Given>();
    addCounts(acts, line, given);
    addCustody(acts, line, given);
    auto *history = acts.add_subcommand("zone-history", "How full zones were at most, beside what was approved");
    history->add_option("zone", given->zone, "Of one zone only");
    history->callback([&line, given] {
        line.choose(AtDevice{[zone = text(given->zone)](Access &access, const Done &done) {
            ask<zones::ZoneHistory>(
                access, done, [](State &state, const EventSetup &setup) { return zones::history(state, setup); },
                [zone](const auto &found) { return replyOf(found, zone); });
        }});
    });
    acts.add_subcommand("drift", "How far counts were off whenever somebody recounted")->callback([&line] {
        line.choose(AtDevice{[](Access &access, const Done &done) {
            ask<std::vector<zones::Recounted>>(
                access, done, [](State &state, const EventSetup &) { return zones::recounts(state); },
                [](const auto &recounts) { return replyOf(recounts); });
        }});
    });
}

}  // namespace muster::cli
