#pragma once
#include "app/models/enrolment_port.h"
#include "app/node/node.h"

namespace muster::cli {

/// The enrolment screen's door to the node.
class NodeEnrolment final : public EnrolmentPort {
    Q_OBJECT

public:
    explicit NodeEnrolment(Node &node);

    void start(const QString &where) override { m_node.enrol(where); }
    void confirm(const QString &checkCode) override { m_node.confirmCode(checkCode); }
    void deny() override { m_node.denyCode(); }
    void cancel() override { m_node.cancelEnrolment(); }

private:
    Node &m_node;
};

}  // namespace muster::cli
