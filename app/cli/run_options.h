#pragma once
#include "app/cli/reply.h"

#include <string>

namespace muster::cli {

/// What a device is told on its command line.
struct RunOptions {
    std::string role;
    std::string listen;    ///< Coordinator: ADDR:PORT.
    std::string enrolUri;  ///< Or an address, HOST:PORT.
    std::string frames;    ///< Empty: "camera", but none where nothing is scanned; "none": no camera.
    std::string station;
    std::string name;
    std::string actor;
    std::string language;
    std::string size;  ///< "1280x800"
    std::string shots;
    bool isHeadless = false;
    bool isStaying = false;
    bool isAutoApproving = false;
    bool isFullScreen = false;
    bool isMuted = false;
    bool isWall = false;  ///< A board that shows staff the people of its zone.
};

/// A frame source that is no camera but "none".
[[nodiscard]] inline bool hasFrames(const RunOptions &options)
{
    const bool isScanning = options.role != "counter" && options.role != "board";
    return options.frames.empty() ? isScanning : options.frames != "none";
}
[[nodiscard]] inline bool isCamera(const RunOptions &options)
{
    return options.frames.empty() || options.frames.starts_with("camera");
}

/// Is the device until it is told to stop; returns the process's exit code. Needs its application object.
[[nodiscard]] int runDevice(const Console &console, const QString &data, const RunOptions &options);

}  // namespace muster::cli
