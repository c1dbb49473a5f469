#include "tests/qml/sample_day.h"

#include "core/venue/day/day_query.h"

#include <array>
#include <cmath>

namespace muster::test {
namespace {

using namespace std::chrono_literals;

struct Person {
    const char16_t *name;
    const char16_t *latin;
    const char16_t *company;
    int classNumber;
};

const std::array people{
    Person{u"王小明", u"Wang Xiaoming", u"", 0},
    Person{u"陈思远", u"Chen Siyuan", u"", 1},
    Person{u"欧阳若兰", u"Ouyang Ruolan", u"", 2},
    Person{u"单雅琴", u"Shan Yaqin", u"澄海置业", 3},
    Person{u"林一帆", u"Lin Yifan", u"滨江晚报", 4},
    Person{u"赵国栋", u"Zhao Guodong", u"", 0},
    Person{u"Alexandra Featherstonehaugh", u"", u"Hartwell & Sons International", 3},
    Person{u"曾雨桐", u"Zeng Yutong", u"", 1},
    Person{u"李静", u"Li Jing", u"", 0},
    Person{u"黄俊杰", u"Huang Junjie", u"联合家居", 5},
};

QString text(const char16_t *utf16) { return QString::fromUtf16(utf16); }

Words words(const char16_t *zh, const char16_t *en) { return {text(zh), text(en)}; }

std::vector<TicketClass> sampleClasses()
{
    const auto make = [](const char *code, Words name, const char *alert, const char *band, const char *zone) {
        TicketClass ticketClass;
        ticketClass.code = QString::fromLatin1(code);
        ticketClass.name = std::move(name);
        ticketClass.alert = QString::fromLatin1(alert);
        ticketClass.band = QString::fromLatin1(band);
        ticketClass.zone = QString::fromLatin1(zone);
        ticketClass.companionsMax = 4;
        return ticketClass;
    };
    return {make("subscriber", words(u"认筹", u"Subscriber"), "", "", "D"),
            make("interested", words(u"意向", u"Interested"), "", "", "B"),
            make("owner", words(u"老业主", u"Owner"), "", "", "I"),
            make("vip", words(u"贵宾", u"VIP"), "vip", "violet", "J"),
            make("media", words(u"媒体", u"Media"), "media", "blue", "H"),
            make("partner", words(u"合作商户", u"Partner"), "", "", "I")};
}

std::vector<Zone> sampleZones()
{
    const auto make = [](const char *code, Words name, int soft, int firm) {
        Zone zone;
        zone.code = QString::fromLatin1(code);
        zone.name = std::move(name);
        zone.softCapacity = soft;
        zone.firmCapacity = firm;
        return zone;
    };
    return {
        make("A", words(u"签到区", u"Sign-in"), 120, 150),    make("B", words(u"咨询区", u"Consulting"), 80, 100),
        make("C", words(u"排号区", u"Numbers"), 80, 100),     make("D", words(u"等候区", u"Waiting"), 480, 600),
        make("E", words(u"选房区", u"Unit choice"), 80, 100), make("F", words(u"财务区", u"Cashier"), 50, 60),
        make("G", words(u"签约区", u"Contract"), 70, 90),     make("H", words(u"表演区", u"Stage"), 240, 300),
        make("I", words(u"展示区", u"Exhibits"), 160, 200),   make("J", words(u"嘉宾休息区", u"VIP lounge"), 50, 60),
        make("K", words(u"兑奖区", u"Gifts"), 60, 80)};
}

Question::Choice choice(const char *code, const char16_t *zh, const char16_t *en)
{
    return {QString::fromLatin1(code), words(zh, en)};
}

std::vector<Question> sampleQuestions()
{
    Question source;
    source.code = QStringLiteral("source");
    source.kind = QuestionKind::Choice;
    source.text = words(u"您从哪里了解到本次活动？", u"How did you hear about today?");
    source.choices = {choice("paper", u"报纸", u"Newspaper"),     choice("outdoor", u"户外广告", u"Outdoor"),
                      choice("tv", u"电视", u"Television"),       choice("radio", u"电台", u"Radio"),
                      choice("mail", u"DM 直邮", u"Direct mail"), choice("sms", u"短信", u"Text message"),
                      choice("web", u"网络", u"Internet"),        choice("friend", u"亲友推荐", u"A friend"),
                      choice("passing", u"路过", u"Passing by")};
    Question interests;
    interests.code = QStringLiteral("layout");
    interests.kind = QuestionKind::Choices;
    interests.text = words(u"您关注哪些户型？", u"Which layouts interest you?");
    interests.choices = {
        choice("89", u"89 ㎡ 三房", u"89 m², 3 rooms"), choice("108", u"108 ㎡ 三房", u"108 m², 3 rooms"),
        choice("125", u"125 ㎡ 四房", u"125 m², 4 rooms"), choice("143", u"143 ㎡ 四房", u"143 m², 4 rooms")};
    Question consent;
    consent.code = QStringLiteral("consent");
    consent.kind = QuestionKind::Consent;
    consent.isRequired = true;
    consent.text = words(u"您同意我们为今天的活动保存您的姓名和电话吗？",
                         u"Do you agree that we keep your name and phone number for today's event?");
    return {source, interests, consent};
}

DeviceView device(int number, const char16_t *name, const char *role, const char *station)
{
    DeviceView view;
    view.id = sampleId<DeviceId>(number);
    view.number = number;
    view.name = text(name);
    view.role = QString::fromLatin1(role);
    view.station = QString::fromLatin1(station);
    view.isLinked = true;
    view.lastSeen = sampleNow() - 400ms;
    view.lagMsecs = 3 + number * 2;
    view.skewMsecs = 40 * number;
    view.unsent = 0;
    view.digest = DigestComparison::Equal;
    return view;
}

std::vector<DeviceView> sampleDevices()
{
    std::vector<DeviceView> devices{
        device(0, u"指挥台", "coordinator", "command"), device(1, u"自助机 1", "kiosk", "gate-1"),
        device(2, u"自助机 2", "kiosk", "gate-1"),      device(3, u"自助机 3", "kiosk", "gate-2"),
        device(4, u"自助机 4", "kiosk", "gate-2"),      device(5, u"人工签到 1", "greeter", "desk-1"),
        device(6, u"人工签到 2", "greeter", "desk-2"),  device(7, u"贵宾接待", "greeter", "vip"),
    };
    devices[0].isHub = devices[0].isSelf = true;
    devices[0].lagMsecs = 0;
    devices[4].isLinked = false;
    devices[4].lastSeen = sampleNow() - 40s;
    devices[4].lagMsecs.reset();
    devices[4].unsent.reset();
    devices[4].digest = DigestComparison::NotComparable;
    devices[6].isSkewed = true;
    devices[6].skewMsecs = 94'000;
    devices[2].station = QStringLiteral("gate-3");
    devices[3].trouble = QStringLiteral("camera");
    DeviceView lost = device(9, u"平板 9", "greeter", "desk-3");
    lost.isRevoked = true;
    lost.isLinked = false;
    lost.lastSeen = sampleNow() - 40min;
    lost.lagMsecs.reset();
    lost.unsent.reset();
    devices.push_back(lost);
    return devices;
}

ConflictView conflict(int number, int guest, bool isOpen)
{
    ConflictView view;
    view.id = sampleId<ConflictId>(number);
    view.rule = QStringLiteral("sign_in_twice");
    view.guest = sampleGuest(guest);
    view.isOpen = isOpen;
    const std::array stations{words(u"东门自助机 1", u"East gate, kiosk 1"),
                              words(u"西门自助机 4", u"West gate, kiosk 4")};
    for (int i = 0; i < 2; ++i) {
        RivalView rival;
        rival.operation = sampleId<OperationHash>(100 + number * 10 + i);
        rival.device = sampleId<DeviceId>(1 + i * 3);
        rival.stationName = stations[std::size_t(i)];
        rival.at = sampleNow() - 17min + std::chrono::minutes(i + number);
        rival.isProvisional = i == 1;
        rival.actor = i == 1 ? QString() : text(u"周敏");
        view.rivals.push_back(rival);
    }
    if (!isOpen) {
        view.decidedBy = text(u"总指挥 高远");
        view.reason = text(u"父子同名，均放行");
        view.decision = Decision::KeepAll;
    }
    return view;
}

/// As the day makes it: the words say what, the guest says who.
AlertView alert(const char *kind, std::chrono::seconds age, const QString &detail = {}, std::optional<int> guest = {})
{
    AlertView view;
    view.kind = QString::fromLatin1(kind);
    view.id = view.kind + QLatin1Char(':') + detail;
    view.text = day_query::wordsOf(view.kind, detail);
    view.since = sampleNow() - age;
    view.isEscalated = age >= day_query::escalateAfter;
    if (guest) {
        view.guest = sampleGuest(*guest);
        view.guest->zone = sampleAnswer(Outcome::Admitted, *guest).zone;
        view.host = view.guest->host;
        view.stationName = words(u"东门", u"East gate");
    }
    return view;
}

StaffMember member(const char *code, const char16_t *name, const char16_t *company, const char *role, const char *zone)
{
    StaffMember one;
    one.code = QString::fromLatin1(code);
    one.name = text(name);
    one.company = text(company);
    one.roles = {QString::fromLatin1(role)};
    one.zone = QString::fromLatin1(zone);
    return one;
}

std::vector<StaffMember> sampleStaff()
{
    return {member("C-01", u"周敏", u"云栖湾", "commander", ""), member("S-07", u"林晓", u"云栖湾", "greeter", ""),
            member("S-09", u"何静", u"云栖湾", "prize", ""),     member("S-30", u"孙磊", u"云栖湾", "lead", "D"),
            member("S-31", u"李娜", u"云栖湾", "guide", "D"),    member("S-90", u"陈刚", u"安泰保安", "floater", ""),
            member("S-91", u"许洋", u"安泰保安", "floater", "")};
}

std::vector<MinuteCount> sampleArrivals()
{
    constexpr int minutes = 60;
    std::vector<MinuteCount> bars;
    for (int i = 0; i < minutes; ++i) {
        const double wave = 14 + 24 * std::exp(-std::pow((i - 42) / 11.0, 2)) + (i * 7 % 5) - 2;
        bars.push_back({sampleNow() - std::chrono::minutes(minutes - i), i < 2 ? 0 : int(wave)});
    }
    return bars;
}

}  // namespace

WallTime sampleNow()
{
    return WallTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 28} + 1h + 58min + 12s};  // 09:58 in Shanghai
}

