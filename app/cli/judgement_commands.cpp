// muster do judge: what people think of the day, for its report.
#include "app/cli/scarce_commands.h"
#include "core/venue/judgements/judgements.h"

namespace muster::cli {

void addJudgementCommands(CommandLine &line, CLI::App &acts)
{
    struct Given {
        std::string subject;
        int score = 0;
        std::string evidence;
        std::string suggestion;
    };
    const auto given = std::make_shared<Given>();
    auto *judge =
        addScarceAct(acts, line, "judge", "A score of the day with its evidence, a suggestion, or both", [given] {
            return Command(
                judgements::Judge{text(given->subject), given->score, text(given->evidence), text(given->suggestion)});
        });
    std::vector<std::string> subjects;
    for (const auto &subject : judgements::subjects()) {
        subjects.push_back(subject.toStdString());
    }
    judge->add_option("subject", given->subject, "What is judged")->required()->check(CLI::IsMember(subjects));
    judge->add_option("--score", given->score, "1 (poor) to 5 (excellent)")
        ->check(CLI::Range(judgements::scoreMin, judgements::scoreMax));
    judge->add_option("--evidence", given->evidence, "What the score rests on");
    judge->add_option("--suggest", given->suggestion, "What to do better");
}

}  // namespace muster::cli
