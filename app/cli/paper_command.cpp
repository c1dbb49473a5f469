// muster paper: the state of the day, and forms to write on, for when every device is dark.
#include "app/cli/command_line.h"
#include "app/cli/paper_press.h"
#include "app/paper/paper_source.h"
#include "app/paper/sheet_writer.h"
#include "core/paper/blank_forms.h"

#include <QFileInfo>
#include <QJsonArray>

namespace muster::cli {
namespace {

struct Options {
    std::string out;
    std::string only;
    std::string blank;
    std::string language;
};

/// One paper on its way: the device says what it knows, the pages are made aside.
struct Job {
    QString out;
    QString language;
    std::set<paper::Part> parts = paper::allParts();
    std::optional<paper::Form> form;
    paper::Sources sources;
    Status status;
};

std::set<paper::Part> partsFrom(const std::string &given)
{
    std::set<paper::Part> parts;
    for (const auto &name : text(given).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto part = paper::partFrom(name.trimmed());
        if (!part) {
            throw CLI::ValidationError("--only", "knows state, zones, posts, incidents, show and muster");
        }
        parts.insert(*part);
    }
    return parts.empty() ? paper::allParts() : parts;
}

std::shared_ptr<Job> jobOf(const CommandLine &line, const Options &given)
{
    const auto job = std::make_shared<Job>();
    job->out = line.path(given.out);
    job->language = text(given.language);
    const auto suffix = QFileInfo(job->out).suffix().toLower();
    if (suffix != QLatin1String("pdf") && suffix != QLatin1String("html")) {
        throw CLI::ValidationError("--out", "wants a file ending in .pdf or .html");
    }
    if (!given.blank.empty() && !given.only.empty()) {
        throw CLI::ValidationError("--only", "picks parts of the state of the day: a blank form has none");
    }
    job->parts = partsFrom(given.only);
    job->form = paper::formFrom(text(given.blank));
    return job;
}

paper::Sheet sheetOf(const Job &job)
{
    const auto planned = languageFrom(job.sources.setup.language, report::Language::Chinese);
    const auto language = languageFrom(job.language, planned);
    return job.form ? paper::blankForm(*job.form, job.sources.setup, job.sources.day, language)
                    : paper::stateOf(job.sources, job.parts, language);
}

Reply replyOf(const Job &job, const QStringList &doubts)
{
    if (!job.status) {
        return errorReply(job.status.error());
    }
    QStringList lines{QStringLiteral("wrote %1").arg(job.out)};
    for (const auto &doubt : doubts) {
        lines << QStringLiteral("doubtful: ") + doubt;
    }
    return {Exit::Done,
            {{QStringLiteral("file"), job.out},
             {QStringLiteral("known"), job.sources.day.isKnown},
             {QStringLiteral("doubts"), QJsonArray::fromStringList(doubts)}},
            lines.join(QLatin1Char('\n')),
            false};
}

void writePaper(Access &access, const std::shared_ptr<Job> &job, const Done &done)
{
    access.call([job](LocalDevice &local) { job->sources = paper::gather(local); },
                [&access, job, done] {
                    const auto doubts = std::make_shared<QStringList>();
                    const auto make = [job, doubts] {
                        const auto sheet = sheetOf(*job);
                        *doubts = sheet.doubts;
                        job->status = paper::write(job->out, sheet);
                    };
                    access.aside(make, [job, doubts, done] { done(replyOf(*job, *doubts)); });
                });
}

}  // namespace

void addPaperCommand(CommandLine &line)
{
    auto *command = line.add("paper", "The state of the day on A4, or forms to write on when everything is down");
    const auto options = std::make_shared<Options>();
    command->add_option("--out", options->out, "A file ending in .pdf or .html")->required();
    command->add_option("--only", options->only,
                        "Of the state of the day: state, zones, posts, incidents, show, muster; several with commas");
    command
        ->add_option("--blank", options->blank,
                     "Instead, a form: sign-in (staff and helpers), incident, post-log (a log a post), count (heads "
                     "of each zone)")
        ->check(CLI::IsMember({"sign-in", "incident", "post-log", "count"}));
    command->add_option("--language", options->language, "zh, en or both; else the plan's")
        ->check(CLI::IsMember({"zh", "en", "both"}));
    command->callback([&line, options] {
        const auto job = jobOf(line, *options);
        line.choose(AtDevice{.run = [job](Access &access, const Done &done) { writePaper(access, job, done); },
                             .needsGraphics = true});
    });
}

}  // namespace muster::cli
