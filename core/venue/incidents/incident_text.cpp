#include "core/venue/incidents/incident_text.h"

#include "core/venue/day/day_query.h"

#include <QDateTime>
#include <QTimeZone>

namespace muster::incidents {

QString toString(State state)
{
    switch (state) {
    case State::Open: return QStringLiteral("open");
    case State::InHand: return QStringLiteral("in_hand");
    case State::OnHold: return QStringLiteral("on_hold");
    case State::Closed: return QStringLiteral("closed");
    }
    Q_UNREACHABLE();
}

QString toString(AssigneeState state)
{
    switch (state) {
    case AssigneeState::Assigned: return QStringLiteral("assigned");
    case AssigneeState::OnTheWay: return QStringLiteral("on_the_way");
    case AssigneeState::OnScene: return QStringLiteral("on_scene");
    case AssigneeState::Done: return QStringLiteral("done");
    case AssigneeState::Released: return QStringLiteral("released");
    }
    Q_UNREACHABLE();
}

namespace text {

Words wordsOf(State state)
{
    switch (state) {
    case State::Open: return {QStringLiteral("待处理"), QStringLiteral("open")};
    case State::InHand: return {QStringLiteral("处理中"), QStringLiteral("in hand")};
    case State::OnHold: return {QStringLiteral("暂缓"), QStringLiteral("on hold")};
    case State::Closed: return {QStringLiteral("已结束"), QStringLiteral("closed")};
    }
    Q_UNREACHABLE();
}

Words wordsOf(AssigneeState state)
{
    switch (state) {
    case AssigneeState::Assigned: return {QStringLiteral("已指派"), QStringLiteral("assigned")};
    case AssigneeState::OnTheWay: return {QStringLiteral("在路上"), QStringLiteral("on the way")};
    case AssigneeState::OnScene: return {QStringLiteral("已到场"), QStringLiteral("on scene")};
    case AssigneeState::Done: return {QStringLiteral("已完成"), QStringLiteral("done")};
    case AssigneeState::Released: return {QStringLiteral("已撤回"), QStringLiteral("released")};
    }
    Q_UNREACHABLE();
}

namespace {

Words either(const Words &words, const QString &code)
{
    const auto &zh = words.zh.isEmpty() ? words.en : words.zh;
    const auto &en = words.en.isEmpty() ? words.zh : words.en;
    return {zh.isEmpty() ? code : zh, en.isEmpty() ? code : en};
}

Words typesOf(const QStringList &codes, const EventSetup &setup)
{
    QStringList zh;
    QStringList en;
    for (const auto &code : codes) {
        const auto *type = findByCode(setup.incidentTypes, code);
        const auto name = either(type == nullptr ? Words{} : type->name, code);
        zh << name.zh;
        en << name.en;
    }
    return {zh.join(QStringLiteral("、")), en.join(QStringLiteral(", "))};
}

/// As the clocks of the place show it.
QString clockOf(WallTime at, const EventSetup &setup)
{
    const QTimeZone named(setup.timeZone.toUtf8());
    return QDateTime::fromMSecsSinceEpoch(toMsecs(at), named.isValid() ? named : QTimeZone::utc())
        .toString(QStringLiteral("HH:mm"));
}

Words changed(const Entry &entry, const EventSetup &setup)
{
    QStringList zh;
    QStringList en;
    const auto add = [&](const QString &chinese, const QString &english) {
        zh << chinese;
        en << english;
    };
    if (entry.state) {
        const auto state = wordsOf(*entry.state);
        add(QStringLiteral("状态：") + state.zh, QStringLiteral("state: ") + state.en);
    }
    if (entry.isUrgent) {
        *entry.isUrgent ? add(QStringLiteral("紧急"), QStringLiteral("urgent"))
                        : add(QStringLiteral("不紧急"), QStringLiteral("not urgent"));
    }
    if (entry.types) {
        const auto types = typesOf(*entry.types, setup);
        add(QStringLiteral("类型：") + types.zh, QStringLiteral("type: ") + types.en);
    }
    if (entry.lookOut) {
        add(QStringLiteral("请留意：") + *entry.lookOut, QStringLiteral("look out for: ") + *entry.lookOut);
    }
    if (entry.zone) {
        add(QStringLiteral("区域：") + *entry.zone, QStringLiteral("zone: ") + *entry.zone);
    }
    if (entry.movedTo) {
        const auto clock = clockOf(*entry.movedTo, setup);
        add(QStringLiteral("发生时间：") + clock, QStringLiteral("happened at: ") + clock);
    }
    return {zh.join(QStringLiteral("；")), en.join(QStringLiteral("; "))};
}

Words linked(const Entry &entry, const QString &number)
{
    const bool isOn = entry.value % 2 != 0;
    const bool isDuplicate = entry.value / 2 == int(LinkKind::DuplicateOf);
    const auto form = isDuplicate
                          ? (isOn ? Words{QStringLiteral("与 %1 重复"), QStringLiteral("duplicate of %1")}
                                  : Words{QStringLiteral("不再是 %1 的重复"), QStringLiteral("no duplicate of %1")})
                          : (isOn ? Words{QStringLiteral("与 %1 相关"), QStringLiteral("related to %1")}
                                  : Words{QStringLiteral("与 %1 无关"), QStringLiteral("not related to %1")});
    return {form.zh.arg(number), form.en.arg(number)};
}

Words checked(const Entry &entry, const EventSetup &setup)
{
    Words item;
    for (const auto &type : setup.incidentTypes) {
        if (const auto *line = findByCode(type.checklist, entry.subject)) {
            item = line->text;
        }
    }
    item = either(item, entry.subject);
    return entry.value != 0
               ? Words{QStringLiteral("已完成：%1").arg(item.zh), QStringLiteral("done: %1").arg(item.en)}
               : Words{QStringLiteral("未完成：%1").arg(item.zh), QStringLiteral("not done: %1").arg(item.en)};
}

Words exitName(const QString &code, const EventSetup &setup)
{
    const auto *post = findByCode(setup.posts, code);
    const auto *station = findByCode(setup.stations, code);
    return either(post != nullptr ? post->name : station != nullptr ? station->name : Words{}, code);
}

/// "17, medical, zone A"
Words nameOf(const Incident &incident, const EventSetup &setup)
{
    const auto types = typesOf(incident.types, setup);
    Words name{incident.number, incident.number};
    if (!types.zh.isEmpty()) {
        name.zh += QStringLiteral("，") + types.zh;
        name.en += QStringLiteral(", ") + types.en;
    }
    if (!incident.zone.isEmpty()) {
        name.zh += QStringLiteral("，%1区").arg(incident.zone);
        name.en += QStringLiteral(", zone %1").arg(incident.zone);
    }
    return name;
}

}  // namespace

Words saidOf(const Entry &entry, const EventSetup &setup, const QString &number)
{
    switch (entry.step) {
    case Step::Noted: return {};
    case Step::Changed: return changed(entry, setup);
    case Step::Assigned: {
        const auto name = day_query::staffName(setup, entry.subject);
        const auto state = wordsOf(AssigneeState(entry.value));
        return {QStringLiteral("%1：%2").arg(name, state.zh), QStringLiteral("%1: %2").arg(name, state.en)};
    }
    case Step::Linked: return linked(entry, number);
    case Step::Checked: return checked(entry, setup);
    case Step::Pictured: return {QStringLiteral("照片"), QStringLiteral("picture")};
    case Step::Watched: {
        const auto name = exitName(entry.subject, setup);
        return {QStringLiteral("%1 已留意").arg(name.zh), QStringLiteral("%1 looks out").arg(name.en)};
    }
    case Step::Returned: return {QStringLiteral("已签收归还"), QStringLiteral("given back and signed for")};
    }
    Q_UNREACHABLE();
}

Words urgentOf(const Incident &incident, const EventSetup &setup)
{
    const auto name = nameOf(incident, setup);
    return {QStringLiteral("紧急事件 %1").arg(name.zh), QStringLiteral("Urgent: incident %1").arg(name.en)};
}

Words untouchedOf(const Incident &incident, const EventSetup &setup)
{
    const auto name = nameOf(incident, setup);
    return {QStringLiteral("事件 %1 久无进展").arg(name.zh),
            QStringLiteral("Nobody has touched incident %1").arg(name.en)};
}

Words unwatchedOf(const Incident &incident, const EventSetup &setup, const std::vector<ExitView> &unanswered)
{
    const auto name = nameOf(incident, setup);
    QStringList zh;
    QStringList en;
    for (const auto &exit : unanswered) {
        const auto known = either(exit.name, exit.code);
        zh << known.zh;
        en << known.en;
    }
    return {QStringLiteral("事件 %1：出口尚未确认留意（%2）").arg(name.zh, zh.join(QStringLiteral(" · "))),
            QStringLiteral("Incident %1: exits that have not said they look out: %2")
                .arg(name.en, en.join(QStringLiteral(" · ")))};
}

}  // namespace text
}  // namespace muster::incidents
