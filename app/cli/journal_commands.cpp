// muster journal export, import: the last transport, a file on a stick.
#include "app/cli/command_line.h"
#include "core/sync/stick.h"

#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

namespace muster::cli {
namespace {

Reply exportTo(LocalDevice &local, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return errorReply({ErrorCode::Storage, QStringLiteral("cannot write %1: %2").arg(path, file.errorString())});
    }
    const auto exported = stick::write(local.device().journal(), {}, file);
    if (!exported) {
        return errorReply(exported.error());
    }
    if (!file.commit()) {
        return errorReply({ErrorCode::Storage, QStringLiteral("cannot write %1: %2").arg(path, file.errorString())});
    }
    return {Exit::Done,
            {{QStringLiteral("file"), path},
             {QStringLiteral("operations"), exported->operationCount},
             {QStringLiteral("bytes"), exported->byteCount}},
            QStringLiteral("wrote %1 operations to %2").arg(exported->operationCount).arg(path),
            false};
}

Reply importFrom(LocalDevice &local, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return errorReply({ErrorCode::NotFound, QStringLiteral("cannot read %1: %2").arg(path, file.errorString())});
    }
    const auto imported = local.device().importStick(file);
    if (!imported) {
        return errorReply(imported.error());
    }
    Reply reply{
        Exit::Done,
        {{QStringLiteral("new"), imported->operationCount},
         {QStringLiteral("known"), imported->knownCount},
         {QStringLiteral("refused"), QJsonArray::fromStringList(imported->refused)}},
        QStringLiteral("%1 operations were new here, %2 known").arg(imported->operationCount).arg(imported->knownCount),
        false};
    if (imported->operationCount > 0 && !local.device().isHub()) {
        // Keys are handed out over links only, to devices that may have them: a lost stick names nobody.
        reply.words += QStringLiteral("\nnames of guests who are new here come when the network is back");
    }
    if (!imported->refused.isEmpty()) {
        reply.exit = Exit::Refused;
        reply.words += QStringLiteral("\nrefused: ") + imported->refused.join(QStringLiteral("\nrefused: "));
    }
    if (imported->damage) {
        reply.exit = Exit::Refused;
        reply.json.insert(QStringLiteral("error"), errorReply(*imported->damage).json.value(QStringLiteral("error")));
        reply.words += QLatin1Char('\n') + imported->damage->detail;
    }
    return reply;
}

void add(CLI::App *parent, CommandLine &line, const char *name, const char *words,
         Reply (*work)(LocalDevice &, const QString &))
{
    auto *command = parent->add_subcommand(name, words);
    const auto file = std::make_shared<std::string>();
    command->add_option("file", *file, "The file, for example on a USB stick")->required();
    command->callback([&line, file, work] {
        line.choose(AtDevice{[path = line.path(*file), work](Access &access, const Done &done) {
            const auto reply = std::make_shared<Reply>();
            access.call([reply, path, work](LocalDevice &local) { *reply = work(local, path); },
                        [reply, done] { done(*reply); });
        }});
    });
}

}  // namespace

void addJournalCommands(CommandLine &line)
{
    auto *journal = line.add("journal", "Carry the day on a stick where no network does");
    journal->require_subcommand(1);
    add(journal, line, "export", "Write every operation to a file", &exportTo);
    add(journal, line, "import", "Take the operations that are new here; checked like those of a link", &importFrom);
}

}  // namespace muster::cli
