#pragma once
#include <QObject>
#include <QProcess>

#include <chrono>
#include <functional>

namespace muster::paper {

/// The printer of this machine, by the program that every print system brings along: lp.
///
/// Guarantees: never waits; a printer that does not answer is given up after patience. Threading: its own thread, with
/// an event loop.
class LpPrinter : public QObject {
    Q_OBJECT

public:
    enum class Outcome {
        Printed,    ///< The print system has it.
        NoPrinter,  ///< There is no print system, or no printer is set up.
        Failed,     ///< It did not take it; `words` says why, in its own words.
    };
    using Told = std::function<void(Outcome, const QString &words)>;

    /// @p program: instead of the machine's own lp, which is looked up at each print.
    explicit LpPrinter(QString program = {}, std::chrono::milliseconds patience = std::chrono::seconds(20));

    void print(const QString &file, Told told);

private:
    QString m_program;
    std::chrono::milliseconds m_patience;
};

}  // namespace muster::paper
