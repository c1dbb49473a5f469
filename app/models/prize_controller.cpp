#include "app/models/prize_controller.h"

#include <QPointer>

#include <algorithm>

namespace muster {

PrizeController::PrizeController(NodePort &node, const Settings &settings, QString actor, QObject *parent)
    : DeskController(node, settings, std::move(actor), parent), m_guest(settings)
{
    connect(this, &DeskController::busyChanged, this, &PrizeController::changed);
    connect(this, &PrizeController::proofChanged, this, &PrizeController::changed);
    readOpen();
}

bool PrizeController::isProved() const
{
    switch (m_proofNeeded) {
    case muster::Proof::None:
    case muster::Proof::Signed: return true;  // Pressing the button says so.
    case muster::Proof::Phone:
        return m_proof.size() == lastFourLength &&
               std::all_of(m_proof.begin(), m_proof.end(), [](QChar letter) { return letter.isDigit(); });
    case muster::Proof::Identity: return !m_proof.trimmed().isEmpty();
    }
    Q_UNREACHABLE();
}

void PrizeController::setProof(const QString &proof)
{
    if (const QString bounded = proof.left(proofMax); bounded != m_proof) {
        m_proof = bounded;
        Q_EMIT proofChanged();
    }
}

void PrizeController::scanned(const QByteArray &payload)
{
    if (!payload.isEmpty() && !isBusy()) {
        startOver();
        look(payload, {});
    }
}

void PrizeController::startOver()
{
    ++m_turn;
    m_mode = Idle;
    m_found = {};
    m_grant.reset();
    m_proofNeeded = muster::Proof::None;
    m_handedName = {};
    m_isLooking = m_isUnknown = false;
    setProof({});
    setNotice({});
    m_guest.clear();
    showDues();
    readOpen();
}

void PrizeController::look(const QByteArray &payload, const std::optional<GuestId> &guest)
{
    m_isLooking = true;
    Q_EMIT changed();
    node().prizesFor(payload, guest, [self = QPointer(this), turn = m_turn](const PrizeGuestView &found) {
        auto *here = self.data();
        if (here == nullptr || here->m_turn != turn) {
            return;
        }
        here->m_isLooking = false;
        here->m_isUnknown = !found.guest;
        here->m_found = found;
        if (found.guest) {
            here->m_guest.showGuest(*found.guest);
            here->m_mode = here->m_grant ? Asking : Showing;
        }
        here->showDues();
    });
}

void PrizeController::handOver(const QString &key)
{
    const auto due = std::find_if(m_found.dues.begin(), m_found.dues.end(),
                                  [&key](const DueView &other) { return other.prize == key; });
    if (isBusy() || m_mode != Showing || due == m_found.dues.end() || due->whyNot != Words{}) {
        return;
    }
    m_handedName = {};
    const DueView wanted = *due;
    if (wanted.grant) {
        begin(*wanted.grant, wanted.name, wanted.proof);
        return;
    }
    submit(prizes::Redeem{wanted.prize, {}, m_found.guest->id}, [this, wanted, turn = m_turn](const Answer &answer) {
        if (turn != m_turn) {
            readOpen();  // Recorded for a guest who has gone: it comes back as an open one.
            return;
        }
        if (answer.outcome != Outcome::Granted || !answer.operation) {
            setNotice(answer);
            look({}, m_found.guest->id);
            return;
        }
        begin(*answer.operation, wanted.name, wanted.proof);
    });
}

void PrizeController::begin(const OperationHash &grant, const Words &prize, muster::Proof proof)
{
    m_grant = grant;
    m_prizeName = prize;
    m_proofNeeded = proof;
    setProof({});
    if (proof == muster::Proof::None) {
        complete();
        return;
    }
    m_mode = Asking;
    Q_EMIT changed();
}

void PrizeController::prove()
{
    if (m_mode == Asking && isProved() && !isBusy()) {
        complete();
    }
}

void PrizeController::complete()
{
    prizes::HandOver command;
    command.grant = *m_grant;
    command.isSigned = m_proofNeeded == muster::Proof::Signed;
    command.proof = command.isSigned ? QString() : m_proof.trimmed();
    submit(command, [this, turn = m_turn](const Answer &answer) {
        if (turn != m_turn) {
            readOpen();
            return;
        }
        if (answer.outcome != Outcome::Done) {
            setNotice(answer);
            Q_EMIT changed();
            return;
        }
        m_handedName = m_prizeName;
        m_grant.reset();
        m_proofNeeded = muster::Proof::None;
        setProof({});
        m_mode = m_found.guest ? Showing : Idle;
        readOpen();
        if (m_found.guest) {
            look({}, m_found.guest->id);
        }
        Q_EMIT changed();
    });
}

void PrizeController::cancel(const QString &reason)
{
    if (m_grant) {
        cancelGrant(*m_grant, reason);
    }
}

void PrizeController::cancelOpen(const QString &key, const QString &reason)
{
    if (const auto grant = OperationHash::fromHex(key)) {
        cancelGrant(*grant, reason);
    }
}

void PrizeController::cancelGrant(const OperationHash &grant, const QString &reason)
{
    submit(prizes::Cancel{grant, reason.trimmed()}, [this](const Answer &answer) {
        if (answer.outcome != Outcome::Done) {
            setNotice(answer);
        } else if (m_mode == Asking) {
            m_grant.reset();
            m_proofNeeded = muster::Proof::None;
            m_mode = m_found.guest ? Showing : Idle;
        }
        readOpen();
        if (m_found.guest) {
            look({}, m_found.guest->id);
        }
        Q_EMIT changed();
    });
}

void PrizeController::settle(const QString &key)
{
    const auto found = std::find_if(m_unsettled.begin(), m_unsettled.end(),
                                    [&key](const OpenPrizeView &open) { return open.grant.toHex() == key; });
    if (isBusy() || found == m_unsettled.end()) {
        return;
    }
    const OpenPrizeView open = *found;
    startOver();
    m_found.guest = open.guest;
    m_guest.showGuest(open.guest);
    m_mode = Showing;
    begin(open.grant, open.name, open.proof);
}

void PrizeController::showDues()
{
    std::vector<PrizeRow> rows;
    const Identity identity = node().identity();
    for (const DueView &due : m_found.dues) {
        const auto *prize = findByCode(identity.event.prizes, due.prize);
        const bool isLow = prize != nullptr && prize->lowStock && due.left <= *prize->lowStock;
        rows.push_back({due.prize, settings().say(due.name), figure(due.left), settings().say(due.whyNot),
                        due.whyNot == Words{}, isLow, due.isHanded, due.grant.has_value()});
    }
    // What is due comes first; else as the plan has it.
    std::stable_sort(rows.begin(), rows.end(), [](const PrizeRow &a, const PrizeRow &b) { return a.isDue > b.isDue; });
    m_dues.set(std::move(rows));
    Q_EMIT changed();
}

void PrizeController::readOpen()
{
    node().openPrizes([self = QPointer(this)](const std::vector<OpenPrizeView> &open) {
        if (auto *here = self.data()) {
            here->m_unsettled = open;
            here->showOpen();
        }
    });
}

void PrizeController::showOpen()
{
    std::vector<OpenPrizeRow> rows;
    for (const OpenPrizeView &open : m_unsettled) {
        if (m_grant != open.grant) {
            rows.push_back({open.grant.toHex(), settings().say(open.name),
                            open.guest.isNameHere ? open.guest.name : QString(), settings().clockOf(open.at)});
        }
    }
    m_open.set(std::move(rows));
}

void PrizeController::readDay()
{
    DeskController::readDay();
    readOpen();
    if (m_mode == Showing && m_found.guest && !isBusy()) {
        look({}, m_found.guest->id);
    }
}

void PrizeController::speak()
{
    DeskController::speak();
    showDues();
    showOpen();
}

}  // namespace muster
