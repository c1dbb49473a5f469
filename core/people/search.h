#pragma once
#include "core/people/postings.h"
#include "core/people/query.h"

#include <functional>

namespace muster::people {

/// Walks through the rows that an expression names, in ascending order, block by block: whoever needs fifty of
/// seventy thousand stops early.
class Sweep {
public:
    /// Rows from 0 to @p rowMax.
    Sweep(Storage &storage, Postings &postings, Postings::Row rowMax)
        : m_storage(&storage), m_postings(&postings), m_rowMax(rowMax)
    {
    }

    /// Calls @p visit for each row until it returns false.
    void run(const Expression &expression, const std::function<bool(Postings::Row)> &visit);

private:
    /// Without what no row has; unset if nothing is left.
    [[nodiscard]] std::optional<Expression> pruned(const Expression &expression);
    [[nodiscard]] bool isKnown(Token token);
    [[nodiscard]] std::vector<Postings::Offset> rowsOf(const Expression &expression, Postings::Block block);
    [[nodiscard]] const std::vector<Postings::Offset> &rowsWith(Token token, Postings::Block block);

    Storage *m_storage;
    Postings *m_postings;
    Postings::Row m_rowMax;
    std::unordered_map<quint64, bool> m_known;
    std::unordered_map<quint64, std::vector<Postings::Offset>> m_rows;  ///< Of the block at hand.
};

}  // namespace muster::people
