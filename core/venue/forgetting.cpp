#include "core/venue/forgetting.h"

#include "core/journal/body.h"

namespace muster::forgetting {

QString kind() { return QStringLiteral("guests.forgotten"); }

Draft forgotten(const GuestId &guest, const QString &reason)
{
    Draft draft;
    draft.kind = kind();
    draft.body = {{key("guest"), guest.toBytes()}, {key("reason"), reason}};
    return draft;
}

QStringList tables() { return {QStringLiteral("forgotten")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE forgotten(guest BLOB, op BLOB, PRIMARY KEY(guest, op)) WITHOUT ROWID");
}

Folded fold(State &state, const Operation &operation, std::vector<GuestId> &changed)
{
    BodyReader body(operation.bodyMap());
    const auto guest = body.id<GuestId>("guest");
    std::ignore = body.textOr("reason");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a wish to be forgotten"));
    }
    bindAll(state.statement("INSERT INTO forgotten VALUES(?, ?) ON CONFLICT DO NOTHING"), guest, operation.hash).exec();
    changed.push_back(guest);
    return Folded::applied();
}

std::vector<GuestId> all(State &state)
{
    std::vector<GuestId> found;
    auto &rows = state.statement("SELECT DISTINCT guest FROM forgotten ORDER BY guest");
    while (rows.executeStep()) {
        found.push_back(idOf<GuestId>(rows.getColumn(0)));
    }
    return found;
}

}  // namespace muster::forgetting
