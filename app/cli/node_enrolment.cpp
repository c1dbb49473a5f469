#include "app/cli/node_enrolment.h"

#include "app/net/enrolment_messages.h"

namespace muster::cli {
namespace {

/// A node's failures as a screen tells them apart. 0: the code itself was not understood; below: this device's disk.
EnrolmentFailure failureOf(int failure)
{
    if (failure < 0) {
        return EnrolmentFailure::Storage;
    }
    switch (net::EnrolmentFailure(failure)) {
    case net::EnrolmentFailure::WrongToken:
    case net::EnrolmentFailure::TokenUsed:
    case net::EnrolmentFailure::WindowClosed:
    case net::EnrolmentFailure::TimedOut: return EnrolmentFailure::Expired;
    case net::EnrolmentFailure::Unreachable:
    case net::EnrolmentFailure::Busy: return EnrolmentFailure::Unreachable;
    case net::EnrolmentFailure::WrongHub:
    case net::EnrolmentFailure::Protocol: return EnrolmentFailure::WrongHub;
    case net::EnrolmentFailure::Refused:
    case net::EnrolmentFailure::ShutOut: return EnrolmentFailure::Refused;
    case net::EnrolmentFailure::CodeDenied: return EnrolmentFailure::CodesDiffer;
    }
    return EnrolmentFailure::BadUri;
}

}  // namespace

NodeEnrolment::NodeEnrolment(Node &node) : m_node(node)
{
    connect(&node, &Node::enrolmentNews, this, [this](const EnrolmentNews &news) {
        switch (news.kind) {
        case EnrolmentNews::Kind::Comparing: Q_EMIT comparing(news.code); break;
        case EnrolmentNews::Kind::Waiting: Q_EMIT waiting(news.code); break;
        case EnrolmentNews::Kind::Enrolled: Q_EMIT enrolled(); break;
        case EnrolmentNews::Kind::Failed: Q_EMIT failed(failureOf(news.failure)); break;
        }
    });
}

}  // namespace muster::cli
