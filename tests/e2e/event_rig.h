#pragma once
#include "tests/e2e/muster_process.h"
#include "tests/support/temp_dir.h"

#include <map>
#include <memory>

namespace muster::test {

/// A venue of real processes on loopback: an event made from the sample plan (its first guests, any hour of today), a
/// coordinator, kiosks.
class EventRig {
public:
    /// @p guestsMax rows of the sample's list, which begins with subscribers "RC0001" …
    explicit EventRig(int guestsMax = 100);

    /// Starts the coordinator; on the port of before, if it ran before.
    void startHub();
    [[nodiscard]] MusterProcess &hub() { return *m_hub; }
    [[nodiscard]] QString enrolUri() const { return m_uri; }

    /// Starts the kiosk of folder @p name at station @p name, enrolling it at its first start. Without frames it stays.
    MusterProcess &startKiosk(const QString &name, const QString &frames = {}, const QStringList &wrapper = {});
    [[nodiscard]] MusterProcess &kiosk(const QString &name) { return *m_kiosks.at(name); }
    /// Waits until the kiosk is linked and has the list.
    [[nodiscard]] bool isReady(const QString &name);

    [[nodiscard]] QString folder(const QString &name) const { return m_dir.file(name); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.file(name); }
    /// Codes of the list, in its order.
    [[nodiscard]] const QStringList &codes() const { return m_codes; }

    /// `muster ARGS --data <folder of name>`; "hub" is the coordinator.
    [[nodiscard]] Said at(const QString &name, const QStringList &args) const;
    [[nodiscard]] Said signIn(const QString &name, const QString &code, const QStringList &more = {}) const;
    [[nodiscard]] QJsonObject status(const QString &name) const;
    /// Whether all of @p names show the same state, and not an empty one.
    [[nodiscard]] bool areEqual(const QStringList &names) const;
    /// The row of the device at @p station in the hub's status.
    [[nodiscard]] QJsonObject deviceAtHub(const QString &station) const;

private:
    TempDir m_dir;
    QStringList m_codes;
    QString m_uri;
    std::unique_ptr<MusterProcess> m_hub;
    std::map<QString, std::unique_ptr<MusterProcess>> m_kiosks;
};

[[nodiscard]] inline QString outcome(const Said &said) { return said.json.value(QStringLiteral("outcome")).toString(); }

}  // namespace muster::test
