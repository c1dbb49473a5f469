#pragma once
#include "tests/e2e/event_rig.h"

namespace muster::test {

/// A second coordinator of the rig's event, in folder "standby": it has the event's keys, and a share of what is
/// scarce.
class Standby {
public:
    /// Makes one, beside the running hub of @p rig.
    explicit Standby(EventRig &rig);

    void start(const QStringList &more = {});
    [[nodiscard]] MusterProcess &process() { return *m_process; }
    [[nodiscard]] Said promote(const QStringList &more = {}) const;

private:
    /// No coordinator is let in by itself: somebody at the hub approves it.
    void letIn();

    EventRig &m_rig;
    std::unique_ptr<MusterProcess> m_process;
};

[[nodiscard]] bool isHub(const QJsonObject &day);

}  // namespace muster::test
