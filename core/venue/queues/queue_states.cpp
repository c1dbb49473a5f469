#include "core/venue/queues/queue_states.h"

#include <QtGlobal>

namespace muster::queues {

bool isLegal(Phase phase, Step step)
{
    switch (step) {
    case Step::Called:
        return phase == Phase::Waiting || phase == Phase::Ready || phase == Phase::Parked || phase == Phase::Missed ||
               phase == Phase::Batched;
    case Step::Recall: return phase == Phase::Called || phase == Phase::Held;
    case Step::Arrive: return phase == Phase::Called || phase == Phase::Batched;
    case Step::NoShow: return phase == Phase::Called || phase == Phase::Batched || phase == Phase::Held;
    case Step::Hold: return phase == Phase::Called || phase == Phase::Serving;
    case Step::Park: return isAtCounter(phase) || phase == Phase::Waiting || phase == Phase::Ready;
    case Step::Resume: return phase == Phase::Held || phase == Phase::Parked;
    case Step::Transfer: return !isOver(phase) || phase == Phase::Missed;
    case Step::Finish: return isAtCounter(phase);
    case Step::Cancel: return !isOver(phase) || phase == Phase::Missed;
    case Step::Batched: return phase == Phase::Waiting;
    case Step::Rescued: return !isOver(phase);
    }
    Q_UNREACHABLE();
}

bool isAtCounter(Phase phase) { return phase == Phase::Called || phase == Phase::Serving || phase == Phase::Held; }

bool isOver(Phase phase) { return phase == Phase::Missed || phase == Phase::Done || phase == Phase::Cancelled; }

QString toString(Phase phase)
{
    switch (phase) {
    case Phase::Waiting: return QStringLiteral("waiting");
    case Phase::Ready: return QStringLiteral("ready");
    case Phase::Batched: return QStringLiteral("batched");
    case Phase::Called: return QStringLiteral("called");
    case Phase::Serving: return QStringLiteral("serving");
    case Phase::Held: return QStringLiteral("held");
    case Phase::Parked: return QStringLiteral("parked");
    case Phase::Missed: return QStringLiteral("missed");
    case Phase::Done: return QStringLiteral("done");
    case Phase::Cancelled: return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

QString toString(Step step)
{
    switch (step) {
    case Step::Called: return QStringLiteral("called");
    case Step::Recall: return QStringLiteral("recall");
    case Step::Arrive: return QStringLiteral("arrive");
    case Step::NoShow: return QStringLiteral("no_show");
    case Step::Hold: return QStringLiteral("hold");
    case Step::Park: return QStringLiteral("park");
    case Step::Resume: return QStringLiteral("resume");
    case Step::Transfer: return QStringLiteral("transfer");
    case Step::Finish: return QStringLiteral("finish");
    case Step::Cancel: return QStringLiteral("cancel");
    case Step::Batched: return QStringLiteral("batched");
    case Step::Rescued: return QStringLiteral("rescued");
    }
    Q_UNREACHABLE();
}

}  // namespace muster::queues