EventSetup sampleEvent()
{
    EventSetup event;
    event.name = words(u"云栖湾 · 认筹开盘日", u"Cloud Bay · Opening day");
    event.place = words(u"云栖湾营销中心", u"Cloud Bay sales centre");
    event.timeZone = QStringLiteral("Asia/Shanghai");
    event.day = QStringLiteral("2026-11-28");
    event.brandColour = QStringLiteral("#2f6f9f");
    event.zones = sampleZones();
    event.classes = sampleClasses();
    event.questions = sampleQuestions();
    event.staff = sampleStaff();
    return event;
}

Identity sampleIdentity(const QString &role)
{
    Identity identity;
    identity.number = 1;
    identity.role = role;
    identity.name = text(u"自助机 1");
    identity.station = QStringLiteral("gate-1");
    identity.stationName = words(u"东门签到", u"East gate");
    identity.event = sampleEvent();
    identity.staffPin = QStringLiteral("471928");
    identity.isEnrolled = true;
    return identity;
}

Identity sampleIdentityWithDesk(const QString &role)
{
    auto identity = sampleIdentity(role);
    Station desk;
    desk.code = QStringLiteral("desk-1");
    desk.role = QStringLiteral("greeter");
    desk.name = words(u"疑难台", u"Problem desk");
    desk.isProblemDesk = true;
    identity.event.stations.push_back(desk);
    return identity;
}

