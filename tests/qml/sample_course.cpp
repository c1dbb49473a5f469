#include "tests/qml/sample_course.h"

#include "core/venue/door/rules.h"

namespace muster::test {
namespace {

using namespace std::chrono_literals;

QString text(const char16_t *utf16) { return QString::fromUtf16(utf16); }
QString q(const char *ascii) { return QString::fromLatin1(ascii); }
Words words(const char16_t *zh, const char16_t *en) { return {text(zh), text(en)}; }

IncidentType type(const char *code, Words name, bool isUrgent = false, bool isRestricted = false)
{
    IncidentType made;
    made.code = q(code);
    made.name = std::move(name);
    made.isUrgent = isUrgent;
    made.isRestricted = isRestricted;
    return made;
}

std::vector<IncidentType> sampleTypes()
{
    return {type("crowd", words(u"超员", u"Overcrowding")),
            type("lost-person", words(u"走失", u"Missing person"), true),
            type("medical", words(u"急病", u"Medical emergency"), true, true),
            type("power", words(u"停电", u"Power failure"), true),
            type("network", words(u"断网", u"Network down")),
            type("device", words(u"设备故障", u"Broken device")),
            type("unit", words(u"房源争议", u"Dispute over a unit")),
            type("queue", words(u"插队斗殴", u"Fight in the queue"), true),
            type("group", words(u"群诉", u"Group complaint"), false, true),
            type("rain", words(u"下雨", u"Rain")),
            type("fire", words(u"火情", u"Fire"), true),
            type("prize", words(u"奖品短缺", u"Gifts running out")),
            type("parking", words(u"停车满", u"Car park full")),
            type("spill", words(u"滑倒污物", u"Spill, slippery floor")),
            type("property", words(u"失物招领", u"Lost property"))};
}

StandingView standing(const char *code, const char16_t *name, std::chrono::minutes since)
{
    StandingView view;
    view.staff = q(code);
    view.name = text(name);
    view.company = text(u"云栖物业");
    view.since = sampleNow() - since;
    return view;
}

PostView post(const char *code, Words name, const char *zone, int staffed, int minimum)
{
    PostView view;
    view.code = q(code);
    view.name = std::move(name);
    view.zone = q(zone);
    view.staffed = staffed;
    view.minimum = minimum;
    view.gap = std::max(0, minimum - staffed);
    view.channel = q("3");
    view.lead = text(u"周建国");
    view.duty = words(u"引导等候来宾按号就座，核对号码，保持通道畅通。",
                      u"Shows waiting guests to their seats by number and keeps the aisles free.");
    view.spot = words(u"西侧立柱旁", u"By the west pillar");
    return view;
}

std::vector<PostView> samplePosts()
{
    PostView west = post("exit-west", words(u"西出口", u"Exit west"), "D", 0, 1);
    west.gapSince = sampleNow() - 2min;
    PostView guide = post("guide-1", words(u"等候引导 1", u"Usher 1"), "D", 1, 1);
    guide.standing = {standing("S-31", u"李娜", 124min)};
    guide.standing[0].isOverlong = true;
    guide.standing[0].relief = text(u"陈刚");
    guide.standing[0].reliefAt = sampleNow() - 4min;
    guide.standing[0].reliefStaff = q("S-90");
    PostView seat = post("guide-2", words(u"等候引导 2", u"Usher 2"), "D", 1, 2);
    seat.standing = {standing("S-32", u"王磊", 40min), standing("S-33", u"赵敏", 3min)};
    seat.standing[1].isReady = false;
    seat.standing[1].missingTicks = {q("radio"), q("briefing")};
    PostView lead = post("lead-d", words(u"等候区负责人", u"Lead, waiting"), "D", 1, 1);
    lead.kind = PostKind::Lead;
    lead.standing = {standing("S-30", u"周建国", 128min)};
    PostView gate = post("gate-1", words(u"东门引导", u"East gate usher"), "A", 2, 2);
    gate.gapAt = sampleNow() + 62min;
    gate.standing = {standing("S-11", u"孙悦", 118min), standing("S-12", u"何平", 30min)};
    PostView lounge = post("lounge", words(u"嘉宾休息区", u"VIP lounge host"), "J", 1, 1);
    lounge.standing = {standing("S-71", u"高静怡", 75min)};
    return {west, guide, seat, lead, gate, lounge};
}

StaffView staff(const char *code, const char16_t *name, const char *zone, Whereabouts whereabouts, QString place = {})
{
    StaffView view;
    view.code = q(code);
    view.name = text(name);
    view.company = text(u"云栖物业");
    view.zone = q(zone);
    view.whereabouts = whereabouts;
    view.place = std::move(place);
    return view;
}

RosterView sampleRoster()
{
    RosterView roster;
    roster.on = 172;
    roster.onBreak = 11;
    roster.standingBy = 3;
    roster.reliefsDue = 1;
    roster.staff = {staff("S-31", u"李娜", "D", Whereabouts::Standing, q("guide-1")),
                    staff("S-90", u"陈刚", "", Whereabouts::StandingBy),
                    staff("S-91", u"许洋", "", Whereabouts::StandingBy),
                    staff("S-92", u"郑爽", "", Whereabouts::Sent, q("17")),
                    staff("S-34", u"冯雪", "D", Whereabouts::AtMeal),
                    staff("S-35", u"吴迪", "D", Whereabouts::Away)};
    roster.staff[3].isDoubled = true;
    roster.staff[3].incident = q("17");
    roster.staff[3].incidents = {q("19"), q("17")};
    roster.staff[3].state = posts::DispatchState::OnTheWay;
    roster.staff[3].since = sampleNow() - 3min;
    StaffView lent = staff("S-93", u"谢宁", "", Whereabouts::Sent, q("exit-west"));
    lent.since = sampleNow() - 1min;
    roster.staff.push_back(lent);
    roster.staff.push_back(staff("S-36", u"郭靖雯", "D", Whereabouts::Away));
    return roster;
}

IncidentView incident(const char *number, const char *zone, const char *code, std::chrono::minutes since)
{
    IncidentView view;
    view.operation = sampleId<OperationHash>(90 + q(number).toInt());
    view.number = q(number);
    view.zone = q(zone);
    view.types = {q(code)};
    for (const IncidentType &kind : sampleTypes()) {
        if (kind.code == view.types[0]) {
            view.typeNames = {kind.name};
            view.isUrgent = kind.isUrgent;
            view.isRestricted = kind.isRestricted;
        }
    }
    view.since = sampleNow() - since;
    view.happenedAt = view.since;
    view.touchedAt = view.since;
    return view;
}

CueView cue(const char *code, Words name, CueState state, std::chrono::minutes fromNow, int minutes)
{
    CueView view;
    view.code = q(code);
    view.name = std::move(name);
    view.owner = text(u"总指挥 高远");
    view.state = state;
    view.planned = sampleNow() - 12s + fromNow;
    view.expected = view.planned;
    view.minutes = minutes;
    view.offsetSeconds = 0;
    if (state == CueState::Running || state == CueState::Done) {
        view.startedAt = view.planned;
    }
    return view;
}

std::vector<CueView> sampleCues()
{
    std::vector<CueView> cues{
        cue("brief", words(u"早会", u"Morning briefing"), CueState::Done, -133min, 15),
        cue("doors", words(u"开门签到", u"Doors open"), CueState::Done, -58min, 450),
        cue("rules", words(u"宣读规则", u"Rules are read"), CueState::Running, -33min, 10),
        cue("batch-1", words(u"首批选房（20 组）", u"First batch chooses (20)"), CueState::Waiting, -18min, 10),
        cue("draw-1", words(u"第一轮抽奖", u"First draw"), CueState::Waiting, 2min, 10),
        cue("meal-1", words(u"第一轮轮餐", u"First meal round"), CueState::Waiting, 62min, 45),
        cue("vip", words(u"嘉宾见面（限流）", u"Meet the guests (slow flow)"), CueState::Waiting, 242min, 30),
        cue("last", words(u"停止签到", u"Sign-in ends"), CueState::Waiting, 392min, 0),
        cue("clear", words(u"清场", u"The hall is cleared"), CueState::Waiting, 452min, 10)};
    cues[1].isDoors = true;
    cues[1].overrideReason = text(u"西出口由机动人员代岗");
    cues[2].isOverrun = true;
    cues[3].expected = sampleNow() + 4min;
    cues[3].offsetSeconds = 22 * 60;
    cues[4].unmet = {{q("material"), q("gift"), words(u"奖品未到齐：一等奖缺 1", u"Prizes: one first prize missing")}};
    return cues;
}

TaskView task(const char *code, Words name, const char *zone, std::chrono::minutes fromNow, TaskKind kind)
{
    TaskView view;
    view.code = q(code);
    view.name = std::move(name);
    view.zone = q(zone);
    view.owner = q("S-30");
    view.ownerName = text(u"周建国");
    view.kind = kind;
    view.phase = Phase::Live;
    view.due = sampleNow() + fromNow;
    view.isLate = fromNow < 0min;
    return view;
}

std::vector<TaskView> sampleTasks()
{
    std::vector<TaskView> tasks{
        task("clean-d", words(u"等候区保洁巡检", u"Cleaning round, waiting"), "D", -7min, TaskKind::Round),
        task("water", words(u"补充饮用水 40 箱", u"Bring 40 boxes of water"), "D", 12min, TaskKind::Task),
        task("signs", words(u"检查西侧导示牌", u"Check the signs on the west side"), "D", -80min, TaskKind::Task),
        task("press", words(u"媒体采访提纲确认", u"Confirm the questions for the press"), "H", 95min, TaskKind::Task),
        task("report", words(u"活动评估报告", u"Report of the day"), "", 4'500min, TaskKind::Milestone)};
    tasks[0].roundsDone = 5;
    tasks[0].roundsMissed = 1;
    tasks[1].state = TaskState::Started;
    tasks[2].state = TaskState::Done;
    tasks[2].isLate = false;
    tasks[2].evidence = text(u"照片 3 张");
    tasks[4].isEvidenceNeeded = true;
    tasks[4].ownerName.clear();
    tasks[4].owner.clear();
    return tasks;
}

MaterialView material(const char *code, Words name, const char *category, int planned, int onSite)
{
    MaterialView view;
    view.code = q(code);
    view.name = std::move(name);
    view.category = q(category);
    view.owner = text(u"后勤 刘洋");
    view.planned = planned;
    view.packed = planned;
    view.onSite = onSite;
    view.shortBy = std::max(0, planned - onSite);
    return view;
}

std::vector<MaterialView> sampleMaterials()
{
    std::vector<MaterialView> materials{
        material("forms", words(u"认购书", u"Subscription forms"), "documents", 400, 400),
        material("chairs", words(u"椅子", u"Chairs"), "reception", 700, 700),
        material("radio", words(u"对讲机", u"Radios"), "equipment", 60, 60),
        material("prize-1", words(u"一等奖 · 洗衣机", u"First prize: washing machine"), "gifts", 4, 3),
        material("water", words(u"饮用水（瓶）", u"Water (bottles)"), "catering", 4800, 4800)};
    materials[0].isNumbered = true;
    materials[0].issued = 212;
    materials[0].unaccounted = 3;
    materials[0].openSerials = {q("0117"), q("0118"), q("0201")};
    materials[0].disputed = {q("0088")};
    materials[2].issued = 58;
    materials[2].outstanding = 58;
    materials[2].broken = 1;
    materials[0].holders = {{q("S-41"), text(u"高静怡"), {}, 2, text(u"0117–0118")},
                            {q("S-42"), text(u"孙悦"), {}, 1, q("0201")}};
    materials[2].holders = {{q("S-30"), text(u"周建国"), q("D"), 24, {}},
                            {{}, {}, q("E"), 20, {}},
                            {q("S-11"), text(u"孙悦"), q("A"), 14, {}}};
    return materials;
}

}  // namespace

Identity courseIdentity(const QString &role)
{
    Identity identity = sampleIdentity(role);
    identity.event.incidentTypes = sampleTypes();
    Station station;
    station.code = q("zone-d");
    station.role = q("zone");
    station.zone = q("D");
    station.name = words(u"等候区负责人", u"Lead, waiting");
    identity.event.stations = {station};
    PostPlan west;
    west.code = q("exit-west");
    west.name = words(u"西出口", u"Exit west");
    west.zone = q("D");
    west.isExit = true;
    identity.event.posts = {west};
    if (role == q("zone")) {
        identity.station = station.code;
        identity.stationName = station.name;
    }
    return identity;
}

Identity wallIdentity()
{
    Identity identity = courseIdentity(q("board"));
    Station station;
    station.code = q("wall-d");
    station.role = q("board");
    station.zone = q("D");
    station.name = words(u"等候区员工墙", u"Staff wall, waiting");
    identity.event.stations = {station};
    identity.station = station.code;
    identity.stationName = station.name;
    const int now = int(rules::minuteOfEvent(identity.event, sampleNow()));
    const auto shift = [](const char *staff, const char *post, int from, int until) {
        Shift made;
        made.code = QStringLiteral("%1-%2").arg(q(staff)).arg(from);
        made.staff = q(staff);
        made.post = q(post);
        made.fromMinute = from;
        made.untilMinute = until;
        return made;
    };
    identity.event.shifts = {
        shift("S-35", "guide-2", now - 18, now + 240), shift("S-36", "guide-1", now + 25, now + 240),
        shift("S-30", "lead-d", now - 128, now + 10), shift("S-32", "guide-2", now - 40, now + 90)};
    return identity;
}

IncidentView sampleIncident()
{
    IncidentView view = incident("17", "D", "spill", 6min);
    view.state = incidents::State::InHand;
    view.summary = text(u"入口旁饮料洒了一地，有人滑倒");
    view.guide = words(u"先围挡，再保洁；有人受伤叫医疗。地面干透前有人值守。",
                       u"Rope it off first, then clean. Somebody hurt: call the medics. Stay until the floor is dry.");
    view.checklist = {{q("rope"), words(u"已围挡", u"Roped off"), true, text(u"李娜")},
                      {q("clean"), words(u"保洁到场", u"Cleaner is there"), false, {}},
                      {q("dry"), words(u"地面干透", u"Floor is dry"), false, {}}};
    view.assignees = {{q("S-92"), text(u"郑爽"), {}, incidents::AssigneeState::OnTheWay, sampleNow() - 4min, true}};
    IncidentEntryView first;
    first.operation = view.operation;
    first.text = view.summary;
    first.actor = text(u"周建国");
    first.station = text(u"等候区");
    first.happenedAt = first.enteredAt = view.since;
    IncidentEntryView moved = first;
    moved.operation = sampleId<OperationHash>(120);
    moved.isGenerated = true;
    moved.text = text(u"处理中");
    moved.happenedAt = moved.enteredAt = sampleNow() - 5min;
    IncidentEntryView wrong = first;
    wrong.operation = sampleId<OperationHash>(121);
    wrong.text = text(u"两人受伤");
    wrong.isStruck = true;
    wrong.struckBy = text(u"周建国");
    wrong.struckWhy = text(u"看错了，只有一人");
    IncidentEntryView last = first;
    last.operation = sampleId<OperationHash>(122);
    last.text = text(u"一人膝盖擦伤，医疗已到");
    last.corrects = wrong.operation;
    last.happenedAt = sampleNow() - 4min;
    last.enteredAt = sampleNow() - 1min;
    view.entries = {first, moved, wrong, last};
    return view;
}

DayView courseDay()
{
    DayView day = busyDay();
    day.zones[3].fullInMinutes = 14;
    day.posts = samplePosts();
    day.roster = sampleRoster();
    IncidentView spill = sampleIncident();
    spill.entries.clear();
    IncidentView child = incident("19", "A", "lost-person", 2min);
    child.isUntouched = true;
    child.isRestricted = true;
    child.lookOut = text(u"男孩，5 岁，红色外套");
    child.exits = {{q("gate-w"), words(u"西门", u"West gate"), q("A"), false, {}, {}},
                   {q("gate-s"), words(u"南门", u"South gate"), q("K"), false, {}, {}},
                   {q("gate-e"), words(u"东门", u"East gate"), q("A"), true, text(u"周敏"), sampleNow() - 1min}};
    IncidentView complaint = incident("18-4", "G", "group", 21min);
    complaint.isUntouched = true;
    IncidentView gone = incident("12", "D", "device", 70min);
    gone.state = incidents::State::Closed;
    gone.summary = text(u"叫号屏黑屏，已换备用机");
    day.incidents = {child, complaint, spill, gone};
    day.incidentsOpen = 3;
    day.cues = sampleCues();
    day.phase.phase = Phase::Live;
    day.phase.since = sampleNow() - 50min;
    day.phase.unmet = {{q("task"), q("report"), words(u"活动评估报告未完成", u"The report of the day is not done")},
                       {q("document"), q("forms"), words(u"认购书 3 份去向不明", u"3 subscription forms unaccounted")}};
    day.tasks = sampleTasks();
    day.materials = sampleMaterials();
    day.messages = {
        {q("m2"),
         q("all"),
         text(u"第一轮抽奖 10:00 在表演区开始"),
         text(u"高远"),
         sampleNow() - 3min,
         19,
         12,
         {text(u"周建国 等候区"), text(u"周敏 东门")},
         false},
        {q("m1"), q("zone:D"), text(u"D 区请留出担架通道"), text(u"高远"), sampleNow() - 30min, 1, 0, {}, true}};
    day.modes = {{{}, modes::Mode::Normal, {}, {}, {}},
                 {q("E"), modes::Mode::Slow, text(u"选房区已满"), text(u"总指挥 高远"), sampleNow() - 8min}};
    return day;
}

DayView alertedDay()
{
    DayView day = courseDay();
    const auto alert = [](const char *kind, const char *zone, int weight, const Words &said) {
        AlertView view;
        view.kind = q(kind);
        view.id = view.kind + QLatin1Char(':') + q(zone);
        view.zone = q(zone);
        view.weight = weight;
        view.text = said;
        view.since = sampleNow() - 40s;
        view.firstRoles = view.roles = {q("lead"), q("deputy")};
        view.recheckMinutes = 5;
        return view;
    };
    AlertView urgent =
        alert("incident_urgent", "D", 95, words(u"紧急事件 21，医疗，D区", u"Urgent: incident 21, Medical, zone D"));
    urgent.isEscalated = true;
    urgent.roles = {q("commander")};
    urgent.called = {text(u"高远")};
    AlertView gap = alert("post_gap", "D", 80, words(u"岗位缺人：西出口", u"Post not staffed: Exit west"));
    gap.called = {text(u"周建国"), text(u"郑爽")};
    AlertView relief = alert("relief_overdue", "D", 58, words(u"替岗逾时：等候引导 1", u"Relief is overdue: Usher 1"));
    relief.recheckMinutes = 10;
    relief.isInHand = true;
    relief.acknowledgedBy = q("S-30");
    relief.againAt = sampleNow() + 7min;
    day.alerts = {urgent, gap, alert("zone_full", "E", 88, words(u"选房区已满", u"Unit choice is full"))};
    day.inHand = {relief};
    day.incidents.front().exits.front() = {q("exit-west"), words(u"西出口", u"Exit west"), q("D"), false, {}, {}};
    return day;
}

DayView morningDay()
{
    DayView day = courseDay();
    day.phase.phase = Phase::Prepare;
    day.phase.since.reset();
    for (CueView &cue : day.cues) {
        cue.state = cue.code == q("brief") ? CueState::Running : CueState::Waiting;
        cue.planned = *cue.planned + 67min;
        cue.expected = cue.planned;
        cue.offsetSeconds = 0;
        cue.isOverrun = false;
        cue.overrideReason.clear();
        cue.startedAt = cue.code == q("brief") ? cue.planned : std::nullopt;
    }
    day.cues[1].unmet = {{q("post"), q("exit-west"), words(u"西出口缺 1 人", u"Exit west: one missing")},
                         {q("incident"), q("19"), words(u"紧急事件 19 未处理", u"Urgent incident 19 is open")}};
    return day;
}

}  // namespace muster::test
