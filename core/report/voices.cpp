// What guests said: where they heard of it, how they came, what they want, how it was; and what came of it.
#include "core/report/parts.h"
#include "core/venue/guests/presence.h"

#include <cmath>

namespace muster::report {
namespace {

/// What was answered to one question.
struct Asked {
    const Question *question = nullptr;
    qint64 asked = 0;     ///< Guests signed in whose class is asked.
    qint64 answered = 0;  ///< Guests.
    std::map<QString, qint64> byChoice;
    std::map<QString, qint64> buyersByChoice;
    qint64 other = 0;                   ///< Answers that the plan does not offer any more.
    std::map<qint64, qint64> byNumber;  ///< In hundredths.
};

struct Voices {
    std::vector<Asked> questions;  ///< In the plan's order.
    qint64 guests = 0;             ///< With an answer that could be opened.
    qint64 closed = 0;             ///< Answers that could not.
    qint64 prospects = 0;          ///< Walk-ins who said what they intend.
};

/// One guest's answers, the later ones over the earlier.
struct Given {
    GuestId guest;
    bool isWalkIn = false;
    QMap<QString, QString> answers;
};

bool isAsked(const EventSetup &setup, const QString &classCode, const QString &question)
{
    const auto *planned = findByCode(setup.classes, classCode);
    return planned != nullptr && planned->questions.contains(question);
}

void countAsked(Reading &reading, Voices &voices)
{
    auto &rows = reading.state.statement("SELECT class, count(*) FROM guest_day WHERE standing_ins > 0 GROUP BY class");
    while (rows.executeStep()) {
        const auto classCode = textOf(rows.getColumn(0));
        for (auto &asked : voices.questions) {
            asked.asked += isAsked(reading.setup, classCode, asked.question->code) ? rows.getColumn(1).getInt64() : 0;
        }
    }
}

std::optional<qint64> hundredthsOf(const QString &text)
{
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber);
    return isNumber && std::abs(number) <= double(answerMax) ? std::optional(qint64(std::llround(number * 100)))
                                                             : std::nullopt;
}

void take(Asked &asked, const QString &answer, bool isBuyer)
{
    const auto kind = asked.question->kind;
    if (answer.trimmed().isEmpty()) {
        return;
    }
    if (kind == QuestionKind::Number) {
        const auto number = hundredthsOf(answer);
        asked.answered += number ? 1 : 0;
        asked.other += number ? 0 : 1;
        if (number) {
            ++asked.byNumber[*number];
        }
        return;
    }
    ++asked.answered;
    if (kind == QuestionKind::Text) {
        return;  // Nobody's own words are in a report.
    }
    const auto given =
        kind == QuestionKind::Choices ? answer.split(QLatin1Char(';'), Qt::SkipEmptyParts) : QStringList{answer};
    for (const auto &code : std::set<QString>(given.begin(), given.end())) {
        const bool isOffered = kind == QuestionKind::Consent
                                   ? code == QLatin1String("yes") || code == QLatin1String("no")
                                   : findByCode(asked.question->choices, code) != nullptr;
        if (!isOffered) {
            ++asked.other;
            continue;
        }
        ++asked.byChoice[code];
        asked.buyersByChoice[code] += isBuyer ? 1 : 0;
    }
}

void take(const Reading &reading, const Given &given, Voices &voices)
{
    if (given.answers.isEmpty()) {
        return;
    }
    ++voices.guests;
    const bool isBuyer = reading.buyers.contains(given.guest);
    bool isProspect = false;
    for (auto &asked : voices.questions) {
        const auto answer = given.answers.value(asked.question->code);
        take(asked, answer, isBuyer);
        isProspect = isProspect || (asked.question->report == QLatin1String("intent") && !answer.isEmpty());
    }
    voices.prospects += isProspect && given.isWalkIn ? 1 : 0;
}

Voices read(Reading &reading)
{
    Voices voices;
    for (const auto &question : reading.setup.questions) {
        voices.questions.push_back({&question, 0, 0, {}, {}, 0, {}});
    }
    countAsked(reading, voices);
    if (!reading.sources.answers) {
        return voices;
    }
    auto &rows = reading.state.statement(
        "SELECT a.guest, d.walk_in, a.op, a.key_of, a.sealed, a.time FROM guest_day d CROSS JOIN answer a"
        " ON a.guest = d.guest WHERE d.standing_ins > 0 AND a.time > ? ORDER BY d.guest, a.time, a.op");
    bindAll(rows, reading.begin.value);
    Given given;
    while (rows.executeStep()) {
        const auto guest = idOf<GuestId>(rows.getColumn(0));
        if (guest != given.guest) {
            take(reading, given, voices);
            given = {guest, rows.getColumn(1).getInt() != 0, {}};
        }
        const answers::Answered answered{idOf<OperationHash>(rows.getColumn(2)),
                                         guest,
                                         {idOf<GuestId>(rows.getColumn(3)), bytesOf(rows.getColumn(4))},
                                         HybridTime{quint64(rows.getColumn(5).getInt64())}.wall()};
        if (const auto opened = reading.sources.answers(answered)) {
            given.answers.insert(*opened);
        } else {
            ++voices.closed;
        }
    }
    take(reading, given, voices);
    return voices;
}

/// What the evaluation calls a question, by its `report` word.
Words subjectOf(const Question &question)
{
    static const std::map<QString, Words> subjects{{k("source"), words(u"客源渠道", u"Sources of the visit")},
                                                   {k("travel"), words(u"到达方式", u"How they travelled")},
                                                   {k("media"), words(u"媒体", u"Media")},
                                                   {k("intent"), words(u"购买意向", u"Purchase intent")},
                                                   {k("offer"), words(u"吸引的优惠", u"Offers that worked")},
                                                   {k("interest"), words(u"兴趣", u"Interests")},
                                                   {k("layout"), words(u"关注户型", u"Layouts of interest")},
                                                   {k("purpose"), words(u"用途", u"Purpose")},
                                                   {k("area"), words(u"居住区域", u"Where they live")},
                                                   {k("consent"), words(u"同意", u"Consent")},
                                                   {k("marketing"), words(u"营销同意", u"Consent to marketing")},
                                                   {k("satisfaction"), words(u"满意度", u"Satisfaction")}};
    const auto found = subjects.find(question.report);
    return found != subjects.end() ? found->second : named(question.text, question.code);
}

std::vector<Question::Choice> choicesOf(const Question &question)
{
    return question.kind == QuestionKind::Consent
               ? std::vector<Question::Choice>{{k("yes"), words(u"同意", u"Yes")}, {k("no"), words(u"不同意", u"No")}}
               : question.choices;
}

Words othersDoubt(qint64 other)
{
    return other > 0 ? counted(words(u"%1 个回答不在方案的选项中，未列入",
                                     u"%1 answers are none that the plan offers: left out"),
                               other)
                     : Words{};
}

/// Of a question with choices: how many chose each, and how many of these bought.
Table choiceTable(const Reading &reading, const Asked &asked)
{
    const auto &question = *asked.question;
    Table table;
    table.key = k("answers_") + question.code;
    table.name = subjectOf(question);
    table.how = words(u"每位签到来宾每题只计最后一次回答；占比按回答人数；多选合计可超过 100%",
                      u"Of each guest signed in the last answer; shares are of who answered; of several choices they "
                      u"may exceed 100 in all");
    table.facts = asked.answered;
    table.doubt = othersDoubt(asked.other);
    table.columns = {{k("choice"), words(u"回答", u"Answer"), Unit::Words},
                     {k("guests"), words(u"来宾", u"Guests")},
                     {k("share"), words(u"占比", u"Share"), Unit::Percent}};
    const bool isFollowed = reading.sellsAnything() && question.kind != QuestionKind::Consent;
    if (isFollowed) {
        table.columns.push_back({k("buyers"), words(u"成交来宾", u"Who bought")});
        table.columns.push_back({k("conversion"), words(u"转化率", u"Conversion"), Unit::Percent});
    }
    for (const auto &choice : choicesOf(question)) {
        const auto found = asked.byChoice.find(choice.code);
        const auto guests = found == asked.byChoice.end() ? 0 : found->second;
        Row row{choice.code, {named(choice.text, choice.code), guests, shareOf(guests, asked.answered)}};
        if (isFollowed) {
            const auto bought = asked.buyersByChoice.find(choice.code);
            const auto buyers = bought == asked.buyersByChoice.end() ? 0 : bought->second;
            row.cells.emplace_back(buyers);
            row.cells.emplace_back(shareOf(buyers, guests));
        }
        table.rows.push_back(std::move(row));
    }
    table.chart = Chart{Chart::Kind::Bars, {k("guests")}, {}};
    return table;
}

/// Of a question for a number: each of few different ones, else nothing but the middle.
Table numberTable(const Asked &asked)
{
    Table table;
    table.key = k("answers_") + asked.question->code;
    table.name = subjectOf(*asked.question);
    table.how = words(u"每位签到来宾只计最后一次回答", u"Of each guest signed in the last answer");
    table.facts = asked.answered;
    table.doubt = othersDoubt(asked.other);
    table.columns = {{k("number"), words(u"回答", u"Answer"), Unit::Words},
                     {k("guests"), words(u"来宾", u"Guests")},
                     {k("share"), words(u"占比", u"Share"), Unit::Percent}};
    const auto add = [&](const QString &key, const Words &name, qint64 guests) {
        table.rows.push_back({key, {name, guests, shareOf(guests, asked.answered)}});
    };
    const auto textOf = [](qint64 hundredths) { return QString::number(double(hundredths) / 100); };
    if (asked.byNumber.size() <= valuesMax) {
        for (const auto &[number, guests] : asked.byNumber) {
            add(textOf(number), same(textOf(number)), guests);
        }
    } else {
        qint64 passed = 0;
        for (const auto &[number, guests] : asked.byNumber) {
            passed += guests;
            if (2 * passed >= asked.answered) {
                add(k("median"),
                    {QStringLiteral("中位数 ") + textOf(number), QStringLiteral("Median ") + textOf(number)},
                    asked.answered);
                break;
            }
        }
    }
    table.chart =
        asked.byNumber.size() <= valuesMax ? std::optional(Chart{Chart::Kind::Bars, {k("guests")}, {}}) : std::nullopt;
    return table;
}

Table questionTable(const Voices &voices, bool isReadable)
{
    Table table;
    table.key = k("questions");
    table.name = words(u"提问与回答率", u"Questions and who answered");
    table.how =
        words(u"被问：类别要求回答的签到来宾；文字回答只计数，不展示内容",
              u"Asked: guests signed in whose class has the question; of answers in words only the number is told");
    table.facts = voices.guests;
    table.columns = {{k("question"), words(u"问题", u"Question"), Unit::Words},
                     {k("asked"), words(u"被问", u"Asked")},
                     {k("answered"), words(u"回答", u"Answered")},
                     {k("rate"), words(u"回答率", u"Rate"), Unit::Percent}};
    for (const auto &asked : voices.questions) {
        const auto answered = isReadable ? std::optional(asked.answered) : std::nullopt;
        const auto rate = isReadable ? shareOf(std::min(asked.answered, asked.asked), asked.asked) : std::nullopt;
        table.rows.push_back(
            {asked.question->code, {named(asked.question->text, asked.question->code), asked.asked, answered, rate}});
    }
    return table;
}

/// How satisfied those were who said so, on a scale of 1 to 5.
std::vector<Figure> satisfaction(const Reading &reading, const Voices &voices, bool isReadable)
{
    qint64 sum = 0;
    qint64 count = 0;
    qint64 satisfied = 0;
    bool isInPlan = false;
    for (const auto &asked : voices.questions) {
        if (asked.question->report != QLatin1String("satisfaction") || asked.question->kind != QuestionKind::Number) {
            continue;
        }
        isInPlan = true;
        for (const auto &[number, guests] : asked.byNumber) {
            if (number >= 100 && number <= 500) {
                sum += number * guests;
                count += guests;
                satisfied += number >= 400 ? guests : 0;
            }
        }
    }
    if (!isInPlan) {
        return {};
    }
    const auto known = isReadable ? std::optional(count) : std::nullopt;
    return {figure("satisfaction", words(u"满意率", u"Satisfied"), shareOf(satisfied, count), known,
                   words(u"评 4 或 5 分的占比", u"Who gave 4 or 5 of 5"), Unit::Percent),
            figure("satisfaction_mean", words(u"满意度均分", u"Mean rating"),
                   count > 0 ? std::optional((2 * sum + count) / (2 * count)) : std::nullopt, known,
                   words(u"1–5 分的平均", u"The mean of 1 to 5"), Unit::Rating),
            figure("response_rate", words(u"评价回收率", u"Response rate"),
                   isReadable ? shareOf(std::min(count, reading.signedIn), reading.signedIn) : std::nullopt,
                   reading.signedIn, words(u"评分人数 ÷ 签到来宾", u"Who rated, of guests signed in"), Unit::Percent)};
}

}  // namespace

