#pragma once
#include "core/paper/blank_forms.h"
#include "core/paper/day_pages.h"
#include "core/paper/sheet_html.h"
#include "core/venue/incidents/incidents.h"
#include "tests/venue/post_hall.h"

namespace muster::test {

inline EventSetup paperPlan()
{
    auto plan = postPlan();
    plan.day = q("2026-11-28");
    plan.timeZone = q("UTC");
    plan.zones[0].firmCapacity = 100;
    for (auto &ticketClass : plan.classes) {
        ticketClass.companionsMax = 5;
    }
    IncidentType medical;
    medical.code = q("medical");
    medical.name = {q("医疗"), q("Medical")};
    medical.isRestricted = true;
    IncidentType spill;
    spill.code = q("spill");
    spill.name = {q("地面"), q("Spill")};
    plan.incidentTypes = {medical, spill};
    plan.shifts = {shift("S1", "gate", 9 * 60, 14 * 60), shift("S2", "desk", 10 * 60, 18 * 60)};
    return plan;
}

/// A day that is put on paper at the hub, which may read everything.
struct PaperHall : PostHall {
    explicit PaperHall(const EventSetup &plan = paperPlan()) : PostHall(plan), m_reader(eventKey()) {}

    QString log(const char *type, const char *text)
    {
        clock().advance(std::chrono::seconds(1));
        incidents::Open open;
        open.zone = q("A");
        open.types = {q(type)};
        open.text = q(text);
        return decide(0, open, q("S1")).number;
    }
    /// As a device gathers it; names as the directory would give them, all but @p nameless.
    paper::Sources sources(const QString &nameless = {})
    {
        paper::Sources found;
        found.day = day(0);
        found.day.isKnown = true;
        found.day.link.isHub = true;
        for (auto &device : found.day.devices) {
            device.isLinked = true;
        }
        found.day.knownSince = found.day.asOf;
        found.printedAt = found.day.asOf;
        found.device = q("hub-1");
        auto &at = Hall::at(0);
        REQUIRE(at.journal->read([&](State &state) {
            found.setup = at.venue.setup(state);
            found.roll = day_query::rollCall(state, found.setup, {}, 1'000);
            for (const auto &open : found.day.incidents) {
                // More than a device gathers: even then paper must not say it.
                found.incidents.push_back(
                    *incidents::viewOf(state, found.setup, clock().wall(), open.number, &m_reader));
            }
        }));
        for (auto &entry : found.roll.entries) {
            auto &guest = entry.guest;
            for (const auto *key : {"G1", "G2", "G3"}) {
                guest.key = guest.id == Hall::guest(q(key)) ? q(key) : guest.key;
            }
            guest.isNameHere = guest.key != nameless;
            guest.name = guest.isNameHere ? q("Name of ") + guest.key : QString();
        }
        return found;
    }

private:
    incidents::Reader m_reader;
};

inline const paper::Table &tableOf(const paper::Sheet &sheet, const char *key)
{
    const auto found = std::ranges::find(sheet.tables, q(key), &paper::Table::key);
    INFO(key);
    REQUIRE(found != sheet.tables.end());
    return *found;
}

/// The row in which a cell says @p words; a test fails where there is none.
inline const paper::Row &rowWith(const paper::Table &table, const QString &words)
{
    const auto found = std::ranges::find_if(table.rows, [&](const paper::Row &row) {
        return std::ranges::any_of(row.cells, [&](const QString &cell) { return cell.contains(words); });
    });
    INFO(words.toStdString());
    REQUIRE(found != table.rows.end());
    return *found;
}

inline bool says(const paper::Table &table, const QString &words)
{
    return std::ranges::any_of(table.rows, [&](const paper::Row &row) { return row.cells.contains(words); });
}

}  // namespace muster::test
