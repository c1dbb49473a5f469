#include "app/cli/passphrase.h"

#include "app/node/hub_keys.h"

#include <QFile>

#include <termios.h>
#include <unistd.h>

namespace muster::cli {
namespace {

/// The terminal shows nothing of what is typed while this lives.
class Unseen {
public:
    Unseen()
    {
        m_isTerminal = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        auto silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        if (m_isTerminal) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        }
    }
    ~Unseen()
    {
        if (m_isTerminal) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;

private:
    termios m_before{};
    bool m_isTerminal = false;
};

QString lineOf(QFile &file)
{
    auto line = QString::fromUtf8(file.readLine(4 * passphraseLengthMax));
    while (line.endsWith(QLatin1Char('\n')) || line.endsWith(QLatin1Char('\r'))) {
        line.chop(1);
    }
    return line;
}

}  // namespace

Result<QString> readPassphrase(const Console &console, const QString &path, Confirmed confirmed)
{
    QFile file(path);
    if (!path.isEmpty()) {
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(ErrorCode::Storage, QStringLiteral("cannot read %1: %2").arg(path, file.errorString()));
        }
        return lineOf(file);
    }
    if (::isatty(STDIN_FILENO) == 0 || !file.open(STDIN_FILENO, QIODevice::ReadOnly)) {
        return fail(ErrorCode::Refused, QStringLiteral("nobody can be asked for the passphrase here: give "
                                                       "--passphrase-file"));
    }
    const Unseen unseen;
    console.note(QStringLiteral("Passphrase of the event's keys:"));
    const auto words = lineOf(file);
    if (confirmed == Confirmed::Yes) {
        console.note(QStringLiteral("Once more:"));
        if (lineOf(file) != words) {
            return fail(ErrorCode::Refused, QStringLiteral("the two are not the same: nothing was changed"));
        }
    }
    return words;
}

}  // namespace muster::cli
