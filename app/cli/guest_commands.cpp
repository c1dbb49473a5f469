// muster guests import, export.
#include "app/cli/command_line.h"
#include "app/cli/findings.h"
#include "app/node/guest_import.h"
#include "core/plan/guest_reader.h"
#include "core/plan/plan_writer.h"

#include <QFileInfo>

namespace muster::cli {
namespace {

struct ListOptions {
    std::string file;
    std::vector<std::string> mapping;
    std::string sheet;
    std::string defaultClass;
};

/// One import on its way: the file is read aside, then stored piece by piece, so that the door goes on meanwhile.
struct Import {
    QString file;
    plan::GuestListOptions options;
    EventSetup setup;
    SecretKey codeKey;
    plan::GuestReading reading;
    std::optional<GuestImport> guests;  ///< Once the file is read.
    bool isHub = false;
    std::optional<Error> trouble;
};

Reply report(const Import &import)
{
    if (import.trouble) {
        return errorReply(
            {import.trouble->code, QStringLiteral("%1 (%2 guests were stored before; importing again is safe)")
                                       .arg(import.trouble->detail)
                                       .arg(import.guests->storedCount())});
    }
    const auto &total = import.guests->total();
    Reply reply{
        Exit::Done,
        {{QStringLiteral("added"), total.added},
         {QStringLiteral("changed"), total.changed},
         {QStringLiteral("unchanged"), total.unchanged},
         {QStringLiteral("walk_ins"), total.walkIns},
         {QStringLiteral("too_long"), QJsonArray::fromStringList(total.tooLong)},
         {QStringLiteral("findings"), toJson(import.reading.findings)}},
        QStringLiteral("%1 added, %2 changed, %3 as before").arg(total.added).arg(total.changed).arg(total.unchanged),
        false};
    if (total.walkIns > 0) {
        reply.words += QStringLiteral("; %1 left as the door has them").arg(counted(total.walkIns, "walk-in"));
    }
    if (!total.tooLong.isEmpty()) {
        reply.exit = Exit::Refused;
        reply.words +=
            QStringLiteral("; left out, their texts are too long: ") + total.tooLong.join(QStringLiteral(", "));
    }
    if (!import.reading.findings.empty()) {
        reply.words.prepend(toWords(import.reading.findings) + QLatin1Char('\n'));
    }
    return reply;
}

void storeNext(Access &access, const std::shared_ptr<Import> &import, const Done &done)
{
    if (import->trouble || import->guests->isDone()) {
        return done(report(*import));
    }
    const auto pace = access.node() != nullptr ? GuestImport::Pace::BesideDoor : GuestImport::Pace::Alone;
    access.call(
        [import, pace](LocalDevice &local) {
            if (const auto stored = import->guests->storeNext(local.device(), pace); !stored) {
                import->trouble = stored.error();
            }
        },
        [&access, import, done] { storeNext(access, import, done); });
}

void importGuests(Access &access, const std::shared_ptr<Import> &import, const Done &done)
{
    const auto read = [import] {
        import->options.setup = &import->setup;
        std::vector<GuestEntry> guests;
        import->reading = plan::readGuests(import->file, import->options, [&guests](std::span<GuestEntry> chunk) {
            std::ranges::move(chunk, std::back_inserter(guests));
        return true;
        });
    import->guests.emplace(std::move(guests), import->codeKey);
};
access.call(
    [import](LocalDevice &local) {
        import->isHub = local.device().isHub();
        import->setup = local.device().setup();
        import->codeKey = local.device().config().codeKey;
    },
    [&access, import, read, done] {
        if (!import->isHub) {
            return done(errorReply({ErrorCode::Refused, QStringLiteral("the list belongs to the coordinator: "
                                                                       "import it on the coordinator's device")}));
        }
        access.aside(read, [&access, import, done] {
            const auto &reading = import->reading;
            if (!reading.isComplete()) {
                return done(refusal(reading.findings, reading.errorCount, reading.warningCount, import->file));
            }
            storeNext(access, import, done);
        });
    });
}

void exportGuests(Access &access, const QString &file, const Done &done)
{
    struct Export {
        std::vector<GuestEntry> guests;
        Status status;
    };
    const auto job = std::make_shared<Export>();
    access.call(
        [job](LocalDevice &local) {
            job->status = local.device().forEachGuest(
                [job](const GuestId &, const GuestEntry &entry) { job->guests.push_back(entry); });
        },
        [&access, job, file, done] {
            access.aside(
                [job, file] {
                    std::ranges::sort(job->guests, {}, &GuestEntry::key);
                    if (job->status) {
                        job->status = plan::writeGuests(file, job->guests);
                    }
                },
                [job, file, done] {
                    done(job->status ? Reply{Exit::Done,
                                             {{QStringLiteral("file"), file},
                                              {QStringLiteral("guests"), qint64(job->guests.size())}},
                                             QStringLiteral("wrote %1 guests to %2").arg(job->guests.size()).arg(file),
                                             false}
                                     : errorReply(job->status.error()));
                });
        });
}

void chooseImport(CommandLine &line, const ListOptions &given)
{
    const auto import = std::make_shared<Import>();
    import->file = line.path(given.file);
    import->options.sheet = text(given.sheet);
    import->options.defaultClass = text(given.defaultClass);
    for (const auto &pair : given.mapping) {
        const auto parts = text(pair).split(QLatin1Char('='));
        if (parts.size() != 2 || parts.contains(QString())) {
            throw CLI::ValidationError("--map", "wants name=TITLE, such as name=客户名");
        }
        import->options.mapping.insert(parts.first(), parts.last());
    }
    line.choose(AtDevice{[import](Access &access, const Done &done) { importGuests(access, import, done); }});
}

}  // namespace

void addGuestCommands(CommandLine &line)
{
    auto *guests = line.add("guests", "Read and write the guest list");
    guests->require_subcommand(1);
    const auto options = std::make_shared<ListOptions>();
    auto *take = guests->add_subcommand("import", "Add and update guests; the same list again changes nothing");
    take->add_option("file", options->file, "CSV (UTF-8, GB18030) or .xlsx")->required();
    take->add_option("--map", options->mapping, "Which of the file's columns is meant: name=客户名")
        ->type_name("COLUMN=TITLE");
    take->add_option("--sheet", options->sheet, "Of a workbook with several");
    take->add_option("--class", options->defaultClass, "Class of guests whose own is empty or unknown");
    take->callback([&line, options] { chooseImport(line, *options); });
    auto *give = guests->add_subcommand("export", "Write the list, walk-ins included");
    give->add_option("file", options->file, "A file ending in .csv or .xlsx")->required();
    give->callback([&line, options] {
        line.choose(AtDevice{
            [file = line.path(options->file)](Access &access, const Done &done) { exportGuests(access, file, done); }});
    });
}

}  // namespace muster::cli
