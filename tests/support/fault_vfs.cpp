#include "tests/support/fault_vfs.h"

#include <algorithm>
#include <cstring>
#include <sqlite3.h>
#include <vector>

namespace muster::test {

/// What SQLite holds of an open file.
struct FaultFile {
    sqlite3_file base;
    FaultDisk *disk;
    quint64 life;
    std::shared_ptr<FaultDisk::Sectors> *sectors;
    std::vector<std::vector<char>> *sharedMemory;
    QByteArray *deleteOnClose;

    static FaultFile *of(sqlite3_file *file) { return reinterpret_cast<FaultFile *>(file); }  // NOLINT: SQLite's way
    [[nodiscard]] bool isDead() const { return life != disk->m_life || disk->m_hasCrashed; }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags);
    static int close(sqlite3_file *file);
    static int read(sqlite3_file *file, void *into, int size, sqlite3_int64 offset);
    static int write(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset);
    static int truncate(sqlite3_file *file, sqlite3_int64 size);
    static int sync(sqlite3_file *file, int flags);
    static int fileSize(sqlite3_file *file, sqlite3_int64 *size);
    static int mapMemory(sqlite3_file *file, int region, int size, int isExtending, volatile void **memory);
};

namespace {

int yes(sqlite3_file *, int) { return SQLITE_OK; }
int notReserved(sqlite3_file *, int *isReserved)
{
    *isReserved = 0;
    return SQLITE_OK;
}
int control(sqlite3_file *, int, void *) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file *) { return int(FaultDisk::sectorSize); }
int characteristics(sqlite3_file *) { return 0; }
int lockMemory(sqlite3_file *, int, int, int) { return SQLITE_OK; }
void barrier(sqlite3_file *) {}
int unmapMemory(sqlite3_file *, int) { return SQLITE_OK; }

/// Marks the sectors of [offset, offset + size) as not yet synced.
void touch(FaultDisk::Sectors &sectors, qint64 offset, qint64 size)
{
    for (qint64 i = offset / FaultDisk::sectorSize; i * FaultDisk::sectorSize < offset + size; ++i) {
        const auto at = std::ranges::lower_bound(sectors.unsynced, i);
        if (at == sectors.unsynced.end() || *at != i) {
            sectors.unsynced.insert(at, i);
        }
    }
}

const sqlite3_io_methods methods = {2,
                                    FaultFile::close,
                                    FaultFile::read,
                                    FaultFile::write,
                                    FaultFile::truncate,
                                    FaultFile::sync,
                                    FaultFile::fileSize,
                                    yes,
                                    yes,
                                    notReserved,
                                    control,
                                    sectorSize,
                                    characteristics,
                                    FaultFile::mapMemory,
                                    lockMemory,
                                    barrier,
                                    unmapMemory,
                                    nullptr,
                                    nullptr};

}  // namespace

struct FaultDisk::Vfs {
    sqlite3_vfs base{};
    QByteArray name;

    static FaultDisk &disk(sqlite3_vfs *vfs) { return *static_cast<FaultDisk *>(vfs->pAppData); }
    static int remove(sqlite3_vfs *vfs, const char *name, int)
    {
        // Directory entries are taken as durable at once: SQLite's own order of syncs does not lean on them in WAL
        // mode.
        return disk(vfs).m_files.erase(name) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
    }
    static int access(sqlite3_vfs *vfs, const char *name, int, int *result)
    {
        *result = disk(vfs).m_files.contains(name) ? 1 : 0;
        return SQLITE_OK;
    }
    static int fullPath(sqlite3_vfs *, const char *name, int size, char *into)
    {
        sqlite3_snprintf(size, into, "%s", name);
        return SQLITE_OK;
    }
    static int randomness(sqlite3_vfs *vfs, int size, char *into)
    {
        disk(vfs).m_random.fill({reinterpret_cast<quint8 *>(into), std::size_t(size)});  // NOLINT: bytes are bytes
        return size;
    }
    static int sleep(sqlite3_vfs *, int microseconds) { return microseconds; }
    static int now(sqlite3_vfs *, double *day)
    {
        *day = 2461000.5;
        return SQLITE_OK;
    }
};

FaultDisk::FaultDisk(quint64 seed) : m_vfs(std::make_unique<Vfs>()), m_random(seed)
{
    static quint64 counter = 0;
    m_name = QStringLiteral("fault-disk-%1").arg(++counter);
    m_vfs->name = m_name.toLatin1();
    auto &vfs = m_vfs->base;
    vfs.iVersion = 1;
    vfs.szOsFile = int(sizeof(FaultFile));
    vfs.mxPathname = 512;
    vfs.zName = m_vfs->name.constData();
    vfs.pAppData = this;
    vfs.xOpen = FaultFile::open;
    vfs.xDelete = Vfs::remove;
    vfs.xAccess = Vfs::access;
    vfs.xFullPathname = Vfs::fullPath;
    vfs.xRandomness = Vfs::randomness;
    vfs.xSleep = Vfs::sleep;
    vfs.xCurrentTime = Vfs::now;
    sqlite3_vfs_register(&vfs, 0);
}

