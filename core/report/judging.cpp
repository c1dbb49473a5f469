// What people judged: scores with their evidence, and suggestions.
#include "core/report/parts.h"
#include "core/venue/judgements/judgements.h"

#include <map>

namespace muster::report {
namespace {

/// What was said of one subject.
struct Judged {
    qint64 sum = 0;
    qint64 scores = 0;
    QStringList evidence;
    QStringList suggestions;
};

Words howJudged()
{
    return words(u"各评分人最后一次打分（1–5）的平均，附依据与建议",
                 u"The mean of everybody's last score, 1 to 5, with what it rests on and what was suggested");
}

}  // namespace

Section judging(Reading &reading)
{
    Section section;
    section.key = k("judged");
    section.name = words(u"评分与建议", u"Judged scores and suggestions");
    std::map<QString, Judged> bySubject;
    qint64 facts = 0;
    for (const auto &one : judgements::all(reading.state)) {
        auto &judged = bySubject[one.subject];
        ++facts;
        if (one.score > 0) {
            judged.sum += one.score;
            ++judged.scores;
            judged.evidence << one.evidence;
        }
        if (!one.suggestion.isEmpty()) {
            judged.suggestions << one.suggestion;
        }
    }
    if (facts == 0) {
        return section;
    }
    Table table;
    table.key = k("judgements");
    table.name = section.name;
    table.how = howJudged();
    table.facts = facts;
    table.columns = {{k("subject"), words(u"项目", u"Subject"), Unit::Words},
                     {k("score"), words(u"评分", u"Score"), Unit::Rating},
                     {k("judges"), words(u"评分人数", u"Judges")},
                     {k("evidence"), words(u"依据", u"Evidence"), Unit::Words},
                     {k("suggestions"), words(u"建议", u"Suggestions"), Unit::Words}};
    for (const auto &subject : judgements::subjects()) {
        const auto found = bySubject.find(subject);
        if (found == bySubject.end()) {
            continue;
        }
        const auto &judged = found->second;
        const auto mean = judged.scores > 0 ? std::optional((judged.sum * 100 + judged.scores / 2) / judged.scores)
                                            : std::optional<qint64>();
        table.rows.push_back(
            {subject,
             {judgements::titleOf(subject), mean, judged.scores, same(judged.evidence.join(QStringLiteral("; "))),
              same(judged.suggestions.join(QStringLiteral("; ")))}});
        section.figures.push_back({QStringLiteral("judged_") + subject,
                                   judgements::titleOf(subject),
                                   Unit::Rating,
                                   mean,
                                   judged.scores,
                                   howJudged(),
                                   {},
                                   {}});
    }
    section.tables = {std::move(table)};
    return section;
}

}  // namespace muster::report
