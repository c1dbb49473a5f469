#pragma once
#include "app/models/answer_view.h"
#include "app/models/desk_controller.h"
#include "app/models/desk_rows.h"
#include "app/models/list_model.h"

namespace muster {

/// A prize desk: whose turn it is, what they may have, and into their hands with it.
///
/// Guarantees: a prize counts as handed over only after the second step was recorded; where a proof is needed, that
/// step waits for it. What this desk recorded and never handed over is shown first when nobody stands there.
class PrizeController : public muster::DeskController {  // Qualified, or qmllint finds no base.
    Q_OBJECT
    Q_PROPERTY(Mode mode READ mode NOTIFY changed FINAL)
    Q_PROPERTY(Proving proving READ proving NOTIFY changed FINAL)
    Q_PROPERTY(muster::AnswerView *guest READ guest CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *dues READ dues CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *open READ open CONSTANT FINAL)
    Q_PROPERTY(QString prizeName READ prizeName NOTIFY changed FINAL)
    Q_PROPERTY(QString handedName READ handedName NOTIFY changed FINAL)
    Q_PROPERTY(bool isProved READ isProved NOTIFY proofChanged FINAL)
    Q_PROPERTY(QString proof READ proof WRITE setProof NOTIFY proofChanged FINAL)
    Q_PROPERTY(bool isLooking READ isLooking NOTIFY changed FINAL)
    Q_PROPERTY(bool isUnknown READ isUnknown NOTIFY changed FINAL)

public:
    enum Mode { Idle, Showing, Asking };
    Q_ENUM(Mode)
    /// muster::Proof, value by value.
    enum Proving { Nothing, LastFour, Paper, Signature };
    Q_ENUM(Proving)
    static_assert(int(Signature) == int(muster::Proof::Signed));

    static constexpr qsizetype lastFourLength = 4;
    static constexpr qsizetype proofMax = 64;

    PrizeController(NodePort &node, const Settings &settings, QString actor, QObject *parent = nullptr);

    [[nodiscard]] Mode mode() const { return m_mode; }
    /// What the guest must show.
    [[nodiscard]] Proving proving() const { return Proving(m_proofNeeded); }
    [[nodiscard]] AnswerView *guest() { return &m_guest; }
    [[nodiscard]] ListModel *dues() { return &m_dues; }
    /// Recorded here, not handed over.
    [[nodiscard]] ListModel *open() { return &m_open; }
    /// The prize that a proof is asked for.
    [[nodiscard]] QString prizeName() const { return settings().say(m_prizeName); }
    /// What was handed over just now; empty: nothing.
    [[nodiscard]] QString handedName() const { return settings().say(m_handedName); }
    [[nodiscard]] QString proof() const { return m_proof; }
    [[nodiscard]] bool isProved() const;
    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    /// Nobody has the code that was shown.
    [[nodiscard]] bool isUnknown() const { return m_isUnknown; }
    void setProof(const QString &proof);

    /// A code was read, or typed.
    Q_INVOKABLE void scanned(const QByteArray &payload);
    Q_INVOKABLE void type(const QString &code) { scanned(code.trimmed().toUtf8()); }
    /// Grants the prize @p key and, if nothing is to be shown, hands it over in one go.
    Q_INVOKABLE void handOver(const QString &key);
    /// What was to be shown was shown.
    Q_INVOKABLE void prove();
    /// The prize that a proof is asked for is not handed over.
    Q_INVOKABLE void cancel(const QString &reason);
    /// The grant @p key was handed over after all, or is now.
    Q_INVOKABLE void settle(const QString &key);
    Q_INVOKABLE void cancelOpen(const QString &key, const QString &reason);
    Q_INVOKABLE void startOver();

Q_SIGNALS:
    void changed();
    void proofChanged();

protected:
    void readDay() override;
    void speak() override;

private:
    void look(const QByteArray &payload, const std::optional<GuestId> &guest);
    void showDues();
    void readOpen();
    void showOpen();
    /// Hands @p grant over, or asks for its proof first.
    void begin(const OperationHash &grant, const Words &prize, muster::Proof proof);
    void complete();
    void cancelGrant(const OperationHash &grant, const QString &reason);

    Mode m_mode = Idle;
    AnswerView m_guest;
    PrizeGuestView m_found;
    RowModel<PrizeRow> m_dues;
    RowModel<OpenPrizeRow> m_open;
    std::vector<OpenPrizeView> m_unsettled;
    std::optional<OperationHash> m_grant;  ///< Under way at this moment.
    muster::Proof m_proofNeeded = muster::Proof::None;
    Words m_prizeName;
    Words m_handedName;
    QString m_proof;
    bool m_isLooking = false;
    bool m_isUnknown = false;
    quint64 m_turn = 0;  ///< Which guest's turn it is.
};

}  // namespace muster
