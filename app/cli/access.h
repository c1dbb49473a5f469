#pragma once
#include "app/node/node.h"

namespace muster::cli {

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
    /// Writes a picture of the window. Refused where there is none.
    [[nodiscard]] virtual Status screenshot(const QString &path);
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
    using Screenshot = std::function<Status(const QString &)>;

    NodeAccess(Node &node, Screenshot screenshot) : m_node(node), m_screenshot(std::move(screenshot)) {}

    void submit(Act act, Told told) override;
    void call(std::function<void(LocalDevice &)> work, std::function<void()> done) override;
    void aside(std::function<void()> work, std::function<void()> done) override;
    [[nodiscard]] Node *node() override { return &m_node; }
    [[nodiscard]] Status screenshot(const QString &path) override;

private:
    Node &m_node;
    Screenshot m_screenshot;
};

}  // namespace muster::cli
