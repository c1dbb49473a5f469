// muster report: the evaluation of the day, as a file or in words.
#include "app/cli/command_line.h"
#include "core/journal/journal_reader.h"
#include "core/report/evaluation.h"
#include "core/report/writers.h"
#include "core/venue/plan/plan_room.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace muster::cli {
namespace {

struct Options {
    std::string out;
    std::string language = "both";
    std::string madeAt;
};

/// One evaluation on its way: the device says where its files are and what it has not heard; the rest is read aside,
/// so that the door goes on meanwhile.
struct Job {
    QString out;
    report::Language language = report::Language::Both;
    QString journalFile;
    QString keyringFile;
    report::Sources sources;
    report::Report found;
    Status status;
};

std::vector<report::Unheard> unheardOf(const DayView &day)
{
    std::vector<report::Unheard> found;
    for (const auto &device : day.devices) {
        // A device hears the others through the hub; whether these have more to tell only the hub can know.
        const bool counts = !device.isSelf && !device.isRevoked && (day.link.isHub || device.isHub);
        if (counts && (!device.isLinked || device.unsent.value_or(0) > 0)) {
            found.push_back({device.name, device.lastSeen, device.unsent.value_or(0)});
        }
    }
    return found;
}

void takeStock(LocalDevice &local, Job &job)
{
    const auto day = local.device().day();
    job.journalFile = local.device().journal().options().file;
    job.keyringFile = local.folder().keyringFile();
    job.sources.isDayKnown = day.isKnown;
    job.sources.unheard = unheardOf(day);
    if (!job.sources.generatedAt) {
        job.sources.generatedAt = local.device().now();
    }
}

Status write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
        return {};
    }
    return fail(ErrorCode::Storage, QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
}

QByteArray bytesOf(const Job &job)
{
    const auto suffix = QFileInfo(job.out).suffix().toLower();
    return suffix == QLatin1String("json")  ? report::toJson(job.found)
           : suffix == QLatin1String("csv") ? report::toCsv(job.found)
                                            : report::toHtml(job.found, job.language);
}

void evaluate(Job &job)
{
    SystemRandom random;
    const auto keyring = people::Keyring::open(job.keyringFile, random);
    if (!keyring) {
        job.status = fail(keyring);
        return;
    }
    const auto counts = (*keyring)->counts();
    if (counts && counts->full > 0) {
        job.sources.answers = [&](const answers::Answered &answered) -> std::optional<QMap<QString, QString>> {
            const auto keys = (*keyring)->keysOf(answered.sealed.keyOf);
            auto opened = keys ? people::unsealAnswers(answered.sealed.bytes, *keys) : fail(ErrorCode::NotFound, {});
            return opened ? std::optional(std::move(*opened)) : std::nullopt;
        };
    }
    (*keyring)->read([&] {
        job.status = readApart(job.journalFile, [&](State &state) {
            job.found = report::evaluate(state, plan_room::load(state), job.sources);
        });
    });
    job.sources.answers = {};
    if (job.status && !job.out.isEmpty()) {
        job.status = write(job.out, bytesOf(job));
    }
}

QStringList wordsOf(const report::Report &report, report::Language language)
{
    const report::Shower shower(report, language);
    QStringList lines;
    for (const auto &doubt : report.doubts) {
        lines << QStringLiteral("doubtful: ") + shower.text(doubt);
    }
    for (const auto &section : report.sections) {
        for (const auto &figure : section.figures) {
            auto line =
                QStringLiteral("%1  %2").arg(shower.number(figure.value, figure.unit), shower.text(figure.name));
            if (figure.target) {
                line += QStringLiteral("  (target %1, %2)")
                            .arg(shower.number(figure.target->value, figure.unit),
                                 shower.difference(figure.difference(), figure.unit));
            }
            lines << line;
        }
    }
    return lines;
}

Reply replyOf(const Job &job)
{
    if (!job.status) {
        return errorReply(job.status.error());
    }
    if (job.out.isEmpty()) {
        return {Exit::Done, QJsonDocument::fromJson(report::toJson(job.found)).object(),
                wordsOf(job.found, job.language).join(QLatin1Char('\n')), false};
    }
    QJsonArray doubts;
    QStringList lines{QStringLiteral("wrote the evaluation to %1").arg(job.out)};
    for (const auto &doubt : job.found.doubts) {
        doubts.append(QJsonObject{{QStringLiteral("zh"), doubt.zh}, {QStringLiteral("en"), doubt.en}});
        lines << QStringLiteral("doubtful: ") + doubt.en;
    }
    return {Exit::Done,
            {{QStringLiteral("file"), job.out},
             {QStringLiteral("known"), job.found.isKnown},
             {QStringLiteral("doubts"), doubts}},
            lines.join(QLatin1Char('\n')),
            false};
}

std::shared_ptr<Job> jobOf(const CommandLine &line, const Options &given)
{
    const auto job = std::make_shared<Job>();
    job->language = given.language == "zh"   ? report::Language::Chinese
                    : given.language == "en" ? report::Language::English
                                             : report::Language::Both;
    if (!given.out.empty()) {
        job->out = line.path(given.out);
        const QStringList known{QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("html")};
        if (!known.contains(QFileInfo(job->out).suffix().toLower())) {
            throw CLI::ValidationError("--out", "wants a file ending in .html, .csv or .json");
        }
    }
    if (!given.madeAt.empty()) {
        const auto at = QDateTime::fromString(text(given.madeAt), Qt::ISODate);
        if (!at.isValid()) {
            throw CLI::ValidationError("--made-at", "wants a time such as 2026-11-28T20:00:00+08:00");
        }
        job->sources.generatedAt = fromMsecs(at.toMSecsSinceEpoch());
    }
    return job;
}

}  // namespace

void addReportCommand(CommandLine &line)
{
    const auto given = std::make_shared<Options>();
    auto *command = line.add("report", "The evaluation of the day: figures beside their targets, charts, tables");
    command->add_option("--out", given->out, "A file ending in .html, .csv or .json; else the figures are printed");
    command->add_option("--language", given->language, "Of the page: both, zh or en")
        ->check(CLI::IsMember({"both", "zh", "en"}));
    command->add_option("--made-at", given->madeAt, "What the report says of when it was made; else now")
        ->type_name("TIME");
    command->callback([&line, given] {
        const auto job = jobOf(line, *given);
        line.choose(AtDevice{[job](Access &access, const Done &done) {
            access.call([job](LocalDevice &local) { takeStock(local, *job); },
                        [&access, job, done] {
                            access.aside([job] { evaluate(*job); }, [job, done] { done(replyOf(*job)); });
                        });
        }});
    });
}

}  // namespace muster::cli
