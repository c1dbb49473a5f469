#pragma once
#include "app/models/alert_rows.h"
#include "app/models/list_model.h"
#include "app/models/settings.h"
#include "app/node/port.h"

#include <set>

namespace muster {

/// The alerts that concern the place where a device stands, and whom its exits look out for.
///
/// Why it exists: who stands in a zone, at a counter or a prize desk must see what calls them without walking to the
/// coordinator's wall. Which alerts those are, core says (day_query::concerns), this only shows them.
///
/// Guarantees: what is acknowledged here goes from every screen as soon as the act is durable; nothing is hidden before
/// that. A grave alert is announced once, by called().
class StaffAlerts : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Lent by a controller")
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(int graveCount READ graveCount NOTIFY changed FINAL)
    Q_PROPERTY(int watchesOpen READ watchesOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed FINAL)
    Q_PROPERTY(muster::ListModel *open READ open CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *first READ first CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *inHand READ inHand CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *watches READ watches CONSTANT FINAL)

public:
    using Actor = std::function<QString()>;

    static constexpr int recheckMinutesMax = 1'440;  ///< As the plan's.

    /// @p actor: staff code of who works here.
    StaffAlerts(NodePort &node, const Settings &settings, Actor actor, QObject *parent = nullptr);

    /// Open alerts of this place; unanswered watches of its exits are not among them.
    [[nodiscard]] int count() const { return m_open.count(); }
    [[nodiscard]] int graveCount() const;
    /// Exits of this place that have not said that they look out.
    [[nodiscard]] int watchesOpen() const;
    /// Why the last act from here was not done; empty: it was.
    [[nodiscard]] QString refusal() const { return m_refusal ? m_settings.say(*m_refusal) : QString(); }
    /// The gravest first.
    [[nodiscard]] ListModel *open() { return &m_open; }
    /// Of them the first alone.
    [[nodiscard]] ListModel *first() { return &m_first; }
    [[nodiscard]] ListModel *inHand() { return &m_inHand; }
    /// One for each exit of this place and incident; unanswered ones first.
    [[nodiscard]] ListModel *watches() { return &m_watches; }

    /// Who works here sees to alert @p key; it comes up again after @p minutes, 0: as its kind does.
    Q_INVOKABLE void acknowledge(const QString &key, int minutes);
    /// @p exit has seen what is looked for in @p incident.
    Q_INVOKABLE void lookOut(const QString &incident, const QString &exit);
    /// Everything that depends on the clock or the language.
    void show();

Q_SIGNALS:
    void changed();
    void called();  ///< A grave alert came up, one was not answered in time, or an exit is to look out: it is heard.
    void refused(const muster::Answer &answer);

private:
    void read();
    void submit(Command command);
    void showAlerts();
    void showWatches();
    /// Announces what was not heard yet of @p grave.
    void announce(std::set<QString> grave);
    [[nodiscard]] StaffAlertRow rowOf(const AlertView &alert) const;

    NodePort &m_node;
    const Settings &m_settings;
    Actor m_actor;
    EventSetup m_event;
    std::vector<AlertView> m_alerts;
    std::vector<AlertView> m_seen;
    std::vector<IncidentView> m_incidents;
    std::set<QString> m_heard;
    std::optional<Words> m_refusal;
    RowModel<StaffAlertRow> m_open;
    RowModel<StaffAlertRow> m_first;
    RowModel<InHandRow> m_inHand;
    RowModel<WatchRow> m_watches;
};

}  // namespace muster
