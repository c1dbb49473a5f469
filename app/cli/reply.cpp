#include "app/cli/reply.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cstdio>

namespace muster::cli {
namespace {

void write(std::FILE *to, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, std::size_t(text.size()), to);
    std::fputc('\n', to);
    std::fflush(to);
}

QByteArray compact(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

}  // namespace

QJsonObject Reply::encode() const
{
    return {{QStringLiteral("exit"), int(exit)},
            {QStringLiteral("json"), json},
            {QStringLiteral("words"), words},
            {QStringLiteral("is_error"), isError}};
}

Result<Reply> Reply::decode(const QJsonObject &map)
{
    const auto exit = map.value(QStringLiteral("exit")).toInt(-1);
    if (exit < int(Exit::Done) || exit > int(Exit::Usage) || !map.value(QStringLiteral("json")).isObject()) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("the running device answers in another way: is it another version?"));
    }
    return Reply{Exit(exit), map.value(QStringLiteral("json")).toObject(),
                 map.value(QStringLiteral("words")).toString(), map.value(QStringLiteral("is_error")).toBool()};
}

QString counted(qint64 count, const char *thing)
{
    return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(thing), count == 1 ? QString() : QStringLiteral("s"));
}

QString pasteable(const QString &words, const QString &folder)
{
    static const QRegularExpression special(QStringLiteral("[^A-Za-z0-9_./,:@%+=-]"));
    auto path = QFileInfo(folder).absoluteFilePath();
    if (path.contains(special)) {
        path = QLatin1Char('\'') + path.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
    }
    return QStringLiteral("muster %1 --data %2").arg(words, path);
}

QJsonObject errorJson(const QString &code, const QString &detail)
{
    return {{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("detail"), detail}}}};
}

Reply errorReply(const Error &error)
{
    return {Exit::Refused, errorJson(toString(error.code), error.detail), error.detail, true};
}

Reply usageReply(const QString &words) { return {Exit::Usage, errorJson(QStringLiteral("usage"), words), words, true}; }

void Console::line(const QJsonObject &json, const QString &words) const
{
    write(stdout, m_isJson ? compact(json) : words.toUtf8());
}

void Console::note(const QString &words) const { write(stderr, words.toUtf8()); }

int Console::finish(const Reply &reply) const
{
    if (m_isJson) {
        write(stdout, compact(reply.json));
    } else if (!reply.words.isEmpty()) {
        write(reply.isError ? stderr : stdout,
              (reply.isError ? QByteArray("muster: ") : QByteArray()) + reply.words.toUtf8());
    }
    return int(reply.exit);
}

}  // namespace muster::cli
