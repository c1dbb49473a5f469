// muster do queue-…: numbers are given, called and carried through their journey.
#include "app/cli/scarce_commands.h"

#include <QJsonArray>

namespace muster::cli {
namespace {

using queues::Step;

/// Everything that an act about a number may be told; each command offers what concerns it.
struct Given {
    std::string series;
    std::string guest;
    std::string priority;
    std::string number;
    std::string counter;
    std::string service;
    std::string person;
    std::string note;
    std::string code;
    std::string step;
    std::string presence;
    std::string consultant;
    std::string reason;
    std::vector<std::string> papers;
    int persons = 0;
    int minutes = 0;
    int count = 0;
    bool isIdentityChecked = false;
};

using Shared = std::shared_ptr<Given>;

struct StepName {
    const char *name;
    const char *words;
    Step step;
};

constexpr std::array<StepName, 9> stepNames{{
    {"recall", "Call a number once more", Step::Recall},
    {"arrive", "The guest is there: service begins", Step::Arrive},
    {"no-show", "The guest did not come: the service's rule for the late applies", Step::NoShow},
    {"hold", "Interrupt the service; the number stays with the counter", Step::Hold},
    {"park", "Back to the queue, not to be called before some minutes are over", Step::Park},
    {"resume", "Go on after hold or park", Step::Resume},
    {"transfer", "To another service, counter or person; the guest keeps the number", Step::Transfer},
    {"finish", "Service is over: on to the next stage, or the journey ends", Step::Finish},
    {"cancel", "The number is over", Step::Cancel},
}};

Step stepNamed(const std::string &name)
{
    return std::ranges::find_if(stepNames, [&](const StepName &step) { return name == step.name; })->step;
}

std::vector<std::string> allSteps()
{
    std::vector<std::string> names;
    std::ranges::transform(stepNames, std::back_inserter(names), &StepName::name);
    return names;
}

void nameNumbers(const QStringList &subjects, QJsonObject &json)
{
    json.insert(QStringLiteral("numbers"), QJsonArray::fromStringList(subjects));
}

/// What the number is now, and where.
void namePhase(const QStringList &subjects, QJsonObject &json)
{
    json.insert(QStringLiteral("phase"), subjects.value(0));
    json.insert(QStringLiteral("service"), subjects.value(1));
}

Command advance(const Given &given, Step step)
{
    queues::Advance command;
    command.ticket = text(given.number);
    command.step = step;
    command.service = text(given.service);
    command.counter = text(given.counter);
    command.person = text(given.person);
    command.minutes = given.minutes;
    command.note = text(given.note);
    command.code = text(given.code);
    for (const auto &paper : given.papers) {
        command.papers << text(paper);
    }
    command.isIdentityChecked = given.isIdentityChecked;
    command.persons = given.persons;
    return command;
}

void addStepOptions(CLI::App &command, const Shared &given)
{
    command.add_option("number", given->number, "The number, such as A001")->required();
    command.add_option("--service", given->service, "Transfer: to this service");
    command.add_option("--counter", given->counter, "Transfer: only to this counter");
    command.add_option("--person", given->person, "Transfer: only to this member of staff")->type_name("STAFF");
    command.add_option("--minutes", given->minutes, "Park: not before so many minutes")->check(CLI::NonNegativeNumber);
    command.add_option("--note", given->note, "How it went, in words");
    command.add_option("--code", given->code, "How it went, as a code of the plan");
    command.add_option("--paper", given->papers, "Arrive: codes of documents that were shown")->delimiter(',');
    command.add_flag("--identity", given->isIdentityChecked, "Arrive: the identity was checked");
    command.add_option("--persons", given->persons, "Arrive: how many came")->check(CLI::NonNegativeNumber);
}

void addSteps(CLI::App &acts, CommandLine &line, const Shared &given)
{
    auto *any = addScarceAct(
        acts, line, "queue-step", "What a counter does with a number that it has",
        [given] { return advance(*given, stepNamed(given->step)); }, &namePhase);
    any->add_option("step", given->step, "What is done")->required()->check(CLI::IsMember(allSteps()));
    addStepOptions(*any, given);
    for (const auto &step : stepNames) {
        const auto name = std::string("queue-") + step.name;
        auto *command = addScarceAct(
            acts, line, name.c_str(), step.words, [given, kind = step.step] { return advance(*given, kind); },
            &namePhase);
        addStepOptions(*command, given);
    }
}

void addIssueAndCall(CLI::App &acts, CommandLine &line, const Shared &given)
{
    auto *issue = addScarceAct(acts, line, "queue-issue", "Give the next number of a series", [given]() -> Command {
        return queues::Issue{text(given->series),
                             QByteArray::fromStdString(given->guest),
                             {},
                             text(given->priority),
                             std::max(given->persons, 1)};
    });
    issue->add_option("series", given->series, "Its code")->required();
    issue->add_option("--guest", given->guest, "The guest's code; else a number without a name")->type_name("CODE");
    issue->add_option("--priority", given->priority, "Code of the priority; else as the guest's class has it");
    issue->add_option("--persons", given->persons, "How many come with it")->check(CLI::PositiveNumber);
    auto *call = addScarceAct(
        acts, line, "queue-call", "Call the next number, or one out of order",
        [given]() -> Command {
            return queues::Call{text(given->counter), text(given->number)};
        },
        &namePhase);
    call->add_option("--counter", given->counter, "The station; else this device's own");
    call->add_option("--ticket", given->number, "The number; else the next")->type_name("NUMBER");
}

void addCounter(CLI::App &acts, CommandLine &line, const Shared &given, const char *name, const char *words,
                bool isOpen)
{
    addScarceAct(acts, line, name, words, [given, isOpen]() -> Command {
        return queues::SetCounter{text(given->counter), isOpen};
    })->add_option("--counter", given->counter, "The station; else this device's own");
}

void addBatches(CLI::App &acts, CommandLine &line, const Shared &given)
{
    auto *batch = addScarceAct(
        acts, line, "queue-batch", "Call the next households of a service together",
        [given]() -> Command {
            return queues::CallBatch{text(given->service), given->count, given->minutes};
        },
        &nameNumbers);
    batch->add_option("service", given->service, "Its code")->required();
    batch->add_option("count", given->count, "How many; else as planned")->check(CLI::NonNegativeNumber);
    batch->add_option("--minutes", given->minutes, "How long they may take")->check(CLI::NonNegativeNumber);
    auto *roll = addScarceAct(
        acts, line, "queue-roll", "The roll of a batch: who is there",
        [given]() -> Command {
            return queues::Roll{text(given->number), given->presence == "here"};
        },
        &namePhase);
    roll->add_option("number", given->number, "The number")->required();
    roll->add_option("presence", given->presence, "here or absent")
        ->required()
        ->check(CLI::IsMember({"here", "absent"}));
}

}  // namespace

void addQueueCommands(CommandLine &line, CLI::App &acts)
{
    const auto given = std::make_shared<Given>();
    addIssueAndCall(acts, line, given);
    addSteps(acts, line, given);
    addCounter(acts, line, given, "queue-open", "A counter begins its work", true);
    addCounter(acts, line, given, "queue-close", "A counter ends its work", false);
    addBatches(acts, line, given);
    auto *owner = addScarceAct(
        acts, line, "queue-owner", "Whose guest this is: who is called first for them", [given]() -> Command {
            return queues::SetOwner{
                QByteArray::fromStdString(given->guest), {}, text(given->consultant), text(given->reason)};
        });
    owner->add_option("code", given->guest, "The guest's code")->required();
    owner->add_option("consultant", given->consultant, "Code of the member of staff")->required();
    owner->add_option("--reason", given->reason, "Why, if the guest was another's");
}

}  // namespace muster::cli
