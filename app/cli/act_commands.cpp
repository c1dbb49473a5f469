// muster do …: every act of the day, for scripts and tests.
#include "app/cli/act_commands.h"

#include "app/cli/scarce_commands.h"
#include "app/cli/sign_in.h"
#include "app/cli/view_json.h"
#include "core/venue/staff/people.h"

#include <QDateTime>

namespace muster::cli {
namespace {

/// Everything that any act may be told; each command offers what concerns it.
struct Given {
    std::string code;
    std::string guest;
    std::string zone;
    std::string reason;
    std::string note;
    std::string overrideReason;
    std::string operation;
    std::string name;
    std::string latinName;
    std::string phone;
    std::string company;
    std::string classCode;
    std::string session;
    std::string state;
    std::string conflict;
    std::string decision;
    std::string alert;
    std::string happenedAt;
    std::vector<std::string> answers;
    std::optional<int> companions;
    std::optional<int> recheck;
    bool isOut = false;
    bool isAsking = false;
    bool isConsentGiven = false;
    bool isDuplicateChecked = false;
    bool isConfirmed = false;
    std::shared_ptr<ActOptions> act = std::make_shared<ActOptions>();
};

QMap<QString, QString> answersFrom(const std::vector<std::string> &pairs)
{
    QMap<QString, QString> answers;
    for (const auto &pair : pairs) {
        const auto given = text(pair);
        const auto equals = given.indexOf(QLatin1Char('='));
        if (equals <= 0) {
            throw CLI::ValidationError("--answer", "wants QUESTION=ANSWER, such as travel=car");
        }
        answers.insert(given.left(equals), given.mid(equals + 1));
    }
    return answers;
}

std::optional<GuestId> guestFrom(const Given &given)
{
    return given.guest.empty() ? std::nullopt : std::optional(idFrom<GuestId>(given.guest, "--guest"));
}

Command signIn(const Given &given)
{
    SignIn command;
    command.payload = QByteArray::fromStdString(given.code);
    command.guest = guestFrom(given);
    command.companions = given.companions;
    command.answers = answersFrom(given.answers);
    command.zone = text(given.zone);
    command.direction = given.isOut ? Direction::Out : Direction::In;
    command.overrideReason = text(given.overrideReason);
    command.happenedAt = timeFrom(given.happenedAt, "--happened-at");
    return command;
}

Command annul(const Given &given)
{
    Annul command;
    if (!given.operation.empty()) {
        command.target = idFrom<OperationHash>(given.operation, "--operation");
    } else if (given.code.empty()) {
        throw CLI::ValidationError("CODE", "or --operation says whose sign-in is meant");
    }
    command.payload = QByteArray::fromStdString(given.code);
    command.reason = text(given.reason);
    return command;
}

Command walkIn(const Given &given)
{
    WalkIn command;
    command.guest.name = text(given.name);
    command.guest.latinName = text(given.latinName);
    command.guest.phone = text(given.phone);
    command.guest.company = text(given.company);
    command.guest.classCode = text(given.classCode);
    command.companions = given.companions.value_or(0);
    command.answers = answersFrom(given.answers);
    command.isConsentGiven = given.isConsentGiven;
    command.isDuplicateChecked = given.isDuplicateChecked;
    command.zone = text(given.zone);
    return command;
}

Command move(const Given &given)
{
    return MoveGuest{QByteArray::fromStdString(given.code), guestFrom(given), text(given.zone)};
}

Command resolve(const Given &given)
{
    static const std::map<std::string, Decision> decisions{{"keep-first", Decision::KeepFirst},
                                                           {"keep-last", Decision::KeepLast},
                                                           {"keep-all", Decision::KeepAll},
                                                           {"annul-all", Decision::AnnulAll}};
    return ResolveConflict{
        idFrom<ConflictId>(given.conflict, "CONFLICT"), {}, decisions.at(given.decision), text(given.reason)};
}

Command acknowledge(const Given &given) { return AcknowledgeAlert{text(given.alert), given.recheck}; }

Command setSession(const Given &given) { return SetSession{text(given.session), given.state == "open"}; }

Command resetDay(const Given &given) { return ResetDay{text(given.reason)}; }

Command refer(const Given &given)
{
    return referrals::Refer{QByteArray::fromStdString(given.code), {}, text(given.reason), text(given.note)};
}

Command settleReferral(const Given &given)
{
    return referrals::Settle{idFrom<OperationHash>(given.operation, "REFERRAL"), text(given.note)};
}

Command callStaff(const Given &given) { return CallStaff{text(given.reason)}; }

/// What cannot be taken back is done on purpose only.
void confirm(const Given &given)
{
    if (!given.isConfirmed) {
        throw CLI::ValidationError("--yes", "is needed: this cannot be taken back");
    }
}

Command emptyHall(const Given &given)
{
    confirm(given);
    return EmptyHall{text(given.reason)};
}

CLI::App *add(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given, const char *name,
              const char *words, Command (*make)(const Given &))
{
    auto *command = acts.add_subcommand(name, words);
    addActOptions(*command, given->act);
    command->callback([&line, given, make] {
        const auto act = actOf(*given->act, make(*given));
        const bool isUnattended = std::holds_alternative<SignIn>(act.command) && !given->isAsking;
        line.choose(AtDevice{[act, isUnattended](Access &access, const Done &done) {
            if (!isUnattended) {
                return decide(access, act, done);
            }
            decide(access, act, done, [&access](Act signing, std::function<void(const Answer &)> told) {
                signInUnattended(
                    [&access](Act next, std::function<void(const Answer &)> then) {
                        access.submit(std::move(next), std::move(then));
                    },
                    std::move(signing), std::move(told));
            });
        }});
    });
    return command;
}

void addDoorActs(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *in = add(acts, line, given, "sign-in", "Let a guest in, or out", &signIn);
    in->add_option("code", given->code, "What was scanned or typed");
    in->add_option("--guest", given->guest, "Instead of a code: the guest's id (do search)");
    in->add_option("--happened-at", given->happenedAt, "When it happened, if it was kept on paper")
        ->type_name("ISO-TIME");
    in->add_flag("--out", given->isOut, "The guest leaves");
    in->add_option("--companions", given->companions, "How many came along");
    in->add_option("--zone", given->zone, "Where to send the guest, instead of as planned");
    in->add_option("--override", given->overrideReason, "Admit against a rule, and why");
    in->add_option("--answer", given->answers, "An answer to a question")->type_name("QUESTION=ANSWER");
    in->add_flag("--ask", given->isAsking, "Answer with the open questions instead of the plan's defaults");
    auto *back = add(acts, line, given, "annul", "Take back a sign-in", &annul);
    back->add_option("code", given->code, "The guest whose latest sign-in is meant");
    back->add_option("--operation", given->operation, "Or the act itself, by its hash");
    back->add_option("--reason", given->reason, "Why")->required();
    auto *walk = add(acts, line, given, "walk-in", "Register a guest who is on no list, and let them in", &walkIn);
    walk->add_option("--name", given->name, "The guest's name")->required();
    walk->add_option("--latin-name", given->latinName, "The name in Latin letters");
    walk->add_option("--phone", given->phone, "Telephone");
    walk->add_option("--company", given->company, "Company");
    walk->add_option("--class", given->classCode, "Ticket class; else the plan's first");
    walk->add_option("--companions", given->companions, "How many came along");
    walk->add_option("--zone", given->zone, "Where to send the guest, instead of as planned");
    walk->add_option("--answer", given->answers, "An answer to a question")->type_name("QUESTION=ANSWER");
    walk->add_flag("--consent", given->isConsentGiven, "The guest agreed to the keeping of these data");
    walk->add_flag("--duplicate-checked", given->isDuplicateChecked, "Go on though the telephone is known");
    auto *go = add(acts, line, given, "move", "A signed-in guest walks to another zone", &move);
    go->add_option("code", given->code, "The guest")->required();
    go->add_option("zone", given->zone, "The zone's code")->required();
    add(acts, line, given, "call-staff", "Ring for a person to come to this station", &callStaff)
        ->add_option("--reason", given->reason, "help, unknown, already_in, …")
        ->default_val("help");
    auto *away = add(acts, line, given, "refer", "Send a guest on to the problem desk, with the reason", &refer);
    away->add_option("code", given->code, "What was scanned or typed, if anything was");
    away->add_option("--reason", given->reason, "unknown, blocked, no_code, disputed, …")->required();
    away->add_option("--note", given->note, "What the problem desk should know");
    auto *settled = add(acts, line, given, "refer-done", "The problem desk is done with a guest", &settleReferral);
    settled->add_option("referral", given->operation, "Its id, from status")->required();
    settled->add_option("--note", given->note, "What was done");
    add(acts, line, given, "leave", "A signed-in guest leaves the venue", &move)
        ->add_option("code", given->code, "The guest")
        ->required();
}

void addCoordinatorActs(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *judge = add(acts, line, given, "resolve", "Judge a conflict as it stands", &resolve);
    judge->add_option("conflict", given->conflict, "Its id (status)")->required();
    judge->add_option("decision", given->decision, "What stands")
        ->required()
        ->check(CLI::IsMember({"keep-first", "keep-last", "keep-all", "annul-all"}));
    judge->add_option("--reason", given->reason, "Why")->required();
    auto *ack = add(acts, line, given, "ack", "Acknowledge an alert", &acknowledge);
    ack->add_option("alert", given->alert, "Its id (status)")->required();
    ack->add_option("--recheck", given->recheck,
                    "Raise it again after so many minutes, 0: never; without, as the rules for its kind say");
    auto *session = add(acts, line, given, "session", "Open or close a session", &setSession);
    session->add_option("session", given->session, "Its code")->required();
    session->add_option("state", given->state, "open or close")->required()->check(CLI::IsMember({"open", "close"}));
    add(acts, line, given, "reset-day", "Empty the sign-ins of a rehearsal", &resetDay)
        ->add_option("--reason", given->reason, "Why")
        ->required();
}

/// An act about one guest, named by code or id; @p make gets the guest.
void addGuestAct(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given, const char *name,
                 const char *words, Command (*make)(const GuestId &, const Given &), bool isFinal)
{
    auto *command = acts.add_subcommand(name, words);
    addActOptions(*command, given->act);
    command->add_option("code", given->code, "The guest's code");
    command->add_option("--guest", given->guest, "Or the guest's id (do search)");
    command->add_option("--reason", given->reason, "Why")->required();
    if (isFinal) {
        command->add_flag("--yes", given->isConfirmed, "It cannot be taken back, and is meant");
    }
    command->callback([&line, given, make, isFinal] {
        if (isFinal) {
            confirm(*given);
        }
        line.choose(AtDevice{[given, make](Access &access, const Done &done) {
            const auto guest = std::make_shared<std::optional<GuestId>>(guestFrom(*given));
            access.call(
                [guest, code = QByteArray::fromStdString(given->code)](LocalDevice &local) {
                    *guest = *guest ? *guest : local.device().guestWithCode(code);
                },
                [&access, given, make, guest, done] {
                    if (!*guest) {
                        return done(errorReply(
                            {ErrorCode::NotFound, QStringLiteral("no guest, or more than one, has this code: find the "
                                                                 "guest with muster do search, then say --guest ID")}));
                    }
                    decide(access, actOf(*given->act, make(**guest, *given)), done);
                });
        }});
    });
}

void addFinalActs(CLI::App &acts, CommandLine &line, const std::shared_ptr<Given> &given)
{
    auto *empty = add(acts, line, given, "empty-hall", "Everybody who is still inside counts as gone", &emptyHall);
    empty->add_option("--reason", given->reason, "Why")->required();
    empty->add_flag("--yes", given->isConfirmed, "It cannot be taken back, and is meant");
    addGuestAct(
        acts, line, given, "reissue", "Replace a guest's printed ticket; the old one is refused from now on",
        [](const GuestId &guest, const Given &all) -> Command {
            return ReissueTicket{guest, text(all.reason)};
        },
        false);
    addGuestAct(
        acts, line, given, "forget", "Destroy what is known of a guest as a person, on every device and for ever",
        [](const GuestId &guest, const Given &all) -> Command {
            return ForgetGuest{guest, text(all.reason)};
        },
        true);
}

}  // namespace

void addActOptions(CLI::App &command, const std::shared_ptr<ActOptions> &options)
{
    command.add_option("--as", options->actor, "Code of the member of staff who does it")->type_name("STAFF");
    command.add_option("--request", options->request, "Id of an earlier try of the same act")->type_name("HEX");
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

Act actOf(const ActOptions &options, Command command)
{
    SystemRandom random;
    Act act;
    act.request = options.request.empty() ? RequestId::make(random) : idFrom<RequestId>(options.request, "--request");
    act.actor = text(options.actor);
    act.command = std::move(command);
    return act;
}

void decide(Access &access, Act act, const Done &done)
{
    decide(access, std::move(act), done, [&access](Act next, std::function<void(const Answer &)> told) {
        access.submit(std::move(next), std::move(told));
    });
}

void decide(Access &access, Act act, const Done &done,
            const std::function<void(Act, std::function<void(const Answer &)>)> &submit)
{
    const auto tell = [done](const Answer &answer) {
        done({isYes(answer.outcome) ? Exit::Done : Exit::Refused, toJson(answer), toWords(answer), false});
    };
    const auto isKnown = std::make_shared<bool>(true);
    const auto actor = act.actor;  // Before the act is moved: arguments have no order.
    access.call(
        [isKnown, actor](LocalDevice &local) {
            const auto setup = local.device().setup();
            if (actor.isEmpty() || setup.staff.empty()) {
                return;
            }
            std::ignore = local.device().journal().read(
                [&](State &state) { *isKnown = staff::find(state, setup, actor).has_value(); });
        },
        [isKnown, act = std::move(act), done, submit, tell] {
            if (!*isKnown) {
                return done(errorReply({ErrorCode::NotFound, QStringLiteral("the plan knows no member of staff %1: see "
                                                                            "its sheet of staff")
                                                                 .arg(act.actor)}));
            }
            submit(act, tell);
        });
}

void addActCommands(CommandLine &line)
{
    auto *acts = line.add("do", "Any act of the day: sign-in, walk-in, move, resolve, …");
    acts->require_subcommand(1);
    const auto given = std::make_shared<Given>();
    addDoorActs(*acts, line, given);
    addCoordinatorActs(*acts, line, given);
    addFinalActs(*acts, line, given);
    addQueueCommands(line, *acts);
    addPrizeCommands(line, *acts);
    addUnitCommands(line, *acts);
    addModeCommands(line, *acts);
    addJudgementCommands(line, *acts);
    addDeskCommands(line, *acts);
    addDrawActs(line, *acts);
    addSaleActs(line, *acts);
    addZoneCommands(line, *acts);
    addPostCommands(line, *acts);
    addIncidentCommands(line, *acts);
    addCourseCommands(line, *acts);
}

}  // namespace muster::cli
