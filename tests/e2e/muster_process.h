#pragma once
#include "tests/support/catch.h"

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryFile>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace muster::test {

[[nodiscard]] inline QString q(const char *words) { return QString::fromUtf8(words); }

/// What a command that ended has said.
struct Said {
    int exit = -1;
    QJsonObject json;  ///< The last line of stdout.
    QList<QJsonObject> lines;
    QByteArray rest;     ///< Of stdout: what is no JSON. Must be empty with --json.
    QByteArray trouble;  ///< stderr.
};

/// Runs `muster ARGS… --json` to its end.
[[nodiscard]] Said muster(const QStringList &args, const QProcessEnvironment *environment = nullptr);

/// A device's process; ends with this object at the latest.
class MusterProcess {
public:
    explicit MusterProcess(const QStringList &args, const QStringList &wrapper = {});
    ~MusterProcess();
    MusterProcess(const MusterProcess &) = delete;
    MusterProcess &operator=(const MusterProcess &) = delete;

    /// The next line of stdout; nothing if none comes in time.
    [[nodiscard]] std::optional<QJsonObject> nextLine(std::chrono::milliseconds within = std::chrono::seconds(20));
    /// Lines until the process ends; fails the test if it does not.
    [[nodiscard]] QList<QJsonObject> linesToEnd(std::chrono::milliseconds within = std::chrono::seconds(60));
    /// Lines that are here by now.
    [[nodiscard]] QList<QJsonObject> linesSoFar();
    /// Types @p line, with Enter; or ends its input.
    void say(const QByteArray &line);
    void sayNoMore();
    /// What it has written to stderr by now.
    [[nodiscard]] QByteArray trouble() const;
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    [[nodiscard]] qint64 id() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning();
    /// In order, as a person would.
    void stop();
    /// As a power cut would.
    void kill();

private:
    QTemporaryFile m_trouble;
    QProcess m_process;
};

/// True as soon as @p holds says so; false after @p within.
[[nodiscard]] bool eventually(const std::function<bool()> &holds,
                              std::chrono::milliseconds within = std::chrono::seconds(20));

}  // namespace muster::test
