#include "core/journal/high_water.h"

#include <QFile>
#include <QSaveFile>

namespace muster {

Result<std::optional<HighWaterMark>> HighWaterFile::load()
{
    QFile file(m_path);
    if (!file.exists()) {
        return std::nullopt;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot read %1: %2").arg(m_path, file.errorString()));
    }
    const auto line = file.read(256);
    const auto words = line.trimmed().split(' ');
    bool isIncarnation = false;
    bool isSpent = false;
    HighWaterMark mark;
    if (words.size() == 2 && line.endsWith('\n')) {
        mark.incarnation = Incarnation{words[0].toULongLong(&isIncarnation, 16)};
        mark.spent = words[1].toULongLong(&isSpent);
    }
    if (!isIncarnation || !isSpent) {
        return std::nullopt;  // Torn: as good as missing, and a missing one only makes us more careful.
    }
    return mark;
}

Status HighWaterFile::store(const HighWaterMark &mark)
{
    QSaveFile file(m_path);
    const QByteArray text =
        QByteArray::number(quint64(mark.incarnation), 16) + ' ' + QByteArray::number(mark.spent) + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(text) != text.size() || !file.commit()) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot write %1: %2").arg(m_path, file.errorString()));
    }
    return {};
}

}  // namespace muster
