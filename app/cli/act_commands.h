#pragma once
#include "app/cli/command_line.h"

namespace muster::cli {

/// What every act says of itself.
struct ActOptions {
    std::string actor;
    std::string request;
};

/// Adds --as and --request to @p command.
void addActOptions(CLI::App &command, const std::shared_ptr<ActOptions> &options);
/// An act of @p command. Throws CLI::ValidationError for a malformed request id.
[[nodiscard]] Act actOf(const ActOptions &options, Command command);
/// When something happened that is written down later; nothing if empty. Throws CLI::ValidationError that names @p
/// option.
[[nodiscard]] std::optional<WallTime> timeFrom(const std::string &given, const char *option);
/// An id in hex. Throws CLI::ValidationError that names @p option.
template<class AnyId>
[[nodiscard]] AnyId idFrom(const std::string &hex, const char *option)
{
    const auto id = AnyId::fromHex(text(hex));
    if (!id) {
        throw CLI::ValidationError(option, "wants " + std::to_string(2 * AnyId::size) + " hexadecimal digits");
    }
    return *id;
}

/// Submits @p act, after checking that its actor is on the plan's staff, and answers with the decision.
void decide(Access &access, Act act, const Done &done);
/// The same, by a way of its own.
void decide(Access &access, Act act, const Done &done,
            const std::function<void(Act, std::function<void(const Answer &)>)> &submit);

/// Acts on the device rather than on the day: network, pictures, enrolment, searches, revocation.
void addDeskCommands(CommandLine &line, CLI::App &acts);
/// Steps of a draw; muster draw is addDrawCommands().
void addDrawActs(CommandLine &line, CLI::App &acts);
/// Sales, and what was sold.
void addSaleActs(CommandLine &line, CLI::App &acts);
/// Posts, relief, breaks, floaters, helpers, gear, roll call and sign-on.
void addPostCommands(CommandLine &line, CLI::App &acts);
/// Cues, tasks, phases, materials and documents.
void addCourseCommands(CommandLine &line, CLI::App &acts);
/// Counting, recounting, custody, and the history of zones.
void addZoneCommands(CommandLine &line, CLI::App &acts);
/// What went wrong: logging it, what is done about it, its pictures.
void addIncidentCommands(CommandLine &line, CLI::App &acts);

}  // namespace muster::cli
