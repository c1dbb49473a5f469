#pragma once
#include "app/models/day_controller.h"

#include <array>

namespace muster {

/// A zone lead's tablet: how many are here, who stands where, what went wrong, in one hand.
///
/// Guarantees: every real tap on + or − is one Count act, also while an earlier one is on its way; a finger that
/// bounces within `bounceMax` counts once. It works cut off: nothing here asks the coordinator.
/// Limits: heads typed for a recount ≤ headsDigitsMax digits.
class ZoneController : public muster::DayController {  // Qualified, or qmllint finds no base.
    Q_OBJECT
    Q_PROPERTY(QString zoneCode READ zoneCode NOTIFY dayShown FINAL)
    Q_PROPERTY(QString zoneName READ zoneName NOTIFY dayShown FINAL)
    Q_PROPERTY(bool isPlanned READ isPlanned NOTIFY dayShown FINAL)
    Q_PROPERTY(QString count READ count NOTIFY dayShown FINAL)
    Q_PROPERTY(QString capacity READ capacity NOTIFY dayShown FINAL)
    Q_PROPERTY(double load READ load NOTIFY dayShown FINAL)
    Q_PROPERTY(int level READ level NOTIFY dayShown FINAL)
    Q_PROPERTY(int fullInMinutes READ fullInMinutes NOTIFY dayShown FINAL)
    Q_PROPERTY(bool isUnsure READ isUnsure NOTIFY dayShown FINAL)
    Q_PROPERTY(QString doubt READ doubt NOTIFY dayShown FINAL)
    Q_PROPERTY(bool isOfVehicles READ isOfVehicles NOTIFY dayShown FINAL)
    Q_PROPERTY(int lastCounted READ lastCounted NOTIFY counted FINAL)
    Q_PROPERTY(QString heads READ heads NOTIFY headsChanged FINAL)
    Q_PROPERTY(QString scanningTask READ scanningTask NOTIFY scanningChanged FINAL)
    Q_PROPERTY(QString movedName READ movedName NOTIFY moved FINAL)

public:
    static constexpr std::chrono::milliseconds bounceMax{120};  ///< No finger means two taps so close.
    static constexpr int headsDigitsMax = 5;

    ZoneController(NodePort &node, const Settings &settings, QString actor, QObject *parent = nullptr);

    [[nodiscard]] QString zoneCode() const { return m_zone; }
    [[nodiscard]] QString zoneName() const;
    /// This device stands in a zone of the plan.
    [[nodiscard]] bool isPlanned() const { return !m_zone.isEmpty(); }
    /// People (or bays) here; "–" while unknown.
    [[nodiscard]] QString count() const;
    [[nodiscard]] QString capacity() const;
    [[nodiscard]] double load() const;
    /// 0 calm, 1 from the soft capacity on, 2 from the firm one on.
    [[nodiscard]] int level() const;
    /// -1: nobody can say.
    [[nodiscard]] int fullInMinutes() const { return isKnown() ? m_view.fullInMinutes.value_or(-1) : -1; }
    [[nodiscard]] bool isUnsure() const { return m_view.isUnsure; }
    [[nodiscard]] QString doubt() const { return settings().say(m_view.doubt); }
    [[nodiscard]] bool isOfVehicles() const { return m_view.unit == ZoneUnit::Vehicles; }
    /// +1 or −1: what was counted here last and may be taken back; 0: nothing.
    [[nodiscard]] int lastCounted() const { return m_last ? m_lastDelta : 0; }
    /// What was typed for a recount.
    [[nodiscard]] QString heads() const { return m_heads; }
    /// The round whose zone's code is to be scanned next.
    [[nodiscard]] QString scanningTask() const { return m_scanningTask; }
    /// The guest who was scanned into this zone last.
    [[nodiscard]] QString movedName() const { return m_movedName; }

    /// One person came in (+1) or went out (−1).
    Q_INVOKABLE void countOne(int delta);
    /// Takes the last count back.
    Q_INVOKABLE void undoCount();
    Q_INVOKABLE void typeHead(const QString &digit);
    Q_INVOKABLE void eraseHead();
    /// So many were counted: what was typed.
    Q_INVOKABLE void recount();
    Q_INVOKABLE void scanFor(const QString &task);
    /// A code was read: of the zone for a round, a badge for the post that is open, else a guest who comes in here.
    void scanned(const QByteArray &payload);
    Q_INVOKABLE void setZoneMode(int mode) { setMode(m_zone, mode, {}); }

Q_SIGNALS:
    void counted();
    void headsChanged();
    void scanningChanged();
    void moved();
    void recounted();
    void taskProved();
    void called();  ///< The place became stricter, or is full: it is heard, too.

protected:
    [[nodiscard]] QString zone() const override { return m_zone; }
    void showDay() override;

private:
    void findZone();
    void setLast(std::optional<OperationHash> operation, int delta);

    QString m_zone;
    ZoneView m_view;
    QString m_heads;
    QString m_scanningTask;
    QString m_movedName;
    std::optional<OperationHash> m_last;
    int m_lastDelta = 0;
    int m_lastLevel = 0;
    std::array<QTimer, 2> m_bounce;  ///< Of − and +.
};

}  // namespace muster
