#include "tests/e2e/hall_clock.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QThread>

#include <array>
#include <cstdio>

namespace muster::test {
namespace {

constexpr int lookSeconds = 1;  ///< So often a process looks at the file.
constexpr int settleMsecs = 2'200;
constexpr std::array variables{"LD_PRELOAD", "FAKETIME_TIMESTAMP_FILE", "FAKETIME_DONT_FAKE_MONOTONIC",
                               "FAKETIME_CACHE_DURATION"};

}  // namespace

QString fakeTimeLibrary()
{
    for (const auto &folder : QDir(q("/usr/lib")).entryList({q("*-linux-gnu*")}, QDir::Dirs)) {
        const auto library = q("/usr/lib/") + folder + q("/faketime/libfaketimeMT.so.1");
        if (QFile::exists(library)) {
            return library;
        }
    }
    return {};
}

HallClock::HallClock(const QByteArray &timeZone) : m_zone(timeZone)
{
    if (qEnvironmentVariable("MUSTER_E2E_FAKETIME") == q("no")) {
        return;
    }
    m_library = fakeTimeLibrary();
    if (!isThere()) {
        return;
    }
    m_day = QDateTime::currentDateTimeUtc().toTimeZone(m_zone).date();
    write(q("06:00"));
    qputenv("FAKETIME_TIMESTAMP_FILE", QFile::encodeName(m_dir.file(q("clock"))));
    qputenv("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    qputenv("FAKETIME_CACHE_DURATION", QByteArray::number(lookSeconds));
    qputenv("LD_PRELOAD", QFile::encodeName(m_library));
}

HallClock::~HallClock()
{
    for (const auto *variable : variables) {
        if (isThere()) {
            qunsetenv(variable);
        }
    }
}

void HallClock::write(const QString &time) const
{
    const auto shown = QDateTime(m_day, QTime::fromString(time, q("HH:mm")), m_zone);
    REQUIRE(shown.isValid());
    const auto ahead = QDateTime::currentDateTimeUtc().secsTo(shown);
    // Renamed into its place: nobody reads half of it.
    const auto next = m_dir.file(q("next"));
    QFile file(next);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write((ahead < 0 ? "" : "+") + QByteArray::number(ahead));
    file.close();
    REQUIRE(::rename(QFile::encodeName(next).constData(), QFile::encodeName(m_dir.file(q("clock"))).constData()) == 0);
}

void HallClock::set(const QString &time)
{
    if (isThere()) {
        write(time);
        QThread::msleep(settleMsecs);
    }
}

}  // namespace muster::test
