// muster status, verify, digest: what this device knows, and whether it is sound.
#include "app/cli/command_line.h"
#include "app/cli/view_json.h"

#include <QJsonArray>

namespace muster::cli {
namespace {

void status(Access &access, const Done &done)
{
    const auto day = std::make_shared<DayView>();
    access.call([day](LocalDevice &local) { *day = local.device().day(); },
                [&access, day, done] {
                    if (access.node() != nullptr) {
                        day->candidates = access.node()->day().candidates;
                    }
                    done({Exit::Done, toJson(*day), toWords(*day), false});
                });
}

void verify(Access &access, const Done &done)
{
    const auto faults = std::make_shared<Result<QStringList>>();
    access.call([faults](LocalDevice &local) { *faults = local.device().faults(); },
                [faults, done] {
                    if (!*faults) {
                        return done(errorReply(faults->error()));
                    }
                    const auto &found = **faults;
                    done({found.isEmpty() ? Exit::Done : Exit::Refused,
                          {{QStringLiteral("sound"), found.isEmpty()},
                           {QStringLiteral("faults"), QJsonArray::fromStringList(found)}},
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
    line.add("status", "Headcounts, conflicts, alerts, devices, links")->callback([&line] {
        line.choose(AtDevice{&status});
    });
    line.add("verify", "Check chains, signatures, digest and invariants of this device's journal")->callback([&line] {
        line.choose(AtDevice{&verify});
    });
    line.add("digest", "Print the digest of the state and of the version vector")->callback([&line] {
        line.choose(AtDevice{&digest});
    });
}

}  // namespace muster::cli
