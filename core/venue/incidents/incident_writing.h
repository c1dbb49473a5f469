#pragma once
#include "core/journal/body.h"
#include "core/venue/door/door.h"
#include "core/venue/incidents/incidents.h"

/// What the deciding files of incidents share; for them alone.
namespace muster::incidents {

/// What was written, as an operation holds it: in clear, or sealed. Nothing is added where nothing was written.
[[nodiscard]] Status say(Desk &desk, bool isRestricted, const QCborMap &said, QCborMap &body);
void setHappened(QCborMap &body, const std::optional<WallTime> &happenedAt);
[[nodiscard]] bool isAny(const EventSetup &setup, const QStringList &types, bool IncidentType::*flag);

/// What the opening of @p incident is told.
void tell(Tables &state, const std::optional<Incident> &incident, Answer &answer);
[[nodiscard]] Answer unknown(Desk &desk, const Act &act, const QString &number);
[[nodiscard]] Answer noWords(Desk &desk, const Act &act);
[[nodiscard]] Answer notSealed(Desk &desk, const Act &act);

/// Exits look out for incidents of other types only.
[[nodiscard]] Answer notAWatch(Desk &desk, const Act &act);

/// An act about an incident that is known here.
class Writing {
public:
    Writing(Desk &desk, const Act &act, const Incident &incident, Step step) : m_desk(desk), m_act(act), m_of(incident)
    {
        m_draft.kind = kindOf(step);
        m_draft.body = {{key("incident"), incident.operation.toBytes()}, {key("station"), desk.post().station}};
    }
    template<class Value>
    Writing &set(const char *name, const Value &value)
    {
        m_draft.body.insert(key(name), value);
        return *this;
    }
    Writing &happened(const std::optional<WallTime> &at)
    {
        setHappened(m_draft.body, at);
        return *this;
    }
    /// Writes it down. @p isSealed: whatever the incident is.
    [[nodiscard]] Answer done(const QCborMap &said = {}, bool isSealed = false)
    {
        if (!say(m_desk, isSealed || m_of.isRestricted, said, m_draft.body)) {
            return notSealed(m_desk, m_act);
        }
        auto answer = m_desk.done(m_act, std::move(m_draft));
        answer.number = m_of.number;
        return answer;
    }

private:
    Desk &m_desk;
    const Act &m_act;
    const Incident &m_of;
    Draft m_draft;
};

}  // namespace muster::incidents
