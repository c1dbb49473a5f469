#pragma once
#include <QObject>

namespace muster::cli {

/// Turns SIGINT and SIGTERM into QCoreApplication::quit(), so that a device always ends in order. One at a time.
class Termination final : public QObject {
    Q_OBJECT

public:
    explicit Termination(QObject *parent = nullptr);
    ~Termination() override;
};

}  // namespace muster::cli
