// muster event new, muster plan …: from the organiser's spreadsheets to a hub's folder.
#include "app/cli/command_line.h"
#include "app/cli/findings.h"
#include "app/cli/passphrase.h"
#include "app/cli/plan_apply.h"
#include "app/net/certificate_authority.h"
#include "core/plan/plan_reader.h"
#include "core/plan/plan_template.h"

#include <QDir>
#include <QFileInfo>

namespace muster::cli {
namespace {

struct NewEvent {
    std::string plan;
    std::string day;
    std::string passphraseFile;
    bool isAnyTime = false;
};

Result<NewAuthority> makeAuthority(const DeviceId &hub)
{
    SystemRandom random;
    const auto authority = net::CertificateAuthority::create(random);
    const auto key = net::LinkKey::create();
    const auto certificate = authority.issue(key.publicKeyDer(), hub);
    if (!certificate) {
        return fail(certificate);
    }
    return NewAuthority{authority.certificatePem(), authority.privateKeyPem(), key.privateKeyPem(), *certificate};
}

/// A rehearsal is another day than the event's, and begins when people have time.
Status adapt(EventSetup &setup, const NewEvent &options)
{
    if (!options.day.empty()) {
        if (const auto moved = moveDay(setup, text(options.day)); !moved) {
            return moved;
        }
    }
    if (options.isAnyTime) {
        for (auto &rule : setup.rules) {
            rule.fromMinute.reset();
            rule.untilMinute.reset();
        }
        for (auto &post : setup.posts) {
            post.fromMinute.reset();
            post.untilMinute.reset();
        }
        setup.shifts.clear();  // Else nobody would be on duty at night.
    }
    return {};
}

/// The event's keys as standbys will get them. Without a passphrase there can be no standby, until one is given.
Status sealKeys(const QString &data, const QString &passphrase)
{
    const DataFolder folder(data);
    const auto keys = folder.hubKeys();
    const auto membership = folder.membership();
    if (!keys || !membership) {
        return keys ? Status(fail(membership)) : Status(fail(keys));
    }
    SystemRandom random;
    const auto sealed = sealHubKeys(*keys, passphrase, membership->trust.event, random);
    return sealed ? folder.storeSealedHubKeys(*sealed) : Status(fail(sealed));
}

int makeNewEvent(const Console &console, const QString &data, const QString &planPath, const NewEvent &options)
{
    const auto passphrase = options.passphraseFile.empty()
                                ? Result<QString>(QString())
                                : readPassphrase(console, text(options.passphraseFile), Confirmed::No);
    if (!passphrase) {
        return console.finish(errorReply(passphrase.error()));
    }
    if (!options.passphraseFile.empty() && !isPassphrase(*passphrase)) {
        return console.finish(errorReply(notAPassphrase()));
    }
    auto reading = plan::readPlan(planPath);
    if (!reading.isComplete()) {
        return console.finish(refusal(reading.findings, reading.errorCount, reading.warningCount, planPath));
    }
    const auto adapted = adapt(reading.setup, options);
    const auto made = adapted ? makeEvent(data, reading.setup, reading.guests, &makeAuthority) : adapted;
    if (!made) {
        return console.finish(errorReply(made.error()));
    }
    if (const auto sealed = passphrase->isEmpty() ? Status{} : sealKeys(data, *passphrase); !sealed) {
        return console.finish(errorReply(sealed.error()));
    }
    const auto membership = DataFolder(data).membership();
    if (!membership) {
        return console.finish(errorReply(membership.error()));
    }
    const auto &name = reading.setup.name;
    Reply reply{Exit::Done,
                {{QStringLiteral("event"), membership->trust.event.toHex()},
                 {QStringLiteral("name"), name.zh.isEmpty() ? name.en : name.zh},
                 {QStringLiteral("day"), reading.setup.day},
                 {QStringLiteral("guests"), qint64(reading.guests.size())},
                 {QStringLiteral("data"), data},
                 {QStringLiteral("findings"), toJson(reading.findings)}},
                QStringLiteral("%1: %2, on %3. Its keys lie in %4: keep that folder to yourself.\nNext: muster "
                               "coordinator --data %4")
                    .arg(name.en.isEmpty() ? name.zh : name.en, counted(qint64(reading.guests.size()), "guest"),
                         reading.setup.day, data),
                false};
    if (!reading.findings.empty()) {
        reply.words.prepend(toWords(reading.findings) + QLatin1Char('\n'));
    }
    return console.finish(reply);
}

int checkPlan(const Console &console, const QString &path)
{
    const auto reading = plan::readPlan(path);
    Reply reply{reading.isComplete() ? Exit::Done : Exit::Refused,
                summaryJson(reading.findings, reading.errorCount, reading.warningCount), toWords(reading.findings),
                false};
    reply.json.insert(QStringLiteral("guests"), qint64(reading.guests.size()));
    if (!reply.words.isEmpty()) {
        reply.words += QLatin1Char('\n');
    }
    reply.words += QStringLiteral("%1, %2, %3")
                       .arg(counted(reading.errorCount, "error"), counted(reading.warningCount, "warning"),
                            counted(qint64(reading.guests.size()), "guest"));
    return console.finish(reply);
}

int writeTemplate(const Console &console, const QString &path)
{
    const QFileInfo there(path);
    if (there.isFile() || (there.isDir() && !QDir(path).isEmpty())) {
        return console.finish(errorReply(
            {ErrorCode::Refused,
             QStringLiteral("%1 is there already, and may be filled in: name another, or remove it first").arg(path)}));
    }
    const auto written = plan::writeTemplate(path);
    return console.finish(written ? Reply{Exit::Done,
                                          {{QStringLiteral("file"), path}},
                                          QStringLiteral("wrote %1: fill it in, then muster plan check %1").arg(path),
                                          false}
                                  : errorReply(written.error()));
}

}  // namespace

void addEventCommands(CommandLine &line)
{
    auto *event = line.add("event", "Make an event");
    event->require_subcommand(1);
    auto *make = event->add_subcommand("new", "Make an event from a plan: keys, certificate authority, guest list");
    const auto options = std::make_shared<NewEvent>();
    make->add_option("--plan", options->plan, "Folder of CSV sheets, or one .xlsx")->required()->type_name("PATH");
    make->add_option("--day", options->day, "Another day than the plan's, for a rehearsal: YYYY-MM-DD or today");
    make->add_flag("--any-time", options->isAnyTime,
                   "Leave the hours out of the rules of entry and of the posts, and the shifts, for a rehearsal");
    make->add_option("--passphrase-file", options->passphraseFile,
                     "Its first line seals the keys for standbys; else later (standby passphrase)")
        ->type_name("FILE");
    make->callback([&line, options] {
        options->passphraseFile =
            options->passphraseFile.empty() ? std::string() : line.path(options->passphraseFile).toStdString();
        line.choose(Here{[data = line.data(), path = line.path(options->plan), options](const Console &console) {
            return makeNewEvent(console, data, path, *options);
        }});
    });
    auto *plan = line.add("plan", "Write, check and change plans");
    plan->require_subcommand(1);
    const auto path = std::make_shared<std::string>();
    auto *blank = plan->add_subcommand("template", "Write an empty plan that explains itself");
    blank->add_option("path", *path, "A folder, or a file ending in .xlsx")->required();
    blank->callback([&line, path] {
        line.choose(Here{[file = line.path(*path)](const Console &console) { return writeTemplate(console, file); }});
    });
    auto *check = plan->add_subcommand("check", "Say everything that is wrong with a plan");
    check->add_option("path", *path, "Folder of CSV sheets, or one .xlsx")->required();
    check->callback([&line, path] {
        line.choose(Here{[file = line.path(*path)](const Console &console) { return checkPlan(console, file); }});
    });
    addPlanApply(line, *plan);
}

}  // namespace muster::cli
