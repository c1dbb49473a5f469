#include "core/venue/plan/plan_room.h"

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

template<class Thing>
void take(std::vector<Thing> &into, BodyReader &body, const QString &code)
{
    Thing thing;
    fromCbor(body, code, thing);
    into.push_back(std::move(thing));
}

using Reader = void (*)(EventSetup &, BodyReader &, const QString &);

const std::map<QString, Reader> &readers()
{
    static const std::map<QString, Reader> all{
        {QStringLiteral("zone"), [](EventSetup &s, BodyReader &b, const QString &code) { take(s.zones, b, code); }},
        {QStringLiteral("class"), [](EventSetup &s, BodyReader &b, const QString &code) { take(s.classes, b, code); }},
        {QStringLiteral("rule"), [](EventSetup &s, BodyReader &b, const QString &code) { take(s.rules, b, code); }},
        {QStringLiteral("session"),
         [](EventSetup &s, BodyReader &b, const QString &code) { take(s.sessions, b, code); }},
        {QStringLiteral("question"),
         [](EventSetup &s, BodyReader &b, const QString &code) { take(s.questions, b, code); }},
        {QStringLiteral("staff"), [](EventSetup &s, BodyReader &b, const QString &code) { take(s.staff, b, code); }},
        {QStringLiteral("station"),
         [](EventSetup &s, BodyReader &b, const QString &code) { take(s.stations, b, code); }},
        {QStringLiteral("series"), [](EventSetup &s, BodyReader &b, const QString &code) { take(s.series, b, code); }},
        {QStringLiteral("service"),
         [](EventSetup &s, BodyReader &b, const QString &code) { take(s.services, b, code); }},
        {QStringLiteral("priority"),
         [](EventSetup &s, BodyReader &b, const QString &code) { take(s.priorities, b, code); }},
        {QStringLiteral("prize"), [](EventSetup &s, BodyReader &b, const QString &code) { take(s.prizes, b, code); }},
        {QStringLiteral("stock"), [](EventSetup &s, BodyReader &b, const QString &code) { take(s.stocks, b, code); }},
        {QStringLiteral("draw"), [](EventSetup &s, BodyReader &b, const QString &code) { take(s.draws, b, code); }},
        {QStringLiteral("unit"), [](EventSetup &s, BodyReader &b, const QString &code) { take(s.units, b, code); }},
        {QStringLiteral("merchant"),
         [](EventSetup &s, BodyReader &b, const QString &code) { take(s.merchants, b, code); }},
    };
    return all;
}

}  // namespace

QString kind() { return QStringLiteral("plan.set"); }

std::vector<Draft> draftsFor(const EventSetup &wanted, State &state)
{
    auto known = knownItems(state);
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
    const auto set = [&](const QString &section, const QString &code, const QByteArray &value, qint64 version) {
        if (chunkBytes + value.size() > chunkBytesMax || chunk.size() >= itemsMax) {
            flush();
        }
        chunk.append(QCborArray{section, code, value, version});
        chunkBytes += value.size() + 64;
    };
    for (const auto &item : itemsOf(wanted)) {
        const auto found = known.extract({item.section, item.code});
        if (found.empty() || found.mapped().value != item.value) {
            set(item.section, item.code, item.value, found.empty() ? 1 : found.mapped().version + 1);
        }
    }
    for (const auto &[name, gone] : known) {
        if (!gone.value.isEmpty()) {
            set(name.first, name.second, {}, gone.version + 1);
        }
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
                     item.at(3).isInteger() && item.at(3).toInteger() > 0);
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