std::function<Answer(const Act &)> sampleReferring(Answer refusal)
{
    return [refusal = std::move(refusal)](const Act &act) {
        if (!std::holds_alternative<referrals::Refer>(act.command)) {
            return refusal;
        }
        Answer sent;
        sent.outcome = Outcome::Done;
        sent.zoneName = words(u"疑难台", u"Problem desk");
        return sent;
    };
}

ReferralView sampleReferral()
{
    ReferralView referral;
    referral.operation = sampleId<OperationHash>(7);
    referral.codeEnd = QStringLiteral("Y-4711");
    referral.reason = words(u"名单里没有此码", u"code not on the list");
    referral.note = text(u"赶时间");
    referral.stationName = words(u"东门签到", u"East gate");
    referral.at = sampleNow() - std::chrono::seconds(40);
    return referral;
}

GuestView sampleGuest(int number)
{
    const Person &person = people[std::size_t(number) % people.size()];
    const TicketClass ticketClass = sampleClasses()[std::size_t(person.classNumber)];
    GuestView guest;
    guest.id = sampleId<GuestId>(number);
    guest.key = QStringLiteral("L-%1").arg(number + 1, 4, 10, QLatin1Char('0'));
    guest.name = text(person.name);
    guest.latinName = text(person.latin);
    guest.company = text(person.company);
    guest.phone = QStringLiteral("138 **** %1").arg(4107 + number * 113);
    guest.classCode = ticketClass.code;
    guest.className = ticketClass.name;
    guest.band = ticketClass.band;
    guest.alert = ticketClass.alert;
    guest.host = ticketClass.alert.isEmpty() ? QString() : text(u"高静怡");
    guest.companionsMax = ticketClass.companionsMax;
    guest.isNameHere = true;
    return guest;
}

