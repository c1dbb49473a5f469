#pragma once
#include "core/authority/claims.h"
#include "core/authority/ledger.h"
#include "core/journal/journal.h"
#include "core/venue/act.h"
#include "core/venue/guests/answers.h"
#include "core/venue/guests/guests.h"
#include "core/venue/guests/presence.h"
#include "core/venue/venue.h"

namespace muster {

/// What a scanner, a keyboard or a search has put before the door, after its signature was looked at.
struct Presented {
    enum class Kind { Plain, Ticket, Guest, Forged, WrongEvent, Malformed };
    Kind kind = Kind::Malformed;
    QString text;           ///< Plain: the code.
    GuestId guest;          ///< Ticket, Guest.
    qint64 serial = 0;      ///< Ticket.
    QString classCode;      ///< Ticket: valid even with no guest list.
    int companionsMax = 0;  ///< Ticket.
    QByteArray code;        ///< As understood, for the answer and the screen.
};

/// Where and by whom a decision is made.
struct Post {
    QString station;
    QString role;  ///< Of the device.
    bool isHub = false;
    std::optional<WallTime> hubHeardAt;
    WallTime now{};                      ///< Wall clock, corrected by what is known of its skew.
    std::vector<StreamKey> atWork{};     ///< Devices that are linked, in their present lives.
    std::optional<StreamKey> hub{};      ///< The hub in its present life, if it is this device or linked to it.
    std::vector<GuestId> movedGuests{};  ///< Whose day changed since the hub last looked over its rights.
};

/// Decides who may come in, and writes down what was told. Works on the journal of its own device, inside a
/// transaction; asks nobody itself: the node carries `Wanted` to the hub and the hub's `Ruling` back.
///
/// The way of a sign-in: examine → (questions) → judge at the hub, or nobody → tell.
class Door {
public:
    /// A decision that needs the hub's word, or that is made without it when it does not come.
    struct Wanted {
        struct Member {
            GuestId guest;
            QString classCode;
            RequestId request;
        };
        RequestId request;
        QString actor;
        std::vector<Member> members;  ///< The guest, then who is here of the group.
        presence::Step step = presence::Step::In;
        QString session;
        QString zone;  ///< First choice.
        int companions = 0;
        QString overrideReason;
        std::optional<WallTime> happenedAt;
        QByteArray code;
        std::vector<Question> afterwards;  ///< To be asked after the green screen.
        QString number;                    ///< Of a walk-in.
        QString series;                    ///< Of which the guest gets a queue number with the sign-in; empty: none.
        std::optional<answers::Sealed> sealed;

        [[nodiscard]] QCborMap toCbor() const;
        [[nodiscard]] static std::optional<Wanted> fromCbor(const QCborMap &map);
    };
    /// The hub's word on a Wanted.
    struct Ruling {
        struct Granted {
            GuestId guest;
            OperationHash grant;
            Epoch epoch{};
            Sequence sequence{};
        };
        Outcome outcome = Outcome::Failed;
        std::vector<Granted> granted;  ///< Members that may come in; the guest first.
        QString zone;
        bool isPlaceGranted = false;  ///< Rights to places came along,
        QString hub;                  ///< from this account; the asker's: it spends of those that it held already.
        presence::Seen seen;
        std::optional<Earlier> earlier;
        Words reason;
        QString why;                        ///< Of a refusal, for scripts: the mode that bars the way.
        std::optional<qint64> queueNumber;  ///< Of Wanted::series, if one came along.
        qint64 day = 0;                     ///< Resets and
        qint64 hall = 0;                    ///< emptyings of the hall that the hub knew when it ruled.

        [[nodiscard]] QCborMap toCbor() const;
        [[nodiscard]] static std::optional<Ruling> fromCbor(const QCborMap &map);
    };
    struct Examined {
        std::optional<Answer> answer;  ///< Final, or questions; else `wanted` is to be decided.
        Wanted wanted;
    };

    Door(Journal &journal, Venue &venue, const SecretKey &codeKey, Post post);

    [[nodiscard]] Examined examine(const Act &act, const SignIn &command, const Presented &presented);
    [[nodiscard]] Examined examine(const Act &act, const MoveGuest &command, const Presented &presented);
    /// Registers a walk-in (its sealed parts come from the caller, who holds the keyring) and wants it signed in.
    [[nodiscard]] Examined examine(const Act &act, const WalkIn &command, guests::Guest guest);
    /// True if two devices could decide @p wanted differently, so that the hub is to be asked.
    [[nodiscard]] bool isScarce(const Wanted &wanted);
    /// At the hub: the word on @p wanted of @p asker, written down. The same request gets the same word.
    [[nodiscard]] Ruling judge(const Wanted &wanted, const StreamKey &asker, const QString &station);
    /// Writes down what is told, and says it. Without a ruling: the cut-off rule of the design's section 5.
    [[nodiscard]] Answer tell(const Wanted &wanted, const std::optional<Ruling> &ruling);

private:
    struct Entry {
        Outcome outcome = Outcome::Admitted;
        std::optional<presence::Fact> earlier;
        std::optional<claims::Verdict> openGrant;  ///< Somebody is being let in with it right now.
        Words reason;
        QString why;
    };
    struct Places {
        QString zone;
        bool isFirm = false;
        bool isFound = false;
        QString account;                        ///< That has them, if the zone is firm.
        modes::Mode bar = modes::Mode::Normal;  ///< Why the way there is barred; Normal: it is full.

