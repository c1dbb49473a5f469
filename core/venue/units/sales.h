#pragma once
#include "core/venue/desk.h"

#include <functional>

/// What was sold on the day, in amounts: who sold what to whom, and what was taken back.
///
/// Why it exists: at the close the sales of the day are counted by zone, merchant, hour and payment, and compared with
/// receipts and contracts. Sales commute, so that a cashier goes on while cut off; nothing is asked of anybody.
///
/// Limits: amounts to amountMax; what a document is called, to documentLengthMax.
namespace muster::sales {

inline constexpr qint64 amountMax = 1'000'000'000'000;  ///< Hundredths of the currency.
inline constexpr qsizetype documentLengthMax = 100;

struct Voiding {
    OperationHash operation;
    QString actor;
    QString reason;
    WallTime at{};
};

/// One recorded sale, with the void that ended it, if any.
struct Sale {
    OperationHash operation;
    QString unit;
    QString merchant;
    qint64 amount = 0;
    Payment payment = Payment::Other;
    QString document;
    QString consultant;
    std::optional<GuestId> guest;
    QString station;
    QString zone;
    QString actor;
    DeviceId device;
    WallTime at{};
    std::optional<Voiding> voiding;  ///< The first one.

    [[nodiscard]] bool stands() const { return !voiding; }
};

struct Sum {
    int count = 0;
    qint64 amount = 0;
    friend bool operator==(const Sum &, const Sum &) = default;
};

/// Of what stands.
struct Totals {
    Sum all;
    Sum voided;
    QMap<QString, Sum> byZone;
    QMap<QString, Sum> byMerchant;  ///< Units: under the empty code.
    QMap<QString, Sum> byHour;      ///< "2026-11-28 14:00" of the event's zone.
    QMap<QString, Sum> byPayment;
};

/// Something to be looked at when the day is closed.
struct Discrepancy {
    enum class Kind {
        DocumentTwice,    ///< One document, several sales that stand.
        UnitTwice,        ///< One unit, several sales that stand.
        NotSubscribed,    ///< A unit was sold that no subscription stands for.
        DocumentMissing,  ///< A sale names no document.
    };
    Kind kind = Kind::DocumentTwice;
    QString subject;  ///< The document or the unit.
    std::vector<OperationHash> sales;
};
/// Does a subscription of @p unit stand? None: that is not checked.
using SubscriptionCheck = std::function<bool(const QString &unit)>;

[[nodiscard]] QString toString(Payment payment);
[[nodiscard]] QString toString(Discrepancy::Kind kind);
/// "1234.50" → 123450: digits, and up to two decimals.
[[nodiscard]] std::optional<qint64> amountFrom(const QString &text);
[[nodiscard]] QString amountText(qint64 amount);

[[nodiscard]] QStringList kinds();
[[nodiscard]] QString recordedKind();
[[nodiscard]] QString voidedKind();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Record &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Void &command);

/// Sales of the present day, voided ones too, in order of time; of a rehearsal that was reset none.
[[nodiscard]] std::vector<Sale> all(State &state);
/// Whenever it was made.
[[nodiscard]] std::optional<Sale> find(State &state, const OperationHash &operation);
[[nodiscard]] Totals totals(const std::vector<Sale> &sales, const EventSetup &setup);
[[nodiscard]] std::vector<Discrepancy> reconcile(const std::vector<Sale> &sales, const SubscriptionCheck &isSubscribed);

/// True if a sale of today to @p guest stands: what a gift with purchase asks.
[[nodiscard]] bool hasStanding(State &state, const GuestId &guest);
/// Sales of today to @p guest that were taken back: what was given with them is to be asked back.
[[nodiscard]] std::vector<Sale> voidedOf(State &state, const GuestId &guest);

}  // namespace muster::sales
