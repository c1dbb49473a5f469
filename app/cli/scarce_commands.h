#pragma once
#include "app/cli/act_commands.h"

/// Acts about what is given once: numbers, prizes, units. Their answers name the rule that said no in "reason", for
/// scripts, and say it to people in "words".
namespace muster::cli {

/// Says in a command's own words what else its act concerned: "numbers", "phase", "unit" …
using NameSubjects = void (*)(const QStringList &subjects, QJsonObject &json);

/// Adds a command that submits what @p make makes of the options; the caller adds those to the command it gets.
CLI::App *addScarceAct(CLI::App &acts, CommandLine &line, const char *name, const char *words,
                       std::function<Command()> make, NameSubjects nameSubjects = nullptr);

void addQueueCommands(CommandLine &line, CLI::App &acts);
void addPrizeCommands(CommandLine &line, CLI::App &acts);
void addUnitCommands(CommandLine &line, CLI::App &acts);
/// Modes of the hall and of zones, and messages.
void addModeCommands(CommandLine &line, CLI::App &acts);
void addJudgementCommands(CommandLine &line, CLI::App &acts);

}  // namespace muster::cli
