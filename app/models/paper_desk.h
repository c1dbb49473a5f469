#pragma once
#include "app/models/paper_port.h"
#include "app/models/settings.h"

#include <optional>

namespace muster {

/// The coordinator's printing key: asks for the state of the day on paper, and says where it went until it was read.
class PaperDesk : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(int outcome READ outcome NOTIFY changed FINAL)
    Q_PROPERTY(QString file READ file NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY changed FINAL)

public:
    /// As PaperNews::Outcome.
    enum Outcome { Nothing = -1, Printed, Written, NotPrinted, NotWritten };
    Q_ENUM(Outcome)

    /// Null @p port: this device writes no paper.
    PaperDesk(PaperPort *port, const Settings &settings, QObject *parent = nullptr);

    /// It is being written or printed: another press changes nothing.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// An Outcome, of what was asked for last or of an hourly paper that is missing.
    [[nodiscard]] int outcome() const { return m_news ? int(m_news->outcome) : Nothing; }
    [[nodiscard]] QString file() const { return m_news ? m_news->file : QString(); }
    [[nodiscard]] QString reason() const { return m_news ? m_news->reason : QString(); }

    Q_INVOKABLE void print();
    Q_INVOKABLE void dismiss();

Q_SIGNALS:
    void changed();

private:
    void show(const PaperNews &news);

    PaperPort *m_port;
    const Settings &m_settings;
    std::optional<PaperNews> m_news;
    bool m_isBusy = false;
};

}  // namespace muster
