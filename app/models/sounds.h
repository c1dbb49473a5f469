#pragma once
#include "app/models/meaning.h"
#include "app/models/settings.h"

#include <QTemporaryDir>

#include <map>
#include <memory>

class QSoundEffect;

namespace muster {

/// The sound of each meaning: two rising notes, one mid note, a low double, a soft chime. A device without a
/// loudspeaker is silent and complains to nobody.
class Sounds : public QObject {
    Q_OBJECT

public:
    explicit Sounds(const Settings &settings, QObject *parent = nullptr);
    ~Sounds() override;

    void play(Meaning::Value meaning);
    /// Finds the loudspeaker and loads every sound, which may take a moment: before the first guest, not with them.
    void prepare();

    /// The sound as a WAV file: 22,050 Hz, 16 bit, one channel; always the same bytes. Empty for Neutral.
    [[nodiscard]] static QByteArray wavOf(Meaning::Value meaning);

Q_SIGNALS:
    void played(muster::Meaning::Value meaning);  ///< Also where no loudspeaker is; not when muted.

private:
    QSoundEffect *effectOf(Meaning::Value meaning);

    const Settings &m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::map<Meaning::Value, std::unique_ptr<QSoundEffect>> m_effects;
};

}  // namespace muster
