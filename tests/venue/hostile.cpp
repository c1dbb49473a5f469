#include "tests/venue/hostile.h"

#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/day/audit.h"
#include "core/venue/door/referrals.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/materials/materials.h"
#include "core/venue/modes/messages.h"
#include "core/venue/modes/modes.h"
#include "core/venue/posts/posts.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/scarce/clashes.h"
#include "core/venue/staff/sign_on.h"
#include "core/venue/units/units.h"

namespace muster::test {
namespace {

constexpr unsigned isDeskAct = 0x80;

const QStringList &kinds()
{
    static const QStringList all =
        QStringList{QStringLiteral("guests.told"),         QStringLiteral("guests.annulled"),
                    QStringLiteral("guests.listed"),       QStringLiteral("guests.walked_in"),
                    QStringLiteral("guests.answered"),     QStringLiteral("guests.forgotten"),
                    QStringLiteral("conflicts.resolved"),  QStringLiteral("day.reset"),
                    QStringLiteral("day.emptied"),         QStringLiteral("authority.granted"),
                    QStringLiteral("authority.refused"),   QStringLiteral("authority.voided"),
                    QStringLiteral("authority.declined"),  QStringLiteral("authority.epoch"),
                    QStringLiteral("rights.moved"),        QStringLiteral("devices.enrolled"),
                    QStringLiteral("devices.revoked"),     QStringLiteral("devices.restored"),
                    QStringLiteral("sessions.set"),        QStringLiteral("plan.set"),
                    QStringLiteral("tickets.key_added"),   QStringLiteral("alerts.acknowledged"),
                    QStringLiteral("alerts.staff_called"), QStringLiteral("rights.lost"),
                    QStringLiteral("rights.returned"),     QStringLiteral("draw.entrants"),
                    QStringLiteral("draw.committed"),      QStringLiteral("draw.called"),
                    QStringLiteral("draw.revealed"),       QStringLiteral("draw.absent"),
                    QStringLiteral("draw.aborted"),        QStringLiteral("sale.recorded"),
                    QStringLiteral("sale.voided"),         QStringLiteral("zone.counted"),
                    QStringLiteral("zone.count_undone"),   QStringLiteral("zone.recounted"),
                    QStringLiteral("custody.set"),         QStringLiteral("authority.offered"),
                    QStringLiteral("authority.standby"),   QStringLiteral("authority.stepped_down")} +
        clashes::kinds() + queues::kinds() + referrals::kinds() + prizes::kinds() + units::kinds() + posts::kinds() +
        staff::kinds() + incidents::kinds() + modes::kinds() + messages::kinds() + cues::kinds() + tasks::kinds() +
        materials::kinds();
    return all;
}

}  // namespace

HostileDay::HostileDay()
    : m_database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), m_state(m_database), m_venue({}, {})
{
    m_venue.createTables(m_state);
    m_state.watch(m_venue.tables());
}

void HostileDay::feed(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    ++m_number;
    Operation operation;
    operation.kind = kinds()[(quint8(bytes[0]) & 0x7fU) % kinds().size()];
    operation.sequence = Sequence{m_number};
    operation.time = {m_number << 16U};
    operation.body = bytes.sliced(1).toByteArray();
    if ((quint8(bytes[0]) & isDeskAct) != 0) {
        operation.request.bytes.fill(quint8(m_number));
    }
    operation.hash = operationHashOf(operation.encode());
    if (m_venue.apply(m_state, operation).kind == Folded::Kind::Unknown) {
        qFatal("broken: every kind is known");
    }
    m_venue.settle(m_state);
    m_state.finishQueries();
    std::ignore = audit::entryOf(operation);
}

void HostileDay::check()
{
    if (m_state.digest() != m_state.computeDigest(m_venue.tables())) {
        qFatal("broken: the digest follows every change");
    }
}

}  // namespace muster::test
