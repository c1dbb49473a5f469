#include "deploy/sample/sample_posts.h"

#include <array>

namespace muster::sample {
namespace {

struct Line {
    const char16_t *code;
    int owner;
    const char16_t *zone;
    int day;
    int minute;  ///< Negative: by the end of the day.
    bool isEvidenceNeeded;
    const char16_t *zh;
    const char16_t *en;
};

constexpr int endOfDay = -1;

/// The weeks before, counted back from the day.
constexpr std::array milestones{
    Line{u"ms-permit", 1, u"", -20, endOfDay, true, u"大型活动安全许可申请（截止）",
         u"Permit for a large event: deadline"},
    Line{u"ms-plans", 2, u"", -15, endOfDay, true, u"应急预案定稿、报备", u"Contingency plans final and filed"},
    Line{u"ms-posts", 2, u"", -10, endOfDay, false, u"定岗、定人、定替岗", u"Posts, people and relief named"},
    Line{u"ms-materials", 172, u"", -7, endOfDay, true, u"物料到齐、编号单据验收",
         u"Materials in, numbered documents checked"},
    Line{u"ms-list", 5, u"A", -5, endOfDay, false, u"名单定稿、发码", u"Guest list final, invitations out"},
    Line{u"ms-training", 3, u"", -3, endOfDay, true, u"全员培训、签到", u"Everybody trained, with signatures"},
    Line{u"ms-build", 173, u"", -2, at(18, 0), false, u"搭建完成", u"Built"},
    Line{u"ms-rehearsal", 1, u"", -1, at(18, 0), true, u"验收、全流程彩排", u"Inspection and full rehearsal"}};

/// Checkpoints that the doors wait for.
constexpr std::array checks{
    Line{u"chk-power", 170, u"", 0, at(7, 15), true, u"供电、UPS、发电机试机", u"Power, UPS and generator tried"},
    Line{u"chk-network", 169, u"", 0, at(7, 30), false, u"网络、路由备机、设备全部在线",
         u"Network, spare router, all devices there"},
    Line{u"chk-parking", 124, u"P", 0, at(7, 45), false, u"停车：车位、贵宾 30 位、班车",
         u"Parking: bays, 30 for VIPs, shuttles"},
    Line{u"chk-signage", 173, u"", 0, at(8, 0), false, u"导示：60 块牌、隔离带、房源板",
         u"Signage: 60 signs, lanes, unit boards"},
    Line{u"chk-weather", 174, u"", 0, at(8, 0), true, u"天气：雨、风力，定室内外方案",
         u"Weather: rain, wind, indoors or out"},
    Line{u"chk-cleaning", 157, u"A", 0, at(8, 10), false, u"保洁：地面、卫生间、垃圾桶",
         u"Cleaning: floors, lavatories, bins"},
    Line{u"chk-security", 153, u"", 0, at(8, 15), true, u"安保：出口、灭火器、消防通道、安检",
         u"Security: exits, extinguishers, fire lane, search"},
    Line{u"chk-catering", 175, u"", 0, at(8, 15), true, u"餐饮：工作餐 210、水、留样",
         u"Catering: 210 meals, water, samples kept"},
    Line{u"chk-medic", 167, u"", 0, at(8, 15), false, u"医疗点：急救箱、除颤器、路线",
         u"First aid: kit, defibrillator, way out"},
    Line{u"chk-units", 51, u"E", 0, at(8, 20), true, u"销控：360 套核对、冻结待开",
         u"Unit board: 360 units checked, frozen until the start"},
    Line{u"chk-cash", 64, u"F", 0, at(8, 20), false, u"收银：备用金、POS、验钞、收据",
         u"Cashiers: float, terminals, receipts"},
    Line{u"chk-prizes", 118, u"K", 0, at(8, 20), false, u"奖品：三台清点、上锁",
         u"Prizes: three desks counted and locked"},
    Line{u"chk-stage", 84, u"H", 0, at(8, 25), false, u"舞台：音响、话筒、屏、抽奖程序",
         u"Stage: sound, microphones, screens, draw"}};

constexpr std::array opening{
    Line{u"open-zero", 5, u"A", 0, at(8, 38), false, u"各区人数清零、计数开始", u"Every zone at zero, counting begins"},
    Line{u"open-kiosks", 17, u"A", 0, at(8, 55), false, u"8 台自助机、6 个签到台开放", u"8 kiosks and 6 desks open"},
    Line{u"open-voice", 84, u"H", 0, at(9, 5), false, u"欢迎词、须知、出口位置播报",
         u"Welcome, rules and exits announced"}};

constexpr std::array during{
    Line{u"live-weather", 174, u"", 0, at(12, 0), false, u"午间看天气，定下午方案",
         u"Weather at noon for the afternoon"},
    Line{u"live-cash", 64, u"F", 0, at(13, 0), true, u"午间对账、押款入柜", u"Cash agreed and locked away at noon"},
    Line{u"live-star", 84, u"H", 0, at(13, 45), false, u"嘉宾通道、单向隔离带就位",
         u"Way of the guest star, one-way lanes"},
    Line{u"live-shuttle", 131, u"P", 0, at(17, 30), false, u"末班班车发出，清点乘客", u"Last shuttle, heads counted"}};

/// After the guests: things back, papers counted, the press followed.
constexpr std::array closing{
    Line{u"close-sweep", 153, u"", 0, at(17, 40), false, u"全场清场，查遗留人和物",
         u"Hall empty: people and things left behind"},
    Line{u"close-gear", 172, u"", 0, at(18, 0), false, u"对讲机 60 台、钥匙收齐", u"60 radios and all keys back"},
    Line{u"close-materials", 172, u"", 0, at(18, 20), true, u"物料回收、清点、缺损登记",
         u"Materials back, counted, losses noted"},
    Line{u"close-serials", 64, u"F", 0, at(18, 25), true, u"认购书、合同、收据逐号清点",
         u"Every serial number accounted for"},
    Line{u"close-property", 27, u"A", 0, at(17, 45), true, u"未领失物移交物业", u"Unclaimed property handed over"},
    Line{u"close-clean", 160, u"D", 0, at(18, 25), false, u"全场保洁、垃圾清运", u"Hall cleaned, rubbish away"},
    Line{u"close-stage", 84, u"H", 0, at(17, 30), false, u"舞台断电、设备装箱", u"Stage off, equipment packed"},
    Line{u"close-devices", 169, u"", 0, at(18, 30), true, u"设备全部传完、备份两份",
         u"Every device sent all; two backups"},
    Line{u"close-sales", 51, u"E", 0, at(18, 50), true, u"销控、认购、收款三方对账",
         u"Board, subscriptions and cash agree"},
    Line{u"close-media", 115, u"", 0, at(20, 30), true, u"新闻稿、照片发出并登记",
         u"Release and photographs sent and listed"},
    Line{u"close-clips", 115, u"", 1, at(12, 0), true, u"查刊播，收剪报", u"What was published, clippings"},
    Line{u"close-calls", 29, u"B", 1, at(18, 0), false, u"回访当天意向客户", u"Prospects of the day called back"},
    Line{u"close-report", 1, u"", 3, endOfDay, true, u"评估报告签字、归档", u"Evaluation signed and archived"}};

template<std::size_t Count>
void add(std::vector<TaskPlan> &all, const std::array<Line, Count> &lines, TaskKind kind, Phase phase)
{
    for (const Line &line : lines) {
        all.push_back({.code = text(line.code),
                       .name = {.zh = text(line.zh), .en = text(line.en)},
                       .kind = kind,
                       .owner = person(line.owner),
                       .zone = text(line.zone),
                       .phase = phase,
                       .day = line.day,
                       .dueMinute = line.minute < 0 ? std::nullopt : std::optional(line.minute),
                       .everyMinutes = 0,
                       .untilMinute = {},
                       .isEvidenceNeeded = line.isEvidenceNeeded});
    }
}

TaskPlan round(const char16_t *prefix, QChar zone, const char16_t *zh, const char16_t *en, int owner, int first,
               int every)
{
    return {.code = text(prefix) + zone,
            .name = {.zh = zone + text(zh), .en = text(en) + zone},
            .kind = TaskKind::Round,
            .owner = person(owner),
            .zone = QString(zone),
            .phase = Phase::Live,
            .day = 0,
            .dueMinute = first,
            .everyMinutes = every,
            .untilMinute = at(17, 30),
            .isEvidenceNeeded = false};
}

/// Security walks through every zone each hour, cleaning every 45 minutes; the zone's code proves it.
void addRounds(std::vector<TaskPlan> &all)
{
    constexpr int firstPatrol = 153;
    constexpr int patrols = 4;
    for (qsizetype i = 0; i < zoneLetters.size(); ++i) {
        all.push_back(round(u"patrol-", zoneLetters[i], u" 区安保巡查", u"Security round, zone ",
                            firstPatrol + int(i) % patrols, at(9, 0) + 5 * int(i), 60));
    }
    struct Cleaned {
        QStringView zones;
        int firstCleaner;
        int cleaners;
    };
    for (const Cleaned &part : {Cleaned{u"ABCK", 157, 3}, Cleaned{u"DEFG", 160, 4}, Cleaned{u"HIJP", 164, 3}}) {
        for (qsizetype i = 0; i < part.zones.size(); ++i) {
            all.push_back(round(u"clean-", part.zones[i], u" 区保洁巡查", u"Cleaning round, zone ",
                                part.firstCleaner + int(i) % part.cleaners, at(9, 30) + 5 * int(i), 45));
        }
    }
}

}  // namespace

std::vector<TaskPlan> tasks()
{
    std::vector<TaskPlan> all;
    add(all, milestones, TaskKind::Milestone, Phase::Prepare);
    add(all, checks, TaskKind::Task, Phase::Prepare);
    add(all, opening, TaskKind::Task, Phase::Open);
    add(all, during, TaskKind::Task, Phase::Live);
    addRounds(all);
    add(all, closing, TaskKind::Task, Phase::Close);
    return all;
}

}  // namespace muster::sample
