#include "core/venue/guests/tickets.h"

#include "core/journal/body.h"

namespace muster::tickets {
namespace {

QByteArray message(quint16 id, const PublicKey &ticketKey, const EventId &event)
{
    return QByteArrayLiteral("muster ticket key\n") + event.toBytes() + QByteArray::number(id) + '\n' +
           ticketKey.toBytes();
}

}  // namespace

QString kind() { return QStringLiteral("tickets.key_added"); }

Draft keyAdded(const TicketKey &ticketKey, const EventId &event, const SigningKey &eventKey)
{
    Draft draft;
    draft.kind = kind();
    draft.body = {{key("id"), ticketKey.id},
                  {key("key"), ticketKey.key.toBytes()},
                  {key("signature"), eventKey.sign(message(ticketKey.id, ticketKey.key, event)).toBytes()}};
    return draft;
}

QStringList tables() { return {QStringLiteral("ticket_key")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE ticket_key(id INTEGER, key BLOB, PRIMARY KEY(id, key)) WITHOUT ROWID");
}

Folded fold(State &state, const Operation &operation, const EventId &event, const PublicKey &eventKey)
{
    BodyReader body(operation.bodyMap());
    const auto id = quint16(body.number("id", 0, 65'535));
    const auto ticketKey = body.id<PublicKey>("key");
    const auto signature = body.id<Signature>("signature");
    if (!body.isGood() || !verify(signature, message(id, ticketKey, event), eventKey)) {
        return Folded::malformed(QStringLiteral("a ticket key that the event key did not sign"));
    }
    bindAll(state.statement("INSERT INTO ticket_key VALUES(?, ?) ON CONFLICT DO NOTHING"), int(id), ticketKey).exec();
    return Folded::applied();
}

std::vector<TicketKey> keys(State &state)
{
    std::vector<TicketKey> found;
    auto &rows = state.statement("SELECT id, key FROM ticket_key ORDER BY id, key");
    while (rows.executeStep()) {
        found.push_back({quint16(rows.getColumn(0).getInt()), idOf<PublicKey>(rows.getColumn(1))});
    }
    return found;
}

}  // namespace muster::tickets
