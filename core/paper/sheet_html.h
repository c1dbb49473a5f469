#pragma once
#include "core/paper/sheet.h"

#include <QByteArray>

namespace muster::paper {

/// One page that needs nothing but itself, for the screen and for A4 paper. The same sheet gives the same bytes.
[[nodiscard]] QByteArray toHtml(const Sheet &sheet);

}  // namespace muster::paper
