#pragma once
#include <QByteArray>
#include <QObject>

class QSocketNotifier;

namespace muster::cli {

/// Asks at the terminal whether the coordinator shows the same code.
///
/// The end of the input counts as no: where nobody can answer, nobody has compared. What was typed before a question
/// does not answer it where the input is a terminal; a script's input waits for its question.
///
/// Limits: a line is at most lineMax bytes. Threading: one with an event loop. One at a time: it reads standard input.
class CodeQuestion final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype lineMax = 256;

    explicit CodeQuestion(QObject *parent = nullptr);
    ~CodeQuestion() override;

    /// Begins to listen; a question that was open is taken back.
    void ask();
    void takeBack();

Q_SIGNALS:
    void answered(bool isSame);
    /// A line came that is neither yes nor no.
    void misunderstood();

private:
    void read();
    void take();

    QSocketNotifier *m_notifier;
    QByteArray m_input;
    bool m_isOpen = false;
    bool m_isAtEnd = false;
};

}  // namespace muster::cli
