#pragma once
#include "app/models/sounds.h"

#include <QTimer>

namespace muster {

/// What calls a number out before a waiting hall, one at a time.
///
/// Why it exists: not every device can speak; a chime and a number that flashes call too.
class Voice : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Tells once, with finished(), that it was said, or could not be.
    virtual void say(const QString &number, const QString &counter) = 0;
    /// The same for whole sentences. What cannot speak them calls for a look at the board.
    virtual void announce(const QString &words) { say(words, {}); }

Q_SIGNALS:
    void finished();
};

/// A chime, and time to look up.
class ChimeVoice final : public Voice {
    Q_OBJECT

public:
    explicit ChimeVoice(Sounds &sounds, std::chrono::milliseconds pause = std::chrono::seconds(3),
                        QObject *parent = nullptr)
        : Voice(parent), m_sounds(sounds)
    {
        m_pause.setSingleShot(true);
        m_pause.setInterval(pause);
        connect(&m_pause, &QTimer::timeout, this, &Voice::finished);
    }

    void say(const QString &, const QString &) override
    {
        m_sounds.play(Meaning::Information);
        m_pause.start();
    }

private:
    Sounds &m_sounds;
    QTimer m_pause;
};

}  // namespace muster
