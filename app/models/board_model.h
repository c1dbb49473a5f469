#pragma once
#include "app/models/desk_controller.h"
#include "app/models/desk_rows.h"
#include "app/models/freshness.h"
#include "app/models/list_model.h"
#include "app/models/voice.h"
#include "core/venue/modes/mode_words.h"
#include "core/venue/queues/announcements.h"

namespace muster {

/// The wall of a waiting zone: who is called where, who is next, and each call said once.
///
/// Guarantees: a board that does not know the day says so, and calls nobody from what is old.
class BoardModel : public muster::DeskController {  // Qualified, or qmllint finds no base.
    Q_OBJECT
    Q_PROPERTY(muster::ListModel *calls READ calls CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *onDeck READ onDeck CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *last READ last CONSTANT FINAL)
    Q_PROPERTY(bool isKnown READ isKnown NOTIFY ageChanged FINAL)
    Q_PROPERTY(bool isStale READ isStale NOTIFY ageChanged FINAL)
    Q_PROPERTY(QString figuresFrom READ figuresFrom NOTIFY ageChanged FINAL)

public:
    static constexpr int callsMax = 6;
    static constexpr int onDeckMax = 12;
    static constexpr std::chrono::seconds noticeAgain{30};  ///< While people are asked to leave.

    BoardModel(NodePort &node, const Settings &settings, Voice &voice, QObject *parent = nullptr);

    /// The latest first.
    [[nodiscard]] ListModel *calls() { return &m_calls; }
    [[nodiscard]] ListModel *onDeck() { return &m_onDeck; }
    /// Of each series the number that was called last.
    [[nodiscard]] ListModel *last() { return &m_last; }
    /// This device has held the day at least once.
    [[nodiscard]] bool isKnown() const { return m_freshness.isKnown(); }
    [[nodiscard]] bool isStale() const { return m_freshness.isStale(node().now()); }
    /// "14:01"; empty: nobody knows.
    [[nodiscard]] QString figuresFrom() const;

Q_SIGNALS:
    void ageChanged();

protected:
    void tick() override;
    void readDay() override;
    void speak() override;

private:
    void adoptDay();
    void adoptStation();
    void followMode(const DayView &day);
    void read();
    void show();
    void announce();

    Voice &m_voice;
    queue_board::Board m_board;
    Announcements m_announcements;
    QString m_spoken;                          ///< Hex of the step that is said at this moment.
    QString m_zone;                            ///< Where this board hangs,
    modes::Mode m_mode = modes::Mode::Normal;  ///< and what holds there.
    Freshness m_freshness;
    RowModel<CallRow> m_calls;
    RowModel<NumberRow> m_onDeck;
    RowModel<NumberRow> m_last;
};

}  // namespace muster
