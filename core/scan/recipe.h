#pragma once
#include "core/scan/filters.h"
#include "core/scan/zxing_adapter.h"

#include <map>
#include <optional>

namespace muster::scan {

/// Which part of the picture a recipe looks at, and how large.
enum class Source {
    Whole,    ///< All pixels.
    Half,     ///< Shrunk to about 800 pixels: noise and moiré go, modules stay.
    Quarter,  ///< Shrunk to about 360 pixels: the cheapest look at a large code.
    Focus,    ///< The busiest part, brought to `focusSide` pixels whatever its size was.
};

/// One way of looking at a picture: steps in the order of the fields, a zero leaves a step out.
struct Recipe {
    const char *name = "";
    Source source = Source::Half;
    int focusSide = 0;  ///< Longer side of the focus, pixels.
    double widen = 1;   ///< Stretches the focus against tilt.
    double heighten = 1;
    bool isStretched = true;  ///< Contrast to the full range.
    bool isInverted = false;
    int blurRadius = 0;
    int sharpenRadius = 0;
    int sharpenPercent = 0;
    int thresholdRadius = 0;
    int thresholdBias = 0;
    Symbologies symbologies = Symbologies::Qr;
    bool isPlain = false;  ///< ZXing alone, its own harder ways included; nothing above but the source.
};

/// A picture and the smaller pictures that recipes share, each made once.
class Subject {
public:
    explicit Subject(const LumaView &picture) : m_picture(picture) {}

    [[nodiscard]] const LumaView &picture() const { return m_picture; }
    /// Shrunk by a whole factor to about @p side pixels on the longer side.
    [[nodiscard]] LumaView shrunkTo(int side);
    /// The busiest part of the picture.
    [[nodiscard]] LumaView focus();

private:
    LumaView m_picture;
    std::map<int, LumaImage> m_shrunk;
    std::optional<LumaView> m_focus;
};

/// What @p recipe reads in @p subject.
[[nodiscard]] std::optional<Reading> look(const Recipe &recipe, Subject &subject);

}  // namespace muster::scan
