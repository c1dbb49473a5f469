// Materials as they are shown, and what of them stands in the way.
#include "core/venue/day/day_query.h"
#include "core/venue/materials/serials.h"

namespace muster::materials {
namespace {

/// As it adds up, less than none too: doubtOf() says so then.
int figure(qint64 value)
{
    return int(std::clamp<qint64>(value, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

QString zhOf(const Words &name) { return name.zh.isEmpty() ? name.en : name.zh; }
QString enOf(const Words &name) { return name.en.isEmpty() ? name.zh : name.en; }

/// Serials one by one, at most serialsShownMax of them.
QStringList listed(const Material &material, const std::vector<serials::Run> &runs)
{
    QStringList list;
    for (const auto &run : runs) {
        for (int serial = run.first; serial <= run.last && list.size() < serialsShownMax; ++serial) {
            list << serialText(material, serial);
        }
    }
    return list;
}

QString holderName(const EventSetup &setup, const QString &staff)
{
    return staff.isEmpty() ? QString() : day_query::staffName(setup, staff);
}

void addSerialHolders(State &state, const EventSetup &setup, const Material &material, MaterialView &view)
{
    for (const auto &held : serials::held(state, material.code, serialsHeldMax)) {
        const auto first = serialText(material, held.first);
        const auto run =
            held.first == held.last ? first : first + QStringLiteral("–") + serialText(material, held.last);
        auto known = std::ranges::find(view.holders, held.staff, &HolderView::staff);
        if (known == view.holders.end()) {
            known = view.holders.insert(known, {held.staff, holderName(setup, held.staff), {}, 0, {}});
        }
        known->count += held.last - held.first + 1;
        known->serials += (known->serials.isEmpty() ? QString() : QStringLiteral(", ")) + run;
    }
    if (!view.holders.empty() && view.unaccounted > serialsHeldMax) {
        view.holders.back().serials += QStringLiteral(" …");
    }
}

void addSerials(State &state, const EventSetup &setup, const Material &material, const serials::Count &count,
                MaterialView &view)
{
    view.isNumbered = true;
    view.issued = count.all();
    view.returned = count.returned;
    view.used = count.used;
    view.voided = count.voided;
    view.unaccounted = count.issued;
    view.outstanding = 0;
    if (count.issued > 0) {
        view.openSerials = listed(material, serials::open(state, material.code, serialsShownMax));
        addSerialHolders(state, setup, material, view);
    }
    view.disputed = listed(material, serials::disputed(state, material.code, serialsShownMax));
}

MaterialView viewOf(State &state, const EventSetup &setup, const Material &material, const Sums &sums,
                    const serials::Count &count)
{
    MaterialView view;
    view.code = material.code;
    view.name = material.name;
    view.category = material.category;
    view.zone = material.zone;
    view.owner = material.owner.isEmpty() ? QString() : day_query::staffName(setup, material.owner);
    view.planned = material.planned;
    const auto of = [&sums](Step step) { return sums[std::size_t(step)]; };
    view.packed = figure(of(Step::Packed));
    view.onSite = figure(of(Step::Arrived));
    view.issued = figure(of(Step::Issued));
    view.returned = figure(of(Step::Returned));
    view.missing = figure(of(Step::Missing));
    view.broken = figure(of(Step::Broken));
    if (material.isNeeded) {
        view.shortBy = std::max(figure(material.planned - of(Step::Arrived)), 0);
    }
    if (!material.isConsumed) {
        view.outstanding =
            std::max(figure(of(Step::Issued) - of(Step::Returned) - of(Step::Missing) - of(Step::Broken)), 0);
    }
    if (material.isNumbered()) {
        addSerials(state, setup, material, count, view);
    }
    return view;
}

UnmetView unmetOf(const MaterialView &view, const char *kind, const QString &zh, const QString &en)
{
    return {QString::fromLatin1(kind), view.code, {zhOf(view.name) + zh, enOf(view.name) + en}};
}

/// "RG0012, RG0013 …"
QString some(const QStringList &serials, int count)
{
    return serials.mid(0, 3).join(QStringLiteral(", ")) + (count > 3 ? QStringLiteral(" …") : QString());
}

}  // namespace

std::vector<MaterialView> viewsOf(State &state, const EventSetup &setup)
{
    std::vector<MaterialView> views;
    if (setup.materials.empty()) {
        return views;
    }
    auto moved = sums(state);
    auto marked = serials::counts(state);
    for (const auto &material : setup.materials) {
        views.push_back(viewOf(state, setup, material, moved[material.code], marked[material.code]));
    }
    for (const auto &held : held(state)) {
        const auto view = std::ranges::find(views, held.material, &MaterialView::code);
        const auto *material = findByCode(setup.materials, held.material);
        if (view != views.end() && material != nullptr && !material->isConsumed && !material->isNumbered()) {
            view->holders.push_back({held.staff, holderName(setup, held.staff), held.zone, figure(held.count), {}});
        }
    }
    return views;
}

std::optional<Words> doubtOf(const MaterialView &view)
{
    const std::pair<Step, int> figures[] = {{Step::Packed, view.packed},   {Step::Arrived, view.onSite},
                                            {Step::Issued, view.issued},   {Step::Returned, view.returned},
                                            {Step::Missing, view.missing}, {Step::Broken, view.broken}};
    for (const auto &[step, value] : figures) {
        if (value < 0) {
            return Words{QStringLiteral("多处更正后合计为负（%1 %2），请重新清点").arg(toString(step)).arg(value),
                         QStringLiteral("corrections add up to less than none (%1 %2): count them again")
                             .arg(toString(step))
                             .arg(value)};
        }
    }
    if (view.returned > view.issued) {
        return Words{QStringLiteral("归还多于领用（%1 / %2），请核对").arg(view.returned).arg(view.issued),
                     QStringLiteral("more came back than went out (%1 of %2): check the lists")
                         .arg(view.returned)
                         .arg(view.issued)};
    }
    if (!view.disputed.isEmpty()) {
        return Words{QStringLiteral("编号 %1 两处说法不一，请核对").arg(view.disputed.first()),
                     QStringLiteral("two people say different things of %1: check it").arg(view.disputed.first())};
    }
    return std::nullopt;
}

std::vector<UnmetView> unmetNeeded(State &state, const EventSetup &setup, WallTime /*now*/)
{
    std::vector<UnmetView> unmet;
    for (const auto &view : viewsOf(state, setup)) {
        if (view.shortBy > 0) {
            unmet.push_back(unmetOf(view, "material", QStringLiteral(" 缺 %1").arg(view.shortBy),
                                    QStringLiteral(": %1 short").arg(view.shortBy)));
        }
    }
    return unmet;
}

std::vector<UnmetView> unmetOfClosing(State &state, const EventSetup &setup)
{
    std::vector<UnmetView> unmet;
    for (const auto &view : viewsOf(state, setup)) {
        if (view.outstanding > 0) {
            unmet.push_back(unmetOf(view, "material", QStringLiteral(" 未归还 %1").arg(view.outstanding),
                                    QStringLiteral(": %1 not back").arg(view.outstanding)));
        }
        if (view.unaccounted > 0) {
            const auto serials = some(view.openSerials, view.unaccounted);
            unmet.push_back(unmetOf(view, "document",
                                    QStringLiteral(" 下落不明 %1 份（%2）").arg(view.unaccounted).arg(serials),
                                    QStringLiteral(": %1 unaccounted for (%2)").arg(view.unaccounted).arg(serials)));
        }
        if (!view.disputed.isEmpty()) {
            const auto serials = some(view.disputed, int(view.disputed.size()));
            unmet.push_back(unmetOf(view, "document", QStringLiteral(" 说法不一（%1）").arg(serials),
                                    QStringLiteral(": disputed (%1)").arg(serials)));
        }
    }
    return unmet;
}

}  // namespace muster::materials
