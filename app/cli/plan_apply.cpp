#include "app/cli/plan_apply.h"

#include "app/cli/findings.h"
#include "core/base/clock.h"
#include "core/plan/plan_reader.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/plan/plan_room.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace muster::cli {
namespace {

struct Options {
    std::string plan;
    std::string day;
    bool isDryRun = false;
};

struct Job {
    QString path;
    QString day;
    bool isDryRun = false;
    plan::PlanReading reading;
    std::vector<plan_room::Change> changes;
    QString dayNow;
    Status status;
};

Reply report(const Job &job)
{
    if (!job.status) {
        return errorReply(job.status.error());
    }
    static constexpr std::array names{"added", "changed", "gone"};
    QJsonArray list;
    QStringList lines;
    for (const auto &change : job.changes) {
        const auto what = QString::fromLatin1(names.at(std::size_t(change.what)));
        list.append(QJsonObject{{QStringLiteral("section"), change.section},
                                {QStringLiteral("code"), change.code},
                                {QStringLiteral("change"), what}});
        lines << QStringLiteral("%1 %2 %3").arg(what, change.section, change.code);
    }
    lines << (job.changes.empty() ? QStringLiteral("the event's plan says all of that already")
              : job.isDryRun
                  ? QStringLiteral("%1 would be made; none was").arg(counted(qint64(job.changes.size()), "change"))
                  : QStringLiteral("%1 made; the day is %2")
                        .arg(counted(qint64(job.changes.size()), "change"), job.dayNow));
    Reply reply{Exit::Done,
                {{QStringLiteral("changes"), list},
                 {QStringLiteral("day"), job.dayNow},
                 {QStringLiteral("applied"), !job.isDryRun},
                 {QStringLiteral("findings"), toJson(job.reading.findings)}},
                lines.join(QLatin1Char('\n')),
                false};
    if (!job.reading.findings.empty()) {
        reply.words.prepend(toWords(job.reading.findings) + QLatin1Char('\n'));
    }
    return reply;
}

void apply(Job &job, LocalDevice &local)
{
    auto &device = local.device();
    if (!device.isHub()) {
        job.status = fail(ErrorCode::Refused,
                          QStringLiteral("the plan belongs to the coordinator: change it on the coordinator's device"));
        return;
    }
    auto wanted = job.path.isEmpty() ? device.setup() : job.reading.setup;
    if (!job.day.isEmpty()) {
        job.status = moveDay(wanted, job.day);
    }
    if (!job.status) {
        return;
    }
    job.dayNow = wanted.day;
    job.status = device.append([&](State &state, const EventSetup &) {
        job.changes = plan_room::changesTo(wanted, state);
        if (job.isDryRun) {
            return std::vector<Draft>();
        }
        auto drafts = plan_room::draftsFor(wanted, state);
        for (const auto &change : job.changes) {
            const auto *session = change.section == QLatin1String("session") && change.what == plan_room::Change::Added
                                      ? findByCode(wanted.sessions, change.code)
                                      : nullptr;
            if (session != nullptr && session->opensAtStart) {
                drafts.push_back(sessions::set(state, session->code, true));
            }
        }
        return drafts;
    });
    device.flush();  // What the hub gives out by the plan: places, numbers, stock.
}

void applyPlan(Access &access, const std::shared_ptr<Job> &job, const Done &done)
{
    const auto store = [&access, job, done] {
        access.call([job](LocalDevice &local) { apply(*job, local); }, [job, done] { done(report(*job)); });
    };
    if (job->path.isEmpty()) {
        return store();
    }
    access.aside([job] { job->reading = plan::readPlan(job->path); },
                 [job, store, done] {
                     const auto &reading = job->reading;
                     reading.isComplete()
                         ? store()
                         : done(refusal(reading.findings, reading.errorCount, reading.warningCount, job->path));
                 });
}

}  // namespace

Status moveDay(EventSetup &setup, const QString &day)
{
    const QTimeZone zone(setup.timeZone.toUtf8());
    const auto date =
        day == QLatin1String("today")
            ? QDateTime::fromMSecsSinceEpoch(toMsecs(SystemClock().wall()), zone.isValid() ? zone : QTimeZone::utc())
                  .date()
            : QDate::fromString(day, Qt::ISODate);
    if (!date.isValid()) {
        return fail(ErrorCode::Invalid, QStringLiteral("--day wants a date like 2026-11-28, or today"));
    }
    setup.day = date.toString(Qt::ISODate);
    return {};
}

void addPlanApply(CommandLine &line, CLI::App &plan)
{
    auto *command = plan.add_subcommand("apply", "Change the plan of an event that is there: all devices follow");
    const auto options = std::make_shared<Options>();
    command->add_option("path", options->plan, "Folder of CSV sheets, or one .xlsx; left out: as it is");
    command->add_option("--day", options->day, "Move the event: YYYY-MM-DD or today; milestones go with it");
    command->add_flag("--dry-run", options->isDryRun, "Only say what would change");
    command->callback([&line, options] {
        if (options->plan.empty() && options->day.empty()) {
            throw CLI::ValidationError("plan apply", "wants a plan, or --day");
        }
        const auto job = std::make_shared<Job>();
        job->path = options->plan.empty() ? QString() : line.path(options->plan);
        job->day = text(options->day);
        job->isDryRun = options->isDryRun;
        line.choose(AtDevice{[job](Access &access, const Done &done) { applyPlan(access, job, done); }});
    });
}

}  // namespace muster::cli
