#pragma once
#include <QAbstractListModel>
#include <qqmlintegration.h>
#include <QSet>

#include <algorithm>
#include <vector>

namespace muster {

/// A list of plain gadgets as QML reads it: the roles are the properties of the row's type.
class ListModel : public QAbstractListModel {
    Q_OBJECT
    QML_NAMED_ELEMENT(RowList)  // ListModel is QtQml's own.
    QML_UNCREATABLE("Lent by a controller")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    [[nodiscard]] int count() const { return rowCount({}); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

protected:
    ListModel(const QMetaObject &rowType, QObject *parent) : QAbstractListModel(parent), m_rowType(&rowType) {}
    [[nodiscard]] virtual const void *gadgetAt(int row) const = 0;

private:
    const QMetaObject *m_rowType;
};

/// Rows of one type, told apart by their `key`. set() says only what changed, so that a view keeps its place and its
/// selection while the day goes on.
///
/// Guarantees: incremental row signals; a row whose key appears twice is kept once, the first.
template<class Row>
class RowModel final : public ListModel {
public:
    explicit RowModel(QObject *parent = nullptr) : ListModel(Row::staticMetaObject, parent) {}

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

    /// Makes the list equal to @p fresh.
    void set(std::vector<Row> fresh)
    {
        const int before = count();
        dropAbsent(fresh);
        if (m_rows.empty() && !fresh.empty()) {
            fill(std::move(fresh));
            Q_EMIT countChanged();
            return;
        }
        int row = 0;
        for (Row &wanted : fresh) {
            if (place(wanted, row)) {
                ++row;
            }
        }
        if (count() != before) {
            Q_EMIT countChanged();
        }
    }

protected:
    [[nodiscard]] const void *gadgetAt(int row) const override { return &m_rows[std::size_t(row)]; }

private:
    /// All at once, so that a view lays them out from the top.
    void fill(std::vector<Row> fresh)
    {
        std::vector<Row> unique;
        for (Row &row : fresh) {
            if (std::none_of(unique.begin(), unique.end(), [&row](const Row &other) { return other.key == row.key; })) {
                unique.push_back(std::move(row));
            }
        }
        beginInsertRows({}, 0, int(unique.size()) - 1);
        m_rows = std::move(unique);
        endInsertRows();
    }

    /// Brings @p wanted to @p row; false if a row above has its key already.
    bool place(Row &wanted, int row)
    {
        const auto sameKey = [&wanted](const Row &other) { return other.key == wanted.key; };
        const auto target = m_rows.begin() + row;
        if (std::any_of(m_rows.begin(), target, sameKey)) {
            return false;
        }
        const auto found = std::find_if(target, m_rows.end(), sameKey);
        if (found == m_rows.end()) {
            beginInsertRows({}, row, row);
            m_rows.insert(target, std::move(wanted));
            endInsertRows();
            return true;
        }
        if (found != target) {
            const int from = int(found - m_rows.begin());
            beginMoveRows({}, from, from, {}, row);
            std::rotate(target, found, found + 1);
            endMoveRows();
        }
        if (!(m_rows[std::size_t(row)] == wanted)) {
            m_rows[std::size_t(row)] = std::move(wanted);
            Q_EMIT dataChanged(index(row), index(row));
        }
        return true;
    }

    void dropAbsent(const std::vector<Row> &fresh)
    {
        QSet<QString> kept;
        for (const Row &row : fresh) {
            kept.insert(row.key);
        }
        for (int row = count() - 1; row >= 0; --row) {
            if (!kept.contains(m_rows[std::size_t(row)].key)) {
                beginRemoveRows({}, row, row);
                m_rows.erase(m_rows.begin() + row);
                endRemoveRows();
            }
        }
    }

    std::vector<Row> m_rows;
};

}  // namespace muster
