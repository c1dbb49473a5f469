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
    enum class Approval { ByItself, ByHand };
    enum class Zones { AsPlanned, Open };  ///< Open: no capacity. A kiosk that is cut off has few places to give.

    /// The first @p guestsMax of the sample's list who may come in; it begins with subscribers "RC0001-…".
    explicit EventRig(int guestsMax = 100, Zones zones = Zones::AsPlanned);

    /// Starts the coordinator; on the port of before, if it ran before.
    void startHub(Approval approval = Approval::ByItself, const QString &listen = q("127.0.0.1:0"));
    [[nodiscard]] MusterProcess &hub() { return *m_hub; }
    [[nodiscard]] QString enrolUri() const { return m_uri; }

    /// Starts the kiosk of folder @p name at station @p name, enrolling it at its first start. Without frames it stays.
    MusterProcess &startKiosk(const QString &name, const QString &frames = {}, const QStringList &wrapper = {});
    [[nodiscard]] MusterProcess &kiosk(const QString &name) { return *m_kiosks.at(name); }
    /// Waits until the kiosk is linked and has the list.
    [[nodiscard]] bool isReady(const QString &name);

    /// Of a device, or any other name in the rig's own folder.
    [[nodiscard]] QString folder(const QString &name) const { return m_dir.file(name); }
    /// Codes of the list, in its order.
    [[nodiscard]] const QStringList &codes() const { return m_codes; }
    /// A new folder @p name with pictures of the tickets of @p codes, to be shown in that order.
    QString deal(const QString &name, const QStringList &codes);

    /// `muster ARGS --data <folder of name>`; "hub" is the coordinator.
    [[nodiscard]] Said at(const QString &name, const QStringList &args) const;
    [[nodiscard]] Said signIn(const QString &name, const QString &code, const QStringList &more = {}) const;
    [[nodiscard]] QJsonObject status(const QString &name) const;
    /// Whether all of @p names show the same state, and not an empty one.
    [[nodiscard]] bool areEqual(const QStringList &names) const;
    /// Whether the journal of @p name is sound by its own word.
    [[nodiscard]] bool isSound(const QString &name) const;
    /// The row of the device at @p station in the hub's status.
    [[nodiscard]] QJsonObject deviceAtHub(const QString &station) const;

private:
    TempDir m_dir;
    QStringList m_codes;
    QStringList m_keys;
    QString m_uri;
    std::unique_ptr<MusterProcess> m_hub;
    std::map<QString, std::unique_ptr<MusterProcess>> m_kiosks;
};

[[nodiscard]] inline QString outcome(const Said &said) { return said.json.value(q("outcome")).toString(); }
/// How many are in the venue; -1 if that is not known.
[[nodiscard]] int headcount(const QJsonObject &day);
[[nodiscard]] int openConflicts(const QJsonObject &day);
[[nodiscard]] bool isCutOff(const QJsonObject &day);
[[nodiscard]] bool hasAlert(const QJsonObject &day, const QString &kind);

}  // namespace muster::test
