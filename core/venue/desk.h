#pragma once
#include "core/venue/door.h"

#include <functional>

namespace muster {

/// Decides the acts that commute, so that nobody is to be asked: annulments, answers, judgements, acknowledgements …
/// Works inside a transaction of its own device's journal.
class Desk {
public:
    using Finder = std::function<std::optional<GuestId>(const QByteArray &payload)>;

    /// @p finder: whose code it is; none: acts name guests by id.
    Desk(Journal &journal, Venue &venue, Post post, Finder finder = {});

    /// The same request once more, after it was done: the same answer, and nothing is done again.
    [[nodiscard]] std::optional<Answer> doneBefore(const Act &act);
    [[nodiscard]] Answer decide(const Act &act, const Annul &command, const std::optional<GuestId> &guest);
    [[nodiscard]] Answer decide(const Act &act, const AddAnswers &command,
                                const std::optional<answers::Sealed> &sealed);
    [[nodiscard]] Answer decide(const Act &act, const ResolveConflict &command);
    [[nodiscard]] Answer decide(const Act &act, const AcknowledgeAlert &command);
    [[nodiscard]] Answer decide(const Act &act, const CallStaff &command);
    [[nodiscard]] Answer decide(const Act &act, const SetSession &command);
    /// @p eventKey: none on a device that cannot revoke.
    [[nodiscard]] Answer decide(const Act &act, const RevokeDevice &command, const std::optional<SigningKey> &eventKey);
    [[nodiscard]] Answer decide(const Act &act, const ResetDay &command);
    /// `number` of the answer is the new issue.
    [[nodiscard]] Answer decide(const Act &act, const ReissueTicket &command);
    [[nodiscard]] Answer decide(const Act &act, const ForgetGuest &command);
    [[nodiscard]] Answer decide(const Act &act, const EmptyHall &command);
    [[nodiscard]] Answer decide(const Act &act, const DeclareLost &command);
    [[nodiscard]] Answer decide(const Act &act, const ConfirmGrant &command);
    [[nodiscard]] Answer decide(const Act &act, const VoidGrant &command);

    // What rooms decide with.
    [[nodiscard]] Journal &journal() { return m_journal; }
    [[nodiscard]] State &state() { return m_state; }
    [[nodiscard]] const EventSetup &setup() const { return m_setup; }
    [[nodiscard]] const Post &post() const { return m_post; }
    /// Writes @p draft down as what @p act did.
    [[nodiscard]] Answer done(const Act &act, Draft draft);
    [[nodiscard]] Answer refused(const Act &act, Outcome outcome, const Words &reason, const QString &why = {}) const;
    /// The guest that an act names, by id or by what was scanned; nothing if there is none, or more than one.
    [[nodiscard]] std::optional<GuestId> guestOf(const QByteArray &payload, const std::optional<GuestId> &guest) const;

private:
    Journal &m_journal;
    State &m_state;
    const EventSetup &m_setup;
    Post m_post;
    Finder m_finder;
};

/// By the desk itself, or by the room of @p command; nothing for acts of the door. No member may do this: a member's
/// own decide() would hide those of the rooms. Whoever calls it includes the rooms' headers: a room that is not seen is
/// taken for the door's.
template<class Command>
[[nodiscard]] std::optional<Answer> decideAt(Desk &desk, const Act &act, const Command &command)
{
    if constexpr (requires { desk.decide(act, command); }) {
        return desk.decide(act, command);
    } else if constexpr (requires { decide(desk, act, command); }) {
        return decide(desk, act, command);
    } else {
        return std::nullopt;
    }
}

}  // namespace muster
