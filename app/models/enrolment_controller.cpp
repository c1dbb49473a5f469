#include "app/models/enrolment_controller.h"

namespace muster {

static_assert(int(EnrolmentController::Storage) == int(EnrolmentFailure::Storage));

EnrolmentController::EnrolmentController(EnrolmentPort *port, QObject *parent) : QObject(parent), m_port(port)
{
    if (!port) {
        return;
    }
    connect(port, &EnrolmentPort::waiting, this, [this](const QString &checkCode) {
        m_checkCode = checkCode;
        setState(WaitingForApproval);
    });
    connect(port, &EnrolmentPort::enrolled, this, [this] { setState(Enrolled); });
    connect(port, &EnrolmentPort::failed, this, &EnrolmentController::fail);
}

void EnrolmentController::submit(const QString &uri)
{
    if (!m_port || m_state == Connecting || m_state == WaitingForApproval || m_state == Enrolled) {
        return;
    }
    const QString trimmed = uri.trimmed();
    if (trimmed.size() > uriMax || !trimmed.startsWith(QLatin1String("muster:"), Qt::CaseInsensitive)) {
        fail(EnrolmentFailure::BadUri);
        return;
    }
    setState(Connecting);
    m_port->start(trimmed);
}

void EnrolmentController::startOver()
{
    if (m_port && (m_state == Connecting || m_state == WaitingForApproval)) {
        m_port->cancel();
    }
    m_checkCode.clear();
    setState(Scan);
}

void EnrolmentController::fail(EnrolmentFailure why)
{
    m_failure = Failure(why);
    setState(Failed);
}

void EnrolmentController::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

}  // namespace muster
