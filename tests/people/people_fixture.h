#pragma once
#include "core/people/sealed_person.h"
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"

#include <QDir>
#include <QFile>

namespace muster::test {

inline GuestId guest(quint32 number)
{
    const auto hash = hash256(QByteArray::number(number));
    return *GuestId::fromBytes(hash.toBytes().first(GuestId::size));
}

/// The files in @p folder that hold @p needle anywhere.
inline QStringList filesHolding(const QString &folder, const QByteArray &needle)
{
    QStringList files;
    const auto names = QDir(folder).entryList(QDir::Files);
    for (const QString &name : names) {
        QFile file(folder + u'/' + name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        if (file.readAll().contains(needle)) {
            files += name;
        }
    }
    return files;
}

}  // namespace muster::test
