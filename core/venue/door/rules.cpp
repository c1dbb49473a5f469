#include "core/venue/door/rules.h"

#include "core/venue/devices/devices.h"
#include "core/venue/guests/guests.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace muster::rules {
namespace {

bool isListed(const QStringList &list, const QString &code) { return list.isEmpty() || list.contains(code); }

/// What a guest of @p classCode is told at a station that is kept for others: its own lane, if there is one.
Words otherLane(const EventSetup &setup, const QString &classCode)
{
    bool isServed = false;
    for (const auto &station : setup.stations) {
        if (station.isDoor() && station.classes.contains(classCode)) {
            return {QStringLiteral("此处为其他来宾专用，请到%1")
                        .arg(station.name.zh.isEmpty() ? station.code : station.name.zh),
                    QStringLiteral("This station is kept for other guests; please go to: %1")
                        .arg(station.name.en.isEmpty() ? station.code : station.name.en)};
        }
        isServed = isServed || (station.isDoor() && station.classes.isEmpty());
    }
    return isServed ? Words{QStringLiteral("此处为其他来宾专用，请到其他签到处"),
                            QStringLiteral("This station is kept for other guests; please sign in at another one")}
                    : Words{QStringLiteral("此处为其他来宾专用，请咨询工作人员"),
                            QStringLiteral("This station is kept for other guests; please ask our staff")};
}

/// A station that the plan keeps for other classes refuses whom the rules would let in.
Verdict keptFor(const EventSetup &setup, const Question &question, Verdict verdict)
{
    const auto station = std::ranges::find(setup.stations, question.station, &Station::code);
    if (station == setup.stations.end() || station->serves(question.classCode)) {
        return verdict;
    }
    return {Outcome::WrongGate, nullptr, otherLane(setup, question.classCode)};
}

}  // namespace

qint64 minuteOfEvent(const EventSetup &setup, WallTime now)
{
    const QTimeZone named(setup.timeZone.toUtf8());
    const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
    const QDate day = QDate::fromString(setup.day, Qt::ISODate);
    const auto local = QDateTime::fromMSecsSinceEpoch(toMsecs(now), zone);
    // What the clocks show, not what has passed: a day on which they change has an hour more or less.
    const auto days = (day.isValid() ? day : local.date()).daysTo(local.date());
    return days * 24 * 60 + local.time().msecsSinceStartOfDay() / 60'000;
}

Verdict nearest(const EventSetup &setup, const Question &question)
{
    if (setup.rules.empty()) {
        return keptFor(setup, question, {});
    }
    const qint64 minute = minuteOfEvent(setup, question.now);
    Verdict best{Outcome::RuleRefused, nullptr, {}};
    int bestScore = -1;
    for (const auto &rule : setup.rules) {
        int score = 0;
        Outcome failing = Outcome::Admitted;
        if (!isListed(rule.classes, question.classCode)) {
            failing = Outcome::RuleRefused;
        } else if (score = 1; !question.station.isEmpty() && !isListed(rule.gates, question.station)) {
            failing = Outcome::WrongGate;
        } else if (score = 2; !isListed(rule.sessions, question.session)) {
            failing = Outcome::WrongTime;
        } else if (score = 3; (rule.fromMinute && minute < *rule.fromMinute) ||
                              (rule.untilMinute && minute >= *rule.untilMinute)) {
            failing = Outcome::WrongTime;
        }
        if (failing == Outcome::Admitted) {
            return keptFor(setup, question, {Outcome::Admitted, &rule, {}});
        }
        if (score > bestScore) {
            bestScore = score;
            best = {failing, nullptr, rule.message};
        }
    }
    return best;
}

QString deviceMark(State &state, const StreamKey &device)
{
    constexpr char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";  // None that is taken for another.
    const auto own = devices::find(state, device.origin);
    auto mark = QString::number(own ? own->number : 0);
    for (auto life = quint64(device.incarnation) >> 8U, i = quint64(0); i < 3; ++i, life /= 32) {
        mark += QLatin1Char(letters[life % 32]);
    }
    return mark + QLatin1Char('-');
}

QString cutOffNumber(State &state, const StreamKey &device)
{
    const auto prefix = QLatin1Char('W') + deviceMark(state, device);
    auto &row = state.statement("SELECT count(*) FROM guest WHERE walk_in = 1 AND number LIKE ? || '%'");
    bindAll(row, prefix).executeStep();
    return prefix + QStringLiteral("%1").arg(row.getColumn(0).getInt() + 1, 3, 10, QLatin1Char('0'));
}

