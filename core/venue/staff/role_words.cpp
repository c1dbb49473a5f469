#include "core/venue/staff/role_words.h"

#include <QHash>

namespace muster::staff {

Words titleOf(const QString &role)
{
    static const QHash<QString, Words> titles{
        {QStringLiteral("kiosk"), {QStringLiteral("自助机"), QStringLiteral("Kiosk")}},
        {QStringLiteral("greeter"), {QStringLiteral("签到"), QStringLiteral("Check-in")}},
        {QStringLiteral("problem_desk"), {QStringLiteral("疑难台"), QStringLiteral("Problem desk")}},
        {QStringLiteral("counter"), {QStringLiteral("柜台"), QStringLiteral("Counter")}},
        {QStringLiteral("zone"), {QStringLiteral("区域"), QStringLiteral("Zone")}},
        {QStringLiteral("prize"), {QStringLiteral("兑奖"), QStringLiteral("Prizes")}},
        {QStringLiteral("board"), {QStringLiteral("大屏"), QStringLiteral("Board")}},
        {QStringLiteral("coordinator"), {QStringLiteral("指挥台"), QStringLiteral("Coordinator")}},
        {QStringLiteral("commander"), {QStringLiteral("总指挥"), QStringLiteral("Commander")}},
        {QStringLiteral("lead"), {QStringLiteral("区长"), QStringLiteral("Leads")}},
        {QStringLiteral("deputy"), {QStringLiteral("副区长"), QStringLiteral("Deputies")}},
        {QStringLiteral("floater"), {QStringLiteral("机动"), QStringLiteral("Floaters")}},
        {QStringLiteral("relief"), {QStringLiteral("替岗"), QStringLiteral("Relief")}},
        {QStringLiteral("consultant"), {QStringLiteral("顾问"), QStringLiteral("Consultants")}},
        {QStringLiteral("verifier"), {QStringLiteral("核验"), QStringLiteral("Verification")}},
        {QStringLiteral("unit_desk"), {QStringLiteral("选房台"), QStringLiteral("Unit desk")}},
        {QStringLiteral("unit_board"), {QStringLiteral("销控"), QStringLiteral("Unit board")}},
        {QStringLiteral("cashier"), {QStringLiteral("收银"), QStringLiteral("Cashiers")}},
        {QStringLiteral("contract"), {QStringLiteral("签约"), QStringLiteral("Contracts")}},
        {QStringLiteral("host"), {QStringLiteral("贵宾接待"), QStringLiteral("VIP hosts")}},
        {QStringLiteral("media_host"), {QStringLiteral("媒体接待"), QStringLiteral("Media hosts")}},
        {QStringLiteral("lounge"), {QStringLiteral("休息室"), QStringLiteral("Lounge")}},
        {QStringLiteral("usher"), {QStringLiteral("引领"), QStringLiteral("Ushers")}},
        {QStringLiteral("guide"), {QStringLiteral("讲解"), QStringLiteral("Guides")}},
        {QStringLiteral("stage"), {QStringLiteral("舞台"), QStringLiteral("Stage")}},
        {QStringLiteral("logistics"), {QStringLiteral("物料"), QStringLiteral("Logistics")}},
        {QStringLiteral("security"), {QStringLiteral("安保"), QStringLiteral("Security")}},
        {QStringLiteral("medic"), {QStringLiteral("医务"), QStringLiteral("Medics")}},
        {QStringLiteral("technician"), {QStringLiteral("技术"), QStringLiteral("Technicians")}},
        {QStringLiteral("cleaner"), {QStringLiteral("保洁"), QStringLiteral("Cleaners")}}};
    return titles.value(role, Words{role, role});
}

QStringList rolesAt(const QString &deviceRole, const QStringList &workers)
{
    QStringList roles{deviceRole};
    roles += workers;
    if (deviceRole == QLatin1String("zone")) {  // Whoever leads the zone holds it.
        roles << QStringLiteral("lead") << QStringLiteral("deputy");
    }
    roles.removeDuplicates();
    return roles;
}

}  // namespace muster::staff
