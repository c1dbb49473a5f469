#include "core/venue/staff/people.h"

#include "core/venue/posts/helpers.h"

namespace muster::staff {

std::optional<StaffMember> find(State &state, const EventSetup &setup, const QString &code)
{
    const auto wanted = code.trimmed();
    if (wanted.isEmpty()) {
        return std::nullopt;
    }
    if (const auto *planned = findByCode(setup.staff, wanted)) {
        return *planned;
    }
    for (const auto &spelled : {wanted, wanted.toUpper()}) {
        if (const auto helper = helpers::find(state, spelled)) {
            StaffMember member;
            member.code = helper->code;
            member.name = helper->code;
            member.roles = helper->roles;
            member.zone = helper->zone;
            // Whatever a device that lies wrote down: a helper commands nobody.
            member.roles.removeAll(QStringLiteral("coordinator"));
            member.roles.removeAll(QStringLiteral("commander"));
            return member;
        }
    }
    const auto found = std::ranges::find_if(setup.staff, [&wanted](const StaffMember &member) {
        return member.code.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    return found == setup.staff.end() ? std::nullopt : std::optional(*found);
}

bool isCommanding(const QStringList &roles)
{
    return roles.contains(QLatin1String("coordinator")) || roles.contains(QLatin1String("commander"));
}

Words unknown(const QString &code)
{
    return {QStringLiteral("人员名单里没有 %1").arg(code), QStringLiteral("There is no staff member %1").arg(code)};
}

}  // namespace muster::staff
