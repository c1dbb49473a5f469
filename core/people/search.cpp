#include "core/people/search.h"

#include <algorithm>

namespace muster::people {

void Sweep::run(const Expression &expression, const std::function<bool(Postings::Row)> &visit)
{
    const auto tree = pruned(expression);
    if (!tree) {
        return;
    }
    for (Postings::Block block = 0; block <= m_rowMax / Postings::rowsPerBlock; ++block) {
        m_rows.clear();
        for (const auto offset : rowsOf(*tree, block)) {
            if (!visit(block * Postings::rowsPerBlock + offset)) {
                return;
            }
        }
    }
}

std::optional<Expression> Sweep::pruned(const Expression &expression)
{
    if (expression.kind == Expression::Kind::Has) {
        return isKnown(expression.token) ? std::optional(expression) : std::nullopt;
    }
    Expression kept{expression.kind, {}, {}};
    for (const Expression &part : expression.parts) {
        if (auto known = pruned(part)) {
            kept.parts.push_back(std::move(*known));
        } else if (expression.kind == Expression::Kind::All) {
            return std::nullopt;
        }
    }
    return kept.parts.empty() ? std::nullopt : std::optional(std::move(kept));
}

bool Sweep::isKnown(Token token)
{
    const auto [entry, isNew] = m_known.try_emplace(quint64(token), false);
    if (isNew) {
        auto &query = m_storage->statement("SELECT 1 FROM posting WHERE token = ? LIMIT 1");
        query.bind(1, int64_t(token));
        entry->second = query.executeStep();
        std::ignore = query.tryReset();
    }
    return entry->second;
}

std::vector<Postings::Offset> Sweep::rowsOf(const Expression &expression, Postings::Block block)
{
    if (expression.kind == Expression::Kind::Has) {
        return rowsWith(expression.token, block);
    }
    std::vector<Postings::Offset> rows = rowsOf(expression.parts.front(), block);
    std::vector<Postings::Offset> merged;
    for (auto part = expression.parts.begin() + 1; part != expression.parts.end(); ++part) {
        const bool isAll = expression.kind == Expression::Kind::All;
        if (isAll && rows.empty()) {
            return rows;
        }
        const auto other = rowsOf(*part, block);
        merged.clear();
        if (isAll) {
            std::set_intersection(rows.begin(), rows.end(), other.begin(), other.end(), std::back_inserter(merged));
        } else {
            std::set_union(rows.begin(), rows.end(), other.begin(), other.end(), std::back_inserter(merged));
        }
        rows.swap(merged);
    }
    return rows;
}

const std::vector<Postings::Offset> &Sweep::rowsWith(Token token, Postings::Block block)
{
    const auto [entry, isNew] = m_rows.try_emplace(quint64(token));
    if (isNew) {
        entry->second = m_postings->rowsWith(token, block);
    }
    return entry->second;
}

}  // namespace muster::people
