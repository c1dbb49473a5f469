#pragma once
#include <QObject>

namespace muster {

/// How it went with a paper that was asked for, or was due.
struct PaperNews {
    enum class Outcome {
        Printed,     ///< The printer has it; it lies in `file` too.
        Written,     ///< There is no printer: it lies in `file`.
        NotPrinted,  ///< The printer did not take it: it lies in `file`.
        NotWritten,  ///< The disk did not take it: there is none.
    };
    Outcome outcome = Outcome::Written;
    QString file;
    QString reason;  ///< Of what went wrong, in the system's words.
};

/// Who puts the state of the day on paper, as the coordinator's screen sees it.
///
/// Threading: as NodePort: lives in the UI thread, never calls back from inside a call.
class PaperPort : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Writes the state of the day in @p language ("zh", "en") and prints it if there is a printer. Every call is
    /// answered by told(), whatever disk and printer do.
    virtual void print(const QString &language) = 0;

Q_SIGNALS:
    void told(const muster::PaperNews &news);    ///< What print() came to.
    void missed(const muster::PaperNews &news);  ///< The hourly paper could not be written.
};

}  // namespace muster
