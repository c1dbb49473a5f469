#pragma once
#include "app/cli/reply.h"
#include "app/node/node.h"

#include <set>

namespace muster::cli {

/// What a coordinator prints: the code for new devices whenever there is another one, who was let in, and whether it
/// became the hub or is it no more.
class HubLines final : public QObject {
    Q_OBJECT

public:
    /// @p folder: the coordinator's own, for the commands that the lines advise.
    HubLines(const Console &console, Node &node, QString folder);

    /// Lets new devices ask as soon as this device is the hub.
    void setOpening(bool isOpening) { m_isOpening = isOpening; }

private:
    void tellTurn();
    void tellUri();
    void tellDevices();

    const Console &m_console;
    Node &m_node;
    QString m_folder;
    QString m_uri;
    bool m_isOpening = false;
    std::optional<bool> m_isHub;  ///< Unset: not known yet.
    std::set<QString> m_waiting;
    std::optional<std::set<DeviceId>> m_known;  ///< Unset: the first look is yet to come.
};

}  // namespace muster::cli
