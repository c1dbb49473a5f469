#include "core/plan/zip_part.h"

#include "core/plan/limits.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <zip.h>

namespace muster::plan {
namespace {

const QByteArray docType = QByteArrayLiteral("<!DOCTYPE");
constexpr qint64 ratioMattersFromBytes = 1 << 20;

/// One part, unpacked while it is read. XML only: refuses what could hide a document type (entity bombs).
class ZipPart final : public QIODevice {
public:
    explicit ZipPart(zip_file *file) : m_file(file) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    ~ZipPart() override { zip_fclose(m_file); }
    ZipPart(const ZipPart &) = delete;
    ZipPart &operator=(const ZipPart &) = delete;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_isAtEnd; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = zip_fread(m_file, data, zip_uint64_t(maxSize));
        if (count < 0) {
            return stop(QStringLiteral("the archive is damaged"));
        }
        if (count == 0) {
            m_isAtEnd = maxSize > 0;
            return m_isAtEnd ? -1 : 0;
        }
        m_total += count;
        if (m_total > xlsxUnpackedBytesMax) {
            return stop(QStringLiteral("a part unpacks to more than %1 MiB").arg(xlsxUnpackedBytesMax >> 20));
        }
        const QByteArrayView chunk(data, count);
        const bool isStart = m_total == count;
        m_tail += chunk.first(std::min(count, qint64(docType.size()))).toByteArray();  // A mark across two chunks.
        if (chunk.contains(docType) || m_tail.contains(docType) ||
            (isStart && chunk.first(std::min<qint64>(count, 4)).contains('\0'))) {
            return stop(QStringLiteral("it holds a document type or is not UTF-8, as no spreadsheet program writes"));
        }
        m_tail = chunk.last(std::min(count, qint64(docType.size() - 1))).toByteArray();
        return count;
    }
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    /// An XML reader asks atEnd() after an error and would wait for ever for the rest.
    qint64 stop(const QString &why)
    {
        setErrorString(why);
        m_isAtEnd = true;
        return -1;
    }

    zip_file *m_file;
    qint64 m_total = 0;
    QByteArray m_tail;
    bool m_isAtEnd = false;
};

tl::unexpected<Error> refuse(const QString &why)
{
    return fail(ErrorCode::Invalid,
                QStringLiteral("the .xlsx file cannot be read (%1): save it again, or as \"CSV UTF-8\"").arg(why));
}

}  // namespace

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const QString &path)
{
    if (QFileInfo(path).size() > xlsxBytesMax) {
        return refuse(QStringLiteral("it is larger than %1 MiB").arg(xlsxBytesMax >> 20));
    }
    int code = 0;
    zip *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (archive == nullptr) {
        return refuse(QStringLiteral("its archive is damaged"));
    }
    std::unique_ptr<ZipArchive> opened(new ZipArchive(archive));
    const zip_int64_t parts = zip_get_num_entries(archive, 0);
    if (parts > xlsxPartsMax) {
        return refuse(QStringLiteral("it has more than %1 parts").arg(xlsxPartsMax));
    }
    for (zip_int64_t i = 0; i < parts; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(archive, zip_uint64_t(i), 0, &stat) != 0 || stat.encryption_method != ZIP_EM_NONE) {
            return refuse(QStringLiteral("its archive is damaged or has a password"));
        }
        const qint64 unpacked = qint64(stat.size);
        if (unpacked < 0 || unpacked > xlsxUnpackedBytesMax) {
            return refuse(QStringLiteral("a part unpacks to more than %1 MiB").arg(xlsxUnpackedBytesMax >> 20));
        }
        if (unpacked > ratioMattersFromBytes && unpacked / qint64(stat.comp_size + 1) > xlsxRatioMax) {
            return refuse(QStringLiteral("it unpacks to more than %1 times its size").arg(xlsxRatioMax));
        }
    }
    return opened;
}

ZipArchive::~ZipArchive() { zip_discard(m_archive); }

bool ZipArchive::contains(const QString &part) const
{
    return zip_name_locate(m_archive, part.toUtf8().constData(), 0) >= 0;
}

Result<std::unique_ptr<QIODevice>> ZipArchive::part(const QString &name) const
{
    zip_file *file = zip_fopen(m_archive, name.toUtf8().constData(), 0);
    if (file == nullptr) {
        return fail(ErrorCode::NotFound, QStringLiteral("the .xlsx file has no part %1: save it again").arg(name));
    }
    return std::make_unique<ZipPart>(file);
}

}  // namespace muster::plan
