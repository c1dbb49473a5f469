#pragma once
#include "core/venue/plan/words.h"

#include <QStringList>

namespace muster {

/// What somebody has of a material.
struct HolderView {
    QString staff;  ///< Their code; empty: nobody was named.
    QString name;
    QString zone;
    int count = 0;    ///< Less than none: more came back than was given out under this name.
    QString serials;  ///< Of numbered documents: "RG0012–RG0015".
};

struct MaterialView {
    QString code;
    Words name;
    QString category;
    QString zone;
    QString owner;  ///< Staff name.
    int planned = 0;
    int packed = 0;
    int onSite = 0;
    int issued = 0;
    int returned = 0;
    int missing = 0;
    int broken = 0;
    int shortBy = 0;      ///< Of what is needed, fewer on site than planned.
    int outstanding = 0;  ///< Issued, expected back, and not accounted for.
    bool isNumbered = false;
    int used = 0;  ///< Of numbered documents, by serial:
    int voided = 0;
    int unaccounted = 0;                ///< Issued, and neither used, void nor returned: blocks closing.
    QStringList openSerials;            ///< The first of them.
    QStringList disputed;               ///< Serials that two people say different things of.
    std::vector<HolderView> holders{};  ///< Who has what is out, the most first; of serials the first.
};

}  // namespace muster
