#pragma once
#include "tests/support/seeded_random.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace muster::test {

/// A disk in memory under SQLite (as a VFS), which fails as disks do, from a seed.
///
/// Why it exists: what was told must survive a power cut, a full disk and a failing fsync; none of these can be had
/// from a real disk on demand.
///
/// Guarantees
///  - What was synced survives crash(). Of what was written since, any sectors may survive and any may not.
///  - After a failed sync the pages only look clean, as on ext4: later syncs do not save them.
///  - Every handle that was open at crash() is dead: it can neither read nor write any more.
/// Limits: one database connection to a file at a time (locks are not kept).
/// Threading: one thread.
class FaultDisk {
public:
    static constexpr qint64 sectorSize = 512;

    struct Sectors {
        QByteArray bytes;          ///< What readers see.
        QByteArray durable;        ///< What survives a crash for sure.
        std::vector<qint64> late;  ///< Said to be synced, and durable at the next sync only.
        /// Numbers of the sectors that differ and may yet be synced or survive by chance, ascending.
        std::vector<qint64> unsynced;
        bool isLengthSynced = true;
    };
    /// A copy of a whole disk as it lies there: to restore an old one, or to clone it.
    using Image = std::map<QByteArray, QByteArray>;

    explicit FaultDisk(quint64 seed);
    ~FaultDisk();
    FaultDisk(const FaultDisk &) = delete;
    FaultDisk &operator=(const FaultDisk &) = delete;

    /// To be given as Journal::Options::vfs.
    [[nodiscard]] QString vfsName() const { return m_name; }

    void setFreeBytes(std::optional<qint64> bytes) { m_freeBytes = bytes; }
    enum class Fault { Once, Lasting };
    /// The write (sync) after so many more fails with EIO; if lasting, all after it until the fault is lifted.
    void failWritesAfter(std::optional<qint64> count, Fault fault = Fault::Lasting)
    {
        m_writesLeft = count;
        m_fault = fault;
    }
    void failSyncsAfter(std::optional<qint64> count, Fault fault = Fault::Lasting)
    {
        m_syncsLeft = count;
        m_fault = fault;
    }
    void failReads(bool isFailing) { m_isFailingReads = isFailing; }
    /// A disk that says "synced" and is not: what cheap ones do, and what nobody can survive.
    void lieAboutSyncs(bool isLying) { m_isLying = isLying; }
    /// A disk with a cache of its own: what it says is synced is durable one sync later.
    void syncLate(bool isLate) { m_isLate = isLate; }

    /// The power goes.
    void crash();
    /// Where power goes at the n-th write or sync from now on: a write that is cut is torn.
    void crashAfter(std::optional<qint64> steps) { m_stepsLeft = steps; }
    [[nodiscard]] bool hasCrashed() const { return m_hasCrashed; }
    /// After a crash that crashAfter() brought: the machine starts again.
    void powerOn() { m_hasCrashed = false; }

    [[nodiscard]] Image image() const;
    void restore(const Image &image);
    /// Flips one bit of @p file behind everybody's back. False if there is no such byte.
    bool flipBit(const QByteArray &file, qint64 bit);
    [[nodiscard]] qint64 size(const QByteArray &file) const;
    [[nodiscard]] qint64 syncCount() const { return m_syncCount; }
    [[nodiscard]] qint64 writeCount() const { return m_writeCount; }

private:
    friend struct FaultFile;
    struct Vfs;

    /// SQLITE_OK, or how this write (sync) fails.
    int mayWrite(qint64 growth);
    int maySync();
    bool stepsOut();

    QString m_name;
    std::unique_ptr<Vfs> m_vfs;
    SeededRandom m_random;
    std::map<QByteArray, std::shared_ptr<Sectors>> m_files;
    quint64 m_life = 0;  ///< Counts crashes; handles of an earlier life are dead.
    std::optional<qint64> m_freeBytes;
    Fault m_fault = Fault::Lasting;
    std::optional<qint64> m_writesLeft;
    std::optional<qint64> m_syncsLeft;
    std::optional<qint64> m_stepsLeft;
    bool m_isFailingReads = false;
    bool m_isLying = false;
    bool m_isLate = false;
    bool m_hasCrashed = false;
    qint64 m_syncCount = 0;
    qint64 m_writeCount = 0;
};

}  // namespace muster::test
