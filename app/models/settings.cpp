#include "app/models/settings.h"

#include <QDateTime>
#include <QSettings>

namespace muster {
namespace {

const QString languageKey = QStringLiteral("language");
const QString schemeKey = QStringLiteral("scheme");
const QString motionKey = QStringLiteral("reduced_motion");
const QString mutedKey = QStringLiteral("muted");
const QString namesKey = QStringLiteral("hide_names");
const QString cameraKey = QStringLiteral("camera_side");

QString knownLanguage(const QString &language)
{
    return language == QLatin1String("en") ? QStringLiteral("en") : QStringLiteral("zh");
}

}  // namespace

Settings::Settings(QString file, QObject *parent) : QObject(parent), m_file(std::move(file))
{
    m_writer.setMaxThreadCount(1);
    if (m_file.isEmpty()) {
        return;
    }
    const QSettings kept(m_file, QSettings::IniFormat);
    m_hasLanguage = kept.contains(languageKey);
    m_hasScheme = kept.contains(schemeKey);
    m_language = m_homeLanguage = knownLanguage(kept.value(languageKey).toString());
    m_scheme = Scheme(std::clamp(kept.value(schemeKey, int(Light)).toInt(), int(Light), int(HighContrast)));
    m_isMotionReduced = kept.value(motionKey).toBool();
    m_isMuted = kept.value(mutedKey).toBool();
    m_areNamesHidden = kept.value(namesKey).toBool();
    m_cameraSide = CameraSide(std::clamp(kept.value(cameraKey).toInt(), int(CameraUnknown), int(CameraLeft)));
}

void Settings::setLanguage(const QString &language)
{
    const QString known = knownLanguage(language);
    if (known != m_language) {
        m_language = known;
        Q_EMIT languageChanged();
    }
}

void Settings::setHomeLanguage(const QString &language)
{
    m_homeLanguage = knownLanguage(language);
    setLanguage(language);
}

void Settings::setScheme(Scheme scheme)
{
    if (scheme != m_scheme) {
        m_scheme = scheme;
        Q_EMIT schemeChanged();
    }
}

void Settings::setMotionReduced(bool isReduced)
{
    if (isReduced != m_isMotionReduced) {
        m_isMotionReduced = isReduced;
        Q_EMIT isMotionReducedChanged();
    }
}

void Settings::setMuted(bool isMuted)
{
    if (isMuted != m_isMuted) {
        m_isMuted = isMuted;
        Q_EMIT isMutedChanged();
    }
}

void Settings::setNamesHidden(bool areHidden)
{
    if (areHidden != m_areNamesHidden) {
        m_areNamesHidden = areHidden;
        Q_EMIT areNamesHiddenChanged();
    }
}

void Settings::setCameraSide(CameraSide side)
{
    if (side != m_cameraSide) {
        m_cameraSide = side;
        Q_EMIT cameraSideChanged();
    }
}

void Settings::adopt(const EventSetup &event)
{
    const QColor brand(event.brandColour);
    if (brand.isValid() && brand != m_brand) {
        m_brand = brand;
        Q_EMIT brandChanged();
    }
    const QTimeZone zone(event.timeZone.toUtf8());
    if (zone.isValid() && zone != m_timeZone) {
        m_timeZone = zone;
        Q_EMIT timeZoneChanged();
    }
}

void Settings::keep()
{
    if (m_file.isEmpty()) {
        return;
    }
    const QList<std::pair<QString, QVariant>> chosen{{languageKey, m_homeLanguage},  {schemeKey, int(m_scheme)},
                                                     {motionKey, m_isMotionReduced}, {mutedKey, m_isMuted},
                                                     {namesKey, m_areNamesHidden},   {cameraKey, int(m_cameraSide)}};
    m_hasLanguage = m_hasScheme = true;
    m_writer.start([file = m_file, chosen] {
        QSettings kept(file, QSettings::IniFormat);
        for (const auto &[name, value] : chosen) {
            kept.setValue(name, value);
        }
    });
}

QString Settings::say(const Words &words) const
{
    const QString &first = isChinese() ? words.zh : words.en;
    return first.isEmpty() ? (isChinese() ? words.en : words.zh) : first;
}

QString Settings::sayOther(const Words &words) const
{
    const QString &other = isChinese() ? words.en : words.zh;
    return other == say(words) ? QString() : other;
}

QString Settings::clockOf(WallTime time) const
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(time), m_timeZone).toString(QStringLiteral("HH:mm"));
}

QString figure(std::optional<int> count)
{
    if (!count) {
        return QStringLiteral("–");
    }
    QString digits = QString::number(*count);
    for (qsizetype at = digits.size() - 3; at > (*count < 0 ? 1 : 0); at -= 3) {
        digits.insert(at, QChar(0x00a0));
    }
    return digits;
}

}  // namespace muster
