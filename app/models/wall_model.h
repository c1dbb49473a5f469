#pragma once
#include "app/models/desk_controller.h"
#include "app/models/freshness.h"
#include "app/models/list_model.h"
#include "app/models/wall_rows.h"
#include "core/venue/posts/zone_wall.h"

namespace muster {

/// The wall in the staff corner of a zone, which nobody touches: who is here, who goes, who comes, what is not in
/// order, where somebody is missing. The zone is that of the device's station.
///
/// Guarantees: shows what the day and the plan say (posts::wallOf); says so when that is old.
class WallModel : public muster::DeskController {  // Qualified, or qmllint finds no base.
    Q_OBJECT
    Q_PROPERTY(QString zone READ zone NOTIFY shown FINAL)
    Q_PROPERTY(QString zoneName READ zoneName NOTIFY shown FINAL)
    Q_PROPERTY(QString lead READ lead NOTIFY shown FINAL)
    Q_PROPERTY(int ageSeconds READ ageSeconds NOTIFY ageChanged FINAL)
    Q_PROPERTY(bool isKnown READ isKnown NOTIFY ageChanged FINAL)
    Q_PROPERTY(bool isStale READ isStale NOTIFY ageChanged FINAL)
    Q_PROPERTY(QString figuresFrom READ figuresFrom NOTIFY ageChanged FINAL)
    Q_PROPERTY(muster::ListModel *here READ here CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *leaving READ leaving CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *arriving READ arriving CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *unready READ unready CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *gaps READ gaps CONSTANT FINAL)

public:
    /// As muster::posts::WallPerson::Why.
    enum Why {
        Stands,
        StandsBy,
        There,
        Overlong,
        Relief,
        ShiftEnds,
        Sent,
        OnTheWay,
        Relieves,
        Late,
        ShiftBegins,
        Unready
    };
    Q_ENUM(Why)

    WallModel(NodePort &node, const Settings &settings, QObject *parent = nullptr);

    /// Letter of the zone; empty: the station of this device stands in none.
    [[nodiscard]] QString zone() const { return m_zone; }
    [[nodiscard]] QString zoneName() const;
    /// Name of who leads the zone; empty: nobody.
    [[nodiscard]] QString lead() const { return m_lead; }
    /// -1: nobody knows.
    [[nodiscard]] int ageSeconds() const;
    [[nodiscard]] bool isKnown() const { return m_freshness.isKnown(); }
    [[nodiscard]] bool isStale() const { return m_freshness.isStale(node().now()); }
    /// "14:01"; empty: nobody knows.
    [[nodiscard]] QString figuresFrom() const;
    [[nodiscard]] ListModel *here() { return &m_here; }
    [[nodiscard]] ListModel *leaving() { return &m_leaving; }
    [[nodiscard]] ListModel *arriving() { return &m_arriving; }
    [[nodiscard]] ListModel *unready() { return &m_unready; }
    [[nodiscard]] ListModel *gaps() { return &m_gaps; }

Q_SIGNALS:
    void shown();
    void ageChanged();

protected:
    void tick() override;
    void readDay() override;
    void speak() override;

private:
    void show();
    [[nodiscard]] std::vector<WallRow> rowsOf(const std::vector<posts::WallPerson> &people) const;

    DayView m_day;
    EventSetup m_event;
    QString m_zone;
    QString m_lead;
    Freshness m_freshness;
    RowModel<WallRow> m_here;
    RowModel<WallRow> m_leaving;
    RowModel<WallRow> m_arriving;
    RowModel<WallRow> m_unready;
    RowModel<WallGapRow> m_gaps;
};

}  // namespace muster
