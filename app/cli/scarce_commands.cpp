#include "app/cli/scarce_commands.h"

namespace muster::cli {
namespace {

/// What a script asks of a refusal is which rule it was; the sentence beside it is for people.
Reply withRule(Reply reply, NameSubjects nameSubjects)
{
    auto &json = reply.json;
    if (json.contains(QStringLiteral("reason"))) {
        json.insert(QStringLiteral("words"), json.take(QStringLiteral("reason")));
        const auto why = json.value(QStringLiteral("why")).toString();
        json.insert(QStringLiteral("reason"), why.isEmpty() ? json.value(QStringLiteral("outcome")) : QJsonValue(why));
    }
    const auto subjects = json.value(QStringLiteral("subjects")).toVariant().toStringList();
    if (nameSubjects != nullptr && !subjects.isEmpty()) {
        nameSubjects(subjects, json);
    }
    return reply;
}

}  // namespace

CLI::App *addScarceAct(CLI::App &acts, CommandLine &line, const char *name, const char *words,
                       std::function<Command()> make, NameSubjects nameSubjects)
{
    auto *command = acts.add_subcommand(name, words);
    const auto options = std::make_shared<ActOptions>();
    addActOptions(*command, options);
    command->callback([&line, options, make = std::move(make), nameSubjects] {
        const auto act = actOf(*options, make());
        line.choose(AtDevice{[act, nameSubjects](Access &access, const Done &done) {
            decide(access, act, [done, nameSubjects](Reply reply) { done(withRule(std::move(reply), nameSubjects)); });
        }});
    });
    return command;
}

}  // namespace muster::cli
