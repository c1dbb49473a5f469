#include "tests/scan/corpus/measure.h"

#include "core/scan/pipeline.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace muster::test {
namespace {

constexpr quint64 burstSeeds = 10'000;  // Apart from the stills'.

template<class Read>
bool judge(Score &score, const Shot &shot, const Read &read)
{
    const auto begun = std::chrono::steady_clock::now();
    const std::optional<scan::Reading> reading = read();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    score.ms.push_back(took.count());
    const bool isRight = reading && reading->payload == shot.payload;
    score.right += isRight ? 1 : 0;
    score.wrong += reading && !isRight ? 1 : 0;
    return isRight;
}

std::optional<scan::Reading> readingOf(std::optional<scan::Decoded> decoded)
{
    return decoded ? std::optional(std::move(decoded->reading)) : std::nullopt;
}

void measureStill(ClassScore &score, const Shot &shot)
{
    const auto view = shot.picture.view();
    const bool isPlain = judge(score.plain, shot, [&] { return scan::readSymbol(view, {}); });
    const bool isHarder = judge(score.plainHarder, shot, [&] {
        return scan::readSymbol(view, {.isHarder = true, .isRotated = true, .isDownscaled = true});
    });
    const bool isOurs = judge(score.pipelineStill, shot, [&] { return readingOf(scan::Pipeline::decodeAll(view)); });
    score.lost += (isPlain || isHarder) && !isOurs ? 1 : 0;
    ++score.shots;
}

void measureBurst(ClassScore &score, const std::vector<Shot> &burst, const Clock &budgetClock)
{
    scan::Pipeline pipeline(budgetClock);
    Score frames;
    bool isRead = false;
    for (const auto &shot : burst) {
        isRead = judge(frames, shot, [&] { return readingOf(pipeline.decodeFrame(shot.picture.view())); }) || isRead;
    }
    auto &total = score.pipelineBurst;
    total.right += isRead ? 1 : 0;
    total.wrong += frames.wrong;
    total.ms.insert(total.ms.end(), frames.ms.begin(), frames.ms.end());
    ++score.bursts;
}

QJsonObject toJson(const Score &score, int of)
{
    const double rate = of == 0 ? 0.0 : double(score.right) / of;
    return {{QStringLiteral("right"), score.right},
            {QStringLiteral("of"), of},
            {QStringLiteral("rate"), rate},
            {QStringLiteral("wrong"), score.wrong},
            {QStringLiteral("mean_ms"), score.meanMs()},
            {QStringLiteral("p99_ms"), score.p99Ms()}};
}

}  // namespace

double Score::meanMs() const { return ms.empty() ? 0 : std::accumulate(ms.begin(), ms.end(), 0.0) / double(ms.size()); }

double Score::p99Ms() const
{
    if (ms.empty()) {
        return 0;
    }
    auto sorted = ms;
    std::sort(sorted.begin(), sorted.end());
    return sorted[(sorted.size() - 1) * 99 / 100];
}

ClassScore measure(Degradation degradation, const Effort &effort, const Clock &budgetClock)
{
    ClassScore score{
        .degradation = degradation, .plain = {}, .plainHarder = {}, .pipelineStill = {}, .pipelineBurst = {}};
    for (int i = 1; i <= effort.shots; ++i) {
        measureStill(score, shoot(degradation, quint64(i)));
    }
    for (int i = 1; i <= effort.bursts; ++i) {
        measureBurst(score, shootBurst(degradation, burstSeeds + quint64(i), effort.framesPerBurst), budgetClock);
    }
    return score;
}

QJsonObject toJson(const ClassScore &score)
{
    return {{QStringLiteral("class"), toString(score.degradation)},
            {QStringLiteral("plain"), toJson(score.plain, score.shots)},
            {QStringLiteral("plain_try_harder"), toJson(score.plainHarder, score.shots)},
            {QStringLiteral("pipeline_still"), toJson(score.pipelineStill, score.shots)},
            {QStringLiteral("pipeline_burst"), toJson(score.pipelineBurst, score.bursts)}};
}

}  // namespace muster::test
