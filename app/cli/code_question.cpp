#include "app/cli/code_question.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>

#include <termios.h>
#include <unistd.h>

namespace muster::cli {

CodeQuestion::CodeQuestion(QObject *parent)
    : QObject(parent), m_notifier(new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this))
{
    m_notifier->setEnabled(false);
    connect(m_notifier, &QSocketNotifier::activated, this, &CodeQuestion::read);
}

CodeQuestion::~CodeQuestion() = default;

void CodeQuestion::ask()
{
    if (::isatty(STDIN_FILENO) != 0) {
        ::tcflush(STDIN_FILENO, TCIFLUSH);
        m_input.clear();
    }
    m_isOpen = true;
    m_notifier->setEnabled(true);
    if (m_isAtEnd || m_input.contains('\n')) {
        QMetaObject::invokeMethod(this, &CodeQuestion::take, Qt::QueuedConnection);
    }
}

void CodeQuestion::takeBack()
{
    m_isOpen = false;
    m_notifier->setEnabled(false);
}

void CodeQuestion::read()
{
    std::array<char, lineMax> bytes{};
    const auto count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
        return;
    }
    m_isAtEnd = count <= 0;
    m_input.append(bytes.data(), std::max<qsizetype>(count, 0));
    take();
}

void CodeQuestion::take()
{
    while (m_isOpen && (m_isAtEnd || m_input.contains('\n') || m_input.size() >= lineMax)) {
        const auto end = m_input.indexOf('\n');
        const auto line = QString::fromUtf8(m_input.left(end)).trimmed().toLower();
        m_input.remove(0, end < 0 ? m_input.size() : end + 1);
        const bool isYes = line == QLatin1String("y") || line == QLatin1String("yes") || line == QStringLiteral("一致");
        const bool isNo = line == QLatin1String("n") || line == QLatin1String("no") || (end < 0 && m_isAtEnd);
        if (isYes || isNo) {
            takeBack();
            Q_EMIT answered(isYes);
        } else {
            Q_EMIT misunderstood();
        }
    }
}

}  // namespace muster::cli
