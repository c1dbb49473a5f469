#include "app/models/sounds.h"

#include <QAudioDevice>
#include <QFile>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QtEndian>
#include <QUrl>

#include <cmath>
#include <numbers>
#include <vector>

namespace muster {
namespace {

constexpr int sampleRate = 22'050;

struct Note {
    double hertz;  ///< 0: a rest.
    double seconds;
    double loudness;
};

std::vector<Note> notesOf(Meaning::Value meaning)
{
    constexpr double c4 = 261.63;
    constexpr double g4 = 392.00;
    constexpr double c5 = 523.25;
    constexpr double g5 = 783.99;
    constexpr double e6 = 1318.51;
    switch (meaning) {
    case Meaning::ComeIn: return {{c5, 0.14, 0.5}, {g5, 0.30, 0.5}};
    case Meaning::LookAgain: return {{g4, 0.40, 0.5}};
    case Meaning::Stop: return {{c4, 0.16, 0.6}, {0, 0.07, 0}, {c4, 0.30, 0.6}};
    case Meaning::Information: return {{e6, 0.60, 0.2}};
    case Meaning::Neutral: return {};
    }
    return {};
}

template<class T>
void appendLittleEndian(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(T));  // NOLINT: bytes are bytes
}

void appendNote(QByteArray &samples, const Note &note)
{
    constexpr double attackSeconds = 0.008;
    constexpr double overtone = 0.25;
    const int count = int(note.seconds * sampleRate);
    for (int i = 0; i < count; ++i) {
        const double t = double(i) / sampleRate;
        const double swell = std::min(1.0, t / attackSeconds);
        const double fade = std::pow(1.0 - double(i) / count, 1.5);
        const double phase = 2 * std::numbers::pi * note.hertz * t;
        const double wave = (std::sin(phase) + overtone * std::sin(2 * phase)) / (1 + overtone);
        appendLittleEndian(samples, qint16(std::lround(wave * swell * fade * note.loudness * 32'767)));
    }
}

}  // namespace

QByteArray Sounds::wavOf(Meaning::Value meaning)
{
    constexpr quint16 bytesPerSample = 2;
    QByteArray samples;
    for (const Note &note : notesOf(meaning)) {
        appendNote(samples, note);
    }
    if (samples.isEmpty()) {
        return {};
    }
    QByteArray wav("RIFF");
    appendLittleEndian(wav, quint32(36 + samples.size()));
    wav.append("WAVEfmt ");
    appendLittleEndian(wav, quint32(16));
    appendLittleEndian(wav, quint16(1));  // PCM
    appendLittleEndian(wav, quint16(1));  // one channel
    appendLittleEndian(wav, quint32(sampleRate));
    appendLittleEndian(wav, quint32(sampleRate * bytesPerSample));
    appendLittleEndian(wav, bytesPerSample);
    appendLittleEndian(wav, quint16(8 * bytesPerSample));
    wav.append("data");
    appendLittleEndian(wav, quint32(samples.size()));
    return wav + samples;
}

Sounds::Sounds(const Settings &settings, QObject *parent) : QObject(parent), m_settings(settings) {}

Sounds::~Sounds() = default;

void Sounds::play(Meaning::Value meaning)
{
    if (m_settings.isMuted() || meaning == Meaning::Neutral) {
        return;
    }
    if (QSoundEffect *effect = effectOf(meaning)) {
        effect->play();
    }
    Q_EMIT played(meaning);
}

void Sounds::prepare()
{
    if (!m_settings.isMuted()) {
        for (const auto meaning : {Meaning::ComeIn, Meaning::LookAgain, Meaning::Stop, Meaning::Information}) {
            effectOf(meaning);
        }
    }
}

QSoundEffect *Sounds::effectOf(Meaning::Value meaning)
{
    const auto known = m_effects.find(meaning);
    if (known != m_effects.end()) {
        return known->second.get();
    }
    std::unique_ptr<QSoundEffect> &effect = m_effects[meaning];
    if (QMediaDevices::defaultAudioOutput().isNull()) {
        return nullptr;
    }
    if (!m_folder) {
        m_folder = std::make_unique<QTemporaryDir>();
    }
    QFile file(m_folder->filePath(QStringLiteral("%1.wav").arg(int(meaning))));
    const QByteArray wav = wavOf(meaning);
    if (!file.open(QIODevice::WriteOnly) || file.write(wav) != wav.size()) {
        return nullptr;
    }
    file.close();
    effect = std::make_unique<QSoundEffect>();
    effect->setSource(QUrl::fromLocalFile(file.fileName()));
    return effect.get();
}

}  // namespace muster
