#include "core/venue/day/alert_kinds.h"

#include <algorithm>
#include <array>
#include <map>

namespace muster::alert_kinds {
namespace {

struct Row {
    const char *code;
    int weight;
    const char *zh;
    const char *en;
    const char *roles;
    const char *escalateRoles;
    int afterSeconds = 0;
    int escalateSeconds = 60;
    int recheckMinutes = 0;
};

constexpr const char *above = "commander";

constexpr std::array rows{
    // What happens to people.
    Row{"incident_urgent", 95, "紧急事件：%1", "Urgent incident: %1", "lead security medic floater", above, 0, 30, 5},
    Row{"zone_evacuated", 94, "%1正在疏散", "%1 is being cleared", "security lead", above, 0, 30, 5},
    Row{"watch_unanswered", 92, "出口尚未确认留意：%1", "Exits that do not look out yet: %1", "security lead", above, 0,
        60, 3},
    Row{"incident_untouched", 78, "事件无人处理：%1", "Nobody sees to the incident: %1", "lead deputy", above, 0, 120,
        5},
    Row{"vip_without_host", 75, "贵宾已到，无人接待", "A VIP has arrived and nobody hosts them", "lead deputy", above,
        60, 60, 5},
    Row{"staff_called", 70, "呼叫工作人员：%1", "Staff wanted: %1", "problem_desk greeter lead", "floater commander"},
    Row{"vip", 60, "贵宾已到", "VIP guest has arrived", "host", "lead commander"},
    Row{"referral_waiting", 60, "转到疑难台后无人受理：%1", "Sent to the problem desk, not seen to: %1", "problem_desk",
        "lead commander", 0, 120},
    Row{"media", 50, "媒体已到", "Media guest has arrived", "media_host", above},
    // Zones.
    Row{"zone_full", 88, "区域已满", "A zone is full", "lead security", above, 0, 60, 5},
    Row{"zone_filling", 65, "区域接近上限", "A zone is filling up", "lead", above, 0, 120, 10},
    Row{"zone_held", 58, "%1暂停进入", "%1 takes nobody in", "lead", above, 0, 300, 10},
    Row{"zone_unsure", 55, "区域人数不可靠", "The headcount of a zone is unsure", "lead", above, 0, 300, 15},
    // Staff.
    Row{"lead_vacant", 86, "%1没有负责人", "%1 has no lead", "deputy", above, 0, 60, 5},
    Row{"post_gap", 80, "岗位缺人：%1", "Post not staffed: %1", "lead deputy", "floater commander", 0, 120, 5},
    Row{"relief_overdue", 58, "替岗逾时：%1", "Relief is overdue: %1", "lead deputy", above, 0, 300, 10},
    Row{"overlong", 56, "在岗过久：%1", "Stands for too long: %1", "lead deputy", above, 0, 600, 15},
    Row{"post_gap_soon", 50, "岗位即将缺人：%1", "Post soon not staffed: %1", "lead deputy", above, 0, 600, 10},
    Row{"gear_out", 44, "装备未归还：%1", "Gear not returned: %1", "logistics lead", above, 0, 1'800, 30},
    // The course of the day.
    Row{"serial_missing", 66, "编号文件缺失：%1", "Numbered documents are missing: %1", "logistics cashier contract",
        above, 0, 600, 15},
    Row{"cue_late", 62, "环节延误：%1", "Cue is late: %1", "stage", above, 0, 120, 5},
    Row{"cue_overrun", 60, "环节超时：%1", "Cue runs over: %1", "stage", above, 0, 120, 5},
    Row{"material_short", 57, "物料不足：%1", "Material is short: %1", "logistics", "lead commander", 0, 600, 15},
    Row{"task_late", 52, "任务逾期：%1", "Task is late: %1", "lead", above, 0, 600, 15},
    Row{"round_overdue", 46, "巡检逾期：%1", "Round is overdue: %1", "lead", above, 0, 600, 15},
    // What is given once.
    Row{"conflict", 90, "重复签到待判", "Signed in twice: to be judged", "problem_desk", above},
    Row{"missed_by_emptying", 85, "不知已清场的设备所签，仍计在场内：%1 位，请核实",
        "Signed in where the emptying of the hall was not known yet, still counted as inside: %1", "lead security",
        above},
    Row{"missed_by_reset", 84, "不知已清零的设备之后仍有记录，未计入今天：%1 条，请查看操作记录",
        "Written after the reset by devices that did not know of it, not counted today: %1 entries, see the audit",
        "commander technician", above, 0, 300, 15},
    Row{"gift_recover", 75, "认购已取消，请收回礼品", "The purchase was undone: bring back the gift", "prize lead",
        above, 0, 600, 15},
    Row{"unit_expired", 65, "房源保留已到时", "The hold of a unit is over", "unit_board unit_desk", above, 0, 300, 5},
    Row{"prize_open", 55, "礼品已登记未交付", "A prize was set aside and not handed over", "prize", "lead", 0, 300, 5},
    Row{"low_stock", 45, "礼品将尽", "A prize runs low", "prize logistics", "lead", 0, 600, 15},
    // Devices.
    Row{"device_quarantine", 85, "设备“%1”的数据有误，已隔离", "Data of device \"%1\" is damaged and set aside",
        "technician", above},
    Row{"device_fork", 85, "设备“%1”的数据出现两个分支", "Two copies of device \"%1\" are at work", "technician",
        above},
    Row{"device_digest", 85, "设备“%1”显示的数据与本机不同", "Device \"%1\" shows another state than this one",
        "technician", above},
    Row{"device_restored", 80, "设备“%1”的数据来自旧备份", "Device \"%1\" runs on an old copy of its data",
        "technician", above},
    Row{"device_disk", 72, "设备“%1”磁盘将满", "The disk of device \"%1\" is nearly full", "technician", above, 0, 300,
        15},
    Row{"device_dead_letter", 70, "设备“%1”写入了无效的记录", "Device \"%1\" wrote entries that mean nothing",
        "technician", above},
    Row{"rights_frozen", 70, "已停用设备占用名额", "A revoked device keeps places", "technician", above},
    Row{"hub_left_behind", 70, "原主控尚未交接", "A former hub has not handed over", "technician", above},
    Row{"station_missing", 68, "“%1”没有设备", "No device is at \"%1\"", "technician lead", above, 0, 120, 10},
    Row{"device_trouble", 50, "设备“%1”故障", "Device \"%1\" is out of order", "technician", above},
    Row{"device_battery", 48, "设备“%1”电量低，请充电", "The battery of device \"%1\" is low: charge it",
        "technician lead", above, 0, 600, 15},
    Row{"device_silent", 45, "设备“%1”失去联系", "Device \"%1\" is silent", "technician", above},
    Row{"device_future", 42, "设备“%1”记下了未来的时间", "Device \"%1\" recorded times that are still to come",
        "technician", above},
    Row{"device_skew", 40, "设备“%1”时钟不准", "The clock of device \"%1\" is wrong", "technician", above},
};

struct Advice {
    const char *code;
    const char *zh;
    const char *en;
};

/// Of everything that leads, deputies and desks are called for.
constexpr std::array advices{
    Advice{"incident_urgent", "马上到场，打开事件按处置步骤做", "Go there now; open the incident and follow its steps"},
    Advice{"zone_evacuated", "按疏散路线带人离开，到集合点清点", "Lead people out, then count at the assembly point"},
    Advice{"watch_unanswered", "派人守住出口，再点“出口已留意”", "Put somebody at the exit, then confirm it"},
    Advice{"zone_full", "停止放行，等有人离开", "Let nobody in until people leave"},
    Advice{"lead_vacant", "副手接任，并报总指挥", "The deputy leads now; tell the commander"},
    Advice{"missed_by_emptying", "现场清点后复核人数", "Count who is here and enter a recount"},
    Advice{"post_gap", "先补一人到岗，不够就要机动", "Put somebody there, or ask for a floater"},
    Advice{"incident_untouched", "打开事件，接手或指派", "Open the incident; take it up or assign it"},
    Advice{"vip_without_host", "先请人接待，再找专属接待人", "Have somebody greet them, then find the host"},
    Advice{"gift_recover", "找到来宾收回礼品，并登记", "Find the guest, take the gift back and note it"},
    Advice{"staff_called", "派人去呼叫处", "Send somebody to where the bell rang"},
    Advice{"station_missing", "看设备是否开机、在位", "See that the device is on and in its place"},
    Advice{"serial_missing", "核对编号，找出缺的文件", "Check the numbers and find what is missing"},
    Advice{"zone_filling", "放慢放行，引导去别的区域", "Slow the way in, send people elsewhere"},
    Advice{"unit_expired", "问客户：续留还是释放", "Ask the buyer: keep it, or release it"},
    Advice{"referral_waiting", "去疑难台受理", "See to the guest at the problem desk"},
    Advice{"vip", "迎接贵宾", "Go and greet them"},
    Advice{"zone_held", "守住入口，说明原因", "Keep the way in closed and say why"},
    Advice{"relief_overdue", "催替岗，或先换人", "Call the relief, or put somebody else in"},
    Advice{"material_short", "找后勤补货", "Ask logistics for more"},
    Advice{"overlong", "安排替岗休息", "Have them relieved"},
    Advice{"zone_unsure", "现场清点后复核人数", "Count who is here and enter a recount"},
    Advice{"prize_open", "问清是否已交，再确认或作废", "Find out whether it was given; confirm or void it"},
    Advice{"task_late", "完成任务，或改派", "Do the task, or hand it on"},
    Advice{"post_gap_soon", "现在就找人接岗", "Find the next person now"},
    Advice{"device_battery", "接上电源", "Plug it in"},
    Advice{"round_overdue", "派人巡检并扫码", "Send somebody on the round with the zone's code"},
    Advice{"low_stock", "向后勤要货", "Ask logistics for more"},
    Advice{"gear_out", "收回装备", "Take the gear back"},
};

QStringList wordsOf(const char *list) { return QString::fromLatin1(list).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

}  // namespace

const std::vector<AlertKind> &all()
{
    static const auto kinds = [] {
        std::vector<AlertKind> list;
        for (const auto &row : rows) {
            list.push_back({QString::fromLatin1(row.code),
                            row.weight,
                            {QString::fromUtf8(row.zh), QString::fromUtf8(row.en)},
                            wordsOf(row.roles),
                            wordsOf(row.escalateRoles),
                            row.afterSeconds,
                            row.escalateSeconds,
                            row.recheckMinutes});
        }
        std::ranges::stable_sort(list, std::greater(), &AlertKind::weight);
        return list;
    }();
    return kinds;
}

const AlertKind *find(const QString &kind)
{
    static const auto byCode = [] {
        std::map<QString, const AlertKind *> map;
        for (const auto &known : all()) {
            map.emplace(known.code, &known);
        }
        return map;
    }();
    const auto found = byCode.find(kind);
    return found == byCode.end() ? nullptr : found->second;
}

Words toDo(const QString &kind)
{
    const auto *found =
        std::ranges::find_if(advices, [&](const Advice &advice) { return kind == QLatin1String(advice.code); });
    return found == advices.end() ? Words{} : Words{QString::fromUtf8(found->zh), QString::fromUtf8(found->en)};
}

}  // namespace muster::alert_kinds
