// What staff do with a device: search, network, pictures, enrolment; and revoking another one.
#include "app/cli/act_commands.h"
#include "app/cli/device_window.h"
#include "app/cli/view_json.h"
#include "core/venue/devices/roles.h"

#include <QJsonArray>

#include <algorithm>

namespace muster::cli {
namespace {

Reply needsRunning()
{
    return errorReply({ErrorCode::Refused, QStringLiteral("no device runs on this folder: start it first")});
}

Reply doneReply(const QString &words)
{
    return {Exit::Done, {{QStringLiteral("outcome"), QStringLiteral("done")}}, words, false};
}

std::vector<std::string> roleNames()
{
    std::vector<std::string> names;
    const auto all = roles::enrollable();
    std::ranges::transform(all, std::back_inserter(names), &QString::toStdString);
    return names;
}

enum class Place { Coordinator, Elsewhere };

/// A command that only a running node understands, and only at the coordinator or only at the others. It tells how it
/// went.
AtDevice atNode(Place place, std::function<void(Node &, Node::Settled)> work, const QString &words)
{
    return {[place, work = std::move(work), words](Access &access, const Done &done) {
        if (access.node() == nullptr) {
            return done(needsRunning());
        }
        const bool isHub = access.node()->day().link.isHub;
        if (isHub != (place == Place::Coordinator)) {
            return done(
                errorReply({ErrorCode::Refused,
                            isHub ? QStringLiteral("this is the coordinator: do it at the device that is meant")
                                  : QStringLiteral("only the coordinator does that: name its folder with --data")}));
        }
        work(*access.node(),
             [words, done](const Status &status) { done(status ? doneReply(words) : errorReply(status.error())); });
    }};
}

void search(Access &access, const QString &words, const Done &done)
{
    const auto found = std::make_shared<std::vector<GuestView>>();
    const auto mayBrowse = std::make_shared<bool>(false);
    access.call(
        [found, mayBrowse, words](LocalDevice &local) {
            *mayBrowse = local.device().mayBrowse();
            *found = local.device().search(words);
        },
        [found, mayBrowse, done] {
            if (!*mayBrowse) {
                return done(errorReply({ErrorCode::Refused, QStringLiteral("this device's role has no search")}));
            }
            QJsonArray guests;
            QStringList lines;
            for (const auto &guest : *found) {
                guests.append(toJson(guest));
                lines << QStringLiteral("%1  %2  %3  %4").arg(guest.id.toHex(), guest.key, guest.name, guest.phone);
            }
            done({found->empty() ? Exit::Refused : Exit::Done,
                  {{QStringLiteral("outcome"), found->empty() ? QStringLiteral("not_found") : QStringLiteral("done")},
                   {QStringLiteral("guests"), guests}},
                  found->empty() ? QStringLiteral("nobody found") : lines.join(QLatin1Char('\n')),
                  false});
        });
}

void openGrants(Access &access, const Done &done)
{
    const auto open = std::make_shared<std::vector<OpenGrantView>>();
    access.call([open](LocalDevice &local) { *open = local.device().openGrants(); },
                [open, done] {
                    QJsonArray grants;
                    QStringList lines;
                    for (const auto &grant : *open) {
                        grants.append(QJsonObject{{QStringLiteral("grant"), grant.grant.toHex()},
                                                  {QStringLiteral("request"), grant.request.toHex()},
                                                  {QStringLiteral("guest"), toJson(grant.guest)},
                                                  {QStringLiteral("device"), grant.device.toHex()},
                                                  {QStringLiteral("station"), grant.station},
                                                  {QStringLiteral("zone"), grant.zone},
                                                  {QStringLiteral("companions"), grant.companions}});
                        lines << QStringLiteral("%1  %2  %3  zone %4")
                                     .arg(grant.grant.toHex(), grant.station,
                                          grant.guest.name.isEmpty() ? grant.guest.id.toHex() : grant.guest.name,
                                          grant.zone);
                    }
                    done({Exit::Done,
                          {{QStringLiteral("outcome"), QStringLiteral("done")}, {QStringLiteral("grants"), grants}},
                          lines.isEmpty() ? QStringLiteral("none") : lines.join(QLatin1Char('\n')),
                          false});
                });
}

/// Finds the one device that @p which means, and decides what @p make makes of it.
void decideOn(Access &access, const QString &which, const std::shared_ptr<ActOptions> &options,
              const std::function<Command(const DeviceView &)> &make, const Done &done)
{
    const auto matching = std::make_shared<std::vector<DeviceView>>();
    access.call(
        [matching, which](LocalDevice &local) {
            for (const auto &device : local.device().day().devices) {
                const bool isMeant = device.id.toHex() == which || QString::number(device.number) == which ||
                                     device.name == which || (which.size() >= 8 && device.id.toHex().startsWith(which));
                if (isMeant) {
                    matching->push_back(device);
                }
            }
        },
        [&access, matching, which, options, make, done] {
            if (matching->size() != 1) {
                return done(errorReply(
                    {ErrorCode::NotFound,
                     QStringLiteral("%1 devices are called %2: say the number or id that muster status shows")
                         .arg(matching->size())
                         .arg(which)}));
            }
            decide(access, actOf(*options, make(matching->front())), done);
        });
}

void addRevoke(CommandLine &line)
{
    struct Given {
        std::string device;
        std::string reason = "lost";
    };
    const auto given = std::make_shared<Given>();
    const auto options = std::make_shared<ActOptions>();
    auto *command = line.add("revoke", "Shut a lost or stolen device out, at once and for good");
    command->add_option("device", given->device, "Its number, name or id (status)")->required();
    command->add_option("--reason", given->reason, "Why");
    addActOptions(*command, options);
    command->callback([&line, given, options] {
        line.choose(AtDevice{[given, options](Access &access, const Done &done) {
            decideOn(
                access, text(given->device), options,
                [reason = text(given->reason)](const DeviceView &device) {
                    return RevokeDevice{device.id, reason};
                },
                done);
        }});
    });
}

void addLost(CommandLine &line, CLI::App &acts)
{
    struct Given {
        std::string device;
        std::string life;
        std::string reason;
    };
    const auto given = std::make_shared<Given>();
    const auto options = std::make_shared<ActOptions>();
    auto *command = acts.add_subcommand(
        "declare-lost",
        "A device, or its life before a restore, is off for good and its zones are recounted: free what "
        "it held");
    command->add_option("device", given->device, "Its number, name or id (status)")->required();
    command->add_option("--life", given->life, "One earlier life of it, in hexadecimal; else all that are not at work");
    command->add_option("--reason", given->reason, "Why, and who recounted")->required();
    addActOptions(*command, options);
    command->callback([&line, given, options] {
        DeclareLost lost{{}, {}, text(given->reason)};
        if (!given->life.empty()) {
            bool isLife = false;
            lost.life = Incarnation{text(given->life).toULongLong(&isLife, 16)};
            if (!isLife) {
                throw CLI::ValidationError("--life", "wants a hexadecimal number");
            }
        }
        line.choose(AtDevice{[given, options, lost](Access &access, const Done &done) {
            decideOn(
                access, text(given->device), options,
                [lost](const DeviceView &device) {
                    auto meant = lost;
                    meant.device = device.id;
                    return meant;
                },
                done);
        }});
    });
}

void addGrants(CommandLine &line, CLI::App &acts)
{
    struct Given {
        std::string grant;
        std::string reason;
    };
    const auto given = std::make_shared<Given>();
    const auto options = std::make_shared<ActOptions>();
    acts.add_subcommand("open-grants",
                        "Permissions that were recorded but not shown, as far as is known: done or void?")
        ->callback([&line] { line.choose(AtDevice{&openGrants}); });
    const auto add = [&](const char *name, const char *words, const std::function<Command()> &make) {
        auto *command = acts.add_subcommand(name, words);
        command->add_option("grant", given->grant, "Its id (do open-grants)")->required();
        addActOptions(*command, options);
        command->callback([&line, options, make] {
            const auto act = actOf(*options, make());
            line.choose(AtDevice{[act](Access &access, const Done &done) { decide(access, act, done); }});
        });
        return command;
    };
    add("grant-done", "An open permission was shown: the guest came in",
        [given] { return ConfirmGrant{idFrom<OperationHash>(given->grant, "GRANT")}; });
    add("grant-void", "An open permission was not shown: the guest is free to come in elsewhere",
        [given] {
            return VoidGrant{idFrom<OperationHash>(given->grant, "GRANT"), text(given->reason)};
        })
        ->add_option("--reason", given->reason, "Why")
        ->required();
}

void addNetwork(CommandLine &line, CLI::App &acts)
{
    const auto state = std::make_shared<std::string>();
    auto *network = acts.add_subcommand("network", "Pull this device's network cable, or put it back");
    network->add_option("state", *state, "cut or restore")->required()->check(CLI::IsMember({"cut", "restore"}));
    network->callback([&line, state] {
        const bool isCut = *state == "cut";
        line.choose(atNode(
            Place::Elsewhere,
            [isCut](Node &node, const Node::Settled &settled) {
                isCut ? node.cutNetwork() : node.restoreNetwork();
                settled({});
            },
            isCut ? QStringLiteral("cut off") : QStringLiteral("restored")));
    });
    const auto window = std::make_shared<std::string>();
    auto *enrolment = acts.add_subcommand("enrolment", "Open or close the door for new devices, at the coordinator");
    enrolment->add_option("state", *window, "open or close")->required()->check(CLI::IsMember({"open", "close"}));
    enrolment->callback([&line, window] {
        const bool isOpen = *window == "open";
        line.choose(atNode(
            Place::Coordinator,
            [isOpen](Node &node, const Node::Settled &settled) {
                if (isOpen) {
                    return node.openEnrolment(settled);
                }
                node.closeEnrolment();
                settled({});
            },
            isOpen ? QStringLiteral("open") : QStringLiteral("closed")));
    });
    const auto candidate = std::make_shared<std::string>();
    const auto role = std::make_shared<std::string>();
    const auto code = std::make_shared<std::string>();
    auto *approve = acts.add_subcommand("approve", "Let a waiting device in, at the coordinator");
    approve->add_option("candidate", *candidate, "Its id (status)")->required();
    approve->add_option("--as", *role, "In this role, whatever it asked to be")->check(CLI::IsMember(roleNames()));
    approve->add_option("--code", *code, "The six digits, compared on both screens: needed if it typed the address")
        ->type_name("DIGITS");
    approve->callback([&line, candidate, role, code] {
        line.choose(atNode(
            Place::Coordinator,
            [id = text(*candidate), as = text(*role), compared = text(*code)](Node &node, Node::Settled settled) {
                node.approve(id, compared, as, std::move(settled));
            },
            QStringLiteral("approved")));
    });
    auto *refuse = acts.add_subcommand("refuse", "Turn a waiting device away, at the coordinator");
    refuse->add_option("candidate", *candidate, "Its id (status)")->required();
    refuse->callback([&line, candidate] {
        line.choose(atNode(
            Place::Coordinator,
            [id = text(*candidate)](Node &node, Node::Settled settled) { node.refuse(id, std::move(settled)); },
            QStringLiteral("refused")));
    });
}

void look(Access &access, const QByteArray &payload, const QString &station, const Done &done)
{
    const auto answer = std::make_shared<Answer>();
    access.call([=](LocalDevice &local) { *answer = local.device().look(payload, station); },
                [answer, done] {
                    auto json = toJson(*answer);
                    json.remove(QStringLiteral("request"));
                    done({isYes(answer->outcome) ? Exit::Done : Exit::Refused, json, toWords(*answer), false});
                });
}

void addLook(CommandLine &line, CLI::App &acts)
{
    struct Given {
        std::string code;
        std::string hex;
        std::string station;
    };
    const auto given = std::make_shared<Given>();
    auto *command = acts.add_subcommand("look", "What the door would say to a code; nothing is written");
    command->add_option("code", given->code, "What was scanned or typed");
    command->add_option("--hex", given->hex, "The same as hexadecimal bytes");
    command->add_option("--station", given->station, "At which station; else this device's");
    command->callback([&line, given] {
        const auto payload = given->hex.empty() ? QByteArray::fromStdString(given->code)
                                                : QByteArray::fromHex(QByteArray::fromStdString(given->hex));
        line.choose(AtDevice{[payload, station = text(given->station)](Access &access, const Done &done) {
            look(access, payload, station, done);
        }});
    });
}

/// What is done to the window of the running device, and the words for it.
AtDevice atWindow(std::function<Status(DeviceWindow &)> work, const QString &words)
{
    return {[work = std::move(work), words](Access &access, const Done &done) {
                if (access.node() == nullptr) {
                    return done(needsRunning());
                }
                const auto window = access.window();
                const auto status = window ? work(**window) : Status(fail(window));
                done(status ? doneReply(words) : errorReply(status.error()));
            },
            false};
}

void addWindow(CommandLine &line, CLI::App &acts)
{
    struct Given {
        std::string file;
        std::string text;
        std::vector<std::string> keys;
    };
    const auto given = std::make_shared<Given>();
    auto *picture = acts.add_subcommand("screenshot", "Write a picture of this device's window");
    picture->add_option("file", given->file, "A file ending in .png")->required();
    picture->callback([&line, given] {
        const auto path = line.path(given->file);
        line.choose(
            atWindow([path](DeviceWindow &window) { return window.grabTo(path); }, QStringLiteral("wrote ") + path));
    });
    auto *press = acts.add_subcommand(
        "press", "Type in this device's window, as a hand or a keyboard scanner does: turn a page, search, scan");
    press->add_option("--text", given->text, "Letters, typed before the keys; a code and Return are a scan");
    press->add_option("keys", given->keys, "Keys by name: F1 to F6 (the coordinator's pages), Return, Esc, Tab, Space");
    press->callback([&line, given] {
        QStringList keys;
        for (const auto &key : given->keys) {
            keys << text(key);
        }
        if (keys.isEmpty() && given->text.empty()) {
            throw CLI::ValidationError("press", "wants --text or the name of a key");
        }
        line.choose(
            atWindow([keys, typed = text(given->text)](DeviceWindow &window) { return window.press(typed, keys); },
                     QStringLiteral("pressed")));
    });
}

}  // namespace

void addDeskCommands(CommandLine &line, CLI::App &acts)
{
    const auto words = std::make_shared<std::vector<std::string>>();
    auto *find = acts.add_subcommand("search", "Guests by name, pinyin, end of phone, code, company");
    find->add_option("words", *words, "What is known of the guest")->required();
    find->callback([&line, words] {
        QStringList all;
        for (const auto &word : *words) {
            all << text(word);
        }
        line.choose(
            AtDevice{[all](Access &access, const Done &done) { search(access, all.join(QLatin1Char(' ')), done); }});
    });
    addGrants(line, acts);
    addLost(line, acts);
    addLook(line, acts);
    addWindow(line, acts);
    addNetwork(line, acts);
    addRevoke(line);
}

}  // namespace muster::cli
