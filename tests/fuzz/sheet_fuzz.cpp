// What an organiser may hand in: the bytes of a text file or a workbook, read as a list of guests.
#include "core/plan/guest_reader.h"

#include <QTemporaryDir>

using namespace muster;

namespace {

void feedFile(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), bytes.size()) != bytes.size()) {
        qFatal("no room for the file");
    }
    file.close();
    bool isSeen = false;
    const auto reading = plan::readGuests(path, {}, [&isSeen](std::span<GuestEntry>) {
        isSeen = true;
        return true;
    });
    if (isSeen && !reading.isComplete()) {
        qFatal("broken: nothing is half imported");
    }
    if (qsizetype(reading.findings.size()) > 2 * plan::findingsMax + 2) {
        qFatal("broken: findings are bounded");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t count)
{
    static const QTemporaryDir folder;
    const QByteArrayView bytes(data, qsizetype(count));
    feedFile(folder.filePath(QStringLiteral("list.csv")), bytes);
    feedFile(folder.filePath(QStringLiteral("list.xlsx")), bytes);
    return 0;
}
