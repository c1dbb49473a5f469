#include "core/venue/posts/roll.h"

#include "core/journal/body.h"
#include "core/venue/guests/presence.h"
#include "core/venue/posts/posts.h"
#include "core/venue/staff/people.h"

namespace muster::roll {
namespace {

Words noSuchPlace(const QString &place)
{
    return {QStringLiteral("没有集合点或区域 %1").arg(place),
            QStringLiteral("There is no assembly point or zone %1").arg(place)};
}

Words nobody()
{
    return {QStringLiteral("没有这位工作人员，也没有来宾使用此码"),
            QStringLiteral("Neither staff nor one guest is known by this code")};
}

}  // namespace

QString kind() { return QStringLiteral("roll.called"); }

QStringList tables() { return {QStringLiteral("roll_now")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE roll_now(day INTEGER, staff TEXT, guest BLOB, place TEXT NOT NULL,"
                  " is_present INTEGER NOT NULL, version INTEGER NOT NULL, time INTEGER NOT NULL, op BLOB NOT NULL,"
                  " PRIMARY KEY(day, staff, guest)) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    const auto place = body.text("place");
    const auto staff = body.textOr("staff");
    const auto guest = body.optionalId<GuestId>("guest");
    const bool isPresent = body.flag("present");
    const auto version = body.number("version", 1, versionMax);
    body.require(!place.isEmpty() && place.size() <= posts::codeLengthMax && staff.size() <= posts::codeLengthMax &&
                 staff.isEmpty() == guest.has_value());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a word of a roll call"));
    }
    run(state.statement("INSERT INTO roll_now VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(day, staff, guest) DO UPDATE"
                        " SET place = excluded.place, is_present = excluded.is_present, version = excluded.version,"
                        " time = excluded.time, op = excluded.op WHERE (excluded.version, excluded.time, excluded.op)"
                        " > (roll_now.version, roll_now.time, roll_now.op)"),
        day, staff, guest.value_or(GuestId{}), place, isPresent, version, operation.time.value, operation.hash);
    return Folded::applied();
}

std::vector<Call> calls(State &state)
{
    auto &rows = state.statement("SELECT staff, guest, place, is_present, time FROM roll_now WHERE day = ?"
                                 " ORDER BY staff, guest");
    bindAll(rows, presence::resetCount(state));
    std::vector<Call> found;
    while (rows.executeStep()) {
        Call call;
        call.staff = textOf(rows.getColumn(0));
        if (call.staff.isEmpty()) {
            call.guest = idOf<GuestId>(rows.getColumn(1));
        }
        call.place = textOf(rows.getColumn(2));
        call.isPresent = rows.getColumn(3).getInt() != 0;
        call.time = {quint64(rows.getColumn(4).getInt64())};
        found.push_back(std::move(call));
    }
    return found;
}

}  // namespace muster::roll

namespace muster::posts {

Answer decide(Desk &desk, const Act &act, const CallRoll &command)
{
    const auto &setup = desk.setup();
    if (findByCode(setup.assemblyPoints, command.place) == nullptr &&
        findByCode(setup.zones, command.place) == nullptr) {
        return desk.refused(act, Outcome::NotFound, roll::noSuchPlace(command.place), QStringLiteral("no_place"));
    }
    const auto member = staff::find(desk.state(), setup, command.staff);
    const auto guest = member ? std::nullopt : desk.guestOf(command.payload, command.guest);
    if (!member && !guest) {
        return desk.refused(act, Outcome::NotFound, roll::nobody(), QStringLiteral("nobody"));
    }
    const auto code = member ? member->code : QString();
    const auto day = presence::resetCount(desk.state());
    auto &row = desk.state().statement("SELECT coalesce(max(version), 0) FROM roll_now WHERE day = ? AND staff = ?"
                                       " AND guest = ?");
    bindAll(row, day, code, guest.value_or(GuestId{})).executeStep();
    Draft draft;
    draft.kind = roll::kind();
    draft.body = {{key("day"), day},
                  {key("place"), command.place},
                  {key("staff"), code},
                  {key("present"), command.isPresent},
                  {key("version"), nextVersion(row.getColumn(0).getInt64())}};
    if (guest) {
        draft.body.insert(key("guest"), guest->toBytes());
    }
    auto answer = desk.done(act, std::move(draft));
    if (guest) {
        answer.guest = viewOf(desk.state(), setup, *guest);
    }
    return answer;
}

}  // namespace muster::posts
