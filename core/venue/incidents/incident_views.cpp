// What is shown of incidents, and what of them is an alert.
#include "core/venue/incidents/incident_text.h"
#include "core/venue/incidents/incidents.h"

#include "core/venue/day/day_query.h"

namespace muster::incidents {
namespace {

constexpr qsizetype summaryMax = 80;

/// What one look at many incidents shares.
struct Look {
    Tables &state;
    const EventSetup &setup;
    WallTime now;
    const Reader *reader = nullptr;
    QStringList doubled;
};

std::vector<const IncidentType *> typesOf(const EventSetup &setup, const Incident &incident)
{
    std::vector<const IncidentType *> types;
    for (const auto &code : incident.types) {
        if (const auto *type = findByCode(setup.incidentTypes, code)) {
            types.push_back(type);
        }
    }
    return types;
}

/// How long it may rest, by the strictest of its types; nothing if it may.
std::optional<std::chrono::minutes> restMax(const EventSetup &setup, const Incident &incident)
{
    if (incident.state == State::Closed || incident.state == State::OnHold) {
        return std::nullopt;
    }
    const auto types = typesOf(setup, incident);
    int minutes = types.empty() ? IncidentType{}.answerMinutes : types.front()->answerMinutes;
    for (const auto *type : types) {
        minutes = std::min(minutes, type->answerMinutes);
    }
    if (minutes <= 0) {
        return std::nullopt;
    }
    return std::chrono::minutes(minutes * (incident.state == State::InHand ? inHandFactor : 1));
}

std::optional<WallTime> untouchedAt(const EventSetup &setup, const Incident &incident)
{
    const auto rest = restMax(setup, incident);
    return rest ? std::optional(incident.touched.wall() + *rest) : std::nullopt;
}

/// What may be read; nothing of a restricted incident without the key, also what was written before it was one.
std::optional<QString> shown(const Look &look, const Incident &incident, const Said &said)
{
    if (incident.isRestricted && look.reader == nullptr) {
        return std::nullopt;
    }
    return readable(said, look.reader);
}

std::vector<Entry> of(Step step, const std::vector<Entry> &entries)
{
    std::vector<Entry> found;
    std::ranges::copy_if(entries, std::back_inserter(found), [step](const Entry &entry) { return entry.step == step; });
    return found;
}

QString join(const QString &a, const QString &b)
{
    return a.isEmpty() ? b : b.isEmpty() ? a : a + QStringLiteral(" ") + b;
}

void addTypes(const Look &look, const Incident &incident, const std::vector<Entry> &words, IncidentView &view)
{
    for (const auto *type : typesOf(look.setup, incident)) {
        view.typeNames.push_back(type->name);
        view.guide.zh = join(view.guide.zh, type->guide.zh);
        view.guide.en = join(view.guide.en, type->guide.en);
        for (const auto &item : type->checklist) {
            if (findByCode(view.checklist, item.code) == nullptr) {
                view.checklist.push_back({item.code, item.text, false, {}});
            }
        }
    }
    if (view.checklist.empty()) {
        return;
    }
    for (const auto &entry : of(Step::Checked, words)) {
        const auto line = std::ranges::find(view.checklist, entry.subject, &ChecklistLineView::code);
        if (line != view.checklist.end()) {
            line->isDone = entry.value != 0;
            line->by = day_query::staffName(look.setup, entry.actor);
        }
    }
}

void addAssignees(const Look &look, const Incident &incident, const std::vector<Entry> &words, IncidentView &view)
{
    for (const auto &entry : of(Step::Assigned, words)) {
        auto known = std::ranges::find(view.assignees, entry.subject, &AssigneeView::staff);
        if (known == view.assignees.end()) {
            known = view.assignees.insert(known, AssigneeView{entry.subject, {}, {}, {}, {}, false});
        }
        known->name = day_query::staffName(look.setup, entry.subject);
        const auto role = shown(look, incident, entry.said).value_or(QString());
        known->role = role.isEmpty() ? known->role : role;
        known->state = AssigneeState(entry.value);
        known->since = entry.time.wall();
        known->isDoubled =
            incident.isOpen() && known->state < AssigneeState::Done && look.doubled.contains(entry.subject);
    }
    std::ranges::stable_sort(view.assignees, {}, &AssigneeView::staff);
}

struct LinkRow {
    OperationHash from;
    OperationHash to;
    QString number;  ///< Of the one that it is linked with.
    int value = 0;
};

/// In the order in which they hold; the last word about a pair and a kind stands.
std::vector<LinkRow> linksOf(const Look &look, const Incident &incident)
{
    auto &rows = look.state.statement(
        "SELECT s.incident, s.other, i.number, s.value, s.version, s.time, s.op FROM incident_step s"
        " JOIN incident i ON i.op = s.other WHERE s.incident = ?1 AND s.step = 3"
        " UNION ALL SELECT s.incident, s.other, i.number, s.value, s.version, s.time, s.op FROM incident_step s"
        " JOIN incident i ON i.op = s.incident WHERE s.other = ?1 AND s.step = 3 ORDER BY 5, 6, 7");
    bindAll(rows, incident.operation);
    std::vector<LinkRow> links;
    while (rows.executeStep()) {
        LinkRow link{idOf<OperationHash>(rows.getColumn(0)), idOf<OperationHash>(rows.getColumn(1)),
                     textOf(rows.getColumn(2)), rows.getColumn(3).getInt()};
        // A relation has no direction; a duplicate is one of the other.
        const bool isRelated = link.value / 2 == int(LinkKind::Related);
        std::erase_if(links, [&](const LinkRow &before) {
            const bool isPair =
                isRelated ? before.number == link.number : before.from == link.from && before.to == link.to;
            return isPair && before.value / 2 == link.value / 2;
        });
        links.push_back(std::move(link));
    }
    std::erase_if(links, [](const LinkRow &link) { return link.value % 2 == 0; });
    return links;
}

void addLinks(const Look &look, const Incident &incident, IncidentView &view)
{
    for (const auto &link : linksOf(look, incident)) {
        if (link.value / 2 == int(LinkKind::DuplicateOf) && link.from == incident.operation) {
            view.duplicateOf = link.number;
        } else if (!view.related.contains(link.number)) {
            view.related << link.number;
        }
    }
    if (incident.isOpen()) {
        view.maybeSame = maybeSame(look.state, incident);
        view.maybeSame.removeIf(
            [&](const QString &number) { return number == view.duplicateOf || view.related.contains(number); });
    }
}

void addPictures(const Look &look, const Incident &incident, const std::vector<Entry> &words, IncidentView &view)
{
    for (const auto &entry : of(Step::Pictured, words)) {
        if (!strikeOf(look.state, entry.operation)) {
            view.pictures.push_back(
                {entry.blob, shown(look, incident, entry.said).value_or(QString()), entry.value, false});
        }
    }
}

/// Somebody is looked for at every exit.
bool isWatched(const EventSetup &setup, const Incident &incident)
{
    return std::ranges::any_of(typesOf(setup, incident), [](const auto *type) { return type->isWatch; });
}

/// An exit looks out once it has seen what is looked for now: what changed since, it is asked about anew.
void addWatch(const Look &look, const Incident &incident, const std::vector<Entry> &words, IncidentView &view)
{
    view.lookOut = incident.lookOut;
    if (!isWatched(look.setup, incident)) {
        return;
    }
    view.exits = exitsOf(look.setup);
    for (const auto &entry : of(Step::Watched, words)) {
        const auto exit = std::ranges::find(view.exits, entry.subject, &ExitView::code);
        if (exit != view.exits.end() && !exit->isWatching && entry.value >= incident.lookOutVersion) {
            exit->isWatching = true;
            exit->by = day_query::staffName(look.setup, entry.actor);
            exit->at = entry.time.wall();
        }
    }
}

IncidentView viewFrom(const Look &look, const Incident &incident)
{
    IncidentView view;
    view.operation = incident.operation;
    view.number = incident.number;
    view.zone = incident.zone;
    view.types = incident.types;
    view.isUrgent = incident.isUrgent;
    view.isRestricted = incident.isRestricted;
    view.state = incident.state;
    view.summary = shown(look, incident, incident.said).value_or(QString()).simplified().left(summaryMax);
    view.since = incident.time.wall();
    view.happenedAt = incident.happenedAt.value_or(view.since);
    view.touchedAt = incident.touched.wall();
    const auto due = untouchedAt(look.setup, incident);
    view.isUntouched = due && look.now >= *due;
    const auto words = registersOf(look.state, incident.operation);
    addTypes(look, incident, words, view);
    addAssignees(look, incident, words, view);
    addLinks(look, incident, view);
    addPictures(look, incident, words, view);
    addWatch(look, incident, words, view);
    return view;
}

IncidentEntryView openingOf(const Look &look, const Incident &incident)
{
    IncidentEntryView view;
    view.operation = incident.operation;
    const auto text = shown(look, incident, incident.said);
    view.text = text.value_or(QString());
    view.isHidden = !text;
    view.actor = day_query::staffName(look.setup, incident.actor);
    view.station = incident.station;
    view.happenedAt = incident.firstSaid.value_or(incident.time.wall());
    view.enteredAt = incident.time.wall();
    return view;
}

/// What was sealed of a return reads as one text.
std::optional<QString> textOf(const Look &look, const Incident &incident, const Entry &entry)
{
    if (entry.step != Step::Returned) {
        return shown(look, incident, entry.said);
    }
    const auto opened = look.reader == nullptr ? std::nullopt : look.reader->open(entry.said.sealed);
    if (!opened) {
        return std::nullopt;
    }
    return QStringList{opened->value(words::to).toString(), opened->value(words::proof).toString(),
                       opened->value(words::signature).toString()}
        .join(QStringLiteral(" · "));
}

IncidentEntryView entryViewOf(const Look &look, const Incident &incident, const Entry &entry)
{
    IncidentEntryView view;
    view.operation = entry.operation;
    view.isGenerated = entry.step != Step::Noted;
    const auto text = textOf(look, incident, entry);
    view.text = text.value_or(QString());
    view.isHidden = !text;
    if (view.isGenerated) {
        QString linked;
        if (entry.step == Step::Linked && entry.other) {
            const auto other = find(look.state, *entry.other);
            linked = other ? other->number : QString();
        }
        view.said = text::saidOf(entry, look.setup, linked);
    } else {
        view.corrects = entry.other;
    }
    view.actor = day_query::staffName(look.setup, entry.actor);
    view.station = entry.station;
    view.happenedAt = entry.happenedAt.value_or(entry.time.wall());
    view.enteredAt = entry.time.wall();
    return view;
}

void setStrike(const Look &look, const Incident &incident, IncidentEntryView &view)
{
    if (const auto struck = strikeOf(look.state, view.operation)) {
        view.isStruck = true;
        view.struckBy = day_query::staffName(look.setup, struck->actor);
        view.struckWhy = shown(look, incident, struck->said).value_or(QString());
    }
}

Look lookAt(Tables &state, const EventSetup &setup, WallTime now, const Reader *reader)
{
    return {state, setup, now, reader, doubled(state)};
}

AlertView alertOf(const EventSetup &setup, const Incident &incident, const char *kind, HybridTime at)
{
    AlertView alert;
    alert.kind = QLatin1String(kind);
    alert.id = QStringLiteral("%1:%2").arg(alert.kind, incident.operation.toHex().left(32));
    alert.zone = incident.zone;
    alert.station = incident.station;
    const auto *station = findByCode(setup.stations, incident.station);
    alert.stationName = station == nullptr ? Words{} : station->name;
    alert.since = at.wall();
    alert.raisedAt = at;
    return alert;
}

/// When the exits were asked last: as what they look out for changed, or as it was opened.
HybridTime askedAt(const Look &look, const Incident &incident)
{
    auto asked = incident.time;
    for (const auto &entry : entriesOf(look.state, incident.operation, Step::Changed)) {
        asked = entry.lookOut ? entry.time : asked;
    }
    return asked;
}

void addWatchAlert(const Look &look, const Incident &incident, std::vector<AlertView> &list)
{
    if (!isWatched(look.setup, incident)) {
        return;
    }
    IncidentView view;
    addWatch(look, incident, registersOf(look.state, incident.operation), view);
    std::erase_if(view.exits, [](const ExitView &exit) { return exit.isWatching; });
    if (view.exits.empty()) {
        return;
    }
    auto alert = alertOf(look.setup, incident, "watch_unanswered", askedAt(look, incident));
    alert.text = text::unwatchedOf(incident, look.setup, view.exits);
    day_query::raise(look.state, look.now, list, std::move(alert));
}

}  // namespace

std::vector<IncidentView> viewsOf(Tables &state, const EventSetup &setup, WallTime now, const Reader *reader)
{
    auto found = open(state, shownMax);
    std::ranges::move(closed(state, std::min(closedShownMax, shownMax - int(found.size()))), std::back_inserter(found));
    const auto look = lookAt(state, setup, now, reader);
    std::vector<IncidentView> views;
    views.reserve(found.size());
    for (const auto &incident : found) {
        views.push_back(viewFrom(look, incident));
    }
    return views;
}

std::vector<IncidentView> allViews(Tables &state, const EventSetup &setup, WallTime now, const Reader *reader)
{
    auto found = open(state, listMax);
    std::ranges::move(closed(state, listMax), std::back_inserter(found));
    std::ranges::sort(found, {}, [](const Incident &incident) { return std::pair(incident.time, incident.operation); });
    const auto look = lookAt(state, setup, now, reader);
    std::vector<IncidentView> views;
    for (const auto &incident : found) {
        views.push_back(viewFrom(look, incident));
    }
    return views;
}

std::optional<IncidentView> viewOf(Tables &state, const EventSetup &setup, WallTime now, const QString &number,
                                   const Reader *reader)
{
    const auto incident = find(state, number);
    if (!incident) {
        return std::nullopt;
    }
    const auto look = lookAt(state, setup, now, reader);
    auto view = viewFrom(look, *incident);
    view.entries.push_back(openingOf(look, *incident));
    for (const auto &entry : entriesOf(state, incident->operation)) {
        view.entries.push_back(entryViewOf(look, *incident, entry));
    }
    for (auto &entry : view.entries) {
        setStrike(look, *incident, entry);
    }
    return view;
}

void addAlerts(Tables &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    const Look look{state, setup, now, nullptr, {}};
    for (const auto &incident : open(state, shownMax)) {
        if (incident.isUrgent && incident.state == State::Open) {
            const auto at = std::max(incident.urgentAt, incident.stateAt);
            auto alert = alertOf(setup, incident, "incident_urgent", at);
            alert.text = text::urgentOf(incident, setup);
            day_query::raise(state, now, list, std::move(alert));
        }
        const auto due = untouchedAt(setup, incident);
        if (due && now >= *due) {
            auto alert = alertOf(setup, incident, "incident_untouched", HybridTime::at(*due));
            alert.text = text::untouchedOf(incident, setup);
            day_query::raise(state, now, list, std::move(alert));
        }
        addWatchAlert(look, incident, list);
    }
}

std::vector<ExitView> exitsOf(const EventSetup &setup)
{
    std::vector<ExitView> exits;
    QStringList zones;  // Where a post of the plan is an exit.
    for (const auto &post : setup.posts) {
        if (post.isExit) {
            exits.push_back({post.code, post.name, post.zone, false, {}, {}});
            zones << post.zone;
        }
    }
    for (const auto &station : setup.stations) {
        if (station.role == QLatin1String("greeter") && !zones.contains(station.zone)) {
            exits.push_back({station.code, station.name, station.zone, false, {}, {}});
        }
    }
    return exits;
}

QStringList exitsAt(const EventSetup &setup, const QString &station, const QString &zone)
{
    QStringList codes;
    for (const auto &exit : exitsOf(setup)) {
        if (exit.code == station || (!zone.isEmpty() && exit.zone == zone)) {
            codes << exit.code;
        }
    }
    return codes;
}

}  // namespace muster::incidents

namespace muster {

QStringList IncidentView::exitsThat(bool areWatching) const
{
    QStringList codes;
    for (const auto &exit : exits) {
        if (exit.isWatching == areWatching) {
            codes << exit.code;
        }
    }
    return codes;
}

}  // namespace muster
