#pragma once
#include "core/plan/guest_reader.h"
#include "core/plan/plan_reader.h"
#include "core/plan/table.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <QFile>

#include <iterator>

namespace muster::plan::test {

/// Writes @p bytes into a file of the folder and gives its path.
inline QString write(const muster::test::TempDir &dir, const QString &name, const QByteArray &bytes)
{
    QFile file(dir.file(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return file.fileName();
}

/// All findings in English, one a line.
inline std::string words(const std::vector<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings) {
        lines.append((finding.severity == Severity::Error ? QStringLiteral("E ") : QStringLiteral("W ")) +
                     describe(finding, QStringLiteral("en")));
    }
    return lines.join(u'\n').toStdString();
}

/// The rows of a book's first sheet, cells joined by '|'.
inline QStringList rowsOf(const QString &path, Findings &findings)
{
    QStringList rows;
    auto book = Book::open(path);
    if (!book) {
        findings.error({}, {.zh = {}, .en = book.error().detail});
        return rows;
    }
    (*book)->forEachRow((*book)->sheets().front(), findings, [&](Row &row) {
        rows.append(QString::number(row.number) + u':' + QStringList(row.cells.begin(), row.cells.end()).join(u'|'));
        return true;
    });
    return rows;
}

struct Guests {
    GuestReading reading;
    std::vector<GuestEntry> list;
};

inline Guests guestsOf(const QString &path, const GuestListOptions &options = {})
{
    Guests guests;
    guests.reading = readGuests(path, options, [&](std::span<GuestEntry> chunk) {
        std::move(chunk.begin(), chunk.end(), std::back_inserter(guests.list));
        return true;
    });
    return guests;
}

inline QString q(const char *utf8) { return QString::fromUtf8(utf8); }

}  // namespace muster::plan::test
