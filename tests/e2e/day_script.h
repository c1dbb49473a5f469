#pragma once
#include "tests/e2e/day_reading.h"
#include "tests/e2e/hall_clock.h"

#include <map>
#include <set>

namespace muster::test {

/// What the script counts while it plays. Told and nothing else: an act that was refused is not in here.
struct Count {
    int signedIn = 0;
    int walkIns = 0;
    int persons = 0;  ///< In the hall, by scans and counts.
    int provisional = 0;
    int served = 0;
    int numbersBefore = 0;  ///< Given in the rehearsal. Their guests keep them; the report leaves them out.
    int handedOver = 0;
    int incidents = 0;
    int incidentsUrgent = 0;
    int incidentsClosed = 0;
    std::map<QString, int> entries;       ///< By incident,
    std::map<QString, int> itemsChecked;  ///< and of its checklist.
    std::map<QString, QString> pictures;  ///< Hashes, with the incident of each.
    QStringList tasksDone;                ///< In the order of their codes.
    int roundsDone = 0;
    int sales = 0;
    double saleAmount = 0;
    int merchantSales = 0;
    std::set<QString> buyers;
    int subscriptions = 0;  ///< Contracts too.
    int contracts = 0;
    int standing = 0;
    std::set<QString> stood;  ///< Whoever was at any post.
    int helpers = 0;
    int seenOutside = 0;                  ///< When names were read out.
    std::map<QString, QStringList> gear;  ///< Who had it, in their order.
    std::set<QString> gearOut;
    int winners = 0;
};

/// Acts of the sample's day, told from the command line of any device and counted as they are told. The clock is the
/// script's own.
class DayScript {
public:
    explicit DayScript(int guestsMax);

    [[nodiscard]] bool canBePlayed() const { return m_clock.isThere(); }
    [[nodiscard]] EventRig &rig() { return m_rig; }
    [[nodiscard]] const Count &count() const { return m_count; }
    /// Everybody's clock shows "HH:MM" of the event's day.
    void goTo(const QString &time) { m_clock.set(time); }
    /// The coordinator's acts are done at @p device from now on; at first at "hub".
    void moveDesk(const QString &device) { m_desk = device; }

    /// One act that must be done; @p words are parted by spaces, each of @p more is an argument as it is.
    Said must(const QString &device, const QString &words, const QStringList &more = {}) const;
    /// One that must be refused.
    Said mustNot(const QString &device, const QString &words, const QStringList &more = {}) const;
    void signIn(const QString &device, int guests);
    QString incident(const QString &device, const QString &words, const QString &text);
    void note(const QString &device, const QString &number, const QString &text);
    /// An item of its checklist.
    void check(const QString &device, const QString &number, const QString &item, const QString &by);
    /// A photograph that consists of @p bytes; returns its hash.
    QString picture(const QString &device, const QString &number, const QByteArray &bytes, const QString &by);
    void closeIncident(const QString &device, const QString &number, const QString &by);
    void postIn(const QString &device, const QString &post, const QString &staff, const QString &by);
    void postOut(const QString &device, const QString &staff, const QString &by);
    /// Handed out; whoever has it has it no more.
    void lend(const QString &device, const QString &tag, const QString &staff, const QString &by);
    void giveBack(const QString &device, const QString &tag, const QString &by);
    void task(const QString &code, const QString &by, const QStringList &more = {});
    void round(const QString &device, const QString &code, const QString &zone, const QString &by);
    void cue(const QString &code, const QString &step);

protected:
    /// What the code says that hangs in @p zone, printed and scanned.
    [[nodiscard]] QString sheetOf(const QString &zone);
    [[nodiscard]] Said tell(const QString &device, const QString &words, const QStringList &more) const;

    HallClock m_clock;
    EventRig m_rig;
    QString m_desk = q("hub");
    Count m_count;
    int m_next = 0;         ///< The next guest of the list.
    QStringList m_inside;   ///< Codes of who came in.
    QSet<QString> m_given;  ///< Numbers of incidents. Outlives a reset, as they do.
};

}  // namespace muster::test
