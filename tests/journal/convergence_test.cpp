// Goal: any permutation, duplication and split of any history gives equal vectors and equal digests; so does replay.
// Method: seeded histories over several journals, delivered to fresh ones in seeded ways; see support/convergence.h.
#include "tests/support/convergence.h"

using namespace muster;
using namespace muster::test;

namespace {

class TestHistories final : public Histories {
public:
    [[nodiscard]] std::unique_ptr<Fold> makeFold() const override { return std::make_unique<TestFold>(2); }
    [[nodiscard]] Draft make(SeededRandom &random, std::span<const Operation> seen) const override
    {
        const auto name = QString(QChar(ushort(u'a' + random.below(3))));
        const auto target = [&] {
            // Mostly something that was seen; at times something that never comes.
            return seen.empty() || random.chance(5) ? OperationHash::make(random)
                                                    : seen[random.below(seen.size())].hash;
        };
        switch (random.below(8)) {
        case 0: return addDraft(name, qint64(random.below(9)) - 4);
        case 1: return setDraft(name, qint64(random.below(3)), QString::number(random.below(5)));
        case 2: return makeDraft(name);
        case 3:
        case 4: return targetDraft(QStringLiteral("test.remove"), target());
        case 5: return targetDraft(QStringLiteral("test.restore"), target());
        case 6: return {QStringLiteral("test.later"), {}, {}, {}, 1};
        default: return {QStringLiteral("test.add"), {{QLatin1String("by"), name}}, {}, {}, 1};
        }
    }
};

}  // namespace

TEST_CASE("any delivery of any history gives the same state", "[convergence]")
{
    checkConvergence(TestHistories{}, {.seed = 20261128, .histories = 1'000, .deliveries = 10});
}
