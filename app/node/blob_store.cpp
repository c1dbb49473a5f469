#include "app/node/blob_store.h"

#include <QDir>
#include <QSaveFile>

namespace muster {
namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

Status noRoom()
{
    return fail(ErrorCode::Storage, QStringLiteral("this device keeps no more pictures: its room for them is used up"));
}

}  // namespace

BlobStore::BlobStore(QString folder, qint64 bytesMax) : m_folder(std::move(folder)), m_bytesMax(bytesMax)
{
    for (const auto &entry : QDir(m_folder).entryInfoList(QDir::Files)) {
        if (const auto blob = Hash256::fromHex(entry.fileName()); blob && blob->toHex() == entry.fileName()) {
            m_sizes.emplace(*blob, entry.size());
            m_bytesHeld += entry.size();
        }
    }
}

QString BlobStore::fileOf(const Hash256 &blob) const { return m_folder + QLatin1Char('/') + blob.toHex(); }

QString BlobStore::partOf(const Hash256 &blob) const { return fileOf(blob) + QStringLiteral(".part"); }

Status BlobStore::prepare() const
{
    if (!QDir().mkpath(m_folder)) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot make %1: check the disk").arg(m_folder));
    }
    QFile::setPermissions(m_folder, ownerOnly | QFile::ExeOwner);
    return {};
}

qint64 BlobStore::sizeOf(const Hash256 &blob) const
{
    const auto known = m_sizes.find(blob);
    return known == m_sizes.end() ? 0 : known->second;
}

Status BlobStore::keep(const Hash256 &blob, const QByteArray &bytes)
{
    if (has(blob)) {
        return {};
    }
    if (bytes.size() > blobSizeMax || m_bytesHeld + bytes.size() > m_bytesMax) {
        return noRoom();
    }
    if (const auto prepared = prepare(); !prepared) {
        return prepared;
    }
    QSaveFile stored(fileOf(blob));
    if (!stored.open(QIODevice::WriteOnly) || !stored.setPermissions(ownerOnly) ||
        stored.write(bytes) != bytes.size() || !stored.commit()) {
        return fail(ErrorCode::Storage,
                    QStringLiteral("cannot write %1: %2").arg(stored.fileName(), stored.errorString()));
    }
    m_sizes.emplace(blob, bytes.size());
    m_bytesHeld += bytes.size();
    return {};
}

Result<QByteArray> BlobStore::read(const Hash256 &blob)
{
    if (!has(blob)) {
        return fail(ErrorCode::NotFound, QStringLiteral("this picture is not on this device"));
    }
    QFile stored(fileOf(blob));
    auto bytes = stored.open(QIODevice::ReadOnly) ? stored.read(blobSizeMax + 1) : QByteArray();
    if (hash256(bytes) != blob) {
        stored.remove();  // Another device may have it whole.
        m_bytesHeld -= sizeOf(blob);
        m_sizes.erase(blob);
        return fail(ErrorCode::Storage, QStringLiteral("the file of this picture was damaged: it is fetched again"));
    }
    return bytes;
}

QByteArray BlobStore::part(const Hash256 &blob, qint64 offset, qint64 sizeMax) const
{
    QFile stored(fileOf(blob));
    const bool isReadable = has(blob) && stored.open(QIODevice::ReadOnly) && stored.seek(offset);
    return isReadable ? stored.read(sizeMax) : QByteArray();
}

qint64 BlobStore::arrived(const Hash256 &blob) const { return QFile(partOf(blob)).size(); }

Result<BlobStore::Added> BlobStore::add(const Hash256 &blob, qint64 offset, qint64 total, const QByteArray &bytes)
{
    if (arrived(blob) >= total) {
        QFile::remove(partOf(blob));  // Begun from a sender who lied about its size.
    }
    if (bytes.isEmpty() || total > blobSizeMax || offset != arrived(blob) || offset + bytes.size() > total) {
        return fail(ErrorCode::Invalid, QStringLiteral("a part that does not fit what is here"));
    }
    if (m_bytesHeld + total > m_bytesMax) {
        return fail(noRoom());
    }
    if (const auto prepared = prepare(); !prepared) {
        return fail(prepared);
    }
    QFile part(partOf(blob));
    if (!part.open(QIODevice::ReadWrite | QIODevice::Append) || !part.setPermissions(ownerOnly) ||
        part.write(bytes) != bytes.size() || !part.flush()) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot write %1: %2").arg(part.fileName(), part.errorString()));
    }
    if (offset + bytes.size() < total) {
        return Added::More;
    }
    part.seek(0);
    const auto whole = part.readAll();
    part.close();
    if (hash256(whole) != blob) {
        QFile::remove(part.fileName());
        return Added::Wrong;
    }
    if (const auto kept = keep(blob, whole); !kept) {
        return fail(kept);
    }
    QFile::remove(part.fileName());
    return Added::Whole;
}

}  // namespace muster
