#pragma once
#include <QString>

namespace muster {

/// A text in the two languages of the venue. An empty one falls back to the other.
struct Words {
    QString zh;
    QString en;
    friend bool operator==(const Words &, const Words &) = default;
};

}  // namespace muster
