// muster standby …, muster promote: who may become the hub, and becoming it.
#include "app/cli/act_commands.h"
#include "app/cli/device_caller.h"
#include "app/cli/passphrase.h"
#include "core/authority/standbys.h"
#include "core/sync/session.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QTimer>

namespace muster::cli {
namespace {

Reply doneReply(const QString &words)
{
    return {Exit::Done, {{QStringLiteral("outcome"), QStringLiteral("done")}}, words, false};
}

/// Runs @p work at the device, which may fail.
AtDevice atDevice(std::function<Status(LocalDevice &)> work, const QString &words)
{
    return {[work = std::move(work), words](Access &access, const Done &done) {
        const auto status = std::make_shared<Status>();
        access.call([status, work](LocalDevice &local) { *status = work(local); },
                    [status, words, done] { done(*status ? doneReply(words) : errorReply(status->error())); });
    }};
}

/// The device that @p which means: its number, name or id.
Result<DeviceId> deviceNamed(LocalDevice &local, const QString &which)
{
    std::vector<DeviceId> found;
    for (const auto &device : local.device().day().devices) {
        if (device.id.toHex() == which || QString::number(device.number) == which || device.name == which) {
            found.push_back(device.id);
        }
    }
    if (found.size() != 1) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("%1 devices are called %2: say the number or id that muster status shows")
                        .arg(found.size())
                        .arg(which));
    }
    return found.front();
}

/// Asks for the passphrase here, where the person is; the device that runs on the folder only gets it.
Here withPassphrase(const CommandLine &line, const std::shared_ptr<std::string> &file, const QStringList &command,
                    Confirmed confirmed)
{
    const auto path = file->empty() ? QString() : line.path(*file);
    return {[data = line.data(), path, command, confirmed](const Console &console) {
        // Where the keys lie in clear, since it was the hub before, a passphrase would prove nothing.
        const bool isOpen = confirmed == Confirmed::No && DataFolder(data).isHub();
        const auto words = isOpen ? Result<QString>(QStringLiteral("-")) : readPassphrase(console, path, confirmed);
        if (!words) {
            return console.finish(errorReply(words.error()));
        }
        return console.finish(DeviceCaller(data).call(
            command + QStringList{QStringLiteral("--sealed-with"), QString::fromLatin1(words->toUtf8().toHex())}));
    }};
}

QString passphraseFrom(const std::string &hex)
{
    return QString::fromUtf8(QByteArray::fromHex(QByteArray::fromStdString(hex)));
}

/// A hub whose machine died without a word seems at work until its link has been silent for long enough.
constexpr std::chrono::seconds lostPatience = Session::silenceMax + std::chrono::seconds(5);
constexpr std::chrono::milliseconds lostRetry{500};

void declareLost(Access &access, const std::vector<DeviceId> &before, const QString &actor, const Reply &reply,
                 const Done &done, QDeadlineTimer patience)
{
    if (before.empty()) {
        return done(reply);
    }
    DeclareLost lost{before.front(), {}, QStringLiteral("confirmed off at the promotion of a standby")};
    decide(access, {{}, actor, lost}, [&access, before, actor, reply, done, patience](const Reply &said) {
        const bool isRunning = access.node() != nullptr;  // In an idle folder no link comes or goes.
        if (said.exit == Exit::Done) {
            declareLost(access, {before.begin() + 1, before.end()}, actor, reply, done, patience);
        } else if (said.json.value(QStringLiteral("why")) == QLatin1String("at_work") && isRunning &&
                   !patience.hasExpired()) {
            QTimer::singleShot(lostRetry, access.node(), [&access, before, actor, reply, done, patience] {
                declareLost(access, before, actor, reply, done, patience);
            });
        } else {
            done(said);
        }
    });
}

struct Promotion {
    std::string sealedWith;
    std::string actor;
    bool isLost = false;
};

void promote(Access &access, const Promotion &given, const Done &done)
{
    const auto status = std::make_shared<Status>();
    const auto before = std::make_shared<std::vector<DeviceId>>();
    const auto number = std::make_shared<qint64>(0);
    access.call(
        [=, words = passphraseFrom(given.sealedWith)](LocalDevice &local) {
            *status = local.promote(words);
            *before = local.device().hubsLeftBehind();
            const auto record = local.device().epoch();
            *number = record ? qint64(record->number) : 0;
        },
        [&access, status, before, number, given, done] {
            if (!*status) {
                return done(errorReply(status->error()));
            }
            auto reply = doneReply(QStringLiteral("this device is the hub now (epoch %1)").arg(*number));
            reply.json.insert(QStringLiteral("epoch"), *number);
            declareLost(access, given.isLost ? *before : std::vector<DeviceId>(), text(given.actor), reply, done,
                        QDeadlineTimer(lostPatience));
        });
}

