#include "core/venue/rules.h"

#include "core/venue/devices.h"
#include "core/venue/guests.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace muster::rules {
namespace {

bool isListed(const QStringList &list, const QString &code) { return list.isEmpty() || list.contains(code); }

}  // namespace

qint64 minuteOfEvent(const EventSetup &setup, WallTime now)
{
    const QTimeZone named(setup.timeZone.toUtf8());
    const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
    const QDate day = QDate::fromString(setup.day, Qt::ISODate);
    const auto local = QDateTime::fromMSecsSinceEpoch(toMsecs(now), zone);
    const auto midnight = QDateTime((day.isValid() ? day : local.date()).startOfDay(zone));
    return midnight.secsTo(local) / 60;
}

Verdict nearest(const EventSetup &setup, const Question &question)
{
    if (setup.rules.empty()) {
        return {};
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
            return {Outcome::Admitted, &rule, {}};
        }
        if (score > bestScore) {
            bestScore = score;
            best = {failing, nullptr, rule.message};
        }
    }
    return best;
}

QString cutOffNumber(State &state, const StreamKey &device)
{
    constexpr char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";  // None that is taken for another.
    const auto own = devices::find(state, device.origin);
    auto prefix = QStringLiteral("W%1").arg(own ? own->number : 0);
    for (auto life = quint64(device.incarnation) >> 8U, i = quint64(0); i < 3; ++i, life /= 32) {
        prefix += QLatin1Char(letters[life % 32]);
    }
    prefix += QLatin1Char('-');
    auto &row = state.statement("SELECT count(*) FROM guest WHERE walk_in = 1 AND number LIKE ? || '%'");
    bindAll(row, prefix).executeStep();
    return prefix + QStringLiteral("%1").arg(row.getColumn(0).getInt() + 1, 3, 10, QLatin1Char('0'));
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

Words signInFirst() { return {QStringLiteral("请先签到"), QStringLiteral("Please sign in first")}; }

Words notAllowed()
{
    return {QStringLiteral("此设备或角色无此权限"), QStringLiteral("This device or role may not do that")};
}

Words nothingToAnnul() { return {QStringLiteral("没有可撤销的签到"), QStringLiteral("There is no sign-in to annul")}; }

Words reasonNeeded() { return {QStringLiteral("请填写原因"), QStringLiteral("Please give a reason")}; }

Words onlyAtHub()
{
    return {QStringLiteral("请在总控主机上操作"), QStringLiteral("Please do this at the coordinator's own device")};
}

Words conflictChanged()
{
    return {QStringLiteral("情况已变化，请重新查看"), QStringLiteral("It has changed meanwhile; please look again")};
}

}  // namespace muster::rules
