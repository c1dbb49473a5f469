#include "core/venue/guests/forgetting.h"

#include "core/journal/body.h"

#include <algorithm>

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
    std::ranges::move(buriedWith(state, guest), std::back_inserter(changed));
    return Folded::applied();
}

std::vector<GuestId> buried(State &state)
{
    auto &rows = state.statement("SELECT guest FROM forgotten UNION SELECT a.key_of FROM answer a"
                                 " WHERE a.guest IN (SELECT guest FROM forgotten) ORDER BY 1");
    return idsOf<GuestId>(rows);
}

std::vector<GuestId> buriedWith(State &state, const GuestId &guest)
{
    auto &rows = state.statement("SELECT guest FROM forgotten WHERE guest = ?1 UNION SELECT a.key_of FROM answer a"
                                 " WHERE a.guest = ?1 AND EXISTS(SELECT 1 FROM forgotten WHERE guest = ?1)");
    bindAll(rows, guest);
    return idsOf<GuestId>(rows);
}

}  // namespace muster::forgetting
