#pragma once
#include "tests/e2e/cables.h"
#include "tests/e2e/muster_process.h"
#include "tests/support/temp_dir.h"

#include <QJsonArray>
#include <QSet>

#include <map>
#include <memory>

namespace muster::test {

/// A venue of real processes on loopback, or on cables that can be pulled: an event made from the sample plan (its
/// first guests, any hour of today unless asked), a coordinator, devices.
class EventRig {
public:
    enum class Approval { ByItself, ByHand };
    enum class Zones { AsPlanned, Open };  ///< Open: no capacity. A kiosk that is cut off has few places to give.
    enum class Hours { Any, AsPlanned };   ///< As planned: a test that moves the clock (HallClock).
    /// What differs from the sample: a piece of one sheet.
    struct Edit {
        QString sheet;
        QByteArray from;
        QByteArray to;
    };

    /// The first @p guestsMax of the sample's list who may come in; it begins with subscribers "RC0001-…".
    explicit EventRig(int guestsMax = 100, Zones zones = Zones::AsPlanned, const std::vector<Edit> &edits = {},
                      Hours hours = Hours::Any);

    /// Devices that start from now on stand at cables; where the machine has no namespaces, at loopback still.
    void wire();
    [[nodiscard]] bool isWired() const { return m_cables != nullptr; }
    /// Pulls the cables of @p names: nobody is told, on neither end. At loopback those devices are told to hang up.
    void cut(const QStringList &names);
    /// Everybody is at one switch again.
    void heal();
    /// The hall falls apart in two: @p others reach each other, and nobody else. Only with cables.
    void split(const QStringList &others);

    /// Starts the coordinator; on the port of before, if it ran before.
    void startHub(Approval approval = Approval::ByItself, const QString &listen = {});
    [[nodiscard]] MusterProcess &hub() { return *m_hub; }
    [[nodiscard]] QString enrolUri() const { return m_uri; }

    /// Starts the kiosk of folder @p name at station @p name, enrolling it at its first start. Without frames it stays.
    MusterProcess &startKiosk(const QString &name, const QString &frames = {}, const QStringList &wrapper = {});
    /// Starts a device of folder @p name in @p role, enrolling it at its first start; at @p station, or where the hub
    /// puts it.
    MusterProcess &startDevice(const QString &role, const QString &name, const QString &station = {},
                               const QStringList &more = {});
    /// Starts devices in @p role at the @p stations that they are named after; each gets what it is to hold.
    void open(const QString &role, const QStringList &stations);
    [[nodiscard]] MusterProcess &device(const QString &name) { return *m_devices.at(name); }
    /// Waits until the device is linked and has the list.
    [[nodiscard]] bool isReady(const QString &name);
    /// Where a device listens that is to be reached: "ADDRESS:0".
    [[nodiscard]] QString listenOf(const QString &name);
    /// What a program is started with to stand at its place: nothing at loopback.
    [[nodiscard]] QStringList wrapperOf(const QString &name);

    /// Of a device, or any other name in the rig's own folder.
    [[nodiscard]] QString folder(const QString &name) const { return m_dir.file(name); }
    /// Codes of the list, in its order.
    [[nodiscard]] const QStringList &codes() const { return m_codes; }
    /// A new folder @p name with pictures of the tickets of @p codes, to be shown in that order.
    QString deal(const QString &name, const QStringList &codes);

    /// `muster ARGS --data <folder of name>`; "hub" is the coordinator.
    [[nodiscard]] Said at(const QString &name, const QStringList &args) const;
    /// `muster do ARGS --data <folder of name>`.
    [[nodiscard]] Said act(const QString &name, const QStringList &args) const;
    [[nodiscard]] Said signIn(const QString &name, const QString &code, const QStringList &more = {}) const;
    [[nodiscard]] QJsonObject status(const QString &name) const;
    /// Whether all of @p names show the same state, and not an empty one.
    [[nodiscard]] bool areEqual(const QStringList &names) const;
    /// Waits until they do; then each must be sound, and have @p conflicts open.
    void mustConverge(const QStringList &names, int conflicts) const;
    /// Whether the journal of @p name is sound by its own word.
    [[nodiscard]] bool isSound(const QString &name) const;
    /// Whether any file in the folder of @p name holds @p words, as a thief would look for them.
    [[nodiscard]] bool isInFilesOf(const QString &name, const QByteArray &words) const;
    /// The row of the device at @p station in the hub's status.
    [[nodiscard]] QJsonObject deviceAtHub(const QString &station) const;

private:
    MusterProcess &start(const QString &name, QStringList args, const QStringList &wrapper);

    TempDir m_dir;
    std::unique_ptr<Cables> m_cables;
    QStringList m_cut;
    QStringList m_codes;
    QStringList m_keys;
    QString m_uri;
    std::unique_ptr<MusterProcess> m_hub;
    std::map<QString, std::unique_ptr<MusterProcess>> m_devices;
};

[[nodiscard]] inline QString outcome(const Said &said) { return said.json.value(q("outcome")).toString(); }
/// The rule that said no.
[[nodiscard]] inline QString why(const Said &said) { return said.json.value(q("reason")).toString(); }
[[nodiscard]] inline QString number(const Said &said) { return said.json.value(q("number")).toString(); }
/// True if the hub was not asked. Fails the test of an answer that does not say.
[[nodiscard]] bool isProvisional(const Said &said);
/// How many are in the venue; -1 if that is not known.
[[nodiscard]] int headcount(const QJsonObject &day);
[[nodiscard]] int openConflicts(const QJsonObject &day);
[[nodiscard]] QJsonArray conflictsOf(const QJsonObject &day);  ///< The open ones.
/// Codes of whom @p lines of one kiosk let in; fails the test if it let one in twice.
[[nodiscard]] QSet<QString> admittedIn(const QList<QJsonObject> &lines);
[[nodiscard]] bool isCutOff(const QJsonObject &day);
[[nodiscard]] bool hasAlert(const QJsonObject &day, const QString &kind);

}  // namespace muster::test
