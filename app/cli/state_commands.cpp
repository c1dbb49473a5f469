// muster status, verify, digest: what this device knows, and whether it is sound.
#include "app/cli/command_line.h"
#include "app/cli/view_json.h"

#include <QJsonArray>

namespace muster::cli {
namespace {

void status(Access &access, const Done &done)
{
    struct Found {
        DayView day;
        QStringList typed;
        QString folder;
    };
    const auto found = std::make_shared<Found>();
    access.call(
        [found](LocalDevice &local) {
            *found = {local.device().day(), {}, local.folder().path()};
        },
        [&access, found, done] {
            if (access.node() != nullptr) {
                found->day.candidates = access.node()->day().candidates;
                found->typed = access.node()->typedCandidates();
            }
            done({Exit::Done, toJson(found->day, found->typed), toWords(found->day, found->typed, found->folder),
                  false});
        });
}

void rollCall(Access &access, const QString &zone, const Done &done)
{
    const auto call = std::make_shared<Result<RollCall>>(RollCall{});
    access.call(
        [call, zone](LocalDevice &local) {
            const auto zones = local.device().setup().zones;
            const bool isKnown = zone.isEmpty() || std::ranges::find(zones, zone, &Zone::code) != zones.end();
            *call = isKnown ? Result<RollCall>(local.device().rollCall(zone))
                            : Result<RollCall>(fail(ErrorCode::NotFound,
                                                    QStringLiteral("the plan has no zone %1: say its code").arg(zone)));
        },
        [call, done] {
            done(*call ? Reply{Exit::Done, toJson(**call), toWords(**call), false} : errorReply(call->error()));
        });
}

/// The history of one guest, or of the day.
void audit(Access &access, const std::string &whom, int countMax, const Done &done)
{
    const auto entries = std::make_shared<Result<std::vector<AuditView>>>();
    access.call(
        [entries, whom, countMax](LocalDevice &local) {
            const auto code = QByteArray::fromStdString(whom);
            auto guest = GuestId::fromHex(QString::fromStdString(whom));
            guest = guest ? guest : local.device().guestWithCode(code);
            *entries = whom.empty() || guest
                           ? local.device().audit(guest, countMax)
                           : fail(ErrorCode::NotFound,
                                  QStringLiteral("no guest, or more than one, has this code: say the id that muster do "
                                                 "search shows"));
        },
        [entries, done] {
            if (!*entries) {
                return done(errorReply(entries->error()));
            }
            QJsonArray list;
            QStringList lines;
            for (const auto &entry : **entries) {
                list.append(toJson(entry));
                lines << toWords(entry);
            }
            done({Exit::Done,
                  {{QStringLiteral("acts"), list}},
                  lines.isEmpty() ? QStringLiteral("nothing was done yet") : lines.join(QLatin1Char('\n')),
                  false});
        });
}

void verify(Access &access, const Done &done)
{
    const auto faults = std::make_shared<Result<QStringList>>();
    const auto findings = std::make_shared<std::vector<FindingView>>();
    access.call(
        [faults, findings](LocalDevice &local) {
            *faults = local.device().faults();
            *findings = local.device().findings();
        },
        [faults, findings, done] {
            if (!*faults) {
                return done(errorReply(faults->error()));
            }
            const auto &found = **faults;
            done({found.isEmpty() ? Exit::Done : Exit::Refused,
                  {{QStringLiteral("sound"), found.isEmpty()},
                   {QStringLiteral("faults"), QJsonArray::fromStringList(found)},
                   {QStringLiteral("forks"), findingsJson(*findings, FindingView::Kind::Fork)},
                   {QStringLiteral("quarantined"), findingsJson(*findings, FindingView::Kind::Quarantine)},
                   {QStringLiteral("dead_letters"), findingsJson(*findings, FindingView::Kind::DeadLetter)}},
                  found.isEmpty() ? QStringLiteral("chains, signatures, digest and invariants are sound")
                                  : found.join(QLatin1Char('\n')),
                  false});
        });
}

void digest(Access &access, const Done &done)
{
    const auto reply = std::make_shared<Reply>();
    access.call(
        [reply](LocalDevice &local) {
            auto &journal = local.device().journal();
            const auto state = QString::fromLatin1(journal.digest().toBytes().toHex());
            const auto vector = hash256(journal.vector().encode()).toHex();
            const auto operations = qint64(journal.missingCount({}, false));
            *reply = {Exit::Done,
                      {{QStringLiteral("state"), state},
                       {QStringLiteral("vector"), vector},
                       {QStringLiteral("operations"), operations}},
                      QStringLiteral("state  %1\nvector %2\n%3 operations").arg(state, vector).arg(operations),
                      false};
        },
        [reply, done] { done(*reply); });
}

}  // namespace

void addStateCommands(CommandLine &line)
{
    const auto zone = std::make_shared<std::string>();
    auto *state = line.add("status", "Headcounts, conflicts, alerts, devices, links");
    auto *roll = state->add_option("--muster", *zone, "Instead: everybody inside, or in this zone, with names");
    roll->expected(0, 1)->type_name("[ZONE]");
    state->callback([&line, roll, zone] {
        if (roll->count() == 0) {
            return line.choose(AtDevice{&status});
        }
        line.choose(AtDevice{[zone = text(*zone)](Access &access, const Done &done) { rollCall(access, zone, done); }});
    });
    struct Whose {
        std::string guest;
        int countMax = 1'000;
    };
    const auto whose = std::make_shared<Whose>();
    auto *history = line.add("audit", "Who did what, when, where and why: of a guest, or of the day");
    history->add_option("guest", whose->guest, "The guest's code or id; else everybody");
    history->add_option("--limit", whose->countMax, "The last so many acts")->check(CLI::Range(1, 100'000));
    history->callback([&line, whose] {
        line.choose(AtDevice{
            [whose](Access &access, const Done &done) { audit(access, whose->guest, whose->countMax, done); }});
    });
    line.add("verify", "Check chains, signatures, digest and invariants of this device's journal")->callback([&line] {
        line.choose(AtDevice{&verify});
    });
    line.add("digest", "Print the digest of the state and of the version vector")->callback([&line] {
        line.choose(AtDevice{&digest});
    });
}

}  // namespace muster::cli
