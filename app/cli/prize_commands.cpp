// muster do redeem, hand-over, stock …: what is done at a prize desk.
#include "app/cli/scarce_commands.h"

namespace muster::cli {
namespace {

using prizes::Change;

/// Everything that an act at a prize desk may be told; each command offers what concerns it.
struct Given {
    std::string prize;
    std::string code;
    std::string grant;
    std::string proof;
    std::string collector;
    std::string collectorPaper;
    std::string desk;
    std::string toDesk;
    std::string reason;
    int count = 0;
    bool isSigned = false;
};

using Shared = std::shared_ptr<Given>;

void namePrize(const QStringList &subjects, QJsonObject &json)
{
    json.insert(QStringLiteral("prize"), subjects.value(0));
}

OperationHash grantOf(const Given &given) { return idFrom<OperationHash>(given.grant, "GRANT"); }

void addStockChange(CLI::App &stock, CommandLine &line, const Shared &given, const char *name, const char *words,
                    Change change)
{
    auto *command = addScarceAct(stock, line, name, words, [given, change]() -> Command {
        return prizes::AdjustStock{text(given->prize),  change,       text(given->desk),
                                   text(given->toDesk), given->count, text(given->reason)};
    });
    command->add_option("prize", given->prize, "Its code")->required();
    command->add_option("count", given->count, "Pieces; of a recount: how many there are")
        ->required()
        ->check(CLI::NonNegativeNumber);
    command->add_option("--desk", given->desk, "The station; else this device's own");
    if (change == Change::Transfer) {
        command->add_option("--to", given->toDesk, "The station that gets them; else the coordinator's store");
    }
    command->add_option("--reason", given->reason, "Why")->required(change != Change::Transfer);
}

}  // namespace

void addPrizeCommands(CommandLine &line, CLI::App &acts)
{
    const auto given = std::make_shared<Given>();
    auto *redeem = addScarceAct(
        acts, line, "redeem", "May this guest have it? A yes puts a piece aside",
        [given]() -> Command {
            return prizes::Redeem{text(given->prize), QByteArray::fromStdString(given->code), {}};
        },
        &namePrize);
    redeem->add_option("prize", given->prize, "Its code")->required();
    redeem->add_option("code", given->code, "The guest's code")->required();
    auto *over = addScarceAct(
        acts, line, "hand-over", "It is in the guest's hands",
        [given]() -> Command {
            return prizes::HandOver{grantOf(*given), text(given->proof), text(given->collector),
                                    text(given->collectorPaper), given->isSigned};
        },
        &namePrize);
    over->add_option("grant", given->grant, "As redeem answered")->required()->type_name("HEX");
    over->add_option("--proof", given->proof, "What was shown: last four of the telephone, number of the paper");
    over->add_option("--collector", given->collector, "Name of who takes it in the guest's stead");
    over->add_option("--collector-paper", given->collectorPaper, "What they showed");
    over->add_flag("--signed", given->isSigned, "A signature was given");
    auto *cancel =
        addScarceAct(acts, line, "prize-cancel", "It was not handed over: all is free again", [given]() -> Command {
            return prizes::Cancel{grantOf(*given), text(given->reason)};
        });
    cancel->add_option("grant", given->grant, "As redeem answered")->required()->type_name("HEX");
    cancel->add_option("--reason", given->reason, "Why")->required();
    auto *stock = acts.add_subcommand("stock", "What happens to stock besides being given away");
    stock->require_subcommand(1);
    addStockChange(*stock, line, given, "transfer", "Pieces go to another desk", Change::Transfer);
    addStockChange(*stock, line, given, "recount", "So many are there", Change::Recount);
    addStockChange(*stock, line, given, "damaged", "Pieces cannot be given any more", Change::Damaged);
}

}  // namespace muster::cli
