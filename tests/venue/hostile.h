#pragma once
#include "core/venue/venue.h"

namespace muster::test {

/// What any body under any kind is put through, by the fuzzer and by the seeded test alike: an enrolled device that
/// lies may write whatever it likes. Ends the process where a promise of the folds is broken.
class HostileDay {
public:
    HostileDay();

    /// The first byte chooses the kind, and whether a request is named; the rest is the body.
    void feed(QByteArrayView bytes);
    /// The digest follows every change. Walks through all rows.
    void check();

private:
    SQLite::Database m_database;
    State m_state;
    Venue m_venue;
    quint64 m_number = 0;
};

}  // namespace muster::test
