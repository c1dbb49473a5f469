#pragma once
#include <QTemporaryDir>

namespace muster::test {

/// A folder that lives as long as the test.
class TempDir {
public:
    [[nodiscard]] QString path() const { return m_dir.path(); }
    [[nodiscard]] QString file(const QString &name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
};

}  // namespace muster::test
