#pragma once
#include "tests/e2e/day_script.h"
#include "tests/e2e/standby.h"

#include <memory>

namespace muster::test {

/// The day as it is played. Each part begins with the clock that it moves.
class PlayedDay : public DayScript {
public:
    PlayedDay();

    /// What nobody but the coordinator may read.
    [[nodiscard]] static const QList<QByteArray> &secrets();
    [[nodiscard]] QString restricted() const { return m_restricted; }
    [[nodiscard]] bool isPictureAt(const QString &device, const QString &hash) const;

    void setUp();
    void rehearse();
    void resetAfterRehearsal();
    void prepare();
    void takePosts();
    void openDoors();
    void letGuestsIn();
    void cutZoneOff();
    void servePeople();
    void somebodyIsIll();
    void helpComes();
    void aloneInZone();
    void noon();
    void takeBreak();
    void comeBack();
    void clearZone();
    void callRoll();
    void allClear();
    void afternoon();
    void sellUnits();
    void close();

private:
    void sell(const QString &words, double amount);
    void seen(const QString &device, const QString &who, const QString &by);
    /// The bytes of a picture, as @p device gives them.
    [[nodiscard]] QByteArray fetched(const QString &device, const QString &hash) const;
    void mustSee(const QStringList &devices, const std::function<bool(const QJsonObject &)> &holds) const;

    std::unique_ptr<Standby> m_standby;
    QString m_rehearsed;   ///< An incident of the rehearsal.
    QString m_alone;       ///< The incident of the zone that was alone,
    QString m_board;       ///< and its picture.
    QString m_restricted;  ///< The incident that is not for all.
    QString m_helper;      ///< Who is on no list.
};

/// All devices of a PlayedDay.
[[nodiscard]] const QStringList &everyone();

}  // namespace muster::test
