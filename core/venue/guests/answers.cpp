#include "core/venue/guests/answers.h"

#include "core/base/crypto.h"
#include "core/journal/body.h"

namespace muster::answers {

GuestId keyNameOf(const GuestId &guest, const RequestId &request)
{
    const auto hash = hash256(QByteArrayLiteral("answers\n") + guest.toBytes() + request.toBytes()).toBytes();
    return GuestId::fromBytes(hash.first(GuestId::size)).value_or(GuestId{});
}

QString kind() { return QStringLiteral("guests.answered"); }

Draft answered(const GuestId &guest, const Sealed &sealed)
{
    Draft draft;
    draft.kind = kind();
    draft.body = {{key("guest"), guest.toBytes()}, {key("key"), sealed.keyOf.toBytes()}, {key("sealed"), sealed.bytes}};
    return draft;
}

QStringList tables() { return {QStringLiteral("answer")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE answer(op BLOB PRIMARY KEY, guest BLOB NOT NULL, key_of BLOB NOT NULL,"
                  " sealed BLOB NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX answer_guest ON answer(guest);");
}

Folded fold(State &state, const Operation &operation, std::vector<GuestId> &changed)
{
    BodyReader body(operation.bodyMap());
    const auto guest = body.id<GuestId>("guest");
    const auto keyOf = body.id<GuestId>("key");
    const auto sealed = body.bytes("sealed");
    body.require(keyOf == guest || keyOf == keyNameOf(guest, operation.request));
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a guest's answers"));
    }
    bindAll(state.statement("INSERT INTO answer VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash, guest,
            keyOf, sealed, operation.time.value)
        .exec();
    changed.push_back(guest);
    return Folded::applied();
}

std::vector<Answered> of(State &state, const GuestId &guest)
{
    std::vector<Answered> found;
    auto &rows = state.statement("SELECT op, key_of, sealed, time FROM answer WHERE guest = ? ORDER BY time, op");
    bindAll(rows, guest);
    while (rows.executeStep()) {
        found.push_back({idOf<OperationHash>(rows.getColumn(0)),
                         guest,
                         {idOf<GuestId>(rows.getColumn(1)), bytesOf(rows.getColumn(2))},
                         HybridTime{quint64(rows.getColumn(3).getInt64())}.wall()});
    }
    return found;
}

}  // namespace muster::answers
