#pragma once
#include "tests/e2e/muster_process.h"

#include <map>
#include <memory>

namespace muster::test {

/// The cables of a venue: every device in a network namespace of its own, at a switch that the test makes.
///
/// Why it exists: a cable that is pulled tells nobody. Links stay open and half dead, packets vanish; what a device
/// that cuts itself off by command never sees.
///
/// Needs `unshare`, `nsenter` and `ip`, and user namespaces, but no rights: where the machine has not got them,
/// areThere() is false. Everything ends with this object, or with its process.
class Cables {
public:
    enum class Hall { Main, Other };  ///< Two switches that are not joined.

    Cables();
    ~Cables();
    Cables(const Cables &) = delete;
    Cables &operator=(const Cables &) = delete;

    [[nodiscard]] bool areThere() const { return m_floor != nullptr; }
    /// What a program is started with, so that it is at the end of the cable of @p name: plugged in at first.
    [[nodiscard]] QStringList wrapper(const QString &name);
    /// Of the device @p name, on its cable.
    [[nodiscard]] QString address(const QString &name);
    void pull(const QString &name);
    void plug(const QString &name, Hall hall = Hall::Main);

private:
    struct Cable;
    [[nodiscard]] Cable &cable(const QString &name);
    /// Runs @p script where the switches are.
    void run(const QString &script) const;

    std::unique_ptr<QProcess> m_floor;  ///< Holds the namespace of the switches.
    std::map<QString, std::unique_ptr<Cable>> m_cables;
};

}  // namespace muster::test
