#pragma once
#include "app/models/list_model.h"
#include "app/models/rows.h"
#include "app/models/settings.h"
#include "core/venue/day/views.h"

#include <qqmlintegration.h>

namespace muster {

/// What an incident is to be called from now on: its kinds, where it is, when it came about. Nothing is done before it
/// is given.
class IncidentDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Lent by a controller")
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    Q_PROPERTY(QString time READ time NOTIFY changed FINAL)
    Q_PROPERTY(bool canBeLater READ canBeLater NOTIFY changed FINAL)
    Q_PROPERTY(bool isChanged READ isChanged NOTIFY changed FINAL)
    Q_PROPERTY(muster::ListModel *types READ types CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *zones READ zones CONSTANT FINAL)

public:
    explicit IncidentDraft(const Settings &settings, QObject *parent = nullptr);

    /// As @p view stands, to be chosen from what @p event has.
    void begin(const IncidentView &view, const EventSetup &event, WallTime now);
    /// What differs from what stood when it began; nothing if nothing does.
    [[nodiscard]] std::optional<incidents::Change> change() const;

    [[nodiscard]] QString number() const { return m_view.number; }
    /// "09:41", when it came about.
    [[nodiscard]] QString time() const
    {
        return m_view.number.isEmpty() ? QString() : m_settings.clockOf(m_happenedAt);
    }
    /// Nothing has happened later than now.
    [[nodiscard]] bool canBeLater() const { return m_happenedAt < m_now; }
    [[nodiscard]] bool isChanged() const { return change().has_value(); }
    [[nodiscard]] ListModel *types() { return &m_types; }
    [[nodiscard]] ListModel *zones() { return &m_zones; }

    Q_INVOKABLE void toggleType(const QString &type);
    Q_INVOKABLE void chooseZone(const QString &zone);
    Q_INVOKABLE void shift(int minutes);

Q_SIGNALS:
    void changed();

private:
    void fill();

    const Settings &m_settings;
    IncidentView m_view;
    std::vector<IncidentType> m_knownTypes;
    std::vector<Zone> m_knownZones;
    QStringList m_chosen;
    QString m_zone;
    WallTime m_before{};
    WallTime m_happenedAt{};
    WallTime m_now{};
    RowModel<ChoiceRow> m_types;
    RowModel<ChoiceRow> m_zones;
};

}  // namespace muster