void addPromote(CommandLine &line)
{
    const auto file = std::make_shared<std::string>();
    const auto given = std::make_shared<Promotion>();
    auto *command = line.add("promote", "Make this standby the hub, because the hub is gone: one deliberate act");
    command->add_option("--passphrase-file", *file, "Its first line; else it is asked for here")->type_name("FILE");
    command->add_flag("--lost", given->isLost,
                      "The old hub is off for good, and the zones were recounted: free what it held");
    command->add_option("--as", given->actor, "Code of the member of staff who does it")->type_name("STAFF");
    // What the asking process passes on to the one that runs on the folder.
    auto *passed = command->add_option("--sealed-with", given->sealedWith)->group("");
    command->callback([&line, file, given, passed] {
        if (passed->count() > 0) {
            return line.choose(AtDevice{[given](Access &access, const Done &done) { promote(access, *given, done); }});
        }
        QStringList again{QStringLiteral("promote")};
        if (!given->actor.empty()) {
            again << QStringLiteral("--as") << text(given->actor);
        }
        if (given->isLost) {
            again << QStringLiteral("--lost");
        }
        line.choose(withPassphrase(line, file, again, Confirmed::No));
    });
}

void listStandbys(Access &access, const Done &done)
{
    const auto list = std::make_shared<std::vector<DeviceView>>();
    access.call(
        [list](LocalDevice &local) {
            std::vector<DeviceId> ids;
            std::ignore = local.device().journal().read([&](State &state) { ids = standbys::all(state); });
            for (const auto &device : local.device().day().devices) {
                if (std::ranges::find(ids, device.id) != ids.end()) {
                    list->push_back(device);
                }
            }
        },
        [list, done] {
            QJsonArray json;
            QStringList lines;
            for (const auto &device : *list) {
                json.append(QJsonObject{{QStringLiteral("id"), device.id.toHex()},
                                        {QStringLiteral("number"), device.number},
                                        {QStringLiteral("name"), device.name},
                                        {QStringLiteral("linked"), device.isLinked}});
                lines << QStringLiteral("%1  %2%3")
                             .arg(QString::number(device.number), device.name,
                                  device.isLinked ? QString() : QStringLiteral("  not linked"));
            }
            done({Exit::Done,
                  {{QStringLiteral("outcome"), QStringLiteral("done")}, {QStringLiteral("standbys"), json}},
                  lines.isEmpty() ? QStringLiteral("none") : lines.join(QLatin1Char('\n')),
                  false});
        });
}

void addStandby(CommandLine &line)
{
    auto *standby = line.add("standby", "Name the devices that can become the hub when it is gone");
    standby->require_subcommand(1);
    const auto which = std::make_shared<std::string>();
    const auto file = std::make_shared<std::string>();
    const auto sealedWith = std::make_shared<std::string>();
    auto *add = standby->add_subcommand("add", "A second coordinator gets the event's keys, sealed");
    add->add_option("device", *which, "Its number, name or id (status)")->required();
    add->callback([&line, which] {
        line.choose(atDevice(
            [name = text(*which)](LocalDevice &local) -> Status {
                const auto device = deviceNamed(local, name);
                return device ? local.appoint(*device) : Status(fail(device));
            },
            QStringLiteral("it stands by: when the hub is gone, muster promote there makes it the hub")));
    });
    auto *remove = standby->add_subcommand("remove", "It is a standby no more");
    remove->add_option("device", *which, "Its number, name or id (status)")->required();
    remove->callback([&line, which] {
        line.choose(atDevice(
            [name = text(*which)](LocalDevice &local) -> Status {
                const auto device = deviceNamed(local, name);
                return device ? local.dismiss(*device) : Status(fail(device));
            },
            QStringLiteral("removed")));
    });
    auto *passphrase = standby->add_subcommand("passphrase", "Seal the event's keys under a passphrase, or another");
    passphrase->add_option("--passphrase-file", *file, "Its first line; else it is asked for here")->type_name("FILE");
    auto *passed = passphrase->add_option("--sealed-with", *sealedWith)->group("");
    passphrase->callback([&line, file, sealedWith, passed] {
        if (passed->count() > 0) {
            return line.choose(atDevice(
                [words = passphraseFrom(*sealedWith)](LocalDevice &local) { return local.setPassphrase(words); },
                QStringLiteral("sealed: keep the passphrase where the standby can be reached, and not on it")));
        }
        line.choose(
            withPassphrase(line, file, {QStringLiteral("standby"), QStringLiteral("passphrase")}, Confirmed::Yes));
    });
    standby->add_subcommand("list", "Who stands by")->callback([&line] { line.choose(AtDevice{&listStandbys}); });
}

}  // namespace

void addAuthorityCommands(CommandLine &line)
{
    addStandby(line);
    addPromote(line);
}

}  // namespace muster::cli
