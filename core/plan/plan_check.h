#pragma once
#include "core/plan/sheet_reader.h"
#include "core/plan/sheets.h"

namespace muster::plan {

/// A plan's sheets as they were read, each record with its place.
struct PlanDraft {
    SheetRows<EventSetup> event;
    SheetRows<Zone> zones;
    SheetRows<TicketClass> classes;
    SheetRows<Rule> rules;
    SheetRows<SessionPlan> sessions;
    SheetRows<Question> questions;
    SheetRows<ChoiceRow> choices;
    SheetRows<StaffMember> staff;
    SheetRows<Station> stations;
    SheetRows<Service> services;
    SheetRows<PaperRow> papers;
    SheetRows<Series> series;
    SheetRows<Priority> priorities;
    SheetRows<Prize> prizes;
    SheetRows<Stock> stocks;
    SheetRows<DrawPlan> draws;
    SheetRows<SaleUnit> units;
    SheetRows<Merchant> merchants;
    SheetRows<PostPlan> posts;
    SheetRows<Shift> shifts;
    SheetRows<GearPlan> gear;
    SheetRows<AssemblyPoint> assemblyPoints;
    SheetRows<IncidentType> incidentTypes;
    SheetRows<ChecklistRow> checklists;
    SheetRows<Cue> cues;
    SheetRows<TaskPlan> tasks;
    SheetRows<Material> materials;
    SheetRows<AlertRule> alertRules;
    SheetRows<Target> targets;
};

/// What no single cell shows: references that lead nowhere, figures that contradict each other, things that the day
/// will need and the plan lacks.
void checkPlan(const PlanDraft &draft, Findings &findings);

}  // namespace muster::plan
