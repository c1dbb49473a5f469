#include "deploy/sample/sample_plan.h"

namespace muster::sample {
namespace {

struct Line {
    const char16_t *code;
    const char16_t *zh;
    const char16_t *en;
};

/// @p flags: urgent, restricted, watch, property.
IncidentType type(const char16_t *code, const char16_t *zh, const char16_t *en, const char16_t *guideZh,
                  const char16_t *guideEn, const char16_t *flags, const char16_t *roles, int answerMinutes,
                  std::initializer_list<Line> lines)
{
    const auto marks = text(flags).split(u' ');
    IncidentType made{.code = text(code),
                      .name = {.zh = text(zh), .en = text(en)},
                      .guide = {.zh = text(guideZh), .en = text(guideEn)},
                      .checklist = {},
                      .isUrgent = marks.contains(QStringLiteral("urgent")),
                      .isRestricted = marks.contains(QStringLiteral("restricted")),
                      .isWatch = marks.contains(QStringLiteral("watch")),
                      .isProperty = marks.contains(QStringLiteral("property")),
                      .roles = list(roles),
                      .answerMinutes = answerMinutes};
    for (const auto &line : lines) {
        made.checklist.push_back({.code = text(line.code), .text = {.zh = text(line.zh), .en = text(line.en)}});
    }
    return made;
}

/// People: too many, missing, angry.
// NOLINTNEXTLINE(readability-function-size): a table.
std::vector<IncidentType> crowds()
{
    return {
        type(u"overcrowd", u"超员", u"Overcrowding",
             u"到预警人数先限流：一出一进；到核定人数停止放行，引到备用等候区。人数以本区计数为准，"
             u"负责人下令，不与来宾争执。",
             u"At the soft limit one out, one in; at the firm limit nobody more: send them to the overflow "
             u"zone. The zone's count decides and its lead gives the word.",
             u"urgent", u"lead;security;usher", 3,
             {{u"count", u"报出本区现在人数和上限", u"Say how many are inside and what the limit is"},
              {u"slow", u"入口改一出一进，隔离带加两折", u"One out, one in; two more bends in the lane"},
              {u"overflow", u"开备用等候区，派一名引导", u"Open the overflow zone with one usher"},
              {u"board", u"叫号屏和广播说明预计等候时间", u"Boards and voice say how long it takes"},
              {u"release", u"回到预警线以下十分钟后恢复", u"Back to normal ten minutes below the soft limit"}}),
        type(u"lost-person", u"走失", u"Missing person",
             u"先守住每个出口，再找。对讲机里只说特征，不说姓名，也不广播姓名。找到后核对身份、签字交还。",
             u"Guard every exit first, then search. Only what they look like goes over the radio, never "
             u"a name. Given back only after their identity is checked and signed.",
             u"urgent restricted watch", u"security;floater;lead", 2,
             {{u"describe", u"问清年龄、身高、衣着、最后地点和时间", u"Age, height, clothes, last place and time"},
              {u"exits", u"每个出口回复“已守”", u"Every exit says that it watches"},
              {u"stay", u"家属留在签到区，一名专人陪同", u"The family stays at sign-in with one of us"},
              {u"search", u"按区分头找，先卫生间、停车场、楼梯",
               u"Search zone by zone: lavatories, car park, stairs first"},
              {u"police", u"十五分钟未找到，报 110", u"Call the police (110) after fifteen minutes"},
              {u"return", u"核对证件和称呼，签字交还", u"Check papers and how they know each other; signed return"}}),
        type(u"queue-fight", u"插队斗殴", u"Queue-jumping, fight",
             u"先分开人，再分是非。两名安保到场，围观疏散；动手的报民警。插队的退回原位，不当众训斥。",
             u"Part people first, judge later. Two guards at once, bystanders move on; blows mean police. "
             u"Who jumped the queue goes back, without a scene.",
             u"urgent", u"security;lead;floater", 2,
             {{u"part", u"两人一组分开双方", u"Two guards part them"},
              {u"crowd", u"疏散围观，隔离带加固", u"Move bystanders on, mend the lane"},
              {u"hurt", u"有人受伤叫医疗点", u"Anybody hurt: first aid"},
              {u"police", u"动手的交民警，保留录像", u"Blows: police; keep the video"},
              {u"queue", u"恢复队伍，讲清次序", u"Restore the queue and say who is next"}}),
        type(u"group-complaint", u"群诉", u"Group complaint",
             u"请进接待室，请其推三名代表。只听、记、答应答复时间，不当场表态，不拍摄。内容受限。",
             u"Into the reception room, three speakers. Listen, write down, promise when they will "
             u"hear; take no position and film nothing. Restricted.",
             u"urgent restricted", u"commander;security;host", 3,
             {{u"room", u"开接待室，备水，三名代表", u"Open the room, water, three speakers"},
              {u"listen", u"一人听、一人记", u"One listens, one writes"},
              {u"media", u"媒体请到媒体台，不围拍", u"Media to their desk, no filming"},
              {u"answer", u"给出书面答复时间和联系人", u"When and from whom they get it in writing"},
              {u"close", u"离开时专人送，继续办业务", u"See them out; whoever wants to goes on"}}),
        type(u"vip-crush", u"嘉宾处拥挤", u"Crush around a guest",
             u"暂停放行，改单向。嘉宾退到侧幕，安保手拉手让出两米；五分钟内疏不开就结束见面。",
             u"Stop letting in, one way only. The guest steps back to the wings, guards make two metres; "
             u"not clear in five minutes means it ends.",
             u"urgent", u"security;stage;lead", 1,
             {{u"stop", u"停放行，入口立牌", u"Nobody more in, sign at the way in"},
              {u"oneway", u"改单向：东进西出", u"One way: in by the east, out by the west"},
              {u"space", u"让出两米，扶起倒地的人", u"Two metres free, help up who fell"},
              {u"voice", u"主持人请大家后退一步", u"The host asks all to step back"},
              {u"end", u"必要时提前结束", u"End it early if need be"}})};
}

/// Life and limb.
// NOLINTNEXTLINE(readability-function-size): a table.
std::vector<IncidentType> safety()
{
    return {type(u"illness", u"急病", u"Sudden illness",
                 u"医疗两分钟内到场。不移动、不喂药，清出三米。意识不清、胸痛、抽搐立即打 120，专人到路口接车。",
                 u"First aid is there within two minutes. Do not move them or give medicine; keep three "
                 u"metres free. Unconscious, chest pain or fits: call 120 at once and meet the ambulance.",
                 u"urgent restricted", u"medic;security;floater", 2,
                 {{u"scene", u"清出三米，有人陪着", u"Three metres free, somebody stays"},
                  {u"medic", u"医疗点带急救箱和除颤器到场", u"First aid comes with kit and defibrillator"},
                  {u"call", u"需要时打 120，报地点和入口", u"Call 120 if needed: place and entrance"},
                  {u"way", u"安保开消防通道，到路口接车", u"Security opens the fire lane and meets the ambulance"},
                  {u"family", u"联系家属，记录去的医院", u"Reach the family; note the hospital"},
                  {u"record", u"送走后补记录，不外传", u"Write it down afterwards, tell nobody"}}),
            type(u"fire", u"火情", u"Fire",
                 u"喊、报、疏散。小火用最近的灭火器，三十秒不灭就撤。总指挥下令疏散：各区负责人最后离开，"
                 u"集合点点名。",
                 u"Shout, report, leave. A small fire: the nearest extinguisher, thirty seconds, then go. "
                 u"On the word to evacuate leads leave last and names are called at the assembly points.",
                 u"urgent", u"security;lead;technician;medic", 1,
                 {{u"alarm", u"报火点，打 119", u"Where it burns; call 119"},
                  {u"evacuate", u"总指挥切换“疏散”，广播", u"The commander sets evacuate; voice"},
                  {u"power", u"切断起火区电源，停电梯", u"Power off there, lifts stopped"},
                  {u"exits", u"出口全开，搀扶老幼", u"All exits open, help the frail"},
                  {u"sweep", u"负责人扫清本区，最后离开", u"Leads sweep their zone and leave last"},
                  {u"roll", u"集合点点名，报缺员", u"Roll call, say who is missing"}}),
            type(u"weather", u"雨或六级风", u"Rain or strong wind",
                 u"雨：启用室内方案，撤室外桌椅，入口铺防滑垫。六级风：拆空飘、拱门、条幅，人远离支架。",
                 u"Rain: the indoor plan, outdoor tables in, mats at the doors. Wind of force 6: balloons, "
                 u"arches and banners down, nobody near the frames.",
                 u"", u"logistics;security;lead", 5,
                 {{u"wind", u"测风：六级以上先拆空飘和拱门", u"Measure: from force 6 balloons and arches come down"},
                  {u"indoor", u"室外签到、等候移入室内", u"Outdoor sign-in and waiting move in"},
                  {u"mats", u"入口防滑垫、雨伞架、地面擦干", u"Mats, umbrella stands, dry floors"},
                  {u"power", u"室外电源断开、遮盖", u"Outdoor power off and covered"},
                  {u"shuttle", u"班车加密，接到廊下", u"More shuttles, to the covered way"}}),
            type(u"slip", u"滑倒污物", u"Slip, spill",
                 u"先围挡，再保洁。有人滑倒先看伤，扶不动不硬扶，叫医疗点，留照片。",
                 u"Fence first, then clean. Somebody fell: look for injuries, do not lift by force, first "
                 u"aid, a photograph.",
                 u"", u"cleaner;medic", 5,
                 {{u"fence", u"立围挡和小心地滑牌", u"Fence and sign"},
                  {u"clean", u"清理、擦干、通风", u"Clean, dry, air"},
                  {u"hurt", u"有伤叫医疗点，记姓名电话", u"Injury: first aid, name and telephone"},
                  {u"photo", u"拍现场，留证", u"Photograph the place"},
                  {u"open", u"干后撤围挡", u"Open again when dry"}}),
            type(u"food", u"食品不适", u"Food complaint",
                 u"两人以上同样不适，立即停餐、封存留样，医疗点登记。不自行下结论，按规定报市场监管。",
                 u"Two people with the same complaint: stop the meal, seal the samples, first aid notes "
                 u"names. Draw no conclusion; report as the law says.",
                 u"urgent restricted", u"medic;logistics", 2,
                 {{u"stop", u"停餐停水，撤下同批", u"Stop food and water of that batch"},
                  {u"sample", u"封存留样，写时间", u"Seal the samples with the time"},
                  {u"medic", u"逐人登记症状和进食时间", u"Symptoms and time of eating, one by one"},
                  {u"hospital", u"送医并陪同", u"Hospital, with one of us"},
                  {u"report", u"报市场监管和疾控", u"Report to the authorities"}})};
}

/// What breaks or runs full.
// NOLINTNEXTLINE(readability-function-size): a table.
std::vector<IncidentType> technology()
{
    return {type(u"power", u"停电", u"Power failure",
                 u"设备靠 UPS 撑二十分钟。电工三分钟内起发电机，先供签到、销控、收银、应急照明。销控立即冻结，"
                 u"恢复后逐台核对再放。",
                 u"UPS holds twenty minutes. The electrician starts the generator within three: sign-in, "
                 u"unit board, cashiers and emergency lights first. Units are frozen and checked desk by "
                 u"desk before they are freed.",
                 u"urgent", u"technician;unit_board;security", 2,
                 {{u"freeze", u"冻结销控，停收款", u"Freeze the units, stop taking money"},
                  {u"generator", u"起发电机，按顺序送电", u"Start the generator, feed in order"},
                  {u"calm", u"广播：原地稍候，照明正常", u"Voice: please stay where you are"},
                  {u"lifts", u"查电梯和暗处有没有人", u"Check lifts and dark corners for people"},
                  {u"verify", u"逐台核对最后一笔", u"Check the last act of every desk"},
                  {u"thaw", u"总指挥同意后解冻", u"Free the units when the commander says so"}}),
            type(u"network", u"断网", u"Network failure",
                 u"照常签到和叫号，设备会自己补传，不要重扫重发。房源只由持有权的选房台卖。系统全失时用纸号 "
                 u"P001–P200。",
                 u"Go on: devices work alone and catch up; do not scan or issue twice. Only the desk that "
                 u"holds a unit may sell it. If all fails, use paper numbers P001 to P200.",
                 u"", u"technician;problem_desk;unit_board", 3,
                 {{u"tell", u"各台知道：照常，不重做", u"Every desk knows: go on, do nothing twice"},
                  {u"scope", u"查是一台、一区还是全场", u"One device, one zone, or all"},
                  {u"switch", u"查交换机、换备用路由", u"Check the switch, use the spare router"},
                  {u"paper", u"全失时发纸号，记时间", u"If all fails, paper numbers with the time"},
                  {u"catch-up", u"恢复后补录纸号并核对人数", u"Enter the paper numbers and compare the count"}}),
            type(u"device", u"设备坏", u"Broken device",
                 u"先把来宾分到旁边的台，再换机。备用机扫码顶岗，六十秒内接上；坏机贴条带回，不在现场修。",
                 u"Send the guests to the next desk first, then change the device. A spare takes over within "
                 u"sixty seconds; the broken one is labelled and taken away.",
                 u"", u"technician", 5,
                 {{u"divert", u"来宾分到旁边的台", u"Guests go to the next desk"},
                  {u"spare", u"备用机顶上该台", u"A spare takes over the station"},
                  {u"unsent", u"看坏机有没有未传的记录", u"Has the broken one anything unsent"},
                  {u"label", u"贴条、登记、带回设备间", u"Label it, note it, take it away"}}),
            type(u"audio", u"音响故障", u"Sound failure",
                 u"主持人换备用话筒补位，问答或小游戏撑五分钟。技术切到备用调音台；抽奖推迟，不带病开抽。",
                 u"The host takes the spare microphone and fills five minutes. Technicians switch to the "
                 u"spare desk; a draw waits, it never runs on a bad system.",
                 u"", u"technician;stage", 3,
                 {{u"mic", u"换备用话筒", u"Spare microphone"},
                  {u"fill", u"主持补位，告知几分钟恢复", u"The host fills and says how long"},
                  {u"desk", u"切备用调音台和线路", u"Spare desk and lines"},
                  {u"cue", u"推迟环节，告诉总指挥", u"Move the cue, tell the commander"}}),
            type(u"parking-full", u"停车满", u"Car park full",
                 u"满 240 开备用场，满 260 停止进场。路口立牌，班车改十分钟一班；贵宾 30 位不挪用。",
                 u"At 240 open the spare park, at 260 nobody more in. Signs at the crossing, shuttles every "
                 u"ten minutes; the 30 VIP bays stay free.",
                 u"", u"parking;shuttle;security", 5,
                 {{u"spare", u"开备用场，派两人", u"Open the spare park with two people"},
                  {u"signs", u"路口、入口换牌", u"Signs at the crossing and the way in"},
                  {u"shuttle", u"班车加密", u"More shuttles"},
                  {u"lane", u"消防通道不停车", u"No car in the fire lane"},
                  {u"tell", u"告诉签到区：到达会晚", u"Sign-in knows that people come late"}})};
}

/// What must be right in law and in the paper.
// NOLINTNEXTLINE(readability-function-size): a table.
std::vector<IncidentType> business()
{
    return {
        type(u"unit-dispute", u"房源争议", u"Dispute over a unit",
             u"立即冻结该房，双方分开请进接待室。以销控记录的先后为准，总指挥裁定，当面说明并给第二选择。",
             u"Freeze the unit at once and ask both parties into the reception room, apart. The board's "
             u"record decides who was first; the commander rules, explains and offers another unit.",
             u"urgent", u"unit_board;lead;commander", 2,
             {{u"freeze", u"冻结该房号，停止打印", u"Freeze the unit, print nothing"},
              {u"apart", u"双方分开，专人陪同", u"Keep them apart, one of us with each"},
              {u"record", u"调出销控先后和认购书编号", u"Get the record and the subscription numbers"},
              {u"rule", u"总指挥裁定，写明理由", u"The commander rules and says why"},
              {u"offer", u"落选一方：同户型备选、优先号", u"The other side: like units, a number that goes first"}}),
        type(u"ineligible", u"资格不符", u"Not eligible",
             u"不在窗口前争论，请到疑难台。说清缺哪一项、何时补、号保留多久；限购等政策问题由法务答复。",
             u"No argument at the window: to the problem desk. Say what is missing, by when, and how "
             u"long the number is kept; legal answers questions of policy.",
             u"", u"problem_desk;lead", 5,
             {{u"which", u"核对缺的是身份、资金还是政策", u"Identity, funds or policy"},
              {u"keep", u"号保留到当天 15:30", u"The number is kept until 15:30"},
              {u"written", u"写明补件清单和时间", u"Write down what to bring and when"},
              {u"legal", u"政策问题请法务到疑难台", u"Legal comes for questions of policy"}}),
        type(u"prize-short", u"奖品短缺", u"Prizes short",
             u"先查别的兑奖台和库房，十分钟内调拨。确实没有就写欠条：姓名、码、奖品、领取时间，负责人签字；"
             u"不换别的奖。",
             u"Look at the other desks and the store, move stock within ten minutes. If there is none: "
             u"a note with name, code, prize and when, signed by the lead; nothing else instead.",
             u"", u"prize;logistics;lead", 5,
             {{u"count", u"清点本台，与系统核对", u"Count the desk, compare"},
              {u"transfer", u"从别的台或库房调拨", u"Move stock from a desk or the store"},
              {u"note", u"写欠条并登记", u"Write a note and record it"},
              {u"sign", u"更新牌子：哪种已领完", u"Sign: which one is gone"}}),
        type(u"lost-property", u"失物", u"Lost property",
             u"拾到即登记：何物、何处、何时、谁交的，封袋编号交疑难台。认领说出特征、出示证件、签字；"
             u"贵重物两人在场。",
             u"Record what, where, when and who brought it; sealed, numbered, to the problem desk. "
             u"Claimed by describing it, with papers and a signature; valuables before two of us.",
             u"property", u"problem_desk;security", 15,
             {{u"bag", u"封袋、编号、登记", u"Seal, number, record"},
              {u"store", u"存疑难台失物柜", u"Keep at the problem desk"},
              {u"ask", u"认领人说出特征", u"Whoever claims it describes it"},
              {u"sign", u"核证件，签字领走", u"Papers, signature"},
              {u"left", u"清场未领的交物业", u"Unclaimed: to the property office"}}),
        type(u"press", u"负面采访", u"Critical interview",
             u"只由媒体专员答复。其他人说：“请稍等，我请同事来。”不挡镜头、不抢设备，记媒体名称和问题。",
             u"Only the media officer answers. Everybody else: \"One moment, I will ask a colleague.\" "
             u"Never block a camera; note the medium and the question.",
             u"restricted", u"media_host;commander", 5,
             {{u"wait", u"请到媒体台稍候，奉茶", u"To the media desk, tea"},
              {u"who", u"记媒体、记者证、问题", u"Medium, press card, question"},
              {u"officer", u"媒体专员五分钟内到", u"The media officer comes within five minutes"},
              {u"answer", u"按口径书面答复", u"Answer in writing, as agreed"},
              {u"report", u"报总指挥，留稿", u"Tell the commander, keep the text"}})};
}

}  // namespace

std::vector<IncidentType> incidentTypes()
{
    auto all = crowds();
    for (const auto &part : {safety(), technology(), business()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

}  // namespace muster::sample
