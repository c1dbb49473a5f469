#include "app/cli/command_line.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

#include <sstream>

namespace muster::cli {
namespace {

/// Options of the whole program may stand behind any command.
void letThrough(CLI::App &app)
{
    for (auto *command : app.get_subcommands([](CLI::App *) { return true; })) {
        command->fallthrough();
        letThrough(*command);
    }
}

/// "do count A -2": the parser would take a negative number for an option, so it gets the minus sign of print.
std::string passable(const QStringList &args, qsizetype i)
{
    static const QRegularExpression negative(QStringLiteral("^-[0-9]+$"));
    const auto act = args.indexOf(QStringLiteral("do"));
    const bool isCount = act >= 0 && args.value(act + 1) == QLatin1String("count") && i > act + 1;
    auto arg = args.at(i);
    return (isCount && negative.match(arg).hasMatch() ? arg.replace(0, 1, QChar(0x2212)) : arg).toStdString();
}

}  // namespace

CommandLine::CommandLine(QString folder)
    : m_app("Muster runs the day of an event on site: one program, one device each.", "muster"),
      m_folder(std::move(folder))
{
    m_app.add_option("--data", m_data, "The device's folder (else $MUSTER_DATA, else ~/.local/share/muster)")
        ->type_name("DIR");
    m_app.add_flag("--json", m_isJson, "Print JSON for scripts: one document, or a line each");
    m_app.add_flag("--version", m_isVersionWanted, "Print the version");
    m_app.add_flag("--self-test", m_isSelfTestWanted, "Try every part of this installation, screens included");
    m_app.footer(
        "--data and --json may stand behind any command. Exits with 0, 1 (refused, falls short) or 2 (usage).");
    addEventCommands(*this);
    addGuestCommands(*this);
    addTicketCommand(*this);
    addScanCommand(*this);
    addRunCommands(*this);
    addActCommands(*this);
    addDrawCommands(*this);
    addAuthorityCommands(*this);
    addStateCommands(*this);
    addReportCommand(*this);
    addPaperCommand(*this);
    addJournalCommands(*this);
    m_app.require_subcommand(0, 1);
    letThrough(m_app);
}

std::optional<Reply> CommandLine::parse(const QStringList &args)
{
    std::vector<std::string> reversed;
    for (auto i = args.size() - 1; i >= 0; --i) {
        reversed.push_back(passable(args, i));
    }
    try {
        m_app.parse(reversed);
    } catch (const CLI::ParseError &stop) {
        std::ostringstream out;
        std::ostringstream trouble;
        if (m_app.exit(stop, out, trouble) == 0) {
            const auto help = text(out.str()).trimmed();
            return Reply{Exit::Done, {{QStringLiteral("help"), help}}, help, false};
        }
        m_isJson = m_isJson || args.contains(QStringLiteral("--json"));
        return usageReply(text(trouble.str()).trimmed().replace(QLatin1Char('\n'), QStringLiteral(". ")));
    }
    if (m_isVersionWanted) {
        const auto version = QStringLiteral(MUSTER_VERSION);
        return Reply{Exit::Done, {{QStringLiteral("version"), version}}, QStringLiteral("muster ") + version, false};
    }
    if (m_isSelfTestWanted) {
        m_chosen = Here{&selfTest, true};
    }
    if (std::holds_alternative<std::monostate>(m_chosen)) {
        return usageReply(
            QStringLiteral("say what to do, for example: muster coordinator, muster kiosk, muster status; "
                           "muster --help lists every command"));
    }
    return std::nullopt;
}

QString CommandLine::data() const
{
    if (!m_data.empty()) {
        return path(m_data);
    }
    const auto fromEnvironment = qEnvironmentVariable("MUSTER_DATA");
    return !fromEnvironment.isEmpty()
               ? fromEnvironment
               : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/muster");
}

QString CommandLine::path(const std::string &given) const
{
    return QDir::cleanPath(QDir(m_folder).absoluteFilePath(text(given)));
}

}  // namespace muster::cli
