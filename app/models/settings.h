#pragma once
#include "core/venue/plan/setup.h"

#include <QColor>
#include <QObject>
#include <QThreadPool>
#include <QTimeZone>

namespace muster {

/// How this device shows and sounds: its own choices, not the day's. Kept in a file if one is given.
///
/// Guarantees: a guest's choice of language is theirs alone; goHome() brings back the device's own, and only that is
/// kept. Writing never makes the screen wait.
class Settings : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    Q_PROPERTY(bool isChinese READ isChinese NOTIFY languageChanged FINAL)
    Q_PROPERTY(Scheme scheme READ scheme WRITE setScheme NOTIFY schemeChanged FINAL)
    Q_PROPERTY(bool isMotionReduced READ isMotionReduced WRITE setMotionReduced NOTIFY isMotionReducedChanged FINAL)
    Q_PROPERTY(bool isMuted READ isMuted WRITE setMuted NOTIFY isMutedChanged FINAL)
    Q_PROPERTY(bool areNamesHidden READ areNamesHidden WRITE setNamesHidden NOTIFY areNamesHiddenChanged FINAL)
    Q_PROPERTY(CameraSide cameraSide READ cameraSide WRITE setCameraSide NOTIFY cameraSideChanged FINAL)
    Q_PROPERTY(QColor brand READ brand NOTIFY brandChanged FINAL)

public:
    enum Scheme { Light, Dark, HighContrast };
    Q_ENUM(Scheme)
    /// Where the camera is, seen from the screen; nobody said: no arrow points anywhere.
    enum CameraSide { CameraUnknown, CameraAbove, CameraRight, CameraBelow, CameraLeft };
    Q_ENUM(CameraSide)

    /// Empty @p file: nothing is kept.
    explicit Settings(QString file = {}, QObject *parent = nullptr);

    /// "zh" or "en".
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] const QString &homeLanguage() const { return m_homeLanguage; }
    [[nodiscard]] bool isChinese() const { return m_language != QLatin1String("en"); }
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isMotionReduced() const { return m_isMotionReduced; }
    [[nodiscard]] bool isMuted() const { return m_isMuted; }
    [[nodiscard]] bool areNamesHidden() const { return m_areNamesHidden; }
    [[nodiscard]] CameraSide cameraSide() const { return m_cameraSide; }
    [[nodiscard]] QColor brand() const { return m_brand; }
    [[nodiscard]] QTimeZone timeZone() const { return m_timeZone; }

    /// Whether this device was given a language or scheme of its own; else the plan's and the role's hold.
    [[nodiscard]] bool hasLanguage() const { return m_hasLanguage; }
    [[nodiscard]] bool hasScheme() const { return m_hasScheme; }

    /// For who stands here now.
    void setLanguage(const QString &language);
    /// For this device, from now on.
    void setHomeLanguage(const QString &language);
    /// The next guest starts in the language of the device.
    void goHome() { setLanguage(m_homeLanguage); }
    void setScheme(Scheme scheme);
    void setMotionReduced(bool isReduced);
    void setMuted(bool isMuted);
    void setNamesHidden(bool areHidden);
    void setCameraSide(CameraSide side);
    /// Brand and time zone of the event.
    void adopt(const EventSetup &event);
    /// Writes what the device is set to, on a thread of its own; the destructor waits for it.
    void keep();
    void waitForKept() { m_writer.waitForDone(); }

    /// @p words in the language of the screen, or in the other one if there is none.
    [[nodiscard]] QString say(const Words &words) const;
    /// @p words in the language that the screen does not speak; empty where there are none of their own.
    [[nodiscard]] QString sayOther(const Words &words) const;
    /// "09:41" in the event's time zone.
    [[nodiscard]] QString clockOf(WallTime time) const;

Q_SIGNALS:
    void languageChanged();
    void schemeChanged();
    void isMotionReducedChanged();
    void isMutedChanged();
    void areNamesHiddenChanged();
    void cameraSideChanged();
    void brandChanged();
    void timeZoneChanged();

private:
    QString m_file;
    QString m_language = QStringLiteral("zh");
    QString m_homeLanguage = m_language;
    Scheme m_scheme = Light;
    bool m_isMotionReduced = false;
    bool m_isMuted = false;
    bool m_areNamesHidden = false;
    CameraSide m_cameraSide = CameraUnknown;
    bool m_hasLanguage = false;
    bool m_hasScheme = false;
    QColor m_brand{QStringLiteral("#1f5fae")};
    QTimeZone m_timeZone = QTimeZone::utc();
    QThreadPool m_writer;  ///< One thread: what was chosen last is what stays. Waits for it when destroyed.
};

/// "1 204"; "–" for what is not known.
[[nodiscard]] QString figure(std::optional<int> count);

}  // namespace muster
