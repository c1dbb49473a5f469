#pragma once
#include "tests/report/report_hall.h"

/// A day that is played by chance, and what is true of it: written down act by act, and counted without any of the
/// code that is tested.
namespace muster::test {

/// Somebody came through a door, or went.
struct Passing {
    qint64 at = 0;  ///< Milliseconds since 1970.
    QString from;   ///< A zone; empty: outside.
    QString to;
    int persons = 0;
};

struct TrueGuest {
    QString code;
    GuestId id;
    QString classCode;
    bool isWalkIn = false;
    bool isIn = false;
    QString zone;
    int persons = 1;
    int signIns = 0;
    int companionsMost = 0;
    QString source;
    int rating = 0;
    bool isBuyer = false;
    bool hasGift = false;
};

struct TrueSale {
    OperationHash operation;
    QString merchant;
    QString zone;
    qint64 amount = 0;
    qint64 at = 0;
    bool isVoid = false;
};

struct TrueTicket {
    QString number;
    int counter = 0;
    qint64 issuedAt = 0;
    std::optional<qint64> calledAt;
    std::optional<qint64> arrivedAt;
    std::optional<qint64> finishedAt;
};

/// Plays and remembers.
class TrueDay {
public:
    explicit TrueDay(quint64 seed, int invited = 90);

    /// Some hundred acts of everybody, over about six hours.
    void play(int rounds);

    ReportHall hall;
    std::vector<TrueGuest> guests;  ///< Everybody on the list, then walk-ins.
    std::vector<Passing> passings;
    std::vector<TrueSale> sales;
    std::vector<TrueTicket> tickets;
    int provisional = 0;
    int handed = 0;
    int subscribed = 0;

private:
    [[nodiscard]] qint64 now() { return toMsecs(hall.clock().wall()); }
    [[nodiscard]] TrueGuest *somebody(bool isIn);
    void signIn(TrueGuest &guest);
    void signOut(TrueGuest &guest);
    void move(TrueGuest &guest);
    void walkIn();
    void count();
    void sell();
    void takeBack();
    void gift();
    void subscribe();
    void answer(TrueGuest &guest);
    void call(TrueTicket &ticket);
    void queue();
    void act();

    SeededRandom m_random;
    std::map<QString, int> m_byHand;
    int m_unit = 0;
};

}  // namespace muster::test
