#pragma once
#include "app/models/enrolment_port.h"
#include "app/models/paper_port.h"
#include "app/node/port.h"

#include <QTimer>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace muster::test {

/// A node that answers as it is told to, never from inside the call, and remembers what it was asked.
class FakeNode final : public NodePort {
public:
    std::function<Answer(const Act &)> decide = [](const Act &) { return Answer{}; };
    std::vector<Act> acts;
    std::vector<GuestView> found;
    std::vector<SignInView> latestHere;
    RollCall inside;
    CounterDeskView desk;
    queue_board::Board calls;
    PrizeGuestView dues;
    std::vector<OpenPrizeView> unsettled;
    std::vector<IncidentView> incidents;  ///< With their entries.
    staff::SignOns signs;
    QStringList rollZones;
    QStringList searches;
    QStringList looked;  ///< Whose prizes were asked for.
    QStringList approved;
    QStringList compared;  ///< With what code each was approved.
    QStringList typed;
    QStringList refused;
    bool isSilent = false;  ///< Answers nothing until release().

    void submit(Act act, Told told) override
    {
        acts.push_back(act);
        reply([this, act = std::move(act), told = std::move(told)] {
            Answer answer = decide(act);
            answer.request = act.request;
            told(answer);
        });
    }
    void search(const QString &words, Found told) override
    {
        searches.append(words);
        reply([this, told = std::move(told)] { told(found); });
    }
    void recent(int countMax, std::function<void(const std::vector<SignInView> &)> told) override
    {
        QTimer::singleShot(0, this, [this, countMax, told = std::move(told)] {
            auto first = latestHere;
            first.resize(std::min(first.size(), std::size_t(countMax)));
            told(first);
        });
    }
    void rollCall(const QString &zone, std::function<void(const RollCall &)> told) override
    {
        rollZones.append(zone);
        reply([this, told = std::move(told)] { told(inside); });
    }
    void groupOf(const GuestId &, Found told) override
    {
        reply([told = std::move(told)] { told({}); });
    }
    void counterDesk(std::function<void(const CounterDeskView &)> told) override
    {
        reply([this, told = std::move(told)] { told(desk); });
    }
    void board(std::function<void(const queue_board::Board &)> told) override
    {
        reply([this, told = std::move(told)] { told(calls); });
    }
    void prizesFor(const QByteArray &payload, const std::optional<GuestId> &,
                   std::function<void(const PrizeGuestView &)> told) override
    {
        looked.append(QString::fromUtf8(payload));
        reply([this, told = std::move(told)] { told(dues); });
    }
    void openPrizes(std::function<void(const std::vector<OpenPrizeView> &)> told) override
    {
        reply([this, told = std::move(told)] { told(unsettled); });
    }
    void signOns(std::function<void(const staff::SignOns &)> told) override
    {
        reply([this, told = std::move(told)] { told(signs); });
    }
    void incident(const QString &number, std::function<void(const IncidentView &)> told) override
    {
        reply([this, number, told = std::move(told)] {
            const auto entry = std::ranges::find(incidents, number, &IncidentView::number);
            told(entry == incidents.end() ? IncidentView() : *entry);
        });
    }
    void approve(const QString &candidate, const QString &code) override
    {
        approved.append(candidate);
        compared.append(code);
    }
    void refuse(const QString &candidate) override { refused.append(candidate); }
    void openEnrolment() override
    {
        setEnrolUri(QStringLiteral("muster://192.168.8.10:7447/enrol?ca=5f3a9c1e&t=7d1e04b2c9"));
    }
    void closeEnrolment() override { setEnrolUri({}); }
    [[nodiscard]] QString enrolUri() const override { return m_enrolUri; }
    [[nodiscard]] QStringList enrolAddresses() const override
    {
        return m_enrolUri.isEmpty()
                   ? QStringList()
                   : QStringList{QStringLiteral("192.168.8.10:40123"), QStringLiteral("10.20.0.4:40123")};
    }
    [[nodiscard]] QStringList typedCandidates() const override { return typed; }
    [[nodiscard]] Identity identity() const override { return m_identity; }
    [[nodiscard]] DayView day() const override { return m_day; }
    [[nodiscard]] WallTime now() const override { return m_now; }
    void reportTrouble(const QString &) override {}

    void setIdentity(Identity identity)
    {
        m_identity = std::move(identity);
        Q_EMIT identityChanged();
    }
    void setDay(DayView day)
    {
        m_day = std::move(day);
        Q_EMIT dayChanged();
        Q_EMIT linkChanged();
    }
    void setNow(WallTime now) { m_now = now; }
    void failAct(const QString &what) { Q_EMIT actFailed(what); }
    void failStorage() { Q_EMIT storageFailed(QStringLiteral("disk full")); }
    void recoverStorage() { Q_EMIT storageRecovered(); }
    /// Gives every answer that was held back.
    void release()
    {
        isSilent = false;
        for (const auto &held : std::exchange(m_held, {})) {
            held();
        }
    }

private:
    void setEnrolUri(const QString &uri)
    {
        m_enrolUri = uri;
        Q_EMIT enrolUriChanged();
    }
    void reply(std::function<void()> answer)
    {
        if (isSilent) {
            m_held.push_back(std::move(answer));
        } else {
            QTimer::singleShot(0, this, std::move(answer));
        }
    }

    Identity m_identity;
    DayView m_day;
    WallTime m_now{};
    QString m_enrolUri;
    std::vector<std::function<void()>> m_held;
};

/// An enrolment that goes as it is told to.
class FakeEnrolment final : public EnrolmentPort {
public:
    QStringList started;
    QStringList confirmed;
    int denied = 0;
    int cancelled = 0;
    QStringList asked;  ///< All of it, in order.

    void start(const QString &where) override
    {
        started.append(where);
        asked.append(QStringLiteral("start ") + where);
    }
    void confirm(const QString &checkCode) override
    {
        confirmed.append(checkCode);
        asked.append(QStringLiteral("confirm ") + checkCode);
    }
    void deny() override
    {
        ++denied;
        asked.append(QStringLiteral("deny"));
    }
    void cancel() override
    {
        ++cancelled;
        asked.append(QStringLiteral("cancel"));
    }
    void compare(const QString &code) { Q_EMIT comparing(code); }
    void wait(const QString &code) { Q_EMIT waiting(code); }
    void finish() { Q_EMIT enrolled(); }
    void fail(EnrolmentFailure why) { Q_EMIT failed(why); }
};

/// A press that remembers what it was asked, and says what it is told to.
class FakePaper final : public PaperPort {
public:
    QStringList languages;
    std::optional<PaperNews::Outcome> answer;  ///< Given by itself; unset: waits for tell().

    void print(const QString &language) override
    {
        languages.append(language);
        if (answer) {
            QTimer::singleShot(0, this, [this] { tell(*answer); });
        }
    }
    void tell(PaperNews::Outcome outcome)
    {
        const bool isWritten = outcome != PaperNews::Outcome::NotWritten;
        Q_EMIT told({outcome, isWritten ? QStringLiteral("/data/paper/state-20261128-0958.pdf") : QString(),
                     QStringLiteral("the system's words")});
    }
    void miss() { Q_EMIT missed({PaperNews::Outcome::NotWritten, {}, QStringLiteral("disk full")}); }
};

}  // namespace muster::test
