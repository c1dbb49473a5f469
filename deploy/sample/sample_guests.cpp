#include "deploy/sample/sample_plan.h"

#include <array>

namespace muster::sample {
namespace {

constexpr QStringView commonSurnames =
    u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    u"陆汪范金石"
    u"廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单仇解区查盖乐朴翟";
constexpr std::array<QStringView, 10> compoundSurnames{u"欧阳", u"上官", u"司马", u"诸葛", u"尉迟",
                                                       u"长孙", u"令狐", u"皇甫", u"慕容", u"夏侯"};
constexpr QStringView firstGiven = u"子雨欣梓浩宇思佳嘉俊明志建国文春晓丽海玉秀永德立新金振红桂凤美淑兰静敏慧婷雪倩颖琳"
                                   u"璐晨阳瑞泽天泓书语诗若清安宁远致承启星沐";
constexpr QStringView secondGiven = u"涵轩怡妍萱彤琪瑶悦然杰豪磊鑫强军伟勇涛超鹏飞龙平华英芳娟霞燕莉娜洁蕾薇茜莹雯菲蓉"
                                    u"洋宁博睿恒毅诚钧霖昊辰逸航凯宸桐溪岚枫川";
constexpr std::array<QStringView, 24> latinNames{
    u"James Carter",  u"Anna Lindqvist", u"Müller Karl",      u"José García",   u"Sofia Rossi",      u"Łukasz Nowak",
    u"Emily O’Neil",  u"Noah Fischer",   u"François Lefèvre", u"Mia Jørgensen", u"David Kim",        u"Olga Ivanova",
    u"Yuki Tanaka",   u"Liam Murphy",    u"Chloé Martin",     u"Pedro Álvares", u"Hannah Schäfer",   u"Oliver Brown",
    u"Nguyễn Văn An", u"Ayşe Yılmaz",    u"Grace Lee",        u"Matteo Conti",  u"Ingrid Bjørnstad", u"Tomás Navarro"};
constexpr std::array<QStringView, 6> mediaHouses{u"示例晚报",   u"示例电视台", u"示例电台",
                                                 u"示例地产网", u"示例周刊",   u"示例都市报"};
constexpr std::array<QStringView, 6> partnerHouses{u"示例银行",     u"示例家居", u"示例装饰公司",
                                                   u"示例汽车销售", u"示例商场", u"示例酒店"};

/// SplitMix64 of a number: chance that is the same on every run and machine.
quint64 mixed(quint64 number)
{
    quint64 z = (number + 1) * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

bool chance(quint64 number, quint64 salt, unsigned perMille) { return mixed(number * 64 + salt) % 1000 < perMille; }

QChar pick(QStringView from, quint64 number) { return from[qsizetype(number % quint64(from.size()))]; }

struct Block {
    const char16_t *code;
    const char16_t *prefix;
    int count;
};

constexpr std::array<Block, 6> blocks{Block{u"subscriber", u"RC", 720}, Block{u"prospect", u"YX", 900},
                                      Block{u"owner", u"YZ", 200},      Block{u"vip", u"VIP", 60},
                                      Block{u"media", u"MT", 30},       Block{u"partner", u"HZ", 90}};

/// Four letters and digits that nobody guesses from the number beside them.
QString tail(quint64 number)
{
    constexpr QStringView letters = u"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    QString text;
    for (quint64 rest = mixed(number + 777), i = 0; i < 4; ++i, rest /= 32) {
        text += letters[qsizetype(rest % 32)];
    }
    return text;
}

GuestStatus statusOf(quint64 index, QStringView kind)
{
    if (kind == u"vip" || kind == u"media") {
        return GuestStatus::Valid;
    }
    if (chance(index, 1, 12)) {
        return GuestStatus::Cancelled;
    }
    if (chance(index, 2, 4)) {
        return GuestStatus::Blocked;
    }
    if (kind == u"subscriber" && chance(index, 3, 20)) {
        return GuestStatus::NotPaid;
    }
    return kind == u"prospect" && chance(index, 4, 10) ? GuestStatus::NotApproved : GuestStatus::Valid;
}

/// Which of the twelve personal hosts or two media hosts looks after the guest.
QString hostOf(int number, QStringView kind, const std::vector<StaffMember> &members)
{
    const QString role = kind == u"vip"     ? QStringLiteral("host")
                         : kind == u"media" ? QStringLiteral("media_host")
                                            : QString();
    QStringList hosts;
    for (const auto &member : members) {
        if (!role.isEmpty() && member.roles.contains(role)) {
            hosts.append(member.code);
        }
    }
    return hosts.isEmpty() ? QString() : hosts.at(number % hosts.size());
}

/// Households of owners and prospects come on several invitations: three in a row belong together now and then.
QString groupOf(int number, QStringView kind)
{
    const bool isFamily = kind == u"owner" ? number % 5 < 2 : kind == u"prospect" && number % 30 < 3;
    if (!isFamily) {
        return {};
    }
    const int family = kind == u"owner" ? number / 5 : number / 30;
    return QStringLiteral("%1%2")
        .arg(kind == u"owner" ? QStringLiteral("家庭Z") : QStringLiteral("家庭Y"))
        .arg(family + 1, 3, 10, QChar(u'0'));
}

GuestEntry guest(const Block &block, int number, quint64 index, const std::vector<StaffMember> &members)
{
    const QStringView kind(block.code);
    GuestEntry entry;
    entry.key = QStringLiteral("%1%2").arg(QString::fromUtf16(block.prefix)).arg(number + 1, 4, 10, QChar(u'0'));
    entry.codes = {entry.key + u'-' + tail(index)};
    const bool isForeign = index % 83 == 5 || (kind == u"vip" && number % 12 == 7);
    entry.name = isForeign ? latinNames[mixed(index) % latinNames.size()].toString() : nameOf(index);
    entry.language = isForeign ? QStringLiteral("en") : QString();
    entry.phone = phoneOf(int(index));
    entry.classCode = kind.toString();
    entry.group = groupOf(number, kind);
    entry.status = statusOf(index, kind);
    entry.host = hostOf(number, kind, members);
    if (kind == u"media") {
        entry.company = mediaHouses[std::size_t(number) % mediaHouses.size()].toString();
    } else if (kind == u"partner") {
        entry.company = partnerHouses[std::size_t(number) % partnerHouses.size()].toString();
    }
    if (chance(index, 5, 150)) {
        entry.companionsMax = int(mixed(index) % 5);
    }
    if (kind == u"vip" && number % 6 == 0) {
        entry.notes = QStringLiteral("贵宾车位，专人引导");
    } else if (chance(index, 6, 15)) {
        entry.notes = QStringLiteral("行动不便，请备轮椅");
    }
    if (kind == u"prospect" || kind == u"partner") {
        entry.sessions = {QStringLiteral("opening")};
    }
    return entry;
}

}  // namespace

QString nameOf(quint64 index)
{
    const quint64 r = mixed(index);
    QString name = r % 97 == 0 ? compoundSurnames[(r >> 20U) % compoundSurnames.size()].toString()
                               : QString(pick(commonSurnames, r >> 8U));
    name += pick(firstGiven, r >> 24U);
    if ((r >> 5U) % 8 != 0) {
        name += pick(secondGiven, r >> 40U);
    }
    return name;
}

QString phoneOf(int index) { return QStringLiteral("1000000%1").arg(index % 10'000, 4, 10, QChar(u'0')); }

std::vector<GuestEntry> guests()
{
    std::vector<GuestEntry> all;
    const auto members = staff();
    for (const Block &block : blocks) {
        for (int number = 0; number < block.count; ++number) {
            all.push_back(guest(block, number, all.size(), members));
        }
    }
    return all;
}

}  // namespace muster::sample
