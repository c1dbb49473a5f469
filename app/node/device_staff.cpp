// Names of who works here that are not in the plan: helpers' and, at the assembly points, guests'.
#include "app/node/device.h"

#include "core/venue/posts/helpers.h"
#include "core/venue/posts/roster.h"

namespace muster {

QMap<QString, QString> Device::helperTexts(const helpers::Helper &helper) const
{
    if (m_world.keyring == nullptr || helper.sealed.bytes.isEmpty()) {
        return {};
    }
    const auto keys = m_world.keyring->keysOf(helper.sealed.keyOf);
    const auto texts = keys ? people::unsealAnswers(helper.sealed.bytes, *keys) : fail(keys);
    return texts ? *texts : QMap<QString, QString>();
}

void Device::nameStaff(DayView &day)
{
    QMap<QString, QString> names;
    std::vector<std::vector<GuestId>> missing;
    std::ignore = m_journal->read([&](State &state) {
        for (const auto &helper : helpers::all(state)) {
            const auto texts = helperTexts(helper);
            if (const auto name = texts.value(helpers::nameKey()); !name.isEmpty()) {
                names.insert(helper.code, name);
            }
            const auto member = std::ranges::find(day.roster.staff, helper.code, &StaffView::code);
            if (member != day.roster.staff.end()) {
                member->name = names.value(helper.code, helper.code);
                member->company = texts.value(helpers::companyKey());
            }
        }
        for (const auto &point : day.assembly) {
            missing.push_back(posts::missingGuests(state, point.place));
        }
    });
    const auto setName = [&names](QString &name) { name = names.value(name, name); };
    for (auto &post : day.posts) {
        setName(post.lead);
        for (auto &one : post.standing) {
            setName(one.name);
            setName(one.relief);
        }
    }
    constexpr qsizetype namesMax = 100;
    for (std::size_t i = 0; i < missing.size() && mayBrowse(); ++i) {
        auto &list = day.assembly[i].missingNames;
        for (const auto &id : missing[i]) {
            const auto person = list.size() < namesMax ? personHere(id) : std::nullopt;
            if (person && !person->name.isEmpty()) {
                list << person->name;
            }
        }
    }
}

staff::SignOns Device::signOns()
{
    staff::SignOns found;
    std::ignore = m_journal->read([&](State &state) { found = staff::signOnsAt(state, m_journal->device()); });
    return found;
}

}  // namespace muster
