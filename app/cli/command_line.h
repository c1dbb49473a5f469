#pragma once
#include "app/cli/access.h"
#include "app/cli/reply.h"

#include <QStringList>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <memory>
#include <optional>
#include <variant>

namespace muster::cli {

struct RunOptions;

/// A command that needs a device: a running one executes it if there is one.
struct AtDevice {
    std::function<void(Access &, const Done &)> run;
    bool isForMembers = true;    ///< False: also at a device that is not enrolled yet.
    bool needsGraphics = false;  ///< Pictures and fonts, though no window.
};
/// A command that works on its own.
struct Here {
    std::function<int(const Console &)> run;
    bool needsGraphics = false;
};
/// Being a device until told to stop.
struct AsDevice {
    std::shared_ptr<RunOptions> options;
};

/// The command line of Muster, understood. Made by the program and, for commands it is sent, by a running device.
class CommandLine {
public:
    /// Relative paths in the arguments are of @p folder.
    explicit CommandLine(QString folder);

    /// Help that was asked for, or what is wrong with @p args (without the program's name). Nothing: see chosen().
    [[nodiscard]] std::optional<Reply> parse(const QStringList &args);

    [[nodiscard]] const std::variant<std::monostate, AtDevice, Here, AsDevice> &chosen() const { return m_chosen; }
    [[nodiscard]] bool isJson() const { return m_isJson; }
    /// The device's folder: --data, else $MUSTER_DATA, else below the user's data.
    [[nodiscard]] QString data() const;
    [[nodiscard]] bool isDataGiven() const { return !m_data.empty(); }

    // For those who add commands.
    [[nodiscard]] CLI::App *add(const char *name, const char *words) { return m_app.add_subcommand(name, words); }
    void choose(AtDevice command) { m_chosen = std::move(command); }
    void choose(Here command) { m_chosen = std::move(command); }
    void choose(AsDevice command) { m_chosen = std::move(command); }
    [[nodiscard]] QString path(const std::string &given) const;

private:
    CLI::App m_app;
    QString m_folder;
    std::string m_data;
    bool m_isJson = false;
    bool m_isVersionWanted = false;
    bool m_isSelfTestWanted = false;
    std::variant<std::monostate, AtDevice, Here, AsDevice> m_chosen;
};

[[nodiscard]] inline QString text(const std::string &given) { return QString::fromStdString(given); }

// The commands, a subject a file.
void addEventCommands(CommandLine &line);
void addGuestCommands(CommandLine &line);
void addTicketCommand(CommandLine &line);
void addScanCommand(CommandLine &line);
void addStateCommands(CommandLine &line);
void addReportCommand(CommandLine &line);
void addPaperCommand(CommandLine &line);
void addJournalCommands(CommandLine &line);
void addActCommands(CommandLine &line);
void addDrawCommands(CommandLine &line);
void addRunCommands(CommandLine &line);
void addAuthorityCommands(CommandLine &line);
[[nodiscard]] int selfTest(const Console &console);

}  // namespace muster::cli
