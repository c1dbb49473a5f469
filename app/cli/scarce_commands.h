#pragma once
#include "app/cli/act_commands.h"

/// Acts about what is given once: numbers, prizes, units. Their answers name the rule that said no in "reason", for
/// scripts, and say it to people in "words".
namespace muster::cli {

/// Adds a command that submits what @p make makes of the options; the caller adds those to the command it gets.
/// @p subjects: how its answer names what else the act concerned.
CLI::App *addScarceAct(CLI::App &acts, CommandLine &line, const char *name, const char *words,
                       std::function<Command()> make, const QString &subjects = QStringLiteral("subjects"));

void addQueueCommands(CommandLine &line, CLI::App &acts);
void addPrizeCommands(CommandLine &line, CLI::App &acts);
void addUnitCommands(CommandLine &line, CLI::App &acts);

}  // namespace muster::cli
