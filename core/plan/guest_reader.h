#pragma once
#include "core/plan/table.h"

#include <QMap>

#include <span>

namespace muster::plan {

/// How a foreign guest list is to be understood.
struct GuestListOptions {
    QMap<QString, QString> mapping;  ///< Column key (or title) -> header in the file: {"name", "客户名"}.
    QString sheet;                   ///< Of a file with several; empty: the one called guests (来宾), else the first.
    const EventSetup *setup = nullptr;  ///< For classes, sessions and hosts; null: their texts are taken as they are.
    QString defaultClass;  ///< Class of guests whose own is empty or not in the plan. Empty: an unknown class is an
                           ///< error, and guests without one get the first class of the plan, with a warning.
};

/// Takes up to guestChunkRows guests; false stops the reading.
using GuestSink = std::function<bool(std::span<GuestEntry>)>;

struct GuestReading {
    int guests = 0;                 ///< Rows understood; given to the sink only if there was no error.
    std::vector<Finding> findings;  ///< Errors first; at most findingsMax of each severity, and how many more.
    int errorCount = 0;
    int warningCount = 0;

    [[nodiscard]] bool isComplete() const { return errorCount == 0; }
};

/// Reads a list of guests: the plan's own sheet, a typical Excel list, or an order or check-in list of pretix.
///
/// Guarantees: the whole file is checked before the sink sees the first guest, so nothing is ever half imported; memory
/// does not grow with the rows but for 24 bytes each, with which doubled keys and codes are found. Columns that are
/// not known are kept in GuestEntry::extra. A row with neither key nor code gets a key made of name, phone and company.
///
/// Errors: a doubled key; an unknown class, session, host, status or language; a number that Excel has cut short; more
/// than guestRowsMax rows. Warnings: a code that two guests have; a guest without a name; unknown columns.
[[nodiscard]] GuestReading readGuests(const QString &path, const GuestListOptions &options, const GuestSink &sink);

/// The same of a sheet of an open book in one pass: the sink may have seen guests when an error turns up.
/// Returns how many rows were understood.
int readGuestSheet(Book &book, const QString &sheet, const GuestListOptions &options, Findings &findings,
                   const GuestSink &sink);

}  // namespace muster::plan
