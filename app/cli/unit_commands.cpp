// muster do unit-…: what is done on the unit board.
#include "app/cli/scarce_commands.h"

namespace muster::cli {
namespace {

using units::Step;

/// Everything that an act about a unit may be told; each command offers what concerns it.
struct Given {
    std::string unit;
    std::string code;
    std::string reason;
    int minutes = 0;
};

using Shared = std::shared_ptr<Given>;

void nameUnit(const QStringList &subjects, QJsonObject &json)
{
    json.insert(QStringLiteral("unit"), subjects.value(0));
    json.insert(QStringLiteral("phase"), subjects.value(1));
}

CLI::App *addStep(CLI::App &acts, CommandLine &line, const Shared &given, const char *name, const char *words,
                  Step step)
{
    auto *command = addScarceAct(
        acts, line, name, words,
        [given, step]() -> Command {
            return units::Advance{text(given->unit),  step, QByteArray::fromStdString(given->code), {}, given->minutes,
                                  text(given->reason)};
        },
        &nameUnit);
    command->add_option("unit", given->unit, "Its code")->required();
    return command;
}

void addFreeze(CLI::App &acts, CommandLine &line, const Shared &given, const char *name, const char *words,
               bool isFrozen)
{
    addScarceAct(acts, line, name, words,
                 [given, isFrozen]() -> Command {
                     return units::Freeze{isFrozen, text(given->reason)};
                 })
        ->add_option("--reason", given->reason, "Why")
        ->required();
}

}  // namespace

void addUnitCommands(CommandLine &line, CLI::App &acts)
{
    const auto given = std::make_shared<Given>();
    auto *hold = addStep(acts, line, given, "unit-hold", "Keep a unit for a household for some minutes", Step::Hold);
    hold->add_option("code", given->code, "Code of the household")->required();
    hold->add_option("--minutes", given->minutes, "How long; else 15")->check(CLI::PositiveNumber);
    addStep(acts, line, given, "unit-subscribe", "The household signed the subscription", Step::Subscribe)
        ->add_option("code", given->code, "Code of the household")
        ->required();
    addStep(acts, line, given, "unit-sign", "The contract is signed", Step::Sign);
    addStep(acts, line, given, "unit-release", "Free again", Step::Release)
        ->add_option("--reason", given->reason, "Why; needed after a subscription");
    addStep(acts, line, given, "unit-withdraw", "Not for sale", Step::Withdraw)
        ->add_option("--reason", given->reason, "Why")
        ->required();
    addFreeze(acts, line, given, "unit-freeze", "Nobody holds or subscribes anything", true);
    addFreeze(acts, line, given, "unit-thaw", "The board is open again", false);
}

}  // namespace muster::cli
