#include "core/venue/modes/messages.h"

#include "core/journal/body.h"
#include "core/venue/day/day_query.h"
#include "core/venue/devices/devices.h"
#include "core/venue/devices/roles.h"
#include "core/venue/door/rules.h"
#include "core/venue/staff/people.h"
#include "core/venue/staff/role_words.h"
#include "core/venue/staff/sign_on.h"

namespace muster::messages {
namespace {

const QString toAll = QStringLiteral("all");
const QString toRole = QStringLiteral("role:");
const QString toZone = QStringLiteral("zone:");

Words noText() { return {QStringLiteral("请填写要说的话"), QStringLiteral("Please write what is to be said")}; }

Words noSuchMessage() { return {QStringLiteral("没有这条通知"), QStringLiteral("There is no such message")}; }

Words noSuchReceiver(const QString &to)
{
    return {QStringLiteral("不知道“%1”是谁：可填 all、role:角色 或 zone:区域").arg(to),
            QStringLiteral("\"%1\" is nobody: say all, role:ROLE or zone:ZONE").arg(to)};
}

Words shownNowhere(const QString &to)
{
    return {QStringLiteral("现在没有设备会显示给“%1”：没有这样的设备，也没有这样的人登录").arg(to),
            QStringLiteral("No device shows this now: none is for %1, and nobody of that kind has signed on").arg(to)};
}

bool isKnown(const EventSetup &setup, const QString &to)
{
    if (to.startsWith(toZone)) {
        return findByCode(setup.zones, to.mid(toZone.size())) != nullptr;
    }
    const auto role = to.startsWith(toRole) ? to.mid(toRole.size()) : QString();
    return to == toAll ||
           (!role.isEmpty() &&
            (roles::enrollable().contains(role) ||
             std::ranges::any_of(setup.staff, [&](const StaffMember &member) { return member.roles.contains(role); })));
}

std::optional<OperationHash> find(State &state, const QString &message)
{
    const auto id = OperationHash::fromHex(message);
    auto &row = state.statement("SELECT 1 FROM message WHERE op = ?");
    return id && bindAll(row, *id).executeStep() ? id : std::nullopt;
}

Folded foldSaid(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto to = body.text("to");
    const auto text = body.text("text");
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    body.require(!text.isEmpty() && to.size() <= toMax && text.size() <= textMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a message"));
    }
    run(state.statement("INSERT INTO message VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash, day, to,
        text, operation.actor, operation.time.value);
    return Folded::applied();
}

Folded foldRead(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto message = body.id<OperationHash>("message");
    const auto station = body.textOr("station");
    body.require(station.size() <= stationMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a receipt"));
    }
    run(state.statement("INSERT INTO message_read VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), message,
        operation.hash, operation.origin, operation.actor, station, operation.time.value);
    return Folded::applied();
}

/// Each reader once, the first one first: a name, a station, or both.
void addReaders(State &state, const EventSetup &setup, const OperationHash &message, MessageView &view)
{
    auto &rows = state.statement("SELECT actor, station FROM message_read WHERE message = ?"
                                 " GROUP BY device, actor, station ORDER BY min(time), device, actor, station LIMIT ?");
    bindAll(rows, message, readersMax);
    while (rows.executeStep()) {
        const auto actor = textOf(rows.getColumn(0));
        const auto station = textOf(rows.getColumn(1));
        const auto name = actor.isEmpty() ? QString() : day_query::staffName(setup, actor);
        view.readers << (name.isEmpty() || station.isEmpty() ? name + station
                                                             : QStringLiteral("%1 (%2)").arg(name, station));
    }
    view.readBy = int(view.readers.size());
}

}  // namespace

QString saidKind() { return QStringLiteral("message.said"); }
QString readKind() { return QStringLiteral("message.read"); }
QStringList kinds() { return {saidKind(), readKind()}; }
QStringList tables() { return {QStringLiteral("message"), QStringLiteral("message_read")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE message(op BLOB PRIMARY KEY, day INTEGER NOT NULL, receiver TEXT NOT NULL,"
                  " words TEXT NOT NULL, actor TEXT NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX message_day ON message(day, time, op);"
                  "CREATE TABLE message_read(message BLOB, op BLOB, device BLOB NOT NULL, actor TEXT NOT NULL,"
                  " station TEXT NOT NULL, time INTEGER NOT NULL, PRIMARY KEY(message, op)) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation)
{
    return operation.kind == saidKind() ? foldSaid(state, operation) : foldRead(state, operation);
}

Answer decide(Desk &desk, const Act &act, const Say &command)
{
    const auto text = command.text.trimmed().left(textMax);
    if (text.isEmpty()) {
        return desk.refused(act, Outcome::NotAllowed, noText(), QStringLiteral("no_text"));
    }
    if (!isKnown(desk.setup(), command.to) || command.to.size() > toMax) {
        return desk.refused(act, Outcome::NotFound, noSuchReceiver(command.to.left(toMax)),
                            QStringLiteral("no_receiver"));
    }
    Draft draft;
    draft.kind = saidKind();
    draft.body = {{key("to"), command.to}, {key("text"), text}, {key("day"), presence::resetCount(desk.state())}};
    auto answer = desk.done(act, std::move(draft));
    recall(desk, command, answer);
    return answer;
}

void recall(Desk &desk, const Say &command, Answer &answer)
{
    answer.subjects = shownAt(desk.state(), desk.setup(), command.to);
    if (answer.outcome == Outcome::Done && answer.subjects.isEmpty()) {
        answer.reason = shownNowhere(command.to);
        answer.why = QStringLiteral("shown_nowhere");
    }
}

Answer decide(Desk &desk, const Act &act, const MarkRead &command)
{
    const auto message = find(desk.state(), command.message);
    if (!message) {
        return desk.refused(act, Outcome::NotFound, noSuchMessage(), QStringLiteral("no_message"));
    }
    auto &row = desk.state().statement("SELECT op FROM message_read WHERE message = ? AND device = ? AND actor = ?"
                                       " ORDER BY time, op LIMIT 1");
    if (bindAll(row, *message, desk.journal().device(), act.actor).executeStep()) {
        Answer answer;
        answer.outcome = Outcome::Done;
        answer.request = act.request;
        answer.operation = idOf<OperationHash>(row.getColumn(0));
        return answer;
    }
    Draft draft;
    draft.kind = readKind();
    draft.body = {{key("message"), message->toBytes()}, {key("station"), desk.post().station.left(stationMax)}};
    return desk.done(act, std::move(draft));
}

QStringList shownAt(State &state, const EventSetup &setup, const QString &to)
{
    std::map<DeviceId, QStringList> workers;
    for (const auto &one : staff::signedOn(state)) {
        if (const auto member = staff::find(state, setup, one.staff)) {
            workers[one.device] += member->roles;
        }
    }
    QStringList names;
    for (const auto &device : devices::all(state)) {
        const bool isAsked =
            !device.isRevoked && device.role != QLatin1String("coordinator") && device.role != QLatin1String("kiosk");
        const auto *station = findByCode(setup.stations, device.station);
        const bool isBoard = device.role == QLatin1String("board");  // Walls show what is said to all.
        const auto roles = isBoard ? QStringList() : staff::rolesAt(device.role, workers[device.id]);
        const auto zone = station == nullptr || isBoard ? QString() : station->zone;
        if (isAsked && isFor(to, roles, zone)) {
            names << (device.name.isEmpty() ? device.station : device.name);
        }
    }
    return names;
}

std::vector<MessageView> viewsOf(State &state, const EventSetup &setup)
{
    auto &rows = state.statement("SELECT op, receiver, words, actor, time FROM message WHERE day = ?"
                                 " ORDER BY time DESC, op DESC LIMIT ?");
    bindAll(rows, presence::resetCount(state), shownMax);
    std::vector<MessageView> views;
    std::vector<OperationHash> messages;
    while (rows.executeStep()) {
        messages.push_back(idOf<OperationHash>(rows.getColumn(0)));
        MessageView view;
        view.id = messages.back().toHex();
        view.to = textOf(rows.getColumn(1));
        view.text = textOf(rows.getColumn(2));
        view.from = day_query::staffName(setup, textOf(rows.getColumn(3)));
        view.at = HybridTime{quint64(rows.getColumn(4).getInt64())}.wall();
        views.push_back(std::move(view));
    }
    QMap<QString, int> shown;  // Messages are many, receivers few.
    for (std::size_t i = 0; i < views.size(); ++i) {
        addReaders(state, setup, messages[i], views[i]);
        if (!shown.contains(views[i].to)) {
            shown[views[i].to] = int(shownAt(state, setup, views[i].to).size());
        }
        views[i].shownAt = shown[views[i].to];
    }
    return views;
}

void markRead(State &state, const DeviceId &device, std::vector<MessageView> &views)
{
    for (auto &view : views) {
        auto &row = state.statement("SELECT 1 FROM message_read WHERE message = ? AND device = ? LIMIT 1");
        const auto id = OperationHash::fromHex(view.id);
        view.isReadHere = id && bindAll(row, *id, device).executeStep();
    }
}

}  // namespace muster::messages
