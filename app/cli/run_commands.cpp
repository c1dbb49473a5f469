// muster coordinator, kiosk, greeter, counter, prize, board: being a device.
#include "app/cli/command_line.h"
#include "app/cli/run_options.h"

namespace muster::cli {
namespace {

CLI::App *add(CommandLine &line, const char *role, const char *words)
{
    auto *command = line.add(role, words);
    const auto options = std::make_shared<RunOptions>();
    options->role = role;
    command->add_flag("--headless", options->isHeadless, "No window; print JSON lines with --json");
    command->add_option("--as", options->actor, "Code of the member of staff who works here")->type_name("STAFF");
    command->add_option("--language", options->language, "zh or en; else as kept, else the plan's")
        ->check(CLI::IsMember({"zh", "en"}));
    command->add_option("--size", options->size, "Of the window, such as 1280x800");
    command->add_flag("--full-screen", options->isFullScreen, "Cover the whole screen");
    command->add_flag("--muted", options->isMuted, "No sounds");
    command->add_option("--shots", options->shots, "Write a picture of the window there when it closes")
        ->type_name("DIR");
    command
        ->add_option("--enrol", options->enrolUri,
                     "For a new device: the coordinator's code, or the address that it shows. After an address, "
                     "compare the six digits on both screens; with --headless, answer here with y or n")
        ->type_name("URI|HOST:PORT");
    command->add_option("--name", options->name, "What people call it; else this computer's name");
    if (options->role == "coordinator") {
        command->add_option("--listen", options->listen, "Where devices link; port 0: the one used before, else any")
            ->type_name("ADDR:PORT");
        command->add_flag("--auto-approve", options->isAutoApproving, "Let every device in that scanned the code");
    } else {
        command
            ->add_option("--frames", options->frames,
                         "camera, camera:NAME, none, a video, a picture, or a folder of pictures (FOLDER@5: five a "
                         "second); else the "
                         "camera, and none at a counter or for a board")
            ->type_name("SRC");
        command->add_option("--station", options->station,
                            "Where it stands, of the plan; else the coordinator chooses");
        command->add_flag("--stay", options->isStaying, "Headless: stay when the frames have ended");
    }
    if (options->role == "board") {
        command->add_flag("--staff", options->isWall,
                          "Hangs in the staff corner of its station's zone: who is here, leaving, arriving, not ready");
    }
    command->callback([&line, options] {
        options->shots = options->shots.empty() ? std::string() : line.path(options->shots).toStdString();
        line.choose(AsDevice{options});
    });
    return command;
}

}  // namespace

void addRunCommands(CommandLine &line)
{
    add(line, "coordinator",
        "The hub of the day; prints the code that lets devices in. With --enrol: a second coordinator");
    add(line, "kiosk", "Guests sign in by themselves");
    add(line, "greeter", "Staff sign guests in: search, walk-ins, groups, undo");
    add(line, "counter", "A consultant, cashier or contract desk calls queue numbers");
    add(line, "zone", "A zone's lead: who is here, posts, incidents, tasks, how the zone runs");
    add(line, "prize", "A prize desk: what is due to a guest, handed over once");
    add(line, "board", "Hangs in a waiting zone: who is called where, who is next");
}

}  // namespace muster::cli
