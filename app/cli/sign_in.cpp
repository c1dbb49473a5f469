#include "app/cli/sign_in.h"

namespace muster::cli {

void signInUnattended(const Submit &submit, Act act, std::function<void(const Answer &)> told)
{
    if (act.request.isNull()) {
        SystemRandom random;
        act.request = RequestId::make(random);
    }
    submit(act, [submit, act, told = std::move(told)](const Answer &first) mutable {
        if (first.outcome != Outcome::NeedsAnswers) {
            return told(first);
        }
        auto &signIn = std::get<SignIn>(act.command);
        for (const auto &question : first.questions) {
            if (!question.defaultAnswer.isEmpty() && !signIn.answers.contains(question.code)) {
                signIn.answers.insert(question.code, question.defaultAnswer);
            }
        }
        signIn.companions = signIn.companions.value_or(0);
        signIn.isEachQuestionAsked = true;
        submit(std::move(act), std::move(told));
    });
}

}  // namespace muster::cli
