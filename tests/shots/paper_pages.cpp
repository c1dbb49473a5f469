#include "tests/shots/paper_pages.h"

#include "app/paper/sheet_writer.h"
#include "core/paper/blank_forms.h"
#include "core/paper/day_pages.h"
#include "tests/qml/sample_course.h"

namespace muster::test {
namespace {

constexpr int dotsPerInch = 110;

paper::Sources sampleSources()
{
    paper::Sources sources;
    sources.day = courseDay();
    sources.setup = courseIdentity(QStringLiteral("coordinator")).event;
    sources.incidents = {sampleIncident()};
    sources.device = QStringLiteral("Wall 1");
    sources.printedAt = sampleNow();
    sources.roll.asOf = sampleNow();
    sources.roll.persons = sources.day.headcount;
    for (const SignInView &signIn : sampleSignIns(90)) {
        sources.roll.entries.push_back({signIn.guest, signIn.at});
        sources.roll.entries.back().guest.zone = signIn.zone;
        sources.roll.entries.back().guest.companions = signIn.companions;
    }
    return sources;
}

}  // namespace

int shootPaper(const QString &folder, const QString &only)
{
    const auto sources = sampleSources();
    int count = 0;
    for (const auto &[suffix, language] :
         {std::pair("zh", report::Language::Chinese), std::pair("en", report::Language::English)}) {
        std::vector<std::pair<QString, paper::Sheet>> sheets{
            {QStringLiteral("state"), paper::stateOf(sources, paper::allParts(), language)}};
        for (const auto *form : {"sign-in", "incident", "post-log", "count"}) {
            const auto name = QString::fromLatin1(form);
            sheets.emplace_back(name, paper::blankForm(*paper::formFrom(name), sources.setup, sources.day, language));
        }
        for (const auto &[name, sheet] : sheets) {
            int page = 0;
            for (const auto &picture : paper::toPictures(sheet, dotsPerInch)) {
                const auto file = QStringLiteral("paper-%1-%2-%3").arg(name, QString::fromLatin1(suffix)).arg(++page);
                if (!file.contains(only)) {
                    continue;
                }
                if (!picture.save(folder + QLatin1Char('/') + file + QStringLiteral(".png"))) {
                    return -1;
                }
                ++count;
            }
        }
    }
    return count;
}

}  // namespace muster::test
