#pragma once
#include "app/models/desk_controller.h"
#include "app/models/desk_rows.h"
#include "app/models/list_model.h"
#include "app/models/rows.h"

#include <QSet>

namespace muster {

/// A counter: the number in its hands, what may be done with it, and who is next.
///
/// Guarantees: one number is looked after at a time, others are on hold; a press that the number's phase does not
/// allow does nothing. What the counter has is read from the day, so a restart shows it again.
class CounterController : public muster::DeskController {  // Qualified, or qmllint finds no base.
    Q_OBJECT
    Q_PROPERTY(Phase phase READ phase NOTIFY changed FINAL)
    Q_PROPERTY(bool isPlanned READ isPlanned NOTIFY changed FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    Q_PROPERTY(bool hasGuest READ hasGuest NOTIFY changed FINAL)
    Q_PROPERTY(QString guestName READ guestName NOTIFY changed FINAL)
    Q_PROPERTY(QString className READ className NOTIFY changed FINAL)
    Q_PROPERTY(QString band READ band NOTIFY changed FINAL)
    Q_PROPERTY(int persons READ persons NOTIFY changed FINAL)
    Q_PROPERTY(QString since READ since NOTIFY sinceChanged FINAL)
    Q_PROPERTY(QString waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(muster::ListModel *journey READ journey CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *papers READ papers CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *onDeck READ onDeck CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *held READ held CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *services READ services CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *documents READ documents CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *openSerials READ openSerials CONSTANT FINAL)
    Q_PROPERTY(QString document READ document NOTIFY documentsChanged FINAL)
    Q_PROPERTY(int documentsOut READ documentsOut NOTIFY documentsChanged FINAL)
    Q_PROPERTY(bool canCall READ canCall NOTIFY changed FINAL)
    Q_PROPERTY(bool canArrive READ canArrive NOTIFY changed FINAL)
    Q_PROPERTY(bool canChoose READ canChoose NOTIFY changed FINAL)

public:
    enum Phase { Nobody, Called, Serving, Held };
    Q_ENUM(Phase)
    /// As muster::materials::SerialStep.
    enum SerialStep { SerialIssued, SerialUsed, SerialVoid, SerialReturned };
    Q_ENUM(SerialStep)
    /// The key of the row of `papers` that is no paper but the guest's identity; it has no text.
    static constexpr const char *identityKey = "@identity";

    CounterController(NodePort &node, const Settings &settings, QString actor, QObject *parent = nullptr);

    [[nodiscard]] Phase phase() const;
    /// The plan has numbers called at this station.
    [[nodiscard]] bool isPlanned() const { return m_isPlanned; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QString number() const { return ticket().number; }
    [[nodiscard]] bool hasGuest() const { return ticket().guest.has_value(); }
    [[nodiscard]] QString guestName() const;
    [[nodiscard]] QString className() const;
    [[nodiscard]] QString band() const { return hasGuest() ? ticket().guest->band : QString(); }
    [[nodiscard]] int persons() const { return ticket().persons; }
    /// Since it was called, arrived, or was put on hold: "1:20".
    [[nodiscard]] QString since() const;
    /// Of the services of this counter; "–" while unknown.
    [[nodiscard]] QString waiting() const { return m_waiting; }
    [[nodiscard]] ListModel *journey() { return &m_journey; }
    /// What must be looked at before service begins.
    [[nodiscard]] ListModel *papers() { return &m_papers; }
    [[nodiscard]] ListModel *onDeck() { return &m_onDeck; }
    [[nodiscard]] ListModel *held() { return &m_held; }
    /// Where the number could be sent.
    [[nodiscard]] ListModel *services() { return &m_services; }
    /// Kinds of numbered documents.
    [[nodiscard]] ListModel *documents() { return &m_documents; }
    /// Numbers of the chosen kind that were given out and nobody has accounted for; the first of them.
    [[nodiscard]] ListModel *openSerials() { return &m_openSerials; }
    /// Code of the chosen kind; empty: the plan has none.
    [[nodiscard]] QString document() const { return m_document; }
    /// How many of the chosen kind are still out.
    [[nodiscard]] int documentsOut() const;
    [[nodiscard]] bool canCall() const;
    [[nodiscard]] bool canArrive() const;
    /// Another number on hold may be taken up.
    [[nodiscard]] bool canChoose() const;

    Q_INVOKABLE void callNext();
    Q_INVOKABLE void recall();
    Q_INVOKABLE void arrive();
    Q_INVOKABLE void markNoShow();
    Q_INVOKABLE void hold();
    Q_INVOKABLE void resume();
    Q_INVOKABLE void finish();
    Q_INVOKABLE void transfer(const QString &service);
    Q_INVOKABLE void setOpen(bool isOpen);
    /// Takes the number @p key, which is on hold, before the counter again.
    Q_INVOKABLE void choose(const QString &key);
    /// A paper was looked at, or not after all.
    Q_INVOKABLE void tickPaper(const QString &paper);
    Q_INVOKABLE void chooseDocument(const QString &material);
    /// What became of the numbers @p run ("17", "17-20") of the chosen kind; @p note: of a void, why.
    Q_INVOKABLE void markSerials(int step, const QString &run, const QString &note);

Q_SIGNALS:
    void changed();
    void sinceChanged();
    void documentsChanged();
    /// It was written down.
    void serialsMarked();

protected:
    void tick() override;
    void readDay() override;
    void speak() override;

private:
    void read();
    void readCounter();
    void showDocuments();
    void show();
    void advance(queues::Step step, const QString &service = {});
    [[nodiscard]] bool mayStep(queues::Step step) const;
    [[nodiscard]] const TicketView &ticket() const;
    [[nodiscard]] std::vector<ChoiceRow> paperRows() const;

    CounterDeskView m_desk;
    int m_active = -1;  ///< Of what is at hand.
    QString m_chosen;
    QSet<QString> m_ticked;
    QString m_tickedFor;  ///< The number whose papers were ticked.
    bool m_isPlanned = false;
    bool m_isOpen = false;
    QString m_waiting;
    RowModel<StageRow> m_journey;
    RowModel<ChoiceRow> m_papers;
    RowModel<TicketRow> m_onDeck;
    RowModel<TicketRow> m_held;
    RowModel<ChoiceRow> m_services;
    QString m_document;
    RowModel<ChoiceRow> m_documents;
    RowModel<ChoiceRow> m_openSerials;
};

}  // namespace muster