bool isConsentRefused(const muster::Question &question, const QString &given)
{
    return question.kind == QuestionKind::Consent && question.isRequired && given != QLatin1String("yes");
}

Words signInIsClosed()
{
    return {QStringLiteral("现在不是签到时间，请咨询工作人员"),
            QStringLiteral("Sign-in is not open now; please ask our staff")};
}

Words otherSession()
{
    return {QStringLiteral("您的邀请函适用于其他场次"), QStringLiteral("Your invitation is for another session")};
}

Words zoneIsFull()
{
    return {QStringLiteral("该区域已满，请稍候"), QStringLiteral("This zone is full; please wait a moment")};
}

Words tooManyCompanions(int most)
{
    return {QStringLiteral("此邀请函最多可带 %1 位随行").arg(most),
            QStringLiteral("This invitation allows %1 companions at most").arg(most)};
}

Words noSuchZone(const QString &zone)
{
    return {QStringLiteral("没有区域 %1").arg(zone), QStringLiteral("There is no zone %1").arg(zone)};
}

Words zoneOfVehicles(const QString &zone)
{
    return {QStringLiteral("区域 %1 只计车位，来宾不能签入").arg(zone),
            QStringLiteral("Zone %1 counts vehicles: no guest is sent there").arg(zone)};
}

Words signInFirst() { return {QStringLiteral("请先签到"), QStringLiteral("Please sign in first")}; }

Words noSuchClass(const QString &classCode)
{
    return {QStringLiteral("没有类别 %1").arg(classCode), QStringLiteral("There is no ticket class %1").arg(classCode)};
}

Words consentNeeded()
{
    return {QStringLiteral("未同意使用信息，无法在此签到；请到人工台，由工作人员接待"),
            QStringLiteral("Without this consent we may not sign you in here; please speak to our staff at the desk")};
}

Words notAllowed()
{
    return {QStringLiteral("此设备无此权限，请到指挥台或签到台办理"),
            QStringLiteral("This device may not do that: use a sign-in desk or the coordinator's device")};
}

Words notYourTask()
{
    return {QStringLiteral("您的岗位无此权限，请找负责人"),
            QStringLiteral("Your role may not do that: ask the lead of your zone")};
}

Words unknownStaff(const QString &code)
{
    return {QStringLiteral("工作人员名单中没有 %1").arg(code),
            QStringLiteral("The plan knows no member of staff %1: see its sheet of staff").arg(code)};
}

Words undoIsLate()
{
    return {QStringLiteral("已超过 60 秒或不是本人所签，请负责人或指挥台撤销"),
            QStringLiteral("Only its author may undo it, within 60 seconds: ask the lead or the coordinator")};
}

Words deviceIsAtWork()
{
    return {QStringLiteral("该设备仍在工作，不能声明遗失"),
            QStringLiteral("That device is at work: it cannot be declared lost")};
}

Words nothingIsHeld()
{
    return {QStringLiteral("该设备没有冻结的名额或号码"),
            QStringLiteral("That device holds no rights that could be freed")};
}

Words grantIsSettled()
{
    return {QStringLiteral("此放行已有结果"), QStringLiteral("That permission was settled already")};
}

Words isInAlready()
{
    return {QStringLiteral("来宾已在场内，请改为作废"),
            QStringLiteral("The guest is in already, by another sign-in: void this one instead")};
}

Words nothingToAnnul() { return {QStringLiteral("没有可撤销的签到"), QStringLiteral("There is no sign-in to annul")}; }

Words reasonNeeded() { return {QStringLiteral("请填写原因"), QStringLiteral("Please give a reason")}; }

Words shutOut()
{
    return {QStringLiteral("本设备已被停用，请联系总控"),
            QStringLiteral("This device was shut out; please ask the coordinator")};
}

Words declaredLost()
{
    return {QStringLiteral("本设备曾被声明遗失，正在重新启用，请再试一次"),
            QStringLiteral("This device had been declared lost and begins anew: please try again")};
}

Words onlyAtHub()
{
    return {QStringLiteral("请在总控主机上操作"), QStringLiteral("Please do this at the coordinator's own device")};
}

Words conflictChanged()
{
    return {QStringLiteral("情况已变化，请重新查看"), QStringLiteral("It has changed meanwhile; please look again")};
}

}  // namespace muster::rules
