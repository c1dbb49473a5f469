// muster do draw-…, muster draw protocol, muster draw verify: draws, and what proves them.
#include "app/cli/act_commands.h"
#include "app/cli/view_json.h"
#include "core/venue/draws/draw_protocol.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace muster::cli {
namespace {

constexpr qint64 protocolSizeMax = 512LL * 1024 * 1024;

struct Given {
    std::string draw;
    std::string reason;
    std::string out;
    std::string text;
    std::string eventKey;
    qint64 number = 0;
    int place = 0;
    std::shared_ptr<ActOptions> act = std::make_shared<ActOptions>();
};

/// How far the draw is: what the hall may see now.
struct Progress {
    std::optional<draws::Attempt> attempt;
    std::vector<draws::Place> places;
};

QJsonObject toJson(const Progress &progress)
{
    const auto &attempt = *progress.attempt;
    QJsonArray places;
    for (const auto &place : progress.places) {
        places.append(QJsonObject{{QStringLiteral("place"), place.number},
                                  {QStringLiteral("pool"), place.pool},
                                  {QStringLiteral("rank"), place.rank},
                                  {QStringLiteral("guest"), place.guest.toHex()},
                                  {QStringLiteral("absent"), place.isAbsent}});
    }
    return {{QStringLiteral("code"), attempt.draw},
            {QStringLiteral("attempt"), attempt.number},
            {QStringLiteral("seed_hash"), attempt.seedHash.toHex()},
            {QStringLiteral("entrants_hash"), attempt.entrantsHash.toHex()},
            {QStringLiteral("entrants"), attempt.entrantCount},
            {QStringLiteral("number"), attempt.calls.empty() ? QJsonValue() : QJsonValue(attempt.calls.front().number)},
            {QStringLiteral("seed"), attempt.showing ? QJsonValue(attempt.showing->seed.toHex()) : QJsonValue()},
            {QStringLiteral("places"), places}};
}

QString toWords(const Progress &progress)
{
    const auto &attempt = *progress.attempt;
    auto words = QStringLiteral("\nseed hash      %1\nentrants hash  %2 (%3 entrants)")
                     .arg(attempt.seedHash.toHex(), attempt.entrantsHash.toHex())
                     .arg(attempt.entrantCount);
    if (attempt.showing) {
        words += QStringLiteral("\nnumber         %1\nseed           %2")
                     .arg(attempt.showing->number)
                     .arg(attempt.showing->seed.toHex());
    }
    for (const auto &place : progress.places) {
        words += QStringLiteral("\n%1  %2%3")
                     .arg(place.number, 5)
                     .arg(place.guest.toHex(), place.isAbsent ? QStringLiteral("  absent") : QString());
    }
    return words;
}

/// Adds to a reply how far the draw is now.
void addProgress(Access &access, const QString &draw, const Reply &reply, const Done &done)
{
    const auto progress = std::make_shared<Progress>();
    access.call(
        [progress, draw](LocalDevice &local) {
            std::ignore = local.device().journal().read([&](State &state) {
                progress->attempt = draws::standing(state, draw);
                if (progress->attempt) {
                    progress->places = draws::placesOf(state, *progress->attempt);
                }
            });
        },
        [progress, reply, done] {
            auto more = reply;
            if (progress->attempt) {
                more.json.insert(QStringLiteral("draw"), toJson(*progress));
                more.words += toWords(*progress);
            }
            done(more);
        });
}

CLI::App *addStep(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given, const char *name,
                  const char *words, Command (*make)(const Given &))
{
    auto *command = acts.add_subcommand(name, words);
    addActOptions(*command, given->act);
    command->add_option("draw", given->draw, "The draw's code in the plan")->required();
    command->callback([&line, given, make] {
        const auto act = actOf(*given->act, make(*given));
        line.choose(AtDevice{[act, draw = text(given->draw)](Access &access, const Done &done) {
            decide(access, act, [&access, draw, done](const Reply &reply) {
                reply.exit == Exit::Done ? addProgress(access, draw, reply, done) : done(reply);
            });
        }});
    });
    return command;
}

Status write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
    }
    return {};
}

struct Writing {
    QString draw;
    QString out;
    QString text;
    Result<QJsonObject> protocol;
    Status status;
};

void readProtocol(LocalDevice &local, Writing &job)
{
    auto &device = local.device();
    const auto setup = device.setup();
    const auto read =
        device.journal().read([&](State &state) { job.protocol = draws::protocolOf(state, setup, job.draw); });
    if (!read) {
        job.protocol = tl::make_unexpected(read.error());
    }
    if (job.protocol) {
        draws::seal(*job.protocol, device.journal().options(), device.now());
    }
}