Answer sampleAnswer(Outcome outcome, int guest)
{
    Answer answer;
    answer.outcome = outcome;
    answer.code = "L-0042-7KQ9";
    const bool isNobody = outcome == Outcome::Unknown || outcome == Outcome::Forged || outcome == Outcome::WrongEvent ||
                          outcome == Outcome::Malformed;
    if (!isNobody) {
        answer.guest = sampleGuest(guest);
    }
    if (outcome == Outcome::Admitted) {
        answer.zone = sampleClasses()[std::size_t(people[std::size_t(guest) % people.size()].classNumber)].zone;
        for (const Zone &zone : sampleZones()) {
            if (zone.code == answer.zone) {
                answer.zoneName = zone.name;
            }
        }
        answer.companions = 2;
        answer.operation = sampleId<OperationHash>(7);
    }
    if (outcome == Outcome::AlreadyIn) {
        answer.earlier = Earlier{sampleId<OperationHash>(3),   sampleId<DeviceId>(4), QStringLiteral("gate-2"),
                                 words(u"西门", u"West gate"), text(u"周敏"),         sampleNow() - 17min,
                                 QStringLiteral("D")};
    }
    if (outcome == Outcome::RuleRefused) {
        answer.reason = words(u"贵宾通道 10:30 起开放", u"The VIP lane opens at 10:30");
    }
    if (outcome == Outcome::WrongTime) {
        answer.reason = words(u"您的场次：14:00 下午场", u"Your session: 14:00, afternoon");
    }
    return answer;
}

Answer sampleQuestion(const QString &question)
{
    Answer answer = sampleAnswer(Outcome::NeedsAnswers);
    if (question == QLatin1String("companions")) {
        answer.companionsMax = 4;
    } else if (question == QLatin1String("group")) {
        answer.group = {sampleGuest(0), sampleGuest(8), sampleGuest(5)};
    } else {
        for (const Question &planned : sampleQuestions()) {
            if (planned.code == question || question == QLatin1String("all")) {
                answer.questions.push_back(planned);
            }
        }
    }
    return answer;
}

