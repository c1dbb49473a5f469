// muster do mode, say, read: how the hall runs, and what the commander says to everybody.
#include "app/cli/scarce_commands.h"
#include "core/venue/modes/mode_words.h"

namespace muster::cli {
namespace {

struct Given {
    std::string place;
    std::string mode;
    std::string reason;
    std::string to;
    std::string text;
    std::string message;
};

}  // namespace

void addModeCommands(CommandLine &line, CLI::App &acts)
{
    const auto given = std::make_shared<Given>();
    auto *mode =
        addScarceAct(acts, line, "mode", "How the hall, or a zone, runs: kiosks, gates and boards follow", [given] {
            const auto place = text(given->place);
            return Command(modes::SetMode{place == QLatin1String("hall") ? QString() : place,
                                          modes::modeFrom(text(given->mode)).value_or(modes::Mode::Normal),
                                          text(given->reason)});
        });
    mode->add_option("place", given->place, "hall, or the code of a zone")->required();
    mode->add_option("mode", given->mode, "normal is the all-clear")
        ->required()
        ->check(CLI::IsMember({"normal", "slow", "hold", "evacuate"}));
    mode->add_option("--reason", given->reason, "Why");
    auto *say =
        addScarceAct(acts, line, "say", "Tells everybody, a role or a zone; the answer's operation is its id", [given] {
            return Command(messages::Say{text(given->to), text(given->text)});
        });
    say->add_option("to", given->to, "all, role:ROLE or zone:ZONE")->required();
    say->add_option("text", given->text, "What is to be said")->required();
    addScarceAct(acts, line, "read", "Somebody at this device has read what was said",
                 [given] { return Command(messages::MarkRead{text(given->message)}); })
        ->add_option("message", given->message, "Its id (status)")
        ->required();
}

}  // namespace muster::cli
