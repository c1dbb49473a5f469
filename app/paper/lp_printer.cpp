#include "app/paper/lp_printer.h"

#include <QStandardPaths>
#include <QTimer>

namespace muster::paper {

LpPrinter::LpPrinter(QString program, std::chrono::milliseconds patience)
    : m_program(std::move(program)), m_patience(patience)
{
}

void LpPrinter::print(const QString &file, Told told)
{
    const auto program = m_program.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("lp")) : m_program;
    if (program.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [told = std::move(told)] { told(Outcome::NoPrinter, {}); }, Qt::QueuedConnection);
        return;
    }
    auto *process = new QProcess(this);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));  // Its words are looked at below.
    process->setProcessEnvironment(environment);
    const auto end = [process, told = std::move(told)](Outcome outcome, const QString &words) {
        process->disconnect();
        if (process->state() == QProcess::NotRunning) {
            process->deleteLater();
        } else {
            connect(process, &QProcess::finished, process, &QObject::deleteLater);
            process->kill();
        }
        told(outcome, words);
    };
    connect(process, &QProcess::errorOccurred, this, [process, end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end(Outcome::Failed, process->errorString());
        }
    });
    connect(process, &QProcess::finished, this, [process, end](int code, QProcess::ExitStatus status) {
        const auto words = QString::fromUtf8(process->readAllStandardError()).simplified();
        const bool isNone = words.contains(QLatin1String("default destination")) ||
                            words.contains(QLatin1String("No destinations added"));
        status == QProcess::NormalExit &&code == 0 ? end(Outcome::Printed, {})
        : isNone                                   ? end(Outcome::NoPrinter, words)
                                                   : end(Outcome::Failed, words);
    });
    QTimer::singleShot(m_patience, process,
                       [end] { end(Outcome::Failed, QStringLiteral("the print system does not answer")); });
    process->start(program, {QStringLiteral("-o"), QStringLiteral("media=A4"), file});
}

}  // namespace muster::paper
