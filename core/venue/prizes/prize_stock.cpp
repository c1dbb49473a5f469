// Stock: as the plan places it, as desks move, count and leave it; and entitlements that are placed beforehand.
#include "core/journal/body.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/rules.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/scarce/rights.h"

namespace muster::prizes {
namespace {

qint64 placedCount(State &state, const QString &stock)
{
    auto &row = state.statement("SELECT coalesce(sum(count), 0) FROM stock_placed WHERE stock = ?");
    bindAll(row, stock).executeStep();
    return row.getColumn(0).getInt64();
}

/// What lay at its desk, by the log, with devices that were declared lost: it is still there.
qint64 leftBehind(Desk &desk, const Stock &stock)
{
    auto &rows = desk.state().statement("SELECT holder, balance FROM account WHERE resource = ? AND balance > 0"
                                        " AND holder IN (SELECT holder FROM set_aside)");
    bindAll(rows, stockResource(stock.prize));
    std::vector<std::pair<DeviceId, qint64>> lost;
    while (rows.executeStep()) {
        if (const auto device = DeviceId::fromHex(textOf(rows.getColumn(0)).section(QLatin1Char('/'), 0, 0))) {
            lost.emplace_back(*device, rows.getColumn(1).getInt64());
        }
    }
    qint64 count = 0;
    for (const auto &[device, pieces] : lost) {
        const auto known = devices::find(desk.state(), device);
        count += known && known->station == stock.desk ? pieces : 0;
    }
    return count;
}

/// The account of whoever is at work at @p station; the hub's for the store.
std::optional<QString> accountAt(Desk &desk, const QString &station)
{
    if (station.isEmpty() || station == desk.post().station) {
        return ledger::holder(desk.journal().self());
    }
    for (const auto &device : desk.post().atWork) {
        const auto known = devices::find(desk.state(), device.origin);
        const bool isSetAside = ledger::isSetAside(desk.state(), ledger::holder(device));
        if (known && !known->isRevoked && !isSetAside && known->station == station) {
            return ledger::holder(device);
        }
    }
    return std::nullopt;
}

void placeStock(Desk &desk, std::vector<Draft> &drafts)
{
    for (const auto &stock : desk.setup().stocks) {
        const qint64 again = stock.desk.isEmpty() ? 0 : leftBehind(desk, stock);
        const qint64 missing = stock.count + again - placedCount(desk.state(), stock.code);
        const auto account = missing > 0 ? accountAt(desk, stock.desk) : std::nullopt;
        if (account) {
            Draft draft;
            draft.kind = placedKind();
            draft.body = {
                {key("stock"), stock.code},
                {key("count"), missing},
                {key("post"), ledger::encode({{stockResource(stock.prize), ledger::mint(), *account, missing, {}}})}};
            drafts.push_back(std::move(draft));
        }
    }
}

/// Prize desks that are at work and have the prize, in the plan's order.
std::vector<QString> desksWith(Desk &desk, const Prize &prize)
{
    std::vector<QString> accounts;
    for (const auto &stock : desk.setup().stocks) {
        const auto account =
            stock.prize == prize.code && !stock.desk.isEmpty() ? accountAt(desk, stock.desk) : std::nullopt;
        if (account && ledger::spendable(desk.state(), stockResource(prize.code), *account) > 0) {
            accounts.push_back(*account);
        }
    }
    return accounts;
}

/// Entitlements of guests who came since the last look, each placed with one desk: by the guest, so that it is the same
/// for a family that comes twice, and even between desks.
void placeLeases(Desk &desk, std::vector<Draft> &drafts)
{
    auto &state = desk.state();
    for (const auto &prize : desk.setup().prizes) {
        if (prize.cutOff != CutOffRule::Lease) {
            continue;
        }
        const auto accounts = desksWith(desk, prize);
        if (accounts.empty()) {
            continue;
        }
        std::vector<ledger::Posting> postings;
        for (const auto &guest : desk.post().movedGuests) {
            const auto resource = dueResource(prize.code, guest);
            const bool isUntouched = ledger::total(state, resource) == 0 && givenTo(state, guest, prize.code).empty();
            if (isUntouched && !whyNot(state, desk.setup(), prize, guest) &&
                postings.size() < std::size_t(ledger::postingsMax)) {
                const auto &account = accounts[std::size_t(guest.bytes[0]) % accounts.size()];
                postings.push_back({resource, ledger::mint(), account, prize.limit, {}});
            }
        }
        if (!postings.empty()) {
            drafts.push_back(rights::moved(postings));
        }
    }
}

}  // namespace

Answer decide(Desk &desk, const Act &act, const AdjustStock &command)
{
    const auto *prize = findByCode(desk.setup().prizes, command.prize);
    if (prize == nullptr) {
        return desk.refused(act, Outcome::NotFound, rules::noSuchPrize(command.prize), QStringLiteral("no_prize"));
    }
    const auto station = command.desk.isEmpty() ? desk.post().station : command.desk;
    if (station != desk.post().station) {
        return desk.refused(act, Outcome::NotAllowed, rules::otherDesk(), QStringLiteral("other_desk"));
    }
    if (command.reason.trimmed().isEmpty() && command.change != Change::Transfer) {
        return desk.refused(act, Outcome::NotAllowed, rules::reasonNeeded(), QStringLiteral("reason"));
    }
    const auto resource = stockResource(prize->code);
    const auto account = ledger::holder(desk.journal().self());
    const qint64 there = ledger::spendable(desk.state(), resource, account);
    const qint64 count = std::clamp<qint64>(command.count, 0, ledger::countMax);
    std::vector<ledger::Posting> postings;
    if (command.change == Change::Recount) {
        if (count != there) {
            postings.push_back(count > there ? ledger::Posting{resource, ledger::mint(), account, count - there, {}}
                                             : ledger::Posting{resource, account, ledger::mint(), there - count, {}});
        }
    } else if (count < 1 || count > there) {
        return desk.refused(act, Outcome::Refused, rules::notSoMany(there), QStringLiteral("not_so_many"));
    } else if (command.change == Change::Damaged) {
        postings.push_back({resource, account, ledger::used(), count, {}});
    } else {
        const bool isHome = command.toDesk.isEmpty() && desk.post().hub;
        const auto to = isHome ? std::optional(ledger::holder(*desk.post().hub)) : accountAt(desk, command.toDesk);
        if (!to || *to == account) {
            return desk.refused(act, Outcome::NotNow, rules::deskIsAway(command.toDesk), QStringLiteral("desk_away"));
        }
        postings.push_back({resource, account, *to, count, {}});
    }
    Draft draft;
    draft.kind = adjustedKind();
    draft.body = {{key("prize"), prize->code},
                  {key("change"), int(command.change)},
                  {key("count"), count},
                  {key("desk"), station},
                  {key("to"), command.toDesk},
                  {key("reason"), command.reason},
                  {key("post"), ledger::encode(postings)}};
    return desk.done(act, std::move(draft));
}

std::vector<Draft> hubDuties(Desk &desk)
{
    std::vector<Draft> drafts;
    if (!rights::isMintingHeld(desk.state(), desk.journal().self())) {
        placeStock(desk, drafts);
        placeLeases(desk, drafts);
    }
    return drafts;
}

std::vector<Draft> homeDuties(Desk &desk)
{
    if (!desk.post().hub || *desk.post().hub == desk.journal().self()) {
        return {};
    }
    const auto account = ledger::holder(desk.journal().self());
    std::vector<ledger::Posting> postings;
    auto &rows = desk.state().statement("SELECT resource, balance FROM account INDEXED BY account_held WHERE holder = ?"
                                        " AND balance > 0 AND resource > 'due/' AND resource < 'due0'");
    bindAll(rows, account);
    while (rows.executeStep()) {
        const auto resource = textOf(rows.getColumn(0));
        const auto *prize = findByCode(desk.setup().prizes, resource.section(QLatin1Char('/'), 1, 1));
        const bool isLease = prize != nullptr && prize->cutOff == CutOffRule::Lease;
        if (!isLease && postings.size() < std::size_t(ledger::postingsMax)) {
            postings.push_back({resource, account, ledger::holder(*desk.post().hub), rows.getColumn(1).getInt64(), {}});
        }
    }
    return postings.empty() ? std::vector<Draft>() : std::vector<Draft>{rights::returned(postings)};
}

}  // namespace muster::prizes
