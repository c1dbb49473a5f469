#pragma once
#include "app/models/desk_rows.h"
#include "app/models/list_model.h"
#include "app/models/settings.h"
#include "app/node/port.h"

#include <QTimer>

namespace muster {

/// Who works at this device: they sign on with badge or name, and with their PIN where they have one.
///
/// Why it exists: what is done here bears a name only if the device knows whose hands do it, and people change places
/// all day.
///
/// Guarantees
///  - One person at a time: who signs on takes the place of who was here.
///  - Who was signed on when the program ended still is when it starts again.
///  - Digits of a PIN are shown nowhere and kept no longer than until they were tried; a sheet left alone closes.
class WorkerController : public QObject {
    Q_OBJECT
    Q_PROPERTY(Step step READ step NOTIFY stepChanged FINAL)
    Q_PROPERTY(Purpose purpose READ purpose NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool isOffered READ isOffered NOTIFY workerChanged FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString code READ code NOTIFY workerChanged FINAL)
    Q_PROPERTY(QString name READ name NOTIFY workerChanged FINAL)
    Q_PROPERTY(bool hasPin READ hasPin NOTIFY workerChanged FINAL)
    Q_PROPERTY(bool canGivePins READ canGivePins NOTIFY workerChanged FINAL)
    Q_PROPERTY(QString personName READ personName NOTIFY stepChanged FINAL)
    Q_PROPERTY(int typedCount READ typedCount NOTIFY typedChanged FINAL)
    Q_PROPERTY(bool isEnough READ isEnough NOTIFY typedChanged FINAL)
    Q_PROPERTY(Trouble trouble READ trouble NOTIFY toldChanged FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY toldChanged FINAL)
    Q_PROPERTY(QString leaverName READ leaverName NOTIFY toldChanged FINAL)
    Q_PROPERTY(QString leaverGear READ leaverGear NOTIFY toldChanged FINAL)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)
    Q_PROPERTY(muster::ListModel *people READ people CONSTANT FINAL)

public:
    enum Step { Closed, Who, PinAsked, OldPinAsked, NewPinAsked, NewPinAgain };
    Q_ENUM(Step)
    /// What the person who is chosen is chosen for.
    enum Purpose { SigningOn, GivingPin };
    Q_ENUM(Purpose)
    enum Trouble {
        NoTrouble,
        UnknownBadge,  ///< What was scanned is nobody's of ours.
        PinsDiffer,    ///< The new PIN was not the same twice.
        Refused        ///< See reason().
    };
    Q_ENUM(Trouble)
    /// Open: people of ours stand there. Closed: a kiosk or a board, where nobody works.
    enum class Reach { Open, Closed };

    static constexpr std::chrono::seconds idle{60};  ///< A sheet that somebody walked away from.
    static constexpr std::size_t peopleMax = 60;     ///< Of those to choose from; the field narrows them.

    /// @p actor: who was named when the program started; empty: who signed on here last.
    WorkerController(NodePort &node, const Settings &settings, Reach reach, QString actor, QObject *parent = nullptr);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] Purpose purpose() const { return m_purpose; }
    /// False where nobody works, and while the plan names nobody.
    [[nodiscard]] bool isOffered() const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Whose acts those of this device are; empty: nobody said.
    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] QString name() const { return nameOf(m_code); }
    [[nodiscard]] bool hasPin() const { return m_signs.withPin.contains(m_code); }
    /// PINs are given out at the coordinator's.
    [[nodiscard]] bool canGivePins() const;
    /// Of whom a PIN is asked.
    [[nodiscard]] QString personName() const { return nameOf(m_person); }
    [[nodiscard]] int typedCount() const { return int(m_typed.size()); }
    [[nodiscard]] bool isEnough() const { return m_typed.size() >= staff::pinDigitsMin; }
    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    [[nodiscard]] QString reason() const { return m_settings.say(m_reason); }
    /// Who signed off here last, and what they still have to give back: "R-03, K-11".
    [[nodiscard]] QString leaverName() const { return nameOf(m_leaver); }
    [[nodiscard]] QString leaverGear() const { return m_gear.join(QStringLiteral(", ")); }
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &words);
    [[nodiscard]] ListModel *people() { return &m_people; }

    /// Whether @p payload was for the sheet: everything that is scanned while it asks who.
    [[nodiscard]] bool take(const QByteArray &payload);

    Q_INVOKABLE void ask();
    Q_INVOKABLE void choose(const QString &staff);
    Q_INVOKABLE void type(const QString &digit);
    Q_INVOKABLE void erase();
    /// The PIN is complete.
    Q_INVOKABLE void enter();
    Q_INVOKABLE void signOff();
    /// Of who works here: the old one is asked first.
    Q_INVOKABLE void changePin();
    /// Whoever is chosen next gets a new PIN.
    Q_INVOKABLE void givePin();
    /// A step back; from the first one the sheet closes.
    Q_INVOKABLE void back();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void stepChanged();
    void workerChanged();
    void typedChanged();
    void toldChanged();
    void filterChanged();

private:
    [[nodiscard]] QString nameOf(const QString &code) const;
    /// The code as the plan writes it, of a helper as they were given; empty: nobody's.
    [[nodiscard]] QString known(const QString &code) const;
    /// Of the person whose PIN is to be another one.
    [[nodiscard]] Step firstPinStep() const;
    void setStep(Step step);
    void setTrouble(Trouble trouble, Words reason = {});
    void setWorker(const QString &code);
    /// Asks the node who is here, then does @p next.
    void look(std::function<void()> next);
    void adopt();
    void showPeople();
    /// Submits as @p actor; @p done only if it was done.
    void act(const QString &actor, Command command, std::function<void(const Answer &)> done);
    void signOn();
    void signOffFrom(const QString &code);
    void keepPin();
    void forgetPins();

    NodePort &m_node;
    const Settings &m_settings;
    Reach m_reach;
    QString m_wanted;  ///< Named at the start and not looked at yet.
    bool m_isLooked = false;
    QString m_code;
    QString m_person;
    Step m_step = Closed;
    Purpose m_purpose = SigningOn;
    Trouble m_trouble = NoTrouble;
    Words m_reason;
    QString m_typed;
    QString m_oldPin;
    QString m_newPin;
    QString m_filter;
    QString m_leaver;
    QStringList m_gear;
    bool m_isBusy = false;
    staff::SignOns m_signs;
    RowModel<PersonRow> m_people;
    QTimer m_idleTimer;
};

}  // namespace muster
