#include "app/paper/paper_folder.h"

#include "app/paper/sheet_writer.h"

#include <QDateTime>
#include <QDir>

namespace muster::paper {
namespace {

const QString noteFile = QStringLiteral("forgotten");

}  // namespace

QString PaperFolder::fileFor(WallTime at, const QTimeZone &zone) const
{
    return QDir(m_path).filePath(
        QDateTime::fromMSecsSinceEpoch(toMsecs(at), zone).toString(QStringLiteral("'state-'yyyyMMdd'-'HHmm'.pdf'")));
}

Status PaperFolder::prepare() const
{
    if (!QDir().mkpath(m_path)) {
        return fail(ErrorCode::Storage,
                    QStringLiteral("cannot make the folder %1: free some space, or give its parent back to this user")
                        .arg(m_path));
    }
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

QStringList PaperFolder::files() const
{
    auto names = QDir(m_path).entryList({QStringLiteral("state-*.pdf")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (auto &name : names) {
        name = QDir(m_path).filePath(name);
    }
    return names;
}

Status PaperFolder::keep(const QString &file, const QByteArray &pdf) const
{
    if (const auto prepared = prepare(); !prepared) {
        return prepared;
    }
    if (const auto saved = save(file, pdf); !saved) {
        return saved;
    }
    const auto all = files();
    for (qsizetype i = keptMax; i < all.size(); ++i) {
        QFile::remove(all[i]);
    }
    return {};
}

void PaperFolder::clear() const
{
    for (const auto &file : files()) {
        QFile::remove(file);
    }
}

std::optional<qsizetype> PaperFolder::forgottenCount() const
{
    QFile note(QDir(m_path).filePath(noteFile));
    bool isNumber = false;
    const auto count = note.open(QIODevice::ReadOnly) ? note.readAll().trimmed().toLongLong(&isNumber) : 0;
    return isNumber ? std::optional<qsizetype>(count) : std::nullopt;
}

Status PaperFolder::dropOld(qsizetype count) const
{
    if (forgottenCount() == count) {
        return {};
    }
    clear();
    if (const auto prepared = prepare(); !prepared) {
        return prepared;
    }
    return save(QDir(m_path).filePath(noteFile), QByteArray::number(count));
}

qint64 hourOf(WallTime at, const QTimeZone &zone)
{
    constexpr qint64 secondsPerHour = 3'600;
    const auto local = QDateTime::fromMSecsSinceEpoch(toMsecs(at), zone);
    return (local.toSecsSinceEpoch() + local.offsetFromUtc()) / secondsPerHour;
}

}  // namespace muster::paper