FaultDisk::~FaultDisk() { sqlite3_vfs_unregister(&m_vfs->base); }

bool FaultDisk::stepsOut()
{
    if (!m_stepsLeft || (*m_stepsLeft)-- > 0) {
        return false;
    }
    m_stepsLeft.reset();
    return true;
}

int FaultDisk::mayWrite(qint64 growth)
{
    if (m_writesLeft && (*m_writesLeft)-- <= 0) {
        m_writesLeft = m_fault == Fault::Lasting ? std::optional<qint64>(0) : std::nullopt;
        return SQLITE_IOERR_WRITE;
    }
    if (m_freeBytes && growth > *m_freeBytes) {
        return SQLITE_FULL;
    }
    if (m_freeBytes) {
        *m_freeBytes -= growth;
    }
    ++m_writeCount;
    return SQLITE_OK;
}

int FaultDisk::maySync()
{
    ++m_syncCount;
    if (m_syncsLeft && (*m_syncsLeft)-- <= 0) {
        m_syncsLeft = m_fault == Fault::Lasting ? std::optional<qint64>(0) : std::nullopt;
        return SQLITE_IOERR_FSYNC;
    }
    return SQLITE_OK;
}

void FaultDisk::crash()
{
    for (auto &[name, sectors] : m_files) {
        QByteArray survivor = sectors->durable;
        for (const qint64 sector : sectors->unsynced) {
            const qint64 at = sector * sectorSize;
            if (at >= sectors->bytes.size() || m_random.chance(50)) {
                continue;
            }
            const QByteArray bytes = sectors->bytes.mid(at, sectorSize);
            if (survivor.size() < at + bytes.size()) {
                survivor.append(QByteArray(at + bytes.size() - survivor.size(), '\0'));
            }
            survivor.replace(at, bytes.size(), bytes);
        }
        *sectors = {survivor, survivor, {}, {}, true};
    }
    ++m_life;
    m_stepsLeft.reset();
}

FaultDisk::Image FaultDisk::image() const
{
    Image image;
    for (const auto &[name, sectors] : m_files) {
        image[name] = sectors->bytes;
    }
    return image;
}

void FaultDisk::restore(const Image &image)
{
    ++m_life;
    m_files.clear();
    for (const auto &[name, bytes] : image) {
        m_files[name] = std::make_shared<Sectors>(Sectors{bytes, bytes, {}, {}, true});
    }
}

bool FaultDisk::flipBit(const QByteArray &file, qint64 bit)
{
    const auto found = m_files.find(file);
    if (found == m_files.end() || bit / 8 >= found->second->bytes.size()) {
        return false;
    }
    for (auto *bytes : {&found->second->bytes, &found->second->durable}) {
        if (bit / 8 < bytes->size()) {
            (*bytes)[bit / 8] = char((*bytes)[bit / 8] ^ (1 << (bit % 8)));
        }
    }
    return true;
}

qint64 FaultDisk::size(const QByteArray &file) const
{
    const auto found = m_files.find(file);
    return found == m_files.end() ? -1 : found->second->bytes.size();
}

int FaultFile::open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto &disk = *static_cast<FaultDisk *>(vfs->pAppData);
    auto *self = of(file);
    self->base.pMethods = nullptr;
    if (disk.m_hasCrashed) {
        return SQLITE_CANTOPEN;
    }
    const QByteArray key = name == nullptr ? "temporary-" + QByteArray::number(disk.m_random.step()) : QByteArray(name);
    const auto found = disk.m_files.find(key);
    if (found == disk.m_files.end() && (flags & SQLITE_OPEN_CREATE) == 0) {
        return SQLITE_CANTOPEN;
    }
    auto &sectors = disk.m_files[key];
    if (!sectors) {
        sectors = std::make_shared<FaultDisk::Sectors>();
    }
    self->base.pMethods = &methods;
    self->disk = &disk;
    self->life = disk.m_life;
    self->sectors = new std::shared_ptr(sectors);
    self->sharedMemory = new std::vector<std::vector<char>>;
    self->deleteOnClose = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0 ? new QByteArray(key) : nullptr;
    if (outFlags != nullptr) {
        *outFlags = flags;
    }
    return SQLITE_OK;
}

