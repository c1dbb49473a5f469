#pragma once
#include "core/venue/door/door.h"

#include <functional>

namespace muster {

/// Decides the acts that commute, so that nobody is to be asked: annulments, answers, judgements, acknowledgements …
/// Works inside a transaction of its own device's journal.
class Desk {
public:
    using Finder = std::function<std::optional<GuestId>(const QByteArray &payload)>;
    using Sealer = std::function<std::optional<answers::Sealed>(const GuestId &guest, const RequestId &request,
                                                                const QMap<QString, QString> &texts)>;

    /// @p finder: whose code it is; none: acts name guests by id. @p sealer: what closes personal data up; none: they
    /// are not kept.
    Desk(Journal &journal, Venue &venue, Post post, Finder finder = {}, Sealer sealer = {});

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
    /// False where acts go without names: nothing can be sealed there, and that is no fault.
    [[nodiscard]] bool keepsNames() const { return bool(m_sealer); }
    /// Texts about a person, readable only with the guest's key.
    [[nodiscard]] std::optional<answers::Sealed> seal(const GuestId &guest, const RequestId &request,
                                                      const QMap<QString, QString> &texts) const
    {
        return m_sealer ? m_sealer(guest, request, texts) : std::nullopt;
    }

private:
    Journal &m_journal;
    State &m_state;
    const EventSetup &m_setup;
    Post m_post;
    Finder m_finder;
    Sealer m_sealer;
};

}  // namespace muster
