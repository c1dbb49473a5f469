#pragma once
#include "app/cli/command_line.h"

namespace muster::cli {

/// Carries out device commands: by the device that runs on the folder, else on the idle folder itself, which then
/// stays open (and locked) as long as this object lives.
class DeviceCaller {
public:
    explicit DeviceCaller(QString data) : m_folder(std::move(data)) {}

    /// @p args as a person would type them.
    [[nodiscard]] Reply call(const QStringList &args);

private:
    DataFolder m_folder;
    std::unique_ptr<LocalDevice> m_idle;
};

}  // namespace muster::cli
