#pragma once
#include "app/cli/reply.h"
#include "app/node/node.h"

#include <set>

namespace muster::cli {

/// What a coordinator prints: the code for new devices whenever there is another one, and who was let in.
class HubLines final : public QObject {
    Q_OBJECT

public:
    /// @p folder: the coordinator's own, for the commands that the lines advise.
    HubLines(const Console &console, Node &node, QString folder);

private:
    void tellUri();
    void tellDevices();

    const Console &m_console;
    Node &m_node;
    QString m_folder;
    QString m_uri;
    std::set<QString> m_waiting;
    std::optional<std::set<DeviceId>> m_known;  ///< Unset: the first look is yet to come.
};

}  // namespace muster::cli
