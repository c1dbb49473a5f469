#pragma once
#include "core/base/clock.h"
#include "tests/scan/corpus/camera_model.h"

#include <QJsonObject>

#include <vector>

namespace muster::test {

/// How one way of reading did on the shots of one degradation.
struct Score {
    int right = 0;
    int wrong = 0;           ///< A text was read, but another than was encoded.
    std::vector<double> ms;  ///< One a shot, or one a frame of a burst.

    [[nodiscard]] double meanMs() const;
    [[nodiscard]] double p99Ms() const;
};

/// All ways of reading, on the same shots.
struct ClassScore {
    Degradation degradation = Degradation::Clean;
    int shots = 0;
    int bursts = 0;
    int lost = 0;         ///< Shots that plain ZXing reads and the pipeline does not.
    Score plain;          ///< ZXing once, as it comes.
    Score plainHarder;    ///< ZXing with all that it can try by itself.
    Score pipelineStill;  ///< Pipeline::decodeAll.
    Score pipelineBurst;  ///< Pipeline::decodeFrame over the frames of a burst: right if any frame is read.
};

struct Effort {
    int shots = 10;
    int bursts = 4;
    int framesPerBurst = 10;
};

/// Reads shots 1 … effort.shots and bursts of @p degradation. @p budgetClock is what the pipeline's budget goes by.
[[nodiscard]] ClassScore measure(Degradation degradation, const Effort &effort, const Clock &budgetClock);
[[nodiscard]] QJsonObject toJson(const ClassScore &score);

}  // namespace muster::test