void writeProtocol(Writing &job)
{
    if (!job.protocol) {
        job.status = tl::make_unexpected(job.protocol.error());
        return;
    }
    job.status = write(job.out, QJsonDocument(*job.protocol).toJson());
    if (job.status && !job.text.isEmpty()) {
        job.status = write(job.text, draws::toText(*job.protocol).toUtf8());
    }
}

void protocol(Access &access, const std::shared_ptr<Writing> &job, const Done &done)
{
    access.call([job](LocalDevice &local) { readProtocol(local, *job); },
                [&access, job, done] {
                    access.aside(
                        [job] { writeProtocol(*job); },
                        [job, done] {
                            if (!job->status) {
                                return done(errorReply(job->status.error()));
                            }
                            done({Exit::Done,
                                  {{QStringLiteral("file"), job->out}},
                                  QStringLiteral("wrote %1\nanybody can check it: muster draw verify %1").arg(job->out),
                                  false});
                        });
                });
}

Result<QJsonObject> readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, QStringLiteral("cannot read %1: %2").arg(path, file.errorString()));
    }
    if (file.size() > protocolSizeMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("%1 is too long for the protocol of a draw").arg(path));
    }
    const auto document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject()) {
        return fail(ErrorCode::Invalid, QStringLiteral("%1 is no JSON document").arg(path));
    }
    return document.object();
}

Reply verified(const QString &path, const QString &eventKey)
{
    const auto json = readJson(path);
    if (!json) {
        return errorReply(json.error());
    }
    auto faults = draws::mismatches(*json);
    const auto sealedBy = json->value(QStringLiteral("seal")).toObject().value(QStringLiteral("event_key")).toString();
    if (!eventKey.isEmpty() && sealedBy != eventKey.toLower()) {
        faults << QStringLiteral("seal: it is of another event, whose key is %1").arg(sealedBy);
    }
    return {faults.isEmpty() ? Exit::Done : Exit::Refused,
            {{QStringLiteral("fits"), faults.isEmpty()},
             {QStringLiteral("faults"), QJsonArray::fromStringList(faults)},
             {QStringLiteral("event_key"), sealedBy}},
            faults.isEmpty() ? QStringLiteral("everything fits; sealed for the event with the key %1").arg(sealedBy)
                             : faults.join(QLatin1Char('\n')),
            false};
}

}  // namespace

void addDrawActs(CommandLine &line, CLI::App &acts)
{
    const auto given = std::make_shared<Given>();
    addStep(acts, line, given, "draw-commit", "Fix the seed and the list of entrants of a draw",
            [](const Given &all) -> Command { return draws::Commit{text(all.draw)}; });
    addStep(acts, line, given, "draw-number", "Record the number that the hall calls",
            [](const Given &all) -> Command {
                return draws::CallNumber{text(all.draw), all.number};
            })
        ->add_option("number", given->number, "The number")
        ->required();
    addStep(acts, line, given, "draw-reveal", "Show the seed: the winners follow",
            [](const Given &all) -> Command { return draws::Reveal{text(all.draw)}; });
    auto *absent = addStep(acts, line, given, "draw-absent", "A winner is not there: the next one takes the place",
                           [](const Given &all) -> Command {
                               return draws::Absent{text(all.draw), all.place, text(all.reason)};
                           });
    absent->add_option("place", given->place, "The place, from 1")->required();
    absent->add_option("--reason", given->reason, "Why")->required();
    addStep(acts, line, given, "draw-abort", "Give a draw up before the seed is shown; it stays in the log",
            [](const Given &all) -> Command {
                return draws::Abort{text(all.draw), text(all.reason)};
            })
        ->add_option("--reason", given->reason, "Why")
        ->required();
}

void addDrawCommands(CommandLine &line)
{
    const auto given = std::make_shared<Given>();
    auto *draw = line.add("draw", "What proves a draw: write it, check it");
    draw->require_subcommand(1);
    auto *give = draw->add_subcommand("protocol", "Write everything that was published of a draw");
    give->add_option("draw", given->draw, "The draw's code in the plan")->required();
    give->add_option("--out", given->out, "A JSON file that anybody can check")->required();
    give->add_option("--text", given->text, "Also a text file to print and sign");
    give->callback([&line, given] {
        const auto job = std::make_shared<Writing>();
        job->draw = text(given->draw);
        job->out = line.path(given->out);
        job->text = given->text.empty() ? QString() : line.path(given->text);
        line.choose(AtDevice{[job](Access &access, const Done &done) { protocol(access, job, done); }});
    });
    auto *check = draw->add_subcommand("verify", "Do a draw again from its protocol; needs no device");
    check->add_option("file", given->out, "What muster draw protocol wrote")->required();
    check->add_option("--event-key", given->eventKey, "The event's key, as known before")->type_name("HEX");
    check->callback([&line, given] {
        line.choose(Here{[file = line.path(given->out), key = text(given->eventKey)](const Console &console) {
            return console.finish(verified(file, key));
        }});
    });
}

}  // namespace muster::cli
