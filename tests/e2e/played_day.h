#pragma once
#include "tests/e2e/hall_clock.h"
#include "tests/e2e/standby.h"

#include <map>
#include <memory>

namespace muster::test {

/// What the script counts while it plays. Told and nothing else: an act that was refused is not in here.
struct Count {
    int signedIn = 0;
    int walkIns = 0;
    int persons = 0;  ///< In the hall, by scans and counts.
    int provisional = 0;
    int served = 0;
    int handedOver = 0;
    int incidents = 0;
    int incidentsClosed = 0;
    std::map<QString, int> entries;  ///< By incident.
    QStringList tasksDone;           ///< In the order of their codes.
    int roundsDone = 0;
    int sales = 0;
    double saleAmount = 0;
    int merchantSales = 0;
    int standing = 0;
    int winners = 0;
};

/// The day as it is played. Each part begins with the clock that it moves.
class PlayedDay {
public:
    PlayedDay();

    [[nodiscard]] bool canBePlayed() const { return m_clock.isThere(); }
    [[nodiscard]] EventRig &rig() { return m_rig; }
    [[nodiscard]] const Count &count() const { return m_count; }

    void setUp();
    void prepare();
    void takePosts();
    void openDoors();
    void letGuestsIn();
    void cutZoneOff();
    void servePeople();
    void aloneInZone();
    void noon();
    void comeBack();
    void afternoon();
    void close();

private:
    /// One act that must be done; @p words are parted by spaces, each of @p more is an argument as it is.
    Said must(const QString &device, const QString &words, const QStringList &more = {}) const;
    /// One that must be refused.
    Said mustNot(const QString &device, const QString &words, const QStringList &more = {}) const;
    [[nodiscard]] Said tell(const QString &device, const QString &words, const QStringList &more) const;
    void signIn(const QString &device, int guests);
    QString incident(const QString &device, const QString &words, const QString &text);
    void note(const QString &device, const QString &number, const QString &text);
    void postIn(const QString &device, const QString &post, const QString &staff, const QString &by);
    void task(const QString &code, const QString &by, const QStringList &more = {});
    void round(const QString &device, const QString &code, const QString &zone, const QString &by);
    void cue(const QString &code, const QString &step)
    {
        must(q("hub"), q("cue %1 %2 --as S001").arg(code, step), {q("--reason"), q("as the commander says")});
    }
    void sell(const QString &words, double amount);

    HallClock m_clock;
    EventRig m_rig;
    std::unique_ptr<Standby> m_standby;
    Count m_count;
    int m_next = 0;        ///< The next guest of the list.
    QStringList m_inside;  ///< Codes of who came in.
    QString m_alone;       ///< The incident of the zone that was alone.
};

/// All devices of a PlayedDay.
[[nodiscard]] const QStringList &everyone();
/// The row of @p list whose @p key is @p name.
[[nodiscard]] QJsonObject row(const QJsonValue &list, const char *key, const QString &name);

}  // namespace muster::test
