// muster do incident …: what went wrong, and what is done about it.
#include "app/cli/act_commands.h"
#include "app/cli/view_json.h"
#include "core/venue/incidents/incidents.h"

#include <QFile>
#include <QSaveFile>
#include <QTimer>

namespace muster::cli {
namespace {

constexpr int fetchTriesMax = 150;
constexpr std::chrono::milliseconds fetchEvery{100};

struct Given {
    std::string number;
    std::string other;
    std::string zone;
    std::string types;
    std::string words;
    std::string happened;
    std::string corrects;
    std::string entry;
    std::string reason;
    std::string state;
    std::string staff;
    std::string role;
    std::string item;
    std::string file;
    std::string name;
    std::string blob;
    std::string out;
    std::string post;
    std::string to;
    std::string proof;
    std::string signature;
    std::optional<std::string> lookOut;
    bool isUrgent = false;
    bool isRestricted = false;
    bool isDuplicate = false;
    bool isOff = false;
    bool isAll = false;
    std::shared_ptr<ActOptions> act = std::make_shared<ActOptions>();
};
using Shared = std::shared_ptr<Given>;

const std::map<std::string, incidents::State> &states()
{
    static const std::map<std::string, incidents::State> all{{"open", incidents::State::Open},
                                                             {"in_hand", incidents::State::InHand},
                                                             {"on_hold", incidents::State::OnHold},
                                                             {"closed", incidents::State::Closed}};
    return all;
}

const std::map<std::string, incidents::AssigneeState> &tasks()
{
    using incidents::AssigneeState;
    static const std::map<std::string, AssigneeState> all{{"assigned", AssigneeState::Assigned},
                                                          {"on_the_way", AssigneeState::OnTheWay},
                                                          {"on_scene", AssigneeState::OnScene},
                                                          {"done", AssigneeState::Done},
                                                          {"released", AssigneeState::Released}};
    return all;
}

template<class Value>
std::set<std::string> namesOf(const std::map<std::string, Value> &all)
{
    std::set<std::string> names;
    for (const auto &[name, value] : all) {
        names.insert(name);
    }
    return names;
}

QStringList typesFrom(const std::string &given) { return text(given).split(QLatin1Char(','), Qt::SkipEmptyParts); }

/// Decides, and says the incident's number under its own name.
void decideOn(Access &access, const Act &act, const Done &done)
{
    decide(access, act, [done, act](const Reply &reply) {
        auto said = reply;
        const auto number = said.json.value(QStringLiteral("number"));
        const auto subjects = said.json.value(QStringLiteral("subjects"));
        if (number.isString()) {
            said.json.insert(QStringLiteral("incident"), number);
        }
        if (std::holds_alternative<incidents::Open>(act.command) && reply.exit == Exit::Done) {
            said.json.insert(QStringLiteral("maybe_same"), subjects.toArray());
        } else if (std::holds_alternative<incidents::Attach>(act.command) && !subjects.toArray().isEmpty()) {
            said.json.insert(QStringLiteral("picture"), subjects.toArray().first());
        }
        done(said);
    });
}

CLI::App *add(CLI::App &acts, CommandLine &line, const Shared &given, const char *name, const char *words,
              Command (*make)(const Given &))
{
    auto *command = acts.add_subcommand(name, words);
    addActOptions(*command, given->act);
    command->callback([&line, given, make] {
        line.choose(AtDevice{[act = actOf(*given->act, make(*given))](Access &access, const Done &done) {
            decideOn(access, act, done);
        }});
    });
    return command;
}

CLI::App *addOn(CLI::App &acts, CommandLine &line, const Shared &given, const char *name, const char *words,
                Command (*make)(const Given &))
{
    auto *command = add(acts, line, given, name, words, make);
    command->add_option("incident", given->number, "Its number")->required();
    return command;
}

Command openIncident(const Given &given)
{
    incidents::Open command;
    command.zone = text(given.zone);
    command.types = typesFrom(given.types);
    command.isUrgent = given.isUrgent ? std::optional(true) : std::nullopt;
    command.isRestricted = given.isRestricted;
    command.text = text(given.words);
    command.happenedAt = timeFrom(given.happened, "--happened");
    command.lookOut = text(given.lookOut.value_or(std::string()));
    return command;
}

Command note(const Given &given)
{
    incidents::Note command{text(given.number), text(given.words), {}, timeFrom(given.happened, "--happened")};
    if (!given.corrects.empty()) {
        command.corrects = idFrom<OperationHash>(given.corrects, "--corrects");
    }
    return command;
}

Command changeState(const Given &given)
{
    incidents::Change command;
    command.incident = text(given.number);
    command.state = states().at(given.state);
    command.reason = text(given.reason);
    return command;
}

Command changeUrgency(const Given &given)
{
    incidents::Change command;
    command.incident = text(given.number);
    command.isUrgent = given.state == "yes";
    command.reason = text(given.reason);
    return command;
}

Command changePlace(const Given &given)
{
    incidents::Change command;
    command.incident = text(given.number);
    command.zone = text(given.zone);
    if (!given.types.empty()) {
        command.types = typesFrom(given.types);
    }
    command.lookOut = given.lookOut ? std::optional(text(*given.lookOut)) : std::nullopt;
    command.reason = text(given.reason);
    command.happenedAt = timeFrom(given.happened, "--happened");
    return command;
}

void addLogging(CLI::App &acts, CommandLine &line, const Shared &given)
{
    auto *opening = add(acts, line, given, "incident", "Something went wrong: log it", &openIncident);
    opening->add_option("text", given->words, "What happened");
    opening->add_option("--zone", given->zone, "Where; else the zone of this device's station");
    opening->add_option("--type", given->types, "Codes of the plan's incident types")->type_name("T[,T]");
    opening->add_option("--look-out", given->lookOut, "Of who is missing, for every exit to read: no names")
        ->type_name("TEXT");
    opening->add_flag("--urgent", given->isUrgent, "Somebody must come at once, whatever the type says");
    opening->add_flag("--restricted", given->isRestricted, "Only the coordinator reads the words");
    opening->add_option("--happened", given->happened, "When, if it is written down later")->type_name("ISO-TIME");
    auto *more = addOn(acts, line, given, "incident-note", "One more entry", &note);
    more->add_option("text", given->words, "What is to be known")->required();
    more->add_option("--corrects", given->corrects, "The entry that it is to be read instead of")->type_name("HEX");
    more->add_option("--happened", given->happened, "When, if it is written down later")->type_name("ISO-TIME");
    auto *strike = add(acts, line, given, "incident-strike", "An entry was wrong: strike it through",
                       [](const Given &all) -> Command {
                           return incidents::Strike{idFrom<OperationHash>(all.entry, "ENTRY"), text(all.reason)};
                       });
    strike->add_option("entry", given->entry, "Its id (do incident-show)")->required();
    strike->add_option("--reason", given->reason, "Why")->required();
}

void addChanges(CLI::App &acts, CommandLine &line, const Shared &given)
{
    auto *state = addOn(acts, line, given, "incident-state", "It is taken up, waits, or is over", &changeState);
    state->add_option("state", given->state, "What it is now")->required()->check(CLI::IsMember(namesOf(states())));
    state->add_option("--reason", given->reason, "Why");
    auto *urgent = addOn(acts, line, given, "incident-urgent", "How urgent it is", &changeUrgency);
    urgent->add_option("urgent", given->state, "yes or no")->required()->check(CLI::IsMember({"yes", "no"}));
    urgent->add_option("--reason", given->reason, "Why");
    auto *place = addOn(acts, line, given, "incident-change",
                        "Another type, place or time, or exits look out for something else", &changePlace);
    place->add_option("--type", given->types, "Codes of the plan's incident types")->type_name("T[,T]");
    place->add_option("--zone", given->zone, "The zone's code");
    place->add_option("--happened", given->happened, "When it came about, as it is known now")->type_name("ISO-TIME");
    place->add_option("--look-out", given->lookOut, "What exits look out for from now on; they are asked anew")
        ->type_name("TEXT");
    place->add_option("--reason", given->reason, "Why");
    auto *assign = addOn(acts, line, given, "incident-assign", "Somebody sees to it", [](const Given &all) -> Command {
        return incidents::Assign{text(all.number), text(all.staff), text(all.role), tasks().at(all.state)};
    });
    assign->add_option("staff", given->staff, "Code of the member of staff")->required();
    assign->add_option("--role", given->role, "In words: leads, first aid, witness …");
    // (A value of its own: options of other commands share the rest.)
    assign->add_option("--state", given->state, "How far they are")
        ->default_val("assigned")
        ->check(CLI::IsMember(namesOf(tasks())));
    auto *link =
        addOn(acts, line, given, "incident-link", "It belongs with another one", [](const Given &all) -> Command {
            return incidents::Link{text(all.number), text(all.other),
                                   all.isDuplicate ? incidents::LinkKind::DuplicateOf : incidents::LinkKind::Related,
                                   !all.isOff};
        });
    link->add_option("other", given->other, "The other one's number")->required();
    link->add_flag("--duplicate", given->isDuplicate, "It is the other one, logged twice");
    link->add_flag("--off", given->isOff, "It does not");
    auto *check =
        addOn(acts, line, given, "incident-check", "An item of its checklist is done", [](const Given &all) -> Command {
            return incidents::Check{text(all.number), text(all.item), !all.isOff};
        });
    check->add_option("item", given->item, "The item's code")->required();
    check->add_flag("--undo", given->isOff, "It is not");
    auto *watch = addOn(acts, line, given, "incident-watch", "An exit looks out for who is missing",
                        [](const Given &all) -> Command {
                            return incidents::AcknowledgeWatch{text(all.number), text(all.post)};
                        });
    watch->add_option("--post", given->post, "Which exit; else the one where this device is");
    auto *back =
        addOn(acts, line, given, "incident-return", "Lost property, or a child, is given back",
              [](const Given &all) -> Command {
                  return incidents::GiveBack{text(all.number), text(all.to), text(all.proof), text(all.signature)};
              });
    back->add_option("--to", given->to, "Who took it")->required();
    back->add_option("--proof", given->proof, "What they showed")->required();
    back->add_option("--signature", given->signature, "What they signed as")->required();
}

/// Writes @p bytes to @p file, and says so.
Reply written(const Hash256 &blob, const QByteArray &bytes, const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        return errorReply({ErrorCode::Storage, QStringLiteral("cannot write %1: %2").arg(file, out.errorString())});
    }
    return {Exit::Done,
            {{QStringLiteral("picture"), blob.toHex()},
             {QStringLiteral("file"), file},
             {QStringLiteral("bytes"), bytes.size()}},
            QStringLiteral("%1 bytes in %2").arg(bytes.size()).arg(file),
            false};
}

/// Fetches a picture from where it is, and waits for it as long as that may take.
void fetch(Access &access, const Hash256 &blob, const QString &file, int tries, const Done &done)
{
    const auto found = std::make_shared<Result<QByteArray>>();
    access.call([found, blob](LocalDevice &local) { *found = local.device().picture(blob); },
                [&access, found, blob, file, tries, done] {
                    if (*found) {
                        return done(written(blob, **found, file));
                    }
                    const bool isComing = found->error().code == ErrorCode::NotFound && access.node() != nullptr;
                    if (!isComing || tries >= fetchTriesMax) {
                        return done(errorReply(found->error()));
                    }
                    QTimer::singleShot(
                        fetchEvery, [&access, blob, file, tries, done] { fetch(access, blob, file, tries + 1, done); });
                });
}

void addPictures(CLI::App &acts, CommandLine &line, const Shared &given)
{
    auto *picture = acts.add_subcommand("incident-picture", "Add a photograph to an incident; or --get one");
    addActOptions(*picture, given->act);
    picture->add_option("incident", given->number, "Its number");
    picture->add_option("file", given->file, "The photograph, at most 2 MiB");
    picture->add_option("--name", given->name, "What it shows; else the file's name");
    auto *wanted =
        picture->add_option("--get", given->blob, "Instead: the photograph with this hash")->type_name("HEX");
    picture->add_option("--out", given->out, "Where to write it")->needs(wanted);
    picture->callback([&line, given] {
        if (!given->blob.empty()) {
            if (given->out.empty()) {
                throw CLI::ValidationError("--out", "says where to write it");
            }
            return line.choose(AtDevice{[blob = idFrom<Hash256>(given->blob, "--get"), file = line.path(given->out)](
                                            Access &access, const Done &done) { fetch(access, blob, file, 0, done); }});
        }
        if (given->number.empty() || given->file.empty()) {
            throw CLI::ValidationError("INCIDENT FILE", "are needed; or --get says which photograph is wanted");
        }
        const auto path = line.path(given->file);
        line.choose(AtDevice{[given, path](Access &access, const Done &done) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) {
                return done(errorReply(
                    {ErrorCode::NotFound, QStringLiteral("cannot read %1: %2").arg(path, file.errorString())}));
            }
            incidents::Attach attach;
            attach.incident = text(given->number);
            attach.content = file.read(incidents::pictureBytesMax + 1);
            attach.name = given->name.empty() ? path.section(QLatin1Char('/'), -1) : text(given->name);
            decideOn(access, actOf(*given->act, std::move(attach)), done);
        }});
    });
}

