#include "app/models/enrolment_controller.h"

namespace muster {

static_assert(int(EnrolmentController::BadAddress) == int(EnrolmentFailure::BadAddress));

namespace {

bool isCode(const QString &text) { return text.startsWith(QLatin1String("muster:"), Qt::CaseInsensitive); }

}  // namespace

EnrolmentController::EnrolmentController(EnrolmentPort *port, QObject *parent) : QObject(parent), m_port(port)
{
    if (!port) {
        return;
    }
    connect(port, &EnrolmentPort::comparing, this, [this](const QString &checkCode) {
        m_checkCode = checkCode;
        m_isTyped = true;
        setState(Comparing);
    });
    connect(port, &EnrolmentPort::waiting, this, [this](const QString &checkCode) {
        m_checkCode = checkCode;
        setState(WaitingForApproval);
    });
    connect(port, &EnrolmentPort::enrolled, this, [this] { setState(Enrolled); });
    connect(port, &EnrolmentPort::failed, this, [this](EnrolmentFailure why) {
        fail(m_isTyped && why == EnrolmentFailure::BadUri ? EnrolmentFailure::BadAddress : why);
    });
}

void EnrolmentController::submit(const QString &uri)
{
    if (!m_port || isUnderWay()) {
        return;
    }
    const QString trimmed = uri.trimmed();
    if (trimmed.size() > uriMax || !isCode(trimmed)) {
        fail(EnrolmentFailure::BadUri);
        return;
    }
    start(trimmed, false);
}

void EnrolmentController::enter(const QString &text)
{
    QString address = text.left(uriMax).trimmed();
    if (isCode(address)) {
        submit(text);
        return;
    }
    if (!m_port || isUnderWay()) {
        return;
    }
    // Full-width digits and colons, and the full stop of Chinese.
    address = address.normalized(QString::NormalizationForm_KC).replace(QChar(0x3002), QLatin1Char('.'));
    if (!address.contains(QLatin1Char(':'))) {
        fail(EnrolmentFailure::BadAddress);
        return;
    }
    start(address, true);
}

void EnrolmentController::start(const QString &where, bool isTyped)
{
    m_isTyped = isTyped;
    setState(Connecting);
    m_port->start(where);
}

void EnrolmentController::confirm()
{
    if (m_port && m_state == Comparing) {
        setState(WaitingForApproval);
        m_port->confirm(m_checkCode);
    }
}

void EnrolmentController::deny()
{
    if (m_port && m_state == Comparing) {
        fail(EnrolmentFailure::CodesDiffer);
        m_port->deny();
    }
}

void EnrolmentController::startOver()
{
    if (m_port && isUnderWay() && m_state != Enrolled) {
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
