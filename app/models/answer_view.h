#pragma once
#include "app/models/meaning.h"
#include "app/models/rows.h"
#include "app/models/settings.h"
#include "core/venue/day/views.h"

namespace muster {

/// A guest, and what was told about them, as one screen shows it. Holds no rule: it only chooses the language.
class AnswerView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Lent by a controller")
    Q_PROPERTY(bool hasGuest READ hasGuest NOTIFY changed FINAL)
    Q_PROPERTY(bool hasVerdict READ hasVerdict NOTIFY changed FINAL)
    Q_PROPERTY(int outcome READ outcome NOTIFY changed FINAL)
    Q_PROPERTY(int meaning READ meaning NOTIFY changed FINAL)
    Q_PROPERTY(bool isProvisional READ isProvisional NOTIFY changed FINAL)
    Q_PROPERTY(QString checkedElsewhereAt READ checkedElsewhereAt NOTIFY changed FINAL)
    Q_PROPERTY(bool isNameHere READ isNameHere NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString latinName READ latinName NOTIFY changed FINAL)
    Q_PROPERTY(QString className READ className NOTIFY changed FINAL)
    Q_PROPERTY(QString band READ band NOTIFY changed FINAL)
    Q_PROPERTY(QString alert READ alert NOTIFY changed FINAL)
    Q_PROPERTY(QString host READ host NOTIFY changed FINAL)
    Q_PROPERTY(QString company READ company NOTIFY changed FINAL)
    Q_PROPERTY(QString phone READ phone NOTIFY changed FINAL)
    Q_PROPERTY(QString notes READ notes NOTIFY changed FINAL)
    Q_PROPERTY(bool isInside READ isInside NOTIFY changed FINAL)
    Q_PROPERTY(int status READ status NOTIFY changed FINAL)
    Q_PROPERTY(int companions READ companions NOTIFY changed FINAL)
    Q_PROPERTY(int companionsMax READ companionsMax NOTIFY changed FINAL)
    Q_PROPERTY(QString party READ party NOTIFY changed FINAL)
    Q_PROPERTY(QString zone READ zone NOTIFY changed FINAL)
    Q_PROPERTY(QString zoneName READ zoneName NOTIFY changed FINAL)
    Q_PROPERTY(QString zoneNameOther READ zoneNameOther NOTIFY changed FINAL)
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY changed FINAL)
    Q_PROPERTY(QString reasonOther READ reasonOther NOTIFY changed FINAL)
    Q_PROPERTY(QString earlierStation READ earlierStation NOTIFY changed FINAL)
    Q_PROPERTY(QString earlierTime READ earlierTime NOTIFY changed FINAL)
    Q_PROPERTY(QString earlierActor READ earlierActor NOTIFY changed FINAL)

public:
    explicit AnswerView(const Settings &settings, QObject *parent = nullptr);

    void show(const Answer &answer);
    void showGuest(const GuestView &guest);
    void clear();

    [[nodiscard]] const std::optional<GuestView> &guest() const { return m_answer.guest; }

    [[nodiscard]] bool hasGuest() const { return m_answer.guest.has_value(); }
    [[nodiscard]] bool hasVerdict() const { return m_hasVerdict; }
    [[nodiscard]] int outcome() const { return m_hasVerdict ? int(m_answer.outcome) : -1; }
    [[nodiscard]] int meaning() const
    {
        return m_hasVerdict ? int(Meaning::of(m_answer.outcome)) : int(Meaning::Neutral);
    }
    [[nodiscard]] bool isProvisional() const { return m_answer.isProvisional; }
    [[nodiscard]] QString checkedElsewhereAt() const;
    [[nodiscard]] bool isNameHere() const { return m_answer.guest && m_answer.guest->isNameHere; }
    [[nodiscard]] QString name() const { return guestOrNone().name; }
    [[nodiscard]] QString latinName() const { return guestOrNone().latinName; }
    [[nodiscard]] QString className() const { return m_settings.say(guestOrNone().className); }
    [[nodiscard]] QString band() const { return guestOrNone().band; }
    [[nodiscard]] QString alert() const { return guestOrNone().alert; }
    [[nodiscard]] QString host() const { return guestOrNone().host; }
    [[nodiscard]] QString company() const { return guestOrNone().company; }
    [[nodiscard]] QString phone() const { return guestOrNone().phone; }
    [[nodiscard]] QString notes() const { return guestOrNone().notes; }
    [[nodiscard]] bool isInside() const { return guestOrNone().isInside; }
    [[nodiscard]] int status() const { return int(guestOrNone().status); }
    [[nodiscard]] int companions() const { return m_hasVerdict ? m_answer.companions : guestOrNone().companions; }
    [[nodiscard]] int companionsMax() const { return guestOrNone().companionsMax; }
    [[nodiscard]] QString party() const;
    [[nodiscard]] QString zone() const;
    [[nodiscard]] QString zoneName() const { return m_settings.say(m_answer.zoneName); }
    [[nodiscard]] QString zoneNameOther() const { return m_settings.sayOther(m_answer.zoneName); }
    [[nodiscard]] QString number() const { return m_answer.number; }
    [[nodiscard]] QString code() const { return QString::fromUtf8(m_answer.code.left(codeShownMax)); }
    [[nodiscard]] QString reason() const { return m_settings.say(m_answer.reason); }
    [[nodiscard]] QString reasonOther() const { return m_settings.sayOther(m_answer.reason); }
    [[nodiscard]] QString earlierStation() const;
    [[nodiscard]] QString earlierTime() const;
    [[nodiscard]] QString earlierActor() const { return m_answer.earlier ? m_answer.earlier->actor : QString(); }

Q_SIGNALS:
    void changed();

private:
    static constexpr qsizetype codeShownMax = 40;

    [[nodiscard]] const GuestView &guestOrNone() const;

    const Settings &m_settings;
    Answer m_answer;
    bool m_hasVerdict = false;
};

/// @p guest as one line of a list.
[[nodiscard]] GuestRow guestRow(const GuestView &guest, const Settings &settings);
[[nodiscard]] std::vector<GuestRow> guestRows(const std::vector<GuestView> &guests, const Settings &settings);
/// Whom or what it is about; empty where the guest's name is not here.
[[nodiscard]] QString nameOf(const ConflictView &conflict);
[[nodiscard]] SignInRow signInRow(const SignInView &signIn, const Settings &settings);
/// The first few alerts that somebody sees to: what, who, and when it is looked at again, a line each.
[[nodiscard]] QString inHandWords(const DayView &day, const EventSetup &event, const Settings &settings);
[[nodiscard]] AlertRow alertRow(const AlertView &alert, const Settings &settings, WallTime now);

}  // namespace muster
