#pragma once
#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <functional>

namespace muster::cli {

/// How a command ends. Scripts rely on these.
enum class Exit {
    Done = 0,
    Refused = 1,  ///< A rule, the disk or a peer said no, or the result falls short.
    Usage = 2,    ///< The command line was not understood.
};

/// What a command answers: the same thing for scripts and for people.
struct Reply {
    Exit exit = Exit::Done;
    QJsonObject json;
    QString words;
    bool isError = false;  ///< The words go to stderr.

    [[nodiscard]] QJsonObject encode() const;
    /// Invalid unless @p map is what encode() writes.
    [[nodiscard]] static Result<Reply> decode(const QJsonObject &map);
};

using Done = std::function<void(const Reply &)>;

/// "1 guest", "2 guests"
[[nodiscard]] QString counted(qint64 count, const char *thing);
/// "muster WORDS --data FOLDER", to be pasted into a shell wherever it stands.
[[nodiscard]] QString pasteable(const QString &words, const QString &folder);
/// {"error":{"code":…,"detail":…}}
[[nodiscard]] QJsonObject errorJson(const QString &code, const QString &detail);
[[nodiscard]] Reply errorReply(const Error &error);
[[nodiscard]] Reply usageReply(const QString &words);

/// What a program prints, and where: with --json nothing but JSON goes to stdout.
class Console {
public:
    explicit Console(bool isJson) : m_isJson(isJson) {}

    [[nodiscard]] bool isJson() const { return m_isJson; }
    /// One line: @p json, or @p words for people. Leaves at once, also into a pipe.
    void line(const QJsonObject &json, const QString &words) const;
    /// For people beside the results, always on stderr.
    void note(const QString &words) const;
    /// Prints @p reply and gives the process's exit code.
    int finish(const Reply &reply) const;

private:
    bool m_isJson;
};

}  // namespace muster::cli
