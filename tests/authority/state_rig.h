#pragma once
#include "core/authority/claims.h"
#include "core/authority/ledger.h"
#include "core/journal/body.h"
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"

#include <memory>

namespace muster::test {

/// State tables of one room in memory, without a journal: what a device knows of rights, folded by hand.
class StateRig {
public:
    StateRig() : m_database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), state(m_database)
    {
        ledger::createTables(state);
        claims::createTables(state);
    }

private:
    SQLite::Database m_database;

public:
    State state;
};

template<class IdType>
IdType idOf(quint8 number)
{
    IdType id;
    id.bytes.fill(number);
    return id;
}

/// @p draft as written by @p author, the @p number th of the whole test.
inline Operation written(const Draft &draft, const StreamKey &author, quint64 number)
{
    Operation operation;
    operation.origin = author.origin;
    operation.incarnation = author.incarnation;
    operation.sequence = Sequence{number};
    operation.time = HybridTime{number << 16U};
    operation.epoch = Epoch{1};
    operation.request = draft.request;
    operation.kind = draft.kind;
    operation.body = QCborValue(draft.body).toCbor();
    operation.hash = operationHashOf(operation.encode());
    return operation;
}

}  // namespace muster::test
