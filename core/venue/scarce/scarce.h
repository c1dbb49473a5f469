#pragma once
#include "core/authority/claims.h"
#include "core/authority/ledger.h"
#include "core/venue/desk.h"
#include "core/venue/devices/allow_list.h"

namespace muster {
class BodyReader;
}

/// Acts that need a right, or exclude others: numbers, calls, prizes, units. One way for all of them: a room examines
/// what is wanted; the hub, if it can be asked, judges and writes down its verdict; the asking device tells, with the
/// verdict or by its cut-off rule. A room gives the three functions; asking, retries and verdicts are the same.
namespace muster::scarce {

struct Wanted {
    static constexpr qsizetype actLengthMax = 32;

    RequestId request;
    QString actor;
    QString act;    ///< "queue.issue", … : which room judges and tells it.
    QString claim;  ///< What excludes others, e.g. "unit/1-101".
    QCborMap body;  ///< The room's own.

    [[nodiscard]] QCborMap toCbor() const;
    [[nodiscard]] static std::optional<Wanted> fromCbor(const QCborMap &map);
};

/// The hub's word on a Wanted.
struct Ruling {
    Outcome outcome = Outcome::Failed;
    QString why;
    Words reason;
    QCborMap detail;  ///< The room's own: which number, which ticket …
    std::optional<OperationHash> grant;
    Epoch epoch{};
    Sequence sequence{};

    [[nodiscard]] QCborMap toCbor() const;
    [[nodiscard]] static std::optional<Ruling> fromCbor(const QCborMap &map);
};

/// What a room says at the hub. A yes is what `isGranted` says; its postings are of the hub's own account.
struct Judgement {
    bool isGranted = false;
    Outcome outcome = Outcome::Refused;
    QString why;
    Words reason;
    QCborMap detail;
    std::vector<ledger::Posting> postings;

    [[nodiscard]] static Judgement no(Outcome outcome, QString why, Words reason)
    {
        return {false, outcome, std::move(why), std::move(reason), {}, {}};
    }
};

/// A final answer, or what is to be decided.
using Examined = std::variant<Answer, Wanted>;

/// What a room gives for one kind of act.
struct Room {
    allow_list::Deed deed{};
    Judgement (*judge)(Desk &desk, const Wanted &wanted, const StreamKey &asker, const QString &station) = nullptr;
    Answer (*tell)(Desk &desk, const Wanted &wanted, const std::optional<Ruling> &ruling) = nullptr;
};

/// Null for an act that this version does not know.
[[nodiscard]] const Room *roomOf(const QString &act);

/// Looks at @p act without writing; nothing if it is no scarce act.
[[nodiscard]] std::optional<Examined> examine(Desk &desk, const Act &act);
/// At the hub: the word on @p wanted of @p asker, written down. The same request gets the same word.
[[nodiscard]] Ruling judge(Desk &desk, const Wanted &wanted, const StreamKey &asker, const QString &station);
[[nodiscard]] Answer tell(Desk &desk, const Wanted &wanted, const std::optional<Ruling> &ruling);

/// What the hub should book now so that rights lie where they are needed,
[[nodiscard]] std::vector<Draft> hubDuties(Desk &desk);
/// and what another device should give back to the hub that it is linked to.
[[nodiscard]] std::vector<Draft> homeDuties(Desk &desk);

// For rooms.

/// The draft of a told operation: it answers @p wanted and ends the grant of @p ruling and every other open grant of
/// this device under the same claim.
[[nodiscard]] Draft told(Desk &desk, const QString &kind, const Wanted &wanted, const std::optional<Ruling> &ruling,
                         QCborMap body, const std::vector<ledger::Posting> &postings);
/// Reads and books what told() put into a body beside the room's own.
struct Told {
    std::vector<OperationHash> grants;
    std::vector<ledger::Posting> postings;
    bool isProvisional = false;
};
/// Makes @p body bad if it is malformed. Call book() once everything was read.
[[nodiscard]] Told readTold(BodyReader &body);
void book(State &state, const Operation &operation, const Told &told);

/// Ends the grant of @p ruling unused, and gives back what came with it.
void giveBack(Desk &desk, const Wanted &wanted, const Ruling &ruling, const QString &why,
              const std::vector<ledger::Posting> &postings);

/// True if the right that @p ruling speaks of came here and has left this device's account since: the hub's word is
/// older than what happened to it. (While its grant is not here yet, the right is on its way.)
[[nodiscard]] bool isGone(Desk &desk, const Ruling &ruling, const QString &resource);

/// Says no: `why` for scripts, `reason` for people.
[[nodiscard]] Answer refusal(const Wanted &wanted, Outcome outcome, const QString &why, const Words &reason);

}  // namespace muster::scarce
