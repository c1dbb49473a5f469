#pragma once
#include "core/base/result.h"

#include <QIODevice>

#include <memory>

struct zip;
struct zip_file;

namespace muster::plan {

/// The parts of an .xlsx file (libzip), read as streams that obey the limits of limits.h whatever the file claims.
class ZipArchive {
public:
    /// Invalid for what is no archive, an encrypted one, or one that is larger than a limit or unpacks suspiciously.
    [[nodiscard]] static Result<std::unique_ptr<ZipArchive>> open(const QString &path);
    ~ZipArchive();
    ZipArchive(const ZipArchive &) = delete;
    ZipArchive &operator=(const ZipArchive &) = delete;

    [[nodiscard]] bool contains(const QString &part) const;
    /// An open stream of XML; reading fails where a document type appears. NotFound if there is no such part.
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> part(const QString &name) const;

private:
    explicit ZipArchive(zip *archive) : m_archive(archive) {}
    zip *m_archive;
};

}  // namespace muster::plan