Section voices(Reading &reading)
{
    Section section;
    section.key = k("voices");
    section.name = words(u"客源与意向", u"Where guests came from and what they want");
    if (reading.setup.questions.empty()) {
        return section;
    }
    const auto found = read(reading);
    const bool isReadable = bool(reading.sources.answers);
    const auto known = [&](qint64 value) { return isReadable ? std::optional(value) : std::nullopt; };
    section.figures = {figure("answered", words(u"作答来宾", u"Guests who answered"), known(found.guests),
                              reading.signedIn, words(u"至少答了一题的签到来宾", u"Guests signed in with any answer")),
                       figure("new_prospects", words(u"新增意向客户", u"New prospects"), known(found.prospects),
                              known(found.guests),
                              words(u"自然到访且回答了购买意向的来宾", u"Walk-ins who said what they intend"))};
    for (auto &rating : satisfaction(reading, found, isReadable)) {
        section.figures.push_back(std::move(rating));
    }
    for (const auto &asked : found.questions) {
        if (!isReadable || asked.question->kind == QuestionKind::Text) {
            continue;
        }
        section.tables.push_back(asked.question->kind == QuestionKind::Number ? numberTable(asked)
                                                                              : choiceTable(reading, asked));
    }
    section.tables.push_back(questionTable(found, isReadable));
    Words doubt;
    if (!isReadable) {
        addDoubt(doubt, words(u"本设备无权读取回答", u"This device may not read answers"));
    } else if (found.closed > 0) {
        addDoubt(doubt,
                 counted(words(u"%1 份回答在本设备无法打开（密钥未到或来宾已被遗忘），未列入",
                               u"%1 answers cannot be opened here (no key yet, or the guest was forgotten): left out"),
                         found.closed));
    }
    if (doubt != Words{}) {
        for (auto &one : section.figures) {
            addDoubt(one.doubt, doubt);
        }
        for (auto &table : section.tables) {
            addDoubt(table.doubt, doubt);
        }
    }
    return section;
}

}  // namespace muster::report
