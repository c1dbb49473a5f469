#pragma once
#include "tests/e2e/muster_process.h"
#include "tests/support/temp_dir.h"

#include <QDate>
#include <QTimeZone>

namespace muster::test {

/// The wall clock of every process that a test starts from now on, moved by hand: a day in two minutes.
///
/// Needs the package faketime, and programs without sanitizers: without, isThere() is false and nothing is changed.
/// Timers go by the clock that nobody sets. Ends with this object.
class HallClock {
public:
    explicit HallClock(const QByteArray &timeZone);
    ~HallClock();
    HallClock(const HallClock &) = delete;
    HallClock &operator=(const HallClock &) = delete;

    [[nodiscard]] bool isThere() const { return !m_library.isEmpty(); }
    /// Everybody's clock shows "HH:MM" of the event's day, and goes on from there. Returns when all have looked.
    void set(const QString &time);

private:
    void write(const QString &time) const;

    TempDir m_dir;
    QString m_library;
    QTimeZone m_zone;
    QDate m_day;  ///< Today, where the event is.
};

/// Of the package faketime, where Debian puts it; empty without. Preloaded by hand: the program that comes with it
/// stays between us and the device.
[[nodiscard]] QString fakeTimeLibrary();

}  // namespace muster::test
