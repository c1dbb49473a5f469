#include "core/paper/blank_forms.h"

#include "core/paper/wording.h"

namespace muster::paper {
namespace {

constexpr double lineMm = 8;    ///< High enough for a hand that is in a hurry.
constexpr double signMm = 9.5;  ///< And for a signature.
const QStringList usualTicks{QStringLiteral("uniform"), QStringLiteral("badge"), QStringLiteral("briefing"),
                             QStringLiteral("radio")};

Row blankRow(std::size_t columns)
{
    Row row;
    row.cells.resize(qsizetype(columns));
    return row;
}

void addBlanks(Table &table, int count)
{
    for (int i = 0; i < count; ++i) {
        table.rows.push_back(blankRow(table.columns.size()));
    }
}

/// "gate-2 09:00–14:00", all of somebody's day.
QString shiftsOf(const QString &staff, const Wording &say)
{
    QStringList shifts;
    for (const auto &shift : say.setup().shifts) {
        if (shift.staff == staff && shift.kind == ShiftKind::Work) {
            const auto *post = findByCode(say.setup().posts, shift.post);
            shifts << joined({post == nullptr ? shift.post : say.named(post->name, post->code),
                              clockOf(shift.fromMinute) + QStringLiteral("–") + clockOf(shift.untilMinute)},
                             QStringLiteral(" "));
        }
    }
    return shifts.join(say(u"；", u"; "));
}

Table signInTable(const DayView &day, const Wording &say)
{
    Table table;
    table.key = QStringLiteral("sign-in");
    table.title = say(u"工作人员与当日帮手", u"Staff and helpers of the day");
    table.note = say(u"本人签名并写明时间；着装、工牌、早会、对讲机齐备后打勾。空白行给临时来的帮手：写姓名与电话",
                     u"Sign, and write the time. Tick what is in order. Blank lines are for helpers who walk up: write "
                     u"name and phone");
    table.columns = {words(say(u"工号", u"Badge"), 1.4),
                     words(say(u"姓名 · 公司", u"Name · company"), 3.2),
                     words(say(u"岗位与班次", u"Post and shift"), 4),
                     words(say(u"签名", u"Signature"), 3),
                     words(say(u"到", u"In"), 1.2),
                     words(say(u"离", u"Out"), 1.2)};
    for (const auto &item : usualTicks) {
        table.columns.push_back(words(say.tick(item), 1.1));
    }
    table.rowMm = signMm;
    const auto add = [&](const QString &code, const QString &name, const QString &company, const QString &shifts) {
        Row row{{code, joined({name, company}), shifts, {}, {}, {}}, false};
        for (qsizetype i = 0; i < usualTicks.size(); ++i) {
            row.cells << emptyBox;
        }
        table.rows.push_back(row);
    };
    for (const auto &member : say.setup().staff) {
        add(member.code, member.name, member.company, shiftsOf(member.code, say));
    }
    for (const auto &member : day.roster.staff) {
        if (member.isHelper && findByCode(say.setup().staff, member.code) == nullptr) {
            add(member.code, member.name, member.company, member.place);
        }
    }
    for (int i = 0; i < spareRows; ++i) {
        add({}, {}, {}, {});
    }
    return table;
}

QString boxes(const QStringList &choices)
{
    QStringList boxed;
    constexpr QChar unbreakable(0x00a0);
    for (auto choice : choices) {
        boxed << emptyBox + unbreakable + choice.replace(QLatin1Char(' '), unbreakable);
    }
    return boxed.join(QStringLiteral("    "));
}

/// A label, and room to write beside it.
Table fields(const QString &key, const QString &title, double rowMm, std::vector<Row> rows)
{
    Table table;
    table.key = key;
    table.title = title;
    table.columns = {words({}, 1.4), words({}, 2.6), words({}, 1.4), words({}, 2.6)};
    table.rows = std::move(rows);
    table.rowMm = rowMm;
    return table;
}

Table wide(const QString &key, const QString &title, double rowMm, const QString &content)
{
    Table table;
    table.key = key;
    table.title = title;
    table.columns = {words({}, 1)};
    table.rows = {{{content}, false}};
    table.rowMm = rowMm;
    return table;
}

Table lines(const QString &key, const QString &title, std::vector<Column> columns, int count)
{
    Table table;
    table.key = key;
    table.title = title;
    table.columns = std::move(columns);
    table.rowMm = lineMm;
    addBlanks(table, count);
    return table;
}

void addIncident(const Wording &say, Sheet &sheet)
{
    constexpr double storyMm = 32;
    constexpr int peopleCount = 3;
    constexpr int stepCount = 7;
    QStringList zones;
    for (const auto &zone : say.setup().zones) {
        zones << say.zone(zone.code);
    }
    QStringList types;
    for (const auto &type : say.setup().incidentTypes) {
        types << say.named(type.name, type.code);
    }
    types << say(u"其他：________", u"Other: ________");
    sheet.tables.push_back(fields(
        QStringLiteral("incident"), say(u"事件", u"Incident"), lineMm,
        {{{say(u"编号（补录时填）", u"No. (when typed in)"), {}, say(u"发生时间", u"Time it happened"), {}}, false},
         {{say(u"报告人", u"Reported by"), {}, say(u"岗位 / 电话", u"Post / phone"), {}}, false}}));
    sheet.tables.push_back(
        wide(QStringLiteral("urgency"), say(u"紧急程度", u"Urgency"), lineMm,
             boxes({say(u"紧急", u"Urgent"), say(u"一般", u"Not urgent"),
                    say(u"受限（医疗、投诉、个人情况：折起来交给指挥台）",
                        u"Restricted (medical, welfare, complaint: fold it, hand it to the coordinator)")})));
    sheet.tables.push_back(wide(QStringLiteral("zone"), say(u"区域", u"Zone"), lineMm, boxes(zones)));
    sheet.tables.push_back(wide(QStringLiteral("types"), say(u"类型", u"Types"), lineMm, boxes(types)));
    sheet.tables.push_back(wide(QStringLiteral("story"),
                                say(u"发生了什么，在什么位置", u"What happened, and where exactly"), storyMm, {}));
    sheet.tables.push_back(
        lines(QStringLiteral("people"), say(u"谁在处理", u"Who is on it"),
              {words(say(u"姓名 / 工号", u"Name / badge"), 3), words(say(u"负责什么", u"As what"), 3),
               words(say(u"指派", u"Sent"), 1), words(say(u"到场", u"On scene"), 1), words(say(u"完成", u"Done"), 1)},
              peopleCount));
    sheet.tables.push_back(lines(
        QStringLiteral("steps"), say(u"经过与措施", u"Steps taken"),
        {words(say(u"时间", u"Time"), 1), words(say(u"做了什么", u"What was done"), 6), words(say(u"谁", u"By"), 1.6)},
        stepCount));
    sheet.tables.push_back(fields(QStringLiteral("end"), say(u"结束", u"Closed"), lineMm,
                                  {{{say(u"结束时间", u"Time"), {}, say(u"签名", u"Signature"), {}}, false}}));
}

Table postLog(const PostPlan &post, const Wording &say)
{
    constexpr int rowsMin = 8;
    const auto &ticks = post.ticks.isEmpty() ? usualTicks : post.ticks;
    Table table;
    table.key = QStringLiteral("post-") + post.code;
    table.title = joined({say.named(post.name, post.code), say.zone(post.zone), say(post.spot),
                          say(u"至少 %1 人", u"at least %1").arg(post.minimum),
                          post.channel.isEmpty() ? QString() : say(u"频道 %1", u"channel %1").arg(post.channel)});
    table.note = say(post.duty);
    table.rowMm = lineMm;
    table.columns = {words(say(u"姓名", u"Name"), 3), words(say(u"工号", u"Badge"), 1.4),
                     words(say(u"计划", u"Planned"), 1.8), words(say(u"到", u"In"), 1.2),
                     words(say(u"离", u"Out"), 1.2)};
    for (const auto &item : ticks) {
        table.columns.push_back(words(say.tick(item), 1.1));
    }
    table.columns.push_back(words(say(u"签名", u"Signature"), 2));
    const auto add = [&](const QString &name, const QString &code, const QString &planned) {
        Row row{{name, code, planned, {}, {}}, false};
        for (qsizetype i = 0; i < ticks.size(); ++i) {
            row.cells << emptyBox;
        }
        row.cells << QString();
        table.rows.push_back(row);
    };
    for (const auto &shift : say.setup().shifts) {
        if (shift.post == post.code && shift.kind == ShiftKind::Work) {
            const auto *member = findByCode(say.setup().staff, shift.staff);
            add(member == nullptr ? QString() : member->name, shift.staff,
                clockOf(shift.fromMinute) + QStringLiteral("–") + clockOf(shift.untilMinute));
        }
    }
    const auto planned = int(table.rows.size());
    for (int i = 0; i < std::max(rowsMin - planned, 3); ++i) {
        add({}, {}, {});
    }
    return table;
}

/// When the plan has anybody there; else from eight to eight.
std::pair<int, int> hoursOf(const EventSetup &setup)
{
    constexpr int perHour = 60;
    std::optional<int> from;
    std::optional<int> until;
    const auto widen = [&](const std::optional<int> &begin, const std::optional<int> &end) {
        if (begin && end && *begin < *end) {
            from = std::min(from.value_or(*begin), *begin);
            until = std::max(until.value_or(*end), *end);
        }
    };
    for (const auto &shift : setup.shifts) {
        widen(shift.fromMinute, shift.untilMinute);
    }
    for (const auto &post : setup.posts) {
        widen(post.fromMinute, post.untilMinute);
    }
    if (!from) {
        for (const auto &rule : setup.rules) {
            widen(rule.fromMinute, rule.untilMinute);
        }
    }
    constexpr int longest = 24 * perHour;
    const auto first = from.value_or(8 * perHour) / perHour * perHour;
    return {first, std::min(until.value_or(20 * perHour), first + longest)};
}

Table countTable(const Zone &zone, const Wording &say)
{
    constexpr int quarter = 15;
    const auto [from, until] = hoursOf(say.setup());
    Table table;
    table.key = QStringLiteral("count-") + zone.code;
    table.isOnNewPage = true;
    table.title = joined({say.zone(zone.code),
                          zone.softCapacity ? say(u"预警 %1", u"soft limit %1").arg(*zone.softCapacity) : QString(),
                          zone.firmCapacity ? say(u"核定 %1", u"limit %1").arg(*zone.firmCapacity) : QString()});
    table.note = say(u"每刻钟数一次人头：写“在场”，有把握时也写进出。签名的人对数字负责",
                     u"Count heads every quarter of an hour: write who are here; in and out where you know. Who signs "
                     u"answers for the figure");
    table.rowMm = lineMm;
    for (int half = 0; half < 2; ++half) {
        for (const auto &column :
             {words(say(u"时间", u"Time"), 1), words(say(u"进", u"In"), 1), words(say(u"出", u"Out"), 1),
              words(say(u"在场", u"Here"), 1.2), words(say(u"谁", u"By"), 1.4)}) {
            table.columns.push_back(column);
        }
    }
    const int times = std::max((until - from + quarter - 1) / quarter + 1, 2);
    const int half = (times + 1) / 2;
    for (int i = 0; i < half; ++i) {
        auto row = blankRow(table.columns.size());
        row.cells[0] = clockOf(from + i * quarter);
        if (half + i < times) {
            row.cells[5] = clockOf(from + (half + i) * quarter);
        }
        table.rows.push_back(row);
    }
    return table;
}

void addPostLogs(const Wording &say, Sheet &sheet)
{
    for (const auto &post : say.setup().posts) {
        sheet.tables.push_back(postLog(post, say));
    }
    if (sheet.tables.empty()) {  // A plan without posts: one log that is good for any.
        PostPlan any;
        any.code = say(u"岗位：________", u"Post: ________");
        sheet.tables.push_back(postLog(any, say));
    }
}

void addCounts(const Wording &say, Sheet &sheet)
{
    for (const auto &zone : say.setup().zones) {
        sheet.tables.push_back(countTable(zone, say));
    }
}

QString titleOf(Form form, const Wording &say)
{
    switch (form) {
    case Form::SignIn: return say(u"人员签到表", u"Staff sign-in");
    case Form::Incident: return say(u"事件记录单", u"Incident form");
    case Form::PostLog: return say(u"岗位记录", u"Post log");
    case Form::Count: return say(u"人数记录", u"Head count");
    }
    Q_UNREACHABLE();
}

}  // namespace

std::optional<Form> formFrom(const QString &name)
{
    return name == QLatin1String("sign-in")    ? std::optional(Form::SignIn)
           : name == QLatin1String("incident") ? std::optional(Form::Incident)
           : name == QLatin1String("post-log") ? std::optional(Form::PostLog)
           : name == QLatin1String("count")    ? std::optional(Form::Count)
                                               : std::nullopt;
}

Sheet blankForm(Form form, const EventSetup &setup, const DayView &day, report::Language language)
{
    const Wording say(setup, language);
    auto sheet = say.sheet(titleOf(form, say));
    sheet.about = joined({setup.day, say(setup.place)});
    switch (form) {
    case Form::SignIn:
        sheet.isLandscape = true;
        sheet.tables.push_back(signInTable(day, say));
        break;
    case Form::Incident: addIncident(say, sheet); break;
    case Form::PostLog: addPostLogs(say, sheet); break;
    case Form::Count: addCounts(say, sheet); break;
    }
    return sheet;
}

}  // namespace muster::paper
