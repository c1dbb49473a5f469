#pragma once
#include "core/plan/columns.h"

/// What each sheet of the plan holds.
namespace muster::plan {

/// One row of the sheet of choices, which belong to questions.
struct ChoiceRow {
    QString question;
    Question::Choice choice;
};

/// One row of the sheet of papers, which belong to services.
struct PaperRow {
    QString service;
    Question::Choice paper;
};

/// One row of the sheet of checklists, which belong to kinds of incident.
struct ChecklistRow {
    QString type;
    ChecklistItem item;
};

/// One row of a guest list, with what foreign lists say in columns of their own.
struct GuestRow {
    GuestEntry entry;
    QString position = {};  ///< pretix: the ticket's number within its order.
    bool isPaid = true;     ///< pretix's check-in list: "Paid" yes or no.
};

[[nodiscard]] const SheetPlan<EventSetup> &eventSheet();
[[nodiscard]] const SheetPlan<Zone> &zoneSheet();
[[nodiscard]] const SheetPlan<TicketClass> &classSheet();
[[nodiscard]] const SheetPlan<Rule> &ruleSheet();
[[nodiscard]] const SheetPlan<SessionPlan> &sessionSheet();
[[nodiscard]] const SheetPlan<Question> &questionSheet();
[[nodiscard]] const SheetPlan<ChoiceRow> &choiceSheet();
[[nodiscard]] const SheetPlan<StaffMember> &staffSheet();
[[nodiscard]] const SheetPlan<Station> &stationSheet();
[[nodiscard]] const SheetPlan<Series> &seriesSheet();
[[nodiscard]] const SheetPlan<Service> &serviceSheet();
[[nodiscard]] const SheetPlan<PaperRow> &paperSheet();
[[nodiscard]] const SheetPlan<Priority> &prioritySheet();
[[nodiscard]] const SheetPlan<Prize> &prizeSheet();
[[nodiscard]] const SheetPlan<Stock> &stockSheet();
[[nodiscard]] const SheetPlan<DrawPlan> &drawSheet();
[[nodiscard]] const SheetPlan<SaleUnit> &unitSheet();
[[nodiscard]] const SheetPlan<Merchant> &merchantSheet();
[[nodiscard]] const SheetPlan<PostPlan> &postSheet();
[[nodiscard]] const SheetPlan<Shift> &shiftSheet();
[[nodiscard]] const SheetPlan<GearPlan> &gearSheet();
[[nodiscard]] const SheetPlan<AssemblyPoint> &assemblySheet();
[[nodiscard]] const SheetPlan<IncidentType> &incidentTypeSheet();
[[nodiscard]] const SheetPlan<ChecklistRow> &checklistSheet();
[[nodiscard]] const SheetPlan<Cue> &cueSheet();
[[nodiscard]] const SheetPlan<TaskPlan> &taskSheet();
[[nodiscard]] const SheetPlan<Material> &materialSheet();
[[nodiscard]] const SheetPlan<AlertRule> &alertRuleSheet();
[[nodiscard]] const SheetPlan<Target> &targetSheet();
[[nodiscard]] const SheetPlan<GuestRow> &guestSheet();

/// All of them, in the order in which an organiser fills them.
[[nodiscard]] const std::vector<SheetDescription> &allSheets();

}  // namespace muster::plan