void show(Access &access, const QString &number, const Done &done)
{
    const auto found = std::make_shared<std::optional<IncidentView>>();
    access.call([found, number](LocalDevice &local) { *found = local.device().incident(number); },
                [found, number, done] {
                    if (!*found) {
                        return done(errorReply(
                            {ErrorCode::NotFound,
                             QStringLiteral("there is no incident %1: see muster do incidents --all").arg(number)}));
                    }
                    done({Exit::Done, toJson(**found), toWords(**found), false});
                });
}

void list(Access &access, bool isAll, const Done &done)
{
    const auto found = std::make_shared<std::vector<IncidentView>>();
    access.call([found](LocalDevice &local) { *found = local.device().allIncidents(); },
                [found, isAll, done] {
                    QJsonArray list;
                    QStringList lines;
                    for (const auto &incident : *found) {
                        if (isAll || incident.state != incidents::State::Closed) {
                            list.append(toJson(incident));
                            lines << toWords(incident);
                        }
                    }
                    done({Exit::Done,
                          {{QStringLiteral("incidents"), list}},
                          lines.isEmpty() ? QStringLiteral("none") : lines.join(QLatin1Char('\n')),
                          false});
                });
}

}  // namespace

void addIncidentCommands(CommandLine &line, CLI::App &acts)
{
    const auto given = std::make_shared<Given>();
    addLogging(acts, line, given);
    addChanges(acts, line, given);
    addPictures(acts, line, given);
    auto *one = acts.add_subcommand("incident-show", "An incident with everything that was said and done");
    one->add_option("incident", given->number, "Its number")->required();
    one->callback([&line, given] {
        line.choose(
            AtDevice{[number = text(given->number)](Access &access, const Done &done) { show(access, number, done); }});
    });
    auto *all = acts.add_subcommand("incidents", "What is open");
    all->add_flag("--all", given->isAll, "What is closed too");
    all->callback([&line, given] {
        line.choose(AtDevice{[isAll = given->isAll](Access &access, const Done &done) { list(access, isAll, done); }});
    });
}

}  // namespace muster::cli
