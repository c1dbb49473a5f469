// Who stands where: posts, relief, breaks, floaters, helpers, gear, roll call, sign-on.
#include "app/cli/act_commands.h"
#include "app/cli/view_json.h"
#include "core/venue/posts/gear.h"
#include "core/venue/posts/roster.h"

#include <QDateTime>
#include <QTime>

namespace muster::cli {
namespace {

constexpr int logMax = 10'000;

struct Given {
    std::string post;
    std::string staff;
    std::string relief;
    std::string item;
    std::string way;
    std::string state;
    std::string target;
    std::string name;
    std::string phone;
    std::string company;
    std::string zone;
    std::string tag;
    std::string reason;
    std::string note;
    std::string at;
    std::string happenedAt;
    std::string pin;
    std::string oldPin;
    std::vector<std::string> list;
    bool isOff = false;
    std::shared_ptr<ActOptions> act = std::make_shared<ActOptions>();
};

QString secondOf(WallTime time) { return QDateTime::fromMSecsSinceEpoch(toMsecs(time), Qt::UTC).toString(Qt::ISODate); }

QJsonValue timeOrNull(const std::optional<WallTime> &time) { return time ? QJsonValue(secondOf(*time)) : QJsonValue(); }

QStringList textsOf(const std::vector<std::string> &given)
{
    QStringList texts;
    for (const auto &one : given) {
        texts += text(one).split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    return texts;
}

std::optional<WallTime> timeFrom(const std::string &given, const char *option)
{
    if (given.empty()) {
        return std::nullopt;
    }
    const auto time = QDateTime::fromString(text(given), Qt::ISODate);
    if (!time.isValid()) {
        throw CLI::ValidationError(option, "wants a date and time, such as 2026-11-28T09:41:00+08:00");
    }
    return fromMsecs(time.toMSecsSinceEpoch());
}

/// "14:10" on the event's day.
std::optional<int> minuteFrom(const std::string &given)
{
    if (given.empty()) {
        return std::nullopt;
    }
    const auto time = QTime::fromString(text(given), QStringLiteral("H:mm"));
    if (!time.isValid()) {
        throw CLI::ValidationError("--at", "wants hours and minutes, such as 14:10");
    }
    return time.hour() * 60 + time.minute();
}

Command postIn(const Given &given)
{
    return posts::In{text(given.post),    text(given.staff),  text(given.relief),
                     textsOf(given.list), text(given.reason), timeFrom(given.happenedAt, "--happened-at")};
}

Command postOut(const Given &given)
{
    return posts::Out{text(given.post), text(given.staff), text(given.reason),
                      timeFrom(given.happenedAt, "--happened-at")};
}

Command tick(const Given &given) { return posts::Tick{text(given.staff), text(given.item), !given.isOff}; }

Command nameRelief(const Given &given)
{
    return posts::NameRelief{text(given.post), text(given.staff), text(given.relief), minuteFrom(given.at)};
}

Command takeBreak(const Given &given)
{
    return posts::Pause{text(given.staff), ShiftKind::Break, given.way == "start", text(given.reason)};
}

Command takeMeal(const Given &given)
{
    return posts::Pause{text(given.staff), ShiftKind::Meal, given.way == "start", text(given.reason)};
}

Command dispatch(const Given &given)
{
    static const std::map<std::string, posts::DispatchState> states{{"sent", posts::DispatchState::Sent},
                                                                    {"on-the-way", posts::DispatchState::OnTheWay},
                                                                    {"there", posts::DispatchState::There},
                                                                    {"back", posts::DispatchState::Back}};
    return posts::Dispatch{text(given.staff), text(given.target), states.at(given.state), text(given.note), {}};
}

Command addHelper(const Given &given)
{
    return posts::AddHelper{text(given.name), text(given.phone), text(given.company), textsOf(given.list),
                            text(given.zone)};
}

Command setGear(const Given &given)
{
    if (given.way == "out" && given.staff.empty()) {
        throw CLI::ValidationError("--staff", "says who gets it");
    }
    return posts::SetGear{text(given.tag), text(given.staff), given.way == "out", text(given.note)};
}

Command callRoll(const Given &given)
{
    return posts::CallRoll{text(given.target), text(given.staff), QByteArray::fromStdString(given.staff), std::nullopt,
                           !given.isOff};
}

Command setPin(const Given &given) { return staff::SetPin{text(given.staff), text(given.pin), text(given.oldPin)}; }

Command signOn(const Given &given) { return staff::SignOn{text(given.staff), text(given.pin)}; }

Command signOff(const Given &given) { return staff::SignOff{text(given.staff)}; }

CLI::App *add(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given, const char *name,
              const char *words, Command (*make)(const Given &))
{
    auto *command = acts.add_subcommand(name, words);
    addActOptions(*command, given->act);
    command->callback([&line, given, make] {
        line.choose(AtDevice{
            [act = actOf(*given->act, make(*given))](Access &access, const Done &done) { decide(access, act, done); }});
    });
    return command;
}

/// Asks the device's state on its own thread; answers with what @p say makes of it.
template<class Found>
void ask(Access &access, const Done &done, std::function<Found(State &, const EventSetup &)> query,
         std::function<Reply(const Found &)> say)
{
    const auto found = std::make_shared<Result<Found>>(Found{});
    access.call(
        [found, query](LocalDevice &local) {
            const auto setup = local.device().setup();
            const auto read =
                local.device().journal().read([&](State &state) { *found = Result<Found>(query(state, setup)); });
            if (!read) {
                *found = fail(read);
            }
        },
        [found, say, done] { done(*found ? say(**found) : errorReply(found->error())); });
}

using Stays = std::vector<posts::Tenancy>;

Reply replyOf(const Stays &stays)
{
    QJsonArray list;
    QStringList lines;
    for (const auto &stay : stays) {
        const auto until = stay.until ? secondOf(*stay.until) : QStringLiteral("now");
        list.append(QJsonObject{{QStringLiteral("post"), stay.post},
                                {QStringLiteral("staff"), stay.staff},
                                {QStringLiteral("since"), secondOf(stay.since)},
                                {QStringLiteral("until"), timeOrNull(stay.until)},
                                {QStringLiteral("actor"), stay.actor},
                                {QStringLiteral("reason"), stay.reason},
                                {QStringLiteral("operation"), stay.operation.toHex()}});
        lines << QStringLiteral("%1  %2  from %3 to %4  %5")
                     .arg(stay.post, stay.staff, secondOf(stay.since), until, stay.reason);
    }
    return {Exit::Done,
            {{QStringLiteral("tenancies"), list}},
            lines.isEmpty() ? QStringLiteral("nobody stood there") : lines.join(QLatin1Char('\n')),
            false};
}

QString clockOf(int minute)
{
    return minute < 0 ? QStringLiteral("–")
                      : QStringLiteral("%1:%2")
                            .arg(minute / 60, 2, 10, QLatin1Char('0'))
                            .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

Reply replyOf(const std::vector<posts::MealRound> &rounds)
{
    QJsonArray list;
    QStringList lines;
    for (const auto &round : rounds) {
        list.append(QJsonObject{
            {QStringLiteral("from"), round.fromMinute < 0 ? QJsonValue() : QJsonValue(clockOf(round.fromMinute))},
            {QStringLiteral("until"), round.fromMinute < 0 ? QJsonValue() : QJsonValue(clockOf(round.untilMinute))},
            {QStringLiteral("planned"), round.planned},
            {QStringLiteral("taken"), round.taken},
            {QStringLiteral("second"), round.second}});
        lines << QStringLiteral("%1  planned %2  taken %3%4")
                     .arg(round.fromMinute < 0 ? QStringLiteral("no round") : clockOf(round.fromMinute))
                     .arg(round.planned)
                     .arg(round.taken)
                     .arg(round.second > 0 ? QStringLiteral("  and %1 more with a reason").arg(round.second)
                                           : QString());
    }
    return {Exit::Done,
            {{QStringLiteral("rounds"), list}},
            lines.isEmpty() ? QStringLiteral("no meals are planned or taken") : lines.join(QLatin1Char('\n')),
            false};
}

Reply replyOf(const std::vector<gear::Stay> &stays)
{
    QJsonArray list;
    QStringList lines;
    for (const auto &stay : stays) {
        list.append(
            QJsonObject{{QStringLiteral("tag"), stay.tag},
                        {QStringLiteral("staff"), stay.staff},
                        {QStringLiteral("since"), secondOf(stay.since.wall())},
                        {QStringLiteral("until"), stay.until ? QJsonValue(secondOf(stay.until->wall())) : QJsonValue()},
                        {QStringLiteral("note"), stay.note}});
        lines << QStringLiteral("%1  %2  since %3%4")
                     .arg(stay.tag, stay.staff, secondOf(stay.since.wall()),
                          stay.until ? QStringLiteral(" until ") + secondOf(stay.until->wall()) : QString());
    }
    return {Exit::Done,
            {{QStringLiteral("gear"), list}},
            lines.isEmpty() ? QStringLiteral("nothing is out") : lines.join(QLatin1Char('\n')),
            false};
}

void addPostActs(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *in = add(acts, line, given, "post-in", "Somebody takes a post", &postIn);
    in->add_option("post", given->post, "Its code")->required();
    in->add_option("--staff", given->staff, "Who")->required();
    in->add_option("--ticks", given->list, "What is in order: uniform,badge,briefing,radio");
    in->add_option("--relieves", given->relief, "Who leaves it in the same act");
    in->add_option("--reason", given->reason, "Why against a rule");
    in->add_option("--happened-at", given->happenedAt, "When, if it was kept on paper")->type_name("ISO-TIME");
    auto *out = add(acts, line, given, "post-out", "Somebody leaves their post; answers with gear they hold", &postOut);
    out->add_option("post", given->post, "Its code; else wherever they stand");
    out->add_option("--staff", given->staff, "Who")->required();
    out->add_option("--reason", given->reason, "Why it may fall below its minimum");
    out->add_option("--happened-at", given->happenedAt, "When, if it was kept on paper")->type_name("ISO-TIME");
    auto *ticking = add(acts, line, given, "tick", "uniform, badge, briefing, radio of somebody are in order", &tick);
    ticking->add_option("staff", given->staff, "Who")->required();
    ticking->add_option("item", given->item, "What")->required();
    ticking->add_flag("--off", given->isOff, "It is not");
    auto *relief = add(acts, line, given, "relief", "Says who will relieve whom", &nameRelief);
    relief->add_option("post", given->post, "Its code")->required();
    relief->add_option("--relief", given->relief, "Who comes; empty takes the name back")->required();
    relief->add_option("--staff", given->staff, "Who is relieved; else who stood longest");
    relief->add_option("--at", given->at, "When, on the event's day")->type_name("HH:MM");
    for (const auto &[name, words, make] : {std::tuple("break", "A break begins or ends", &takeBreak),
                                            std::tuple("meal", "A meal begins or ends; one a shift", &takeMeal)}) {
        auto *pause = add(acts, line, given, name, words, make);
        pause->add_option("staff", given->staff, "Who")->required();
        pause->add_option("way", given->way, "start or end")->required()->check(CLI::IsMember({"start", "end"}));
        pause->add_option("--reason", given->reason, "Why against a rule");
    }
    auto *send = add(acts, line, given, "dispatch", "Sends a floater, or says how far they are", &dispatch);
    send->add_option("staff", given->staff, "Who")->required();
    send->add_option("target", given->target, "A post, a zone, or the number of an incident");
    send->add_option("--state", given->state, "How far they are")
        ->default_val("sent")
        ->check(CLI::IsMember({"sent", "on-the-way", "there", "back"}));
    send->add_option("--note", given->note, "What for; or why a post may fall below its minimum");
}

void addPeopleActs(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *helper = add(acts, line, given, "helper", "Somebody who is on no list comes to help", &addHelper);
    helper->add_option("name", given->name, "Their name")->required();
    helper->add_option("--phone", given->phone, "Telephone");
    helper->add_option("--company", given->company, "Company");
    helper->add_option("--roles", given->list, "What they may do: usher,greeter …");
    helper->add_option("--zone", given->zone, "Where they help");
    auto *called = add(acts, line, given, "roll", "Somebody was seen when names were read out", &callRoll);
    called->add_option("place", given->target, "The assembly point, or a zone")->required();
    called->add_option("who", given->staff, "Staff code, or a guest's code")->required();
    called->add_flag("--missing", given->isOff, "They were not");
    auto *pin = add(acts, line, given, "set-pin", "A new PIN of somebody", &setPin);
    pin->add_option("staff", given->staff, "Who")->required();
    pin->add_option("--pin", given->pin, "Four to eight digits")->required();
    pin->add_option("--old", given->oldPin, "The one of before; the coordinator needs none");
    auto *on = add(acts, line, given, "sign-on", "Somebody begins to work at this device", &signOn);
    on->add_option("staff", given->staff, "Code or badge")->required();
    on->add_option("--pin", given->pin, "Their PIN, if they have one");
    add(acts, line, given, "sign-off", "Somebody works at this device no more", &signOff)
        ->add_option("staff", given->staff, "Who")
        ->required();
}

void addGear(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *lend = acts.add_subcommand("gear", "A radio, keys, a vest are handed out or come back; alone: what is out");
    addActOptions(*lend, given->act);
    lend->add_option("tag", given->tag, "The tag; alone: who had it");
    lend->add_option("way", given->way, "out or in")->check(CLI::IsMember({"out", "in"}));
    lend->add_option("--staff", given->staff, "Who gets it");
    lend->add_option("--note", given->note, "What should be known of it");
    lend->callback([&line, given] {
        if (!given->way.empty()) {
            return line.choose(AtDevice{[act = actOf(*given->act, setGear(*given))](Access &access, const Done &done) {
                decide(access, act, done);
            }});
        }
        line.choose(AtDevice{[tag = text(given->tag)](Access &access, const Done &done) {
            ask<std::vector<gear::Stay>>(
                access, done,
                [tag](State &state, const EventSetup &) {
                    return tag.isEmpty() ? gear::out(state) : gear::historyOf(state, tag);
                },
                [](const auto &stays) { return replyOf(stays); });
        }});
    });
}

void addQuestions(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *log = acts.add_subcommand("post-log", "Who stood at a post today, or at one instant");
    log->add_option("post", given->post, "Its code")->required();
    log->add_option("--at", given->at, "Only who stood there then")->type_name("ISO-TIME");
    log->callback([&line, given] {
        line.choose(
            AtDevice{[post = text(given->post), at = timeFrom(given->at, "--at")](Access &access, const Done &done) {
                ask<Stays>(
                    access, done,
                    [post, at](State &state, const EventSetup &) {
                        return at ? posts::standingAt(state, post, *at) : posts::tenanciesOf(state, post, logMax);
                    },
                    [](const auto &stays) { return replyOf(stays); });
            }});
    });
    acts.add_subcommand("meals", "Meals by round: planned and taken, for who cooks")->callback([&line] {
        line.choose(AtDevice{[](Access &access, const Done &done) {
            ask<std::vector<posts::MealRound>>(
                access, done, [](State &state, const EventSetup &setup) { return posts::mealsOf(state, setup); },
                [](const auto &rounds) { return replyOf(rounds); });
        }});
    });
    auto *card = acts.add_subcommand("post-card", "Duty, channel, lead, relief and spot of a post");
    card->add_option("post", given->post, "Its code")->required();
    card->callback([&line, given] {
        line.choose(AtDevice{[post = text(given->post)](Access &access, const Done &done) {
            const auto found = std::make_shared<std::optional<PostView>>();
            access.call(
                [found, post](LocalDevice &local) {
                    const auto all = local.device().day().posts;
                    const auto one = std::ranges::find(all, post, &PostView::code);
                    *found = one == all.end() ? std::nullopt : std::optional(*one);
                },
                [found, post, done] {
                    if (!*found) {
                        return done(errorReply(
                            {ErrorCode::NotFound, QStringLiteral("the plan has no post %1: say its code").arg(post)}));
                    }
                    done({Exit::Done, toJson(**found), toWords(**found), false});
                });
        }});
    });
}

}  // namespace

void addPostCommands(CommandLine &line, CLI::App &acts)
{
    const auto given = std::make_shared<Given>();
    addPostActs(acts, line, given);
    addPeopleActs(acts, line, given);
    addGear(acts, line, given);
    addQuestions(acts, line, given);
}

}  // namespace muster::cli
