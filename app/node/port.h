#pragma once
#include "core/venue/day/views.h"
#include "core/venue/scarce/desk_views.h"
#include "core/venue/staff/sign_on.h"

#include <QObject>

#include <functional>

namespace muster {

/// Who this device is, for screens.
struct Identity {
    DeviceId device;
    int number = 0;
    QString name;
    QString role;
    QString station;
    Words stationName;
    EventSetup event;
    QString staffPin;  ///< Six digits, the same on every device of the event: opens a kiosk's menu. Empty: none.
    bool isEnrolled = false;
    bool isShutOut = false;  ///< The coordinator revoked this device.
};

/// The device's node as screens and commands see it: everything is asynchronous, nothing waits for disk or network.
///
/// Why it exists: models must be testable without a thread, a disk or a socket; the double in tests and the real Node
/// stand behind the same port.
///
/// Threading: lives in the caller's (UI) thread; callbacks come on it too, never from inside the call.
class NodePort : public QObject {
    Q_OBJECT

public:
    using Told = std::function<void(const Answer &)>;
    using Found = std::function<void(const std::vector<GuestView> &)>;
    using Sessions = std::vector<SessionPlan>;

    static constexpr qsizetype enrolAddressesMax = 3;

    using QObject::QObject;

    /// Decides @p act and, once it is durable, tells. A null request id is filled in.
    virtual void submit(Act act, Told told) = 0;
    /// Guests by name, pinyin or initials, end of phone, code, company; best first, at most 50.
    virtual void search(const QString &words, Found found) = 0;
    /// The last sign-ins at this device, newest first, at most @p countMax.
    virtual void recent(int countMax, std::function<void(const std::vector<SignInView> &)> found) = 0;
    /// Everybody inside @p zone, or everywhere if that is empty.
    virtual void rollCall(const QString &zone, std::function<void(const RollCall &)> found) = 0;
    /// Members of the group of @p guest.
    virtual void groupOf(const GuestId &guest, Found found) = 0;
    /// The numbers in the hands of the counter at this device's station, and the next ones.
    virtual void counterDesk(std::function<void(const CounterDeskView &)> found) = 0;
    /// Who is called where, of those who wait where this device hangs.
    virtual void board(std::function<void(const queue_board::Board &)> found) = 0;
    /// What a guest may have at this desk: whose code @p payload is, or @p guest.
    virtual void prizesFor(const QByteArray &payload, const std::optional<GuestId> &guest,
                           std::function<void(const PrizeGuestView &)> found) = 0;
    /// Prizes that this device granted and never said it handed over, oldest first.
    virtual void openPrizes(std::function<void(const std::vector<OpenPrizeView> &)> found) = 0;
    /// Who signed on at this device, and whom a PIN is asked of.
    virtual void signOns(std::function<void(const staff::SignOns &)> found) = 0;

    /// One incident with all its entries, as far as this device may read them; without a number: there is none.
    virtual void incident(const QString &number, std::function<void(const IncidentView &)> found) = 0;

    /// Coordinator only: let a device in, or not. @p compared: the code that a person saw on both screens; a candidate
    /// of typedCandidates() is not let in without it, and none with a wrong one.
    virtual void approve(const QString &candidate, const QString &compared) = 0;
    virtual void refuse(const QString &candidate) = 0;
    /// Coordinator only: opens the enrolment window; enrolUriChanged tells the URI for the QR.
    virtual void openEnrolment() = 0;
    virtual void closeEnrolment() = 0;
    [[nodiscard]] virtual QString enrolUri() const = 0;
    /// Where the open window is reached, for people who type: "192.168.1.5:40123", best first, at most
    /// enrolAddressesMax.
    [[nodiscard]] virtual QStringList enrolAddresses() const = 0;
    /// Of day().candidates the ids of those that typed the address: only the code tells who they are.
    [[nodiscard]] virtual QStringList typedCandidates() const = 0;

    [[nodiscard]] virtual Identity identity() const = 0;
    [[nodiscard]] virtual DayView day() const = 0;
    /// Wall clock of this device, corrected for display by the known skew.
    [[nodiscard]] virtual WallTime now() const = 0;

    /// This device's camera, printer … are out of order: a code for staff, or empty when well again.
    virtual void reportTrouble(const QString &code) = 0;

Q_SIGNALS:
    void dayChanged();       ///< day() has a newer value; at most 10 times a second.
    void identityChanged();  ///< Enrolled, renamed, plan changed.
    void linkChanged();      ///< Cut off or linked again.
    void enrolUriChanged();
    void actFailed(const QString &what);  ///< Something that was asked for and has no answer of its own was not done.
    void storageFailed(const QString &what);  ///< The disk does not take acts; the screen must say so.
    void storageRecovered();
};

}  // namespace muster