        // Of a way that was not found:
        [[nodiscard]] Outcome outcome() const;
        [[nodiscard]] Words reason() const;
        [[nodiscard]] QString why() const;
    };

    [[nodiscard]] Answer answer(const Act &act, Outcome outcome, const QByteArray &code) const;
    [[nodiscard]] std::optional<Answer> toldBefore(const RequestId &request, const QByteArray &code);
    [[nodiscard]] std::optional<Answer> point(const Act &act, const Presented &presented, GuestId &guest);
    [[nodiscard]] std::optional<Answer> ask(const Act &act, const SignIn &command, const Presented &presented,
                                            Wanted &wanted);
    [[nodiscard]] QString sessionFor(const GuestId &guest, Words &reason);
    /// By the list, the rules and what the guest did before, then by the hall's mode.
    [[nodiscard]] Entry judgeEntry(const Wanted &wanted, const Wanted::Member &member);
    [[nodiscard]] Entry judgeGuest(const Wanted &wanted, const Wanted::Member &member);
    [[nodiscard]] Entry judgeRules(const QString &classCode, const QString &session, const QString &station,
                                   const Rule *&matched);
    /// The number and the registration of a walk-in: those of an earlier try, if this act had one.
    [[nodiscard]] QString registerWalkIn(const Act &act, guests::Guest guest, bool isConsentGiven);
    /// Places for @p heads in @p zone, or where it overflows to, in the first of @p accounts that has them.
    [[nodiscard]] Places findPlaces(const QString &zone, int heads, const QStringList &accounts);
    /// Where those whom tell() lets in go, and whether they use up places of this device's account.
    [[nodiscard]] Places placesToTell(const Wanted &wanted, const std::optional<Ruling> &ruling);
    [[nodiscard]] QString classOf(const GuestId &guest, const QString &otherwise);
    [[nodiscard]] Earlier earlierOf(const presence::Fact &fact);
    [[nodiscard]] Earlier earlierOf(const claims::Verdict &grant);
    [[nodiscard]] Answer refusal(const Wanted &wanted, Outcome outcome, const Words &reason,
                                 std::optional<Earlier> earlier, const QString &why = {});
    /// Somebody else let them in since the hub's word, or since it was asked: the permission goes back unused.
    void giveBack(const Wanted &wanted, const Wanted::Member &member, const Ruling &ruling,
                  const QString &why = QStringLiteral("already in"));
    [[nodiscard]] presence::Fact factFor(const Wanted &wanted, const Wanted::Member &member,
                                         const std::optional<Ruling> &ruling, const Ruling::Granted *granted);
    [[nodiscard]] Ruling ruleEntries(const Wanted &wanted, const StreamKey &asker,
                                     std::vector<const Wanted::Member *> &entering);
    [[nodiscard]] std::optional<Ruling> ruledBefore(const Wanted &wanted);
    /// Who of @p wanted may still come in, as this device knows by now; the answer if the guest may not.
    [[nodiscard]] std::optional<Answer> judgeAgain(const Wanted &wanted, const std::optional<Ruling> &ruling,
                                                   std::vector<const Wanted::Member *> &entering);
    [[nodiscard]] QString claimOf(const Wanted &wanted, const Wanted::Member &member) const;
    [[nodiscard]] const Zone *zoneOf(const QString &code) const;
    [[nodiscard]] const TicketClass *classNamed(const QString &code) const;
    /// Where sign-in sends a guest: as chosen, else as the class says, else to the plan's first zone.
    [[nodiscard]] QString firstZone(const QString &chosen, const QString &classCode) const;
    /// Of the zones with @p codes those that take guests now; all of them if none does.
    [[nodiscard]] QStringList openZones(const QStringList &codes) const;
    /// Why nobody can be sent to zone @p code; no words: they can, or no zone was named.
    [[nodiscard]] Words noWayInto(const QString &code) const;
    [[nodiscard]] int heads(const Wanted &wanted) const;
    /// The series of which @p guest gets a number with this sign-in: their first one of it.
    [[nodiscard]] QString seriesFor(const GuestId &guest, const QString &classCode);
    /// The hub's next number for @p wanted, moved to @p account along with the grant.
    void grantNumber(const Wanted &wanted, const QString &account, Ruling &ruling,
                     std::vector<ledger::Posting> &postings);
    /// What a told step of @p member ends: @p granted, and other grants of this device that it never told.
    [[nodiscard]] std::vector<OperationHash> grantsEnded(const Wanted &wanted, const Wanted::Member &member,
                                                         const Ruling::Granted *granted);
    /// Gives the queue number that goes with the sign-in of @p told, if it does, and shows it.
    void tellNumber(const Wanted &wanted, const std::optional<Ruling> &ruling, Answer &told);
    /// Fills in the queue number that the guest has.
    void showNumber(const GuestId &guest, const QString &classCode, Answer &answer);

    Journal &m_journal;
    State &m_state;
    const EventSetup &m_setup;
    SecretKey m_codeKey;
    Post m_post;
};

/// A guest as the log knows them, without names: those are the node's to add.
[[nodiscard]] GuestView viewOf(State &state, const EventSetup &setup, const GuestId &guest);
/// Who, where, when of a told step.
[[nodiscard]] Earlier earlierFrom(const EventSetup &setup, const presence::Fact &fact);

}  // namespace muster
