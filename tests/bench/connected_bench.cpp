// The same decision with the hub's word: two whole nodes over TLS on loopback, from the act to the answer.
#include "tests/bench/hall.h"
#include "tests/bench/lines.h"
#include "tests/bench/probes.h"

namespace muster::bench {
namespace {

constexpr double beyondCommitsMs = 1;
constexpr std::chrono::milliseconds settleFor{8};  ///< What a decision leaves behind is stored and sent meanwhile.

Answer signIn(Node &node, int guest)
{
    SignIn command;
    command.payload = QByteArrayLiteral("C-") + QByteArray::number(guest);
    command.isEachQuestionAsked = true;
    std::optional<Answer> told;
    node.submit({{}, {}, command}, [&told](const Answer &answer) { told = answer; });
    if (!waitFor([&] { return told.has_value(); }, std::chrono::seconds(20))) {
        qFatal("a node of the benchmark does not answer");
    }
    return *told;
}

void settle()
{
    const auto until = std::chrono::steady_clock::now() + settleFor;
    while (std::chrono::steady_clock::now() < until) {
        letEvents(settleFor);
    }
}

}  // namespace

std::vector<Line> benchConnected(const QString &folder, Scale scale)
{
    const int guests = scale.of(10'000, 500);
    Hall hall(folder + QStringLiteral("/hall"), sampleGuests(guests), 2);
    const auto hub = hall.startHub();
    const auto kiosk = hall.start(1);
    const auto isReady = [&] {
        const auto day = kiosk->day();
        return !day.link.isCutOff && day.expected == guests;
    };
    if (!waitFor(isReady, std::chrono::minutes(2))) {
        qFatal("the kiosk of the benchmark does not get the list");
    }
    BareCommit bare(folder + QStringLiteral("/bare-commit.db"));
    Times two;
    Times ours;
    int provisional = 0;
    const int rounds = scale.of(1'000, 40);
    for (int i = -rounds / 20; i < rounds; ++i) {  // A few first ones warm the caches.
        Times warm;
        (i < 0 ? warm : two).measure([&] {
            bare.run();
            bare.run();
        });
        (i < 0 ? warm : ours).measure([&] {
            const auto answer = signIn(*kiosk, i + rounds / 20);
            if (answer.outcome != Outcome::Admitted) {
                qFatal("a guest of the benchmark was not admitted");
            }
            provisional += answer.isProvisional ? 1 : 0;
        });
        settle();
    }
    return {{QStringLiteral("connected_decision_p50"),
             ours.median(),
             QStringLiteral("ms"),
             Line::Bound::AtMost,
             two.median() + beyondCommitsMs,
             ours.median() / two.median(),
             {{QStringLiteral("ours"), ours.toJson()},
              {QStringLiteral("two_commits"), two.toJson()},
              {QStringLiteral("decided_without_the_hub"), provisional}}}};
}

}  // namespace muster::bench
