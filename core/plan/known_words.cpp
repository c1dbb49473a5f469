#include "core/plan/known_words.h"

#include "core/venue/day/alert_kinds.h"

namespace muster::plan {

const QStringList &alertKinds()
{
    static const auto kinds = [] {
        QStringList codes;
        for (const auto &kind : alert_kinds::all()) {
            codes << kind.code;
        }
        return codes;
    }();
    return kinds;
}

const QStringList &targetFigures()
{
    static const QStringList figures =
        QStringLiteral("signed_in companions walk_ins peak_headcount vip_in media_in numbers "
                       "subscriptions sales sale_amount prizes draws new_prospects "
                       "satisfaction response_rate posts_on_time tasks_on_time")
            .split(u' ');
    return figures;
}

}  // namespace muster::plan
