// The course of the day: cues, tasks, phases, materials and documents.
#include "app/cli/act_commands.h"
#include "app/cli/view_json.h"
#include "core/venue/materials/serials.h"

#include <QDateTime>
#include <QRegularExpression>

namespace muster::cli {
namespace {

constexpr int minutesMax = 14 * 24 * 60;

struct Given {
    std::string code;
    std::string step;
    std::string owner;
    std::string zone;
    std::string staff;
    std::string due;
    std::string evidence;
    std::string scanned;
    std::string reason;
    std::string note;
    std::string count;
    std::string happenedAt;
    int minutes = 0;
    std::shared_ptr<ActOptions> act = std::make_shared<ActOptions>();
};

template<class Step>
using Names = std::map<std::string, Step>;

const Names<cues::Step> &cueSteps()
{
    static const Names<cues::Step> all{{"go", cues::Step::Go},       {"hold", cues::Step::Hold},
                                       {"done", cues::Step::Done},   {"skip", cues::Step::Skip},
                                       {"reset", cues::Step::Reset}, {"shift", cues::Step::Shift}};
    return all;
}

const Names<tasks::Step> &taskSteps()
{
    static const Names<tasks::Step> all{{"start", tasks::Step::Start},
                                        {"done", tasks::Step::Done},
                                        {"reopen", tasks::Step::Reopen},
                                        {"skip", tasks::Step::Skip}};
    return all;
}

const Names<Phase> &phases()
{
    static const Names<Phase> all{
        {"prepare", Phase::Prepare}, {"open", Phase::Open}, {"live", Phase::Live}, {"close", Phase::Close}};
    return all;
}

const Names<materials::Step> &materialSteps()
{
    static const Names<materials::Step> all{
        {"packed", materials::Step::Packed},   {"arrived", materials::Step::Arrived},
        {"issued", materials::Step::Issued},   {"returned", materials::Step::Returned},
        {"missing", materials::Step::Missing}, {"broken", materials::Step::Broken}};
    return all;
}

const Names<materials::SerialStep> &serialSteps()
{
    static const Names<materials::SerialStep> all{{"issued", materials::SerialStep::Issued},
                                                  {"used", materials::SerialStep::Used},
                                                  {"void", materials::SerialStep::Void},
                                                  {"returned", materials::SerialStep::Returned}};
    return all;
}

template<class Step>
CLI::IsMember oneOf(const Names<Step> &names)
{
    std::vector<std::string> words;
    for (const auto &[word, step] : names) {
        words.push_back(word);
    }
    return CLI::IsMember(words);
}

/// "09:30", and "25:30" for half past one in the night after.
std::optional<int> minuteFrom(const std::string &given)
{
    static const QRegularExpression shape(QStringLiteral("^([0-9]{1,3}):([0-5][0-9])$"));
    if (given.empty()) {
        return std::nullopt;
    }
    const auto match = shape.match(text(given));
    const int minute = match.captured(1).toInt() * 60 + match.captured(2).toInt();
    if (!match.hasMatch() || minute > minutesMax) {
        throw CLI::ValidationError("--due", "wants a time of the event's day, such as 09:30");
    }
    return minute;
}

std::optional<WallTime> timeFrom(const std::string &given)
{
    if (given.empty()) {
        return std::nullopt;
    }
    const auto time = QDateTime::fromString(text(given), Qt::ISODate);
    if (!time.isValid()) {
        throw CLI::ValidationError("--happened-at", "wants a date and time, such as 2026-11-28T09:41:00+08:00");
    }
    return fromMsecs(time.toMSecsSinceEpoch());
}

/// "300", or "-3" for a slip: with the minus of the keyboard or, as CommandLine passes it on, the one of print.
int countFrom(const std::string &given)
{
    static const QRegularExpression shape(QStringLiteral("^[+\\-\u2212]?[0-9]{1,6}$"));
    auto words = text(given);
    if (!shape.match(words).hasMatch()) {
        throw CLI::ValidationError("COUNT", "wants how many, such as 300; -3 takes a slip back");
    }
    return words.replace(QChar(0x2212), QLatin1Char('-')).toInt();
}

/// "12", "12-40", "RG0012", "RG0012-RG0040" or "RG0012-0040".
std::pair<int, int> serialsFrom(const std::string &given)
{
    static const QRegularExpression shape(QStringLiteral("^(.*?)([0-9]{1,8})(?:-(?:\\1)?([0-9]{1,8}))?$"));
    const auto match = shape.match(text(given).trimmed());
    if (!match.hasMatch()) {
        throw CLI::ValidationError("SERIALS", "wants a number or a run of numbers, such as 12 or 12-40");
    }
    const int first = match.captured(2).toInt();
    return {first, match.captured(3).isEmpty() ? first : match.captured(3).toInt()};
}

Command advanceCue(const Given &given)
{
    return cues::Advance{text(given.code), cueSteps().at(given.step), given.minutes, text(given.reason),
                         timeFrom(given.happenedAt)};
}

Command advanceTask(const Given &given)
{
    return tasks::Advance{text(given.code),     taskSteps().at(given.step),
                          text(given.evidence), QByteArray::fromStdString(given.scanned),
                          text(given.reason),   timeFrom(given.happenedAt)};
}

Command addTask(const Given &given)
{
    return tasks::Add{text(given.code), text(given.owner), text(given.zone), minuteFrom(given.due)};
}

Command assignTask(const Given &given) { return tasks::Assign{text(given.code), text(given.owner)}; }

Command setPhase(const Given &given) { return tasks::SetPhase{phases().at(given.step), text(given.reason)}; }

Command moveMaterial(const Given &given)
{
    return materials::Move{text(given.code),       materialSteps().at(given.step),
                           countFrom(given.count), text(given.zone),
                           text(given.staff),      text(given.note)};
}

Command markSerials(const Given &given)
{
    const auto [from, to] = serialsFrom(given.count);
    return materials::Mark{text(given.code), from, to, serialSteps().at(given.step), text(given.staff),
                           text(given.note)};
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

/// One list of the day, in both forms.
void addList(CLI::App &acts, CommandLine &line, const char *name, const char *words, QStringList keys,
             QStringList (*say)(const DayView &))
{
    acts.add_subcommand(name, words)->callback([&line, keys, say] {
        line.choose(AtDevice{[keys, say](Access &access, const Done &done) {
            const auto day = std::make_shared<DayView>();
            access.call([day](LocalDevice &local) { *day = local.device().day(); },
                        [day, keys, say, done] {
                            const auto all = courseJson(*day);
                            QJsonObject json;
                            for (const auto &key : keys) {
                                json.insert(key, all.value(key));
                            }
                            const auto lines = day->isKnown ? say(*day) : QStringList{QStringLiteral("not known yet")};
                            done({Exit::Done, json,
                                  lines.isEmpty() ? QStringLiteral("the plan has none") : lines.join(QLatin1Char('\n')),
                                  false});
                        });
        }});
    });
}

QJsonObject toJson(const serials::Told &told)
{
    return {{QStringLiteral("from"), told.first},
            {QStringLiteral("to"), told.last},
            {QStringLiteral("step"), materials::toString(told.step)},
            {QStringLiteral("staff"), told.staff},
            {QStringLiteral("note"), told.note},
            {QStringLiteral("actor"), told.actor},
            {QStringLiteral("at"),
             QDateTime::fromMSecsSinceEpoch(toMsecs(told.time.wall()), Qt::UTC).toString(Qt::ISODateWithMs)},
            {QStringLiteral("operation"), told.operation.toHex()}};
}

/// What was said of one serial, what stands first; or, without one, every run.
struct SerialReport {
    std::vector<serials::Run> runs;
    std::vector<serials::Told> told;
};

Reply replyOf(const SerialReport &report)
{
    QJsonArray runs;
    QJsonArray told;
    QStringList lines;
    for (const auto &run : report.runs) {
        runs.append(QJsonObject{{QStringLiteral("from"), run.first},
                                {QStringLiteral("to"), run.last},
                                {QStringLiteral("step"), materials::toString(run.step)},
                                {QStringLiteral("disputed"), run.isDisputed}});
        lines << QStringLiteral("%1-%2  %3%4")
                     .arg(run.first)
                     .arg(run.last)
                     .arg(materials::toString(run.step), run.isDisputed ? QStringLiteral("  DISPUTED") : QString());
    }
    for (const auto &said : report.told) {
        told.append(toJson(said));
        lines << QStringLiteral("  %1 by %2 %3")
                     .arg(materials::toString(said.step), said.actor.isEmpty() ? QStringLiteral("–") : said.actor,
                          said.note);
    }
    return {Exit::Done,
            {{QStringLiteral("runs"), runs}, {QStringLiteral("told"), told}},
            lines.isEmpty() ? QStringLiteral("nothing was said of them yet") : lines.join(QLatin1Char('\n')),
            false};
}

void showSerials(CommandLine &line, const Given &given)
{
    const auto serial = given.count.empty() ? std::nullopt : std::optional(serialsFrom(given.count).first);
    line.choose(AtDevice{[material = text(given.code), serial](Access &access, const Done &done) {
        const auto found = std::make_shared<Result<SerialReport>>(SerialReport{});
        access.call(
            [=](LocalDevice &local) {
                SerialReport report;
                const auto read = local.device().journal().read([&](State &state) {
                    report.runs =
                        serial ? serials::runs(state, material, *serial, *serial) : serials::runs(state, material);
                    report.told = serial ? serials::historyOf(state, material, *serial) : std::vector<serials::Told>();
                });
                if (!read) {
                    *found = fail(read);
                } else {
                    *found = std::move(report);
                }
            },
            [found, done] { done(*found ? replyOf(**found) : errorReply(found->error())); });
    }});
}

void addCueActs(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *cue = add(acts, line, given, "cue", "A cue of the run of show starts, waits, ends, or is moved", &advanceCue);
    cue->add_option("cue", given->code, "Its code")->required();
    cue->add_option("step", given->step, "go, hold, done, skip, reset or shift")->required()->check(oneOf(cueSteps()));
    cue->add_option("--minutes", given->minutes, "Of a shift: so much later than expected so far, or earlier");
    cue->add_option("--reason", given->reason, "Why it goes although something is not ready");
    cue->add_option("--happened-at", given->happenedAt, "When it happened, if it is written down later")
        ->type_name("ISO-TIME");
    addList(acts, line, "cues", "The run of show, as it is expected to go on",
            {QStringLiteral("cues"), QStringLiteral("doors")}, [](const DayView &day) { return toWords(day.cues); });
}

void addTaskActs(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *task = add(acts, line, given, "task", "A task is begun or done; a round is proved", &advanceTask);
    task->add_option("task", given->code, "Its code")->required();
    task->add_option("step", given->step, "start, done, reopen or skip")->required()->check(oneOf(taskSteps()));
    task->add_option("--evidence", given->evidence, "What shows it");
    task->add_option("--scanned", given->scanned, "Of a round: the code that hangs in the zone");
    task->add_option("--reason", given->reason, "Why without evidence or scan, or why not at all");
    task->add_option("--happened-at", given->happenedAt, "When it happened, if it is written down later")
        ->type_name("ISO-TIME");
    auto *fresh = add(acts, line, given, "task-add", "A task that came up on the day", &addTask);
    fresh->add_option("name", given->code, "What is to be done")->required();
    fresh->add_option("--owner", given->owner, "Code of who sees to it")->required();
    fresh->add_option("--due", given->due, "By when, on the event's day")->type_name("HH:MM");
    fresh->add_option("--zone", given->zone, "Where");
    auto *assign = add(acts, line, given, "task-assign", "Somebody else sees to a task", &assignTask);
    assign->add_option("task", given->code, "Its code")->required();
    assign->add_option("owner,--owner", given->owner, "Code of who sees to it")->required();
    addList(acts, line, "tasks", "Tasks, milestones and rounds: not done first", {QStringLiteral("tasks")},
            [](const DayView &day) { return toWords(day.tasks); });
    auto *phase = add(acts, line, given, "phase", "The day goes on to a phase", &setPhase);
    phase->add_option("phase", given->step, "prepare, open, live or close")->required()->check(oneOf(phases()));
    phase->add_option("--reason", given->reason, "Why although something is not ready");
    addList(acts, line, "closing", "The phase of the day, and what stands between it and the next",
            {QStringLiteral("phase")}, [](const DayView &day) { return toWords(day.phase); });
}

void addMaterialActs(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *move = add(acts, line, given, "material", "Materials are counted out or back", &moveMaterial);
    move->add_option("material", given->code, "Its code")->required();
    move->add_option("step", given->step, "packed, arrived, issued, returned, missing or broken")
        ->required()
        ->check(oneOf(materialSteps()));
    move->add_option("count", given->count, "How many; -3 takes a slip back")->required();
    move->add_option("--zone", given->zone, "Where");
    move->add_option("--staff", given->staff, "Code of who has them");
    move->add_option("--note", given->note, "What should be known of it");
    addList(acts, line, "materials", "Materials by category, out and back", {QStringLiteral("materials")},
            [](const DayView &day) { return toWords(day.materials); });
    auto *mark = acts.add_subcommand("serial", "What became of numbered documents; without a step: what was said");
    addActOptions(*mark, given->act);
    mark->add_option("material", given->code, "Code of the documents")->required();
    mark->add_option("serials", given->count, "A number or a run: 12, 12-40");
    mark->add_option("step", given->step, "issued, used, void or returned")->check(oneOf(serialSteps()));
    mark->add_option("--staff", given->staff, "Code of who has them");
    mark->add_option("--note", given->note, "Of a void: why");
    mark->callback([&line, given] {
        if (given->step.empty()) {
            return showSerials(line, *given);
        }
        line.choose(AtDevice{[act = actOf(*given->act, markSerials(*given))](Access &access, const Done &done) {
            decide(access, act, done);
        }});
    });
}

}  // namespace

void addCourseCommands(CommandLine &line, CLI::App &acts)
{
    const auto given = std::make_shared<Given>();
    addCueActs(acts, line, given);
    addTaskActs(acts, line, given);
    addMaterialActs(acts, line, given);
}

}  // namespace muster::cli
