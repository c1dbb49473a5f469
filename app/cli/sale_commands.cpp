// muster do sale, sale-void, sales: what was sold.
#include "app/cli/act_commands.h"
#include "app/cli/view_json.h"
#include "core/venue/units/sales.h"

#include <QDateTime>

namespace muster::cli {
namespace {

struct Given {
    std::string unit;
    std::string merchant;
    std::string amount;
    std::string payment;
    std::string document;
    std::string guest;
    std::string consultant;
    std::string operation;
    std::string reason;
    std::shared_ptr<ActOptions> act = std::make_shared<ActOptions>();
};

const std::map<std::string, sales::Payment> &payments()
{
    static const std::map<std::string, sales::Payment> all{{"cash", sales::Payment::Cash},
                                                           {"card", sales::Payment::Card},
                                                           {"transfer", sales::Payment::Transfer},
                                                           {"mobile", sales::Payment::Mobile},
                                                           {"other", sales::Payment::Other}};
    return all;
}

Command record(const Given &given)
{
    const auto amount = sales::amountFrom(text(given.amount));
    if (!amount) {
        throw CLI::ValidationError("AMOUNT", "wants digits and up to two decimals, such as 1280.50");
    }
    sales::Record command;
    command.unit = text(given.unit);
    command.merchant = text(given.merchant);
    command.amount = *amount;
    command.payment = payments().at(given.payment);
    command.document = text(given.document);
    command.consultant = text(given.consultant);
    command.payload = QByteArray::fromStdString(given.guest);
    return command;
}

QJsonObject toJson(const sales::Sum &sum)
{
    return {{QStringLiteral("count"), sum.count}, {QStringLiteral("amount"), sales::amountText(sum.amount)}};
}

QJsonObject toJson(const QMap<QString, sales::Sum> &sums)
{
    QJsonObject json;
    for (auto it = sums.begin(); it != sums.end(); ++it) {
        json.insert(it.key(), toJson(it.value()));
    }
    return json;
}

QJsonValue textOrNull(const QString &given) { return given.isEmpty() ? QJsonValue() : QJsonValue(given); }

QJsonObject toJson(const sales::Sale &sale)
{
    const auto at = QDateTime::fromMSecsSinceEpoch(toMsecs(sale.at), Qt::UTC);
    return {{QStringLiteral("operation"), sale.operation.toHex()},
            {QStringLiteral("unit"), textOrNull(sale.unit)},
            {QStringLiteral("merchant"), textOrNull(sale.merchant)},
            {QStringLiteral("amount"), sales::amountText(sale.amount)},
            {QStringLiteral("payment"), sales::toString(sale.payment)},
            {QStringLiteral("document"), textOrNull(sale.document)},
            {QStringLiteral("consultant"), textOrNull(sale.consultant)},
            {QStringLiteral("guest"), sale.guest ? QJsonValue(sale.guest->toHex()) : QJsonValue()},
            {QStringLiteral("station"), textOrNull(sale.station)},
            {QStringLiteral("zone"), textOrNull(sale.zone)},
            {QStringLiteral("actor"), textOrNull(sale.actor)},
            {QStringLiteral("at"), at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("voided"), sale.voiding ? QJsonValue(sale.voiding->reason) : QJsonValue()}};
}

QJsonObject toJson(const sales::Discrepancy &discrepancy)
{
    QJsonArray operations;
    for (const auto &operation : discrepancy.sales) {
        operations.append(operation.toHex());
    }
    return {{QStringLiteral("kind"), sales::toString(discrepancy.kind)},
            {QStringLiteral("subject"), textOrNull(discrepancy.subject)},
            {QStringLiteral("sales"), operations}};
}

Reply report(const std::vector<sales::Sale> &all, const EventSetup &setup)
{
    const auto totals = sales::totals(all, setup);
    QJsonArray list;
    QStringList lines;
    for (const auto &sale : all) {
        list.append(toJson(sale));
        lines << QStringLiteral("%1  %2  %3  %4  %5%6")
                     .arg(sale.operation.toHex().left(16), sale.unit.isEmpty() ? sale.merchant : sale.unit,
                          sales::amountText(sale.amount), sales::toString(sale.payment), sale.document,
                          sale.stands() ? QString() : QStringLiteral("  void: ") + sale.voiding->reason);
    }
    QJsonArray discrepancies;
    for (const auto &discrepancy : sales::reconcile(all, {})) {
        discrepancies.append(toJson(discrepancy));
        lines << QStringLiteral("look at %1 %2").arg(sales::toString(discrepancy.kind), discrepancy.subject);
    }
    lines << QStringLiteral("%1 sales stand: %2").arg(totals.all.count).arg(sales::amountText(totals.all.amount));
    return {Exit::Done,
            {{QStringLiteral("sales"), list},
             {QStringLiteral("totals"), QJsonObject{{QStringLiteral("all"), toJson(totals.all)},
                                                    {QStringLiteral("voided"), toJson(totals.voided)},
                                                    {QStringLiteral("by_zone"), toJson(totals.byZone)},
                                                    {QStringLiteral("by_merchant"), toJson(totals.byMerchant)},
                                                    {QStringLiteral("by_hour"), toJson(totals.byHour)},
                                                    {QStringLiteral("by_payment"), toJson(totals.byPayment)}}},
             {QStringLiteral("reconciliation"), discrepancies}},
            lines.join(QLatin1Char('\n')),
            false};
}

void list(Access &access, const Done &done)
{
    const auto reply = std::make_shared<Reply>();
    access.call(
        [reply](LocalDevice &local) {
            std::vector<sales::Sale> all;
            const auto read = local.device().journal().read([&](State &state) { all = sales::all(state); });
            *reply = read ? report(all, local.device().setup()) : errorReply(read.error());
        },
        [reply, done] { done(*reply); });
}

void choose(CommandLine &line, const Given &given, Command command)
{
    const auto act = actOf(*given.act, std::move(command));
    line.choose(AtDevice{[act](Access &access, const Done &done) { decide(access, act, done); }});
}

}  // namespace

void addSaleActs(CommandLine &line, CLI::App &acts)
{
    const auto given = std::make_shared<Given>();
    auto *sale = acts.add_subcommand("sale", "Record a sale");
    addActOptions(*sale, given->act);
    sale->add_option("--unit", given->unit, "The unit that was sold");
    sale->add_option("--merchant", given->merchant, "Or the merchant who sold");
    sale->add_option("amount", given->amount, "In units of the currency, such as 1280.50")->required();
    std::set<std::string> names;
    for (const auto &[name, payment] : payments()) {
        names.insert(name);
    }
    sale->add_option("--payment", given->payment, "How it was paid")->required()->check(CLI::IsMember(names));
    sale->add_option("--document", given->document, "Number of the receipt or contract");
    sale->add_option("--guest", given->guest, "The guest's code")->type_name("CODE");
    sale->add_option("--consultant", given->consultant, "Who sold it")->type_name("STAFF");
    sale->callback([&line, given] { choose(line, *given, record(*given)); });
    auto *back = acts.add_subcommand("sale-void", "Take a sale back");
    addActOptions(*back, given->act);
    back->add_option("operation", given->operation, "The sale (do sales)")->required();
    back->add_option("--reason", given->reason, "Why")->required();
    back->callback([&line, given] {
        choose(line, *given, sales::Void{idFrom<OperationHash>(given->operation, "OPERATION"), text(given->reason)});
    });
    acts.add_subcommand("sales", "What was sold today, sums, and what does not fit")->callback([&line] {
        line.choose(AtDevice{&list});
    });
}

}  // namespace muster::cli
