#pragma once
#include "app/models/alert_rows.h"
#include "app/models/day_rows.h"
#include "app/models/list_model.h"
#include "app/models/settings.h"
#include "core/venue/day/views.h"

namespace muster {

/// One incident with all that is known of it, as a screen shows it. Holds no rule: it only chooses the language.
class IncidentSheet : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Lent by a controller")
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    Q_PROPERTY(QString types READ types NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(QString zone READ zone NOTIFY changed FINAL)
    Q_PROPERTY(QString guide READ guide NOTIFY changed FINAL)
    Q_PROPERTY(QString since READ since NOTIFY changed FINAL)
    Q_PROPERTY(QString happenedAt READ happenedAt NOTIFY changed FINAL)
    Q_PROPERTY(QString duplicateOf READ duplicateOf NOTIFY changed FINAL)
    Q_PROPERTY(QString related READ related NOTIFY changed FINAL)
    Q_PROPERTY(QString maybeSame READ maybeSame NOTIFY changed FINAL)
    Q_PROPERTY(QString lookOut READ lookOut NOTIFY changed FINAL)
    Q_PROPERTY(int exitsOpen READ exitsOpen NOTIFY changed FINAL)
    Q_PROPERTY(int state READ state NOTIFY changed FINAL)
    Q_PROPERTY(int pictureCount READ pictureCount NOTIFY changed FINAL)
    Q_PROPERTY(bool isUrgent READ isUrgent NOTIFY changed FINAL)
    Q_PROPERTY(bool isRestricted READ isRestricted NOTIFY changed FINAL)
    Q_PROPERTY(bool isUntouched READ isUntouched NOTIFY changed FINAL)
    Q_PROPERTY(bool isWatch READ isWatch NOTIFY changed FINAL)
    Q_PROPERTY(muster::ListModel *entries READ entries CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *assignees READ assignees CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *checklist READ checklist CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *exits READ exits CONSTANT FINAL)

public:
    /// So much later than it happened, an entry says when it was written down.
    static constexpr std::chrono::minutes laterMin{1};

    explicit IncidentSheet(const Settings &settings, QObject *parent = nullptr);

    /// @p view may lack the entries: those shown before stay then, if it is the same incident.
    void show(const IncidentView &view);
    /// Nothing but the number is known yet.
    void await(const QString &number);
    void clear() { await({}); }

    [[nodiscard]] const IncidentView &view() const { return m_view; }
    /// Empty: none is open.
    [[nodiscard]] QString number() const { return m_view.number; }
    [[nodiscard]] QString types() const;
    [[nodiscard]] QString summary() const { return m_view.summary; }
    [[nodiscard]] QString zone() const { return m_view.zone; }
    [[nodiscard]] QString guide() const { return m_settings.say(m_view.guide); }
    [[nodiscard]] QString since() const;
    /// When it came about, where that is not when it was logged.
    [[nodiscard]] QString happenedAt() const;
    [[nodiscard]] QString duplicateOf() const { return m_view.duplicateOf; }
    [[nodiscard]] QString related() const { return m_view.related.join(separator); }
    [[nodiscard]] QString maybeSame() const { return m_view.maybeSame.join(separator); }
    /// What exits look out for; empty: nobody wrote it yet.
    [[nodiscard]] QString lookOut() const { return m_view.lookOut; }
    /// How many exits have not said that they look out.
    [[nodiscard]] int exitsOpen() const { return int(m_view.exitsThat(false).size()); }
    [[nodiscard]] int state() const { return int(m_view.state); }
    [[nodiscard]] int pictureCount() const { return int(m_view.pictures.size()); }
    [[nodiscard]] bool isUrgent() const { return m_view.isUrgent; }
    [[nodiscard]] bool isRestricted() const { return m_view.isRestricted; }
    [[nodiscard]] bool isUntouched() const { return m_view.isUntouched; }
    [[nodiscard]] bool isWatch() const { return m_view.isWatch(); }
    [[nodiscard]] ListModel *entries() { return &m_entries; }
    [[nodiscard]] ListModel *assignees() { return &m_assignees; }
    [[nodiscard]] ListModel *checklist() { return &m_checklist; }
    /// Every exit that is to look out; those that have not said so first.
    [[nodiscard]] ListModel *exits() { return &m_exits; }

Q_SIGNALS:
    void changed();

private:
    static inline const QString separator = QStringLiteral(" · ");

    void fill();
    [[nodiscard]] EntryRow entryRow(const IncidentEntryView &entry) const;

    const Settings &m_settings;
    IncidentView m_view;
    RowModel<EntryRow> m_entries;
    RowModel<AssigneeRow> m_assignees;
    RowModel<CheckRow> m_checklist;
    RowModel<ExitRow> m_exits;
};

}  // namespace muster