int FaultFile::close(sqlite3_file *file)
{
    auto *self = of(file);
    if (self->deleteOnClose != nullptr) {
        self->disk->m_files.erase(*self->deleteOnClose);
    }
    delete self->deleteOnClose;
    delete self->sectors;
    delete self->sharedMemory;
    self->base.pMethods = nullptr;
    return SQLITE_OK;
}

int FaultFile::read(sqlite3_file *file, void *into, int size, sqlite3_int64 offset)
{
    const auto *self = of(file);
    if (self->isDead() || self->disk->m_isFailingReads) {
        return SQLITE_IOERR_READ;
    }
    const auto &bytes = (*self->sectors)->bytes;
    const qint64 there = std::clamp<qint64>(bytes.size() - offset, 0, size);
    if (there > 0) {
        std::memcpy(into, bytes.constData() + offset, std::size_t(there));
    }
    if (there < size) {
        std::memset(static_cast<char *>(into) + there, 0, std::size_t(size - there));
    }
    return there == size ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int FaultFile::write(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
    auto *self = of(file);
    if (self->isDead()) {
        return SQLITE_IOERR_WRITE;
    }
    auto &sectors = **self->sectors;
    if (self->disk->stepsOut()) {
        // Power goes in the middle of this write: a part of it is on its way.
        const qint64 torn = qint64(self->disk->m_random.below(quint64(size)));
        if (torn > 0) {
            write(file, from, int(torn), offset);
        }
        self->disk->crash();
        self->disk->m_hasCrashed = true;
        return SQLITE_IOERR_WRITE;
    }
    if (const int refused = self->disk->mayWrite(std::max<qint64>(offset + size - sectors.bytes.size(), 0));
        refused != SQLITE_OK) {
        return refused;
    }
    if (sectors.bytes.size() < offset + size) {
        sectors.bytes.append(QByteArray(offset + size - sectors.bytes.size(), '\0'));
    }
    std::memcpy(sectors.bytes.data() + offset, from, std::size_t(size));
    touch(sectors, offset, size);
    return SQLITE_OK;
}

int FaultFile::truncate(sqlite3_file *file, sqlite3_int64 size)
{
    auto *self = of(file);
    if (self->isDead()) {
        return SQLITE_IOERR_TRUNCATE;
    }
    auto &sectors = **self->sectors;
    sectors.bytes.resize(size);
    sectors.isLengthSynced = false;
    return SQLITE_OK;
}

int FaultFile::sync(sqlite3_file *file, int)
{
    auto *self = of(file);
    if (self->isDead()) {
        return SQLITE_IOERR_FSYNC;
    }
    auto &sectors = **self->sectors;
    if (self->disk->stepsOut()) {
        self->disk->crash();
        self->disk->m_hasCrashed = true;
        return SQLITE_IOERR_FSYNC;
    }
    if (const int refused = self->disk->maySync(); refused != SQLITE_OK) {
        sectors.unsynced.clear();  // The kernel believes that they are clean now: they are never written.
        return refused;
    }
    if (self->disk->m_isLying) {
        return SQLITE_OK;
    }
    if (!sectors.isLengthSynced && sectors.durable.size() > sectors.bytes.size()) {
        sectors.durable.resize(sectors.bytes.size());
    }
    if (self->disk->m_isLate) {
        sectors.unsynced.swap(sectors.late);
    }
    for (const qint64 sector : sectors.unsynced) {
        const qint64 at = sector * FaultDisk::sectorSize;
        const qint64 size = std::clamp<qint64>(sectors.bytes.size() - at, 0, FaultDisk::sectorSize);
        if (sectors.durable.size() < at + size) {
            sectors.durable.append(QByteArray(at + size - sectors.durable.size(), '\0'));
        }
        std::memcpy(sectors.durable.data() + at, sectors.bytes.constData() + at, std::size_t(size));
    }
    sectors.unsynced.clear();
    sectors.isLengthSynced = true;
    return SQLITE_OK;
}

int FaultFile::fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    const auto *self = of(file);
    *size = (*self->sectors)->bytes.size();
    return self->isDead() ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

int FaultFile::mapMemory(sqlite3_file *file, int region, int size, int isExtending, volatile void **memory)
{
    auto &regions = *of(file)->sharedMemory;
    if (std::size_t(region) >= regions.size() && isExtending == 0) {
        *memory = nullptr;
        return SQLITE_OK;
    }
    while (regions.size() <= std::size_t(region)) {
        regions.emplace_back(std::size_t(size));
    }
    *memory = regions[std::size_t(region)].data();
    return SQLITE_OK;
}

}  // namespace muster::test
