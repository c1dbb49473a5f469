#include "core/venue/plan/plan_room.h"

#include "core/journal/body.h"
#include "core/venue/plan/setup_codec.h"

namespace muster::plan_room {
namespace {

constexpr qsizetype itemsMax = 400;
constexpr qsizetype chunkBytesMax = 24 * 1024;

/// An item as wanted: where it stands in its section is part of its value, so that lists keep the plan's order.
struct Item {
    QString section;
    QString code;
    QByteArray value;  ///< A CBOR map.
};

template<class Things>
void add(std::vector<Item> &items, const char *section, const Things &things)
{
    int position = 0;
    for (const auto &thing : things) {
        auto map = toCbor(thing);
        map.insert(key("position"), position++);
        items.push_back({QString::fromLatin1(section), thing.code, QCborValue(map).toCbor()});
    }
}

std::vector<Item> itemsOf(const EventSetup &setup)
{
    std::vector<Item> items;
    items.push_back({QStringLiteral("event"), QStringLiteral("event"), QCborValue(headToCbor(setup)).toCbor()});
    add(items, "zone", setup.zones);
    add(items, "class", setup.classes);
    add(items, "rule", setup.rules);
    add(items, "session", setup.sessions);
    add(items, "question", setup.questions);
    add(items, "staff", setup.staff);
    add(items, "station", setup.stations);
    add(items, "series", setup.series);
    add(items, "service", setup.services);
    add(items, "priority", setup.priorities);
    add(items, "prize", setup.prizes);
    add(items, "stock", setup.stocks);
    add(items, "draw", setup.draws);
    add(items, "unit", setup.units);
    add(items, "merchant", setup.merchants);
    add(items, "post", setup.posts);
    add(items, "shift", setup.shifts);
    add(items, "gear", setup.gear);
    add(items, "assembly", setup.assemblyPoints);
    add(items, "incident", setup.incidentTypes);
    add(items, "cue", setup.cues);
    add(items, "task", setup.tasks);
    add(items, "material", setup.materials);
    add(items, "alert", setup.alertRules);
    add(items, "target", setup.targets);
    return items;
}

struct Known {
    QByteArray value;
    qint64 version = 0;
};

std::map<std::pair<QString, QString>, Known> knownItems(State &state)
{
    std::map<std::pair<QString, QString>, Known> known;
    auto &rows = state.statement("SELECT section, code, value, version FROM plan_item");
    while (rows.executeStep()) {
        known[{textOf(rows.getColumn(0)), textOf(rows.getColumn(1))}] = {bytesOf(rows.getColumn(2)),
                                                                         rows.getColumn(3).getInt64()};
    }
    return known;
}

/// An item that is to be another one.
struct Difference : Item {
    Change::What what = Change::Changed;
    qint64 version = 0;  ///< Of what is wanted.
};

std::vector<Difference> differences(const EventSetup &wanted, State &state)
{
    auto known = knownItems(state);
    std::vector<Difference> found;
    for (auto &item : itemsOf(wanted)) {
        const auto was = known.extract({item.section, item.code});
        if (was.empty() || was.mapped().value != item.value) {
            const bool isNew = was.empty() || was.mapped().value.isEmpty();
            found.push_back({std::move(item), isNew ? Change::Added : Change::Changed,
                             nextVersion(was.empty() ? 0 : was.mapped().version)});
        }
    }
    for (const auto &[name, was] : known) {
        if (!was.value.isEmpty()) {
            found.push_back({{name.first, name.second, {}}, Change::Gone, nextVersion(was.version)});
        }
    }
    return found;
}

template<class Thing>
void take(std::vector<Thing> &into, BodyReader &body, const QString &code)
{
    Thing thing;
    fromCbor(body, code, thing);
    into.push_back(std::move(thing));
}

using Reader = void (*)(EventSetup &, BodyReader &, const QString &);

template<auto list>
void takeInto(EventSetup &setup, BodyReader &body, const QString &code)
{
    take(setup.*list, body, code);
}

const std::map<QString, Reader> &readers()
{
    static const std::map<QString, Reader> all{
        {QStringLiteral("zone"), takeInto<&EventSetup::zones>},
        {QStringLiteral("class"), takeInto<&EventSetup::classes>},
        {QStringLiteral("rule"), takeInto<&EventSetup::rules>},
        {QStringLiteral("session"), takeInto<&EventSetup::sessions>},
        {QStringLiteral("question"), takeInto<&EventSetup::questions>},
        {QStringLiteral("staff"), takeInto<&EventSetup::staff>},
        {QStringLiteral("station"), takeInto<&EventSetup::stations>},
        {QStringLiteral("series"), takeInto<&EventSetup::series>},
        {QStringLiteral("service"), takeInto<&EventSetup::services>},
        {QStringLiteral("priority"), takeInto<&EventSetup::priorities>},
        {QStringLiteral("prize"), takeInto<&EventSetup::prizes>},
        {QStringLiteral("stock"), takeInto<&EventSetup::stocks>},
        {QStringLiteral("draw"), takeInto<&EventSetup::draws>},
        {QStringLiteral("unit"), takeInto<&EventSetup::units>},
        {QStringLiteral("merchant"), takeInto<&EventSetup::merchants>},
        {QStringLiteral("post"), takeInto<&EventSetup::posts>},
        {QStringLiteral("shift"), takeInto<&EventSetup::shifts>},
        {QStringLiteral("gear"), takeInto<&EventSetup::gear>},
        {QStringLiteral("assembly"), takeInto<&EventSetup::assemblyPoints>},
        {QStringLiteral("incident"), takeInto<&EventSetup::incidentTypes>},
        {QStringLiteral("cue"), takeInto<&EventSetup::cues>},
        {QStringLiteral("task"), takeInto<&EventSetup::tasks>},
        {QStringLiteral("material"), takeInto<&EventSetup::materials>},
        {QStringLiteral("alert"), takeInto<&EventSetup::alertRules>},
        {QStringLiteral("target"), takeInto<&EventSetup::targets>},
    };
    return all;
}

}  // namespace

QString kind() { return QStringLiteral("plan.set"); }

std::vector<Change> changesTo(const EventSetup &wanted, State &state)
{
    std::vector<Change> changes;
    for (const auto &item : differences(wanted, state)) {
        changes.push_back({item.section, item.code, item.what});
    }
    return changes;
}

std::vector<Draft> draftsFor(const EventSetup &wanted, State &state)
{
    std::vector<Draft> drafts;
    QCborArray chunk;
    qsizetype chunkBytes = 0;
    const auto flush = [&] {
        if (!chunk.isEmpty()) {
            Draft draft;
            draft.kind = kind();
            draft.body = {{key("items"), chunk}};
            drafts.push_back(std::move(draft));
            chunk = {};
            chunkBytes = 0;
        }
    };
    for (const auto &item : differences(wanted, state)) {
        if (chunkBytes + item.value.size() > chunkBytesMax || chunk.size() >= itemsMax) {
            flush();
        }
        chunk.append(QCborArray{item.section, item.code, item.value, item.version});
        chunkBytes += item.value.size() + 64;
    }
    flush();
    return drafts;
}

QStringList tables() { return {QStringLiteral("plan_item")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE plan_item(section TEXT, code TEXT, value BLOB NOT NULL, version INTEGER NOT NULL,"
                  " time INTEGER NOT NULL, origin BLOB NOT NULL, PRIMARY KEY(section, code)) WITHOUT ROWID");
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto items = body.array("items", itemsMax);
    for (const auto &value : items) {
        const auto item = value.toArray();
        body.require(item.size() == 4 && item.at(0).isString() && item.at(1).isString() && item.at(2).isByteArray() &&
                     item.at(3).isInteger() && item.at(3).toInteger() > 0 && item.at(3).toInteger() <= versionMax);
    }
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a part of a plan"));
    }
    for (const auto &value : items) {
        const auto item = value.toArray();
        bindAll(state.statement(
                    "INSERT INTO plan_item VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value,"
                    " version = excluded.version, time = excluded.time, origin = excluded.origin"
                    " WHERE (excluded.version, excluded.time, excluded.origin, excluded.value) >"
                    " (version, time, origin, value)"),
                item.at(0).toString(), item.at(1).toString(), item.at(2).toByteArray(), item.at(3).toInteger(),
                operation.time.value, operation.origin)
            .exec();
    }
    return Folded::applied();
}

EventSetup load(State &state)
{
    EventSetup setup;
    setup.language.clear();
    struct Row {
        QString section;
        QString code;
        qint64 position;
        QCborMap value;
    };
    std::vector<Row> found;
    auto &rows = state.statement("SELECT section, code, value FROM plan_item WHERE length(value) > 0");
    while (rows.executeStep()) {
        const auto map = QCborValue::fromCbor(bytesOf(rows.getColumn(2))).toMap();
        found.push_back(
            {textOf(rows.getColumn(0)), textOf(rows.getColumn(1)), map.value(key("position")).toInteger(), map});
    }
    std::ranges::sort(found, {}, [](const Row &row) { return std::tie(row.position, row.code); });
    for (const auto &row : found) {
        BodyReader body(row.value);
        if (row.section == QLatin1String("event")) {
            headFromCbor(body, setup);
        } else if (const auto reader = readers().find(row.section); reader != readers().end()) {
            reader->second(setup, body, row.code);
        }
    }
    return setup;
}

}  // namespace muster::plan_room
