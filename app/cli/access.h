#pragma once
#include "app/node/node.h"

namespace muster::cli {

class DeviceWindow;

/// A device as commands reach it: the one that runs, or the one that lies idle in its folder. Commands are written
/// once, against this.
///
/// Threading: that of its device's owner; callbacks come there too, and may come from inside the call.
class Access {
public:
    using Told = std::function<void(const Answer &)>;

    Access() = default;
    virtual ~Access() = default;
    Access(const Access &) = delete;
    Access &operator=(const Access &) = delete;

    virtual void submit(Act act, Told told) = 0;
    /// Runs @p work with the device on the device's own thread, then @p done here. Keep it short: acts wait meanwhile.
    virtual void call(std::function<void(LocalDevice &)> work, std::function<void()> done) = 0;
    /// Runs @p work where neither device nor window waits for it, then @p done here.
    virtual void aside(std::function<void()> work, std::function<void()> done) = 0;
    /// The running node, for what only it can do; null for an idle folder.
    [[nodiscard]] virtual Node *node() { return nullptr; }
    /// The window of the running device. Refused where there is none.
    [[nodiscard]] virtual Result<DeviceWindow *> window();
};

/// The device of a folder that nothing runs on. Everything happens at once.
class IdleAccess final : public Access {
public:
    explicit IdleAccess(LocalDevice &local) : m_local(local) {}

    void submit(Act act, Told told) override;
    void call(std::function<void(LocalDevice &)> work, std::function<void()> done) override;
    void aside(std::function<void()> work, std::function<void()> done) override;

private:
    LocalDevice &m_local;
};

/// The device of this process.
class NodeAccess final : public Access {
public:
    /// Null while the device has no window.
    using Window = std::function<DeviceWindow *()>;

    NodeAccess(Node &node, Window window) : m_node(node), m_window(std::move(window)) {}

    void submit(Act act, Told told) override;
    void call(std::function<void(LocalDevice &)> work, std::function<void()> done) override;
    void aside(std::function<void()> work, std::function<void()> done) override;
    [[nodiscard]] Node *node() override { return &m_node; }
    [[nodiscard]] Result<DeviceWindow *> window() override;

private:
    Node &m_node;
    Window m_window;
};

}  // namespace muster::cli
