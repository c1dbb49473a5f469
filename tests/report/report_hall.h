#pragma once
#include "core/report/evaluation.h"
#include "core/report/writers.h"
#include "tests/venue/queue_hall.h"

namespace muster::test {

inline const QStringList sourceCodes{q("web"), q("friend"), q("poster")};

/// The plan of a day with something of everything: numbers, questions, prizes, units, merchants, targets.
inline EventSetup reportPlan()
{
    auto plan = queuePlan();
    plan.timeZone = q("Asia/Shanghai");
    plan.place = {QStringLiteral("一号馆"), QStringLiteral("Hall 1")};
    plan.zones[1] = {q("D"), {QStringLiteral("等候"), q("Waiting")}, 40, 50, {}, q("Fire service"), q("F-118")};
    plan.softCapacity = 900;
    for (auto &ticketClass : plan.classes) {
        ticketClass.companionsMax = 5;
        ticketClass.questions = {q("source"), q("rating"), q("referrer")};
    }
    Question source;
    source.code = q("source");
    source.report = q("source");
    source.text = {QStringLiteral("从哪里得知？"), QStringLiteral("How did you hear?")};
    for (const auto &code : sourceCodes) {
        source.choices.push_back({code, {QStringLiteral("渠道 ") + code, code}});
    }
    Question rating;
    rating.code = q("rating");
    rating.kind = QuestionKind::Number;
    rating.report = q("satisfaction");
    Question referrer;
    referrer.code = q("referrer");
    referrer.kind = QuestionKind::Text;
    referrer.report = q("source");
    plan.questions = {source, rating, referrer};
    Prize gift;
    gift.code = q("gift");
    gift.name = {QStringLiteral("到场礼"), q("Gift")};
    plan.prizes = {gift};
    plan.stocks = {{q("gift@gate-1"), q("gift"), q("gate-1"), 200}};
    plan.stations[1].zone = q("H");
    for (int i = 0; i < 20; ++i) {
        SaleUnit unit;
        unit.code = q("u%1").arg(i);
        unit.building = q(i < 12 ? "B1" : "B2");
        unit.type = q(i % 2 == 0 ? "two" : "three");
        unit.price = 100'000'000;
        plan.units.push_back(unit);
    }
    plan.merchants = {{q("cafe"), {QStringLiteral("咖啡"), q("Cafe")}, q("H")},
                      {q("books"), {QStringLiteral("书店"), q("Books")}, q("A")}};
    plan.draws = {{q("car"), {QStringLiteral("汽车"), q("The car")}, false, {}, 2, {}}};
    plan.targets = {{q("signed_in"), 100, {QStringLiteral("邀请 80%"), q("80 in 100 invited")}},
                    {q("sale_amount"), 5'000, {}},
                    {q("turnout"), 80, {}},
                    {q("applause"), 7, {}}};
    return plan;
}

/// Answers as this file seals them: nobody else needs to open them.
inline std::optional<QMap<QString, QString>> openAnswers(const answers::Answered &answered)
{
    const auto map = QCborValue::fromCbor(answered.sealed.bytes).toMap();
    if (map.isEmpty()) {
        return std::nullopt;
    }
    QMap<QString, QString> opened;
    for (const auto &entry : map) {
        opened.insert(entry.first.toString(), entry.second.toString());
    }
    return opened;
}

/// A hub, a kiosk and two counters that evaluate their day.
struct ReportHall : QueueHall {
    explicit ReportHall(const EventSetup &plan = reportPlan()) : QueueHall(plan), m_targets(plan.targets) {}

    report::Report evaluate(int device = 0, report::Sources sources = {})
    {
        sources.answers = sources.answers ? sources.answers : openAnswers;
        report::Report found;
        auto &at = this->at(device);
        REQUIRE(at.journal->read([&](State &state) {
            auto setup = at.venue.setup(state);
            setup.targets = m_targets;
            found = report::evaluate(state, setup, sources);
        }));
        return found;
    }
    void answer(int device, const GuestId &guest, const QMap<QString, QString> &given)
    {
        QCborMap map;
        for (auto it = given.begin(); it != given.end(); ++it) {
            map.insert(it.key(), it.value());
        }
        write(device, answers::answered(guest, {guest, QCborValue(map).toCbor()}));
    }

private:
    std::vector<Target> m_targets;
};

/// The figure's value; a test fails where there is no such figure.
inline std::optional<qint64> valueOf(const report::Report &report, const char *key)
{
    const auto *figure = report.figure(q(key));
    INFO(key);
    REQUIRE(figure != nullptr);
    return figure->value;
}

inline std::optional<qint64> cellOf(const report::Report &report, const char *table, const QString &row,
                                    const char *column)
{
    const auto *found = report.table(q(table));
    INFO(table << " " << row.toStdString() << " " << column);
    REQUIRE(found != nullptr);
    return found->cell(row, q(column)).number;
}

}  // namespace muster::test
