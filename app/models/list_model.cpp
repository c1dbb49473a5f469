#include "app/models/list_model.h"

#include <QMetaProperty>

namespace muster {

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role <= Qt::UserRole) {
        return {};
    }
    const int property = role - Qt::UserRole - 1;
    return property < m_rowType->propertyCount() ? m_rowType->property(property).readOnGadget(gadgetAt(index.row()))
                                                 : QVariant();
}

QHash<int, QByteArray> ListModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (int property = 0; property < m_rowType->propertyCount(); ++property) {
        names.insert(Qt::UserRole + 1 + property, m_rowType->property(property).name());
    }
    return names;
}

}  // namespace muster