std::vector<SignInView> sampleSignIns(int count)
{
    const std::array stations{words(u"东门签到", u"East gate"), words(u"西门签到", u"West gate"),
                              words(u"贵宾接待", u"VIP lane")};
    std::vector<SignInView> signIns;
    for (int i = 0; i < count; ++i) {
        SignInView signIn;
        signIn.operation = sampleId<OperationHash>(i);
        signIn.guest = sampleGuest(i);
        signIn.stationName = stations[std::size_t(i) % stations.size()];
        signIn.zone = sampleAnswer(Outcome::Admitted, i).zone;
        signIn.at = sampleNow() - std::chrono::seconds(9 + i * 23);
        signIn.companions = i % 3;
        signIn.isProvisional = i == 3;
        signIn.isAnnulled = i == 5;
        signIns.push_back(signIn);
    }
    signIns[std::size_t(std::min(5, count - 1))].annulledBy = text(u"周敏");
    signIns[std::size_t(std::min(5, count - 1))].annulledWhy = text(u"拿错了手机");
    return signIns;
}

DayView emptyDay()
{
    DayView day;
    day.asOf = sampleNow() - 200ms;
    day.knownSince = day.asOf;
    day.headcount = 0;
    for (const Zone &zone : sampleZones()) {
        day.zones.push_back({zone.code, zone.name, 0, zone.softCapacity, zone.firmCapacity});
    }
    day.expected = 1650;
    day.vipExpected = 60;
    day.mediaExpected = 30;
    day.softCapacity = 1350;
    day.firmCapacity = 1500;
    day.devices = {sampleDevices().front()};
    day.link.isHub = true;
    day.sessions = {{QStringLiteral("morning"), words(u"上午场", u"Morning"), true},
                    {QStringLiteral("afternoon"), words(u"下午场", u"Afternoon"), false}};
    day.openSessions = {QStringLiteral("morning")};
    return day;
}

DayView busyDay()
{
    DayView day = emptyDay();
    day.headcount = 1204;
    const std::array counts{97, 64, 83, 488, 58, 31, 22, 176, 141, 28, 16};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        day.zones[i].count = counts[i];
    }
    day.zones[4].count = 101;
    day.signedIn = 1011;
    day.walkIns = 88;
    day.vipIn = 14;
    day.mediaIn = 6;
    day.arrivals = sampleArrivals();
    day.latest = sampleSignIns(10);
    day.conflicts = {conflict(0, 0, true), conflict(1, 8, true), conflict(2, 5, false)};
    AlertView bell = alert("staff_called", 5s, QStringLiteral("unknown"));
    bell.station = QStringLiteral("gate-3");
    bell.stationName = words(u"西门", u"West gate");
    AlertView seen = alert("staff_called", 300s, QStringLiteral("help"));
    seen.acknowledgedBy = QStringLiteral("王敏");
    seen.againAt = sampleNow() + 4min;
    day.inHand = {seen};
    day.alerts = {alert("vip", 74s, {}, 3), alert("conflict", 21s, {}, 0), bell,
                  alert("device_silent", 40s, QStringLiteral("自助机 4")), alert("media", 12s, {}, 4)};
    day.devices = sampleDevices();
    day.candidates = {{QStringLiteral("c1"), text(u"自助机 8"), QStringLiteral("kiosk"), QStringLiteral("gate-3"),
                       QStringLiteral("407193")}};
    return day;
}

DayView staleDay()
{
    DayView day = busyDay();
    day.knownSince = sampleNow() - 31s;
    day.alerts.clear();
    day.inHand.clear();
    day.link.isCutOff = true;
    day.link.isHub = false;
    return day;
}

}  // namespace muster::test
