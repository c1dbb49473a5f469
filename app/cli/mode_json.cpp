// How the hall runs and what was said, for `muster status`.
#include "app/cli/view_json.h"
#include "core/venue/modes/mode_words.h"

#include <QDateTime>

namespace muster::cli {
namespace {

QJsonValue timeJson(const std::optional<WallTime> &time)
{
    return time ? QJsonValue(QDateTime::fromMSecsSinceEpoch(toMsecs(*time), Qt::UTC).toString(Qt::ISODateWithMs))
                : QJsonValue();
}

QString nameOf(const QString &place) { return place.isEmpty() ? QStringLiteral("hall") : place; }

QJsonObject toJson(const ModeView &mode)
{
    return {{QStringLiteral("place"), nameOf(mode.place)},
            {QStringLiteral("mode"), modes::toString(mode.mode)},
            {QStringLiteral("reason"), mode.reason},
            {QStringLiteral("by"), mode.by},
            {QStringLiteral("since"), timeJson(mode.since)}};
}

QJsonObject toJson(const MessageView &message)
{
    return {{QStringLiteral("id"), message.id},
            {QStringLiteral("to"), message.to},
            {QStringLiteral("text"), message.text},
            {QStringLiteral("from"), message.from},
            {QStringLiteral("at"), timeJson(message.at)},
            {QStringLiteral("shown_at"), message.shownAt},
            {QStringLiteral("read_by"), message.readBy},
            {QStringLiteral("readers"), QJsonArray::fromStringList(message.readers)},
            {QStringLiteral("read_here"), message.isReadHere}};
}

}  // namespace

QJsonObject modesJson(const DayView &day)
{
    QJsonArray places;
    for (const auto &mode : day.modes) {
        places.append(toJson(mode));
    }
    QJsonArray messages;
    for (const auto &message : day.messages) {
        messages.append(toJson(message));
    }
    const bool isKnown = day.isKnown && !day.modes.empty();
    return {
        {QStringLiteral("mode"), isKnown ? QJsonValue(modes::toString(modes::modeIn(day.modes, {}))) : QJsonValue()},
        {QStringLiteral("modes"), places},
        {QStringLiteral("messages"), messages}};
}

QStringList modesWords(const DayView &day)
{
    QStringList lines;
    for (const auto &mode : day.modes) {
        if (mode.mode != modes::Mode::Normal) {
            lines << QStringLiteral("mode of %1: %2%3%4")
                         .arg(mode.place.isEmpty() ? QStringLiteral("the hall") : mode.place,
                              modes::toString(mode.mode),
                              mode.by.isEmpty() ? QString() : QStringLiteral(", by ") + mode.by,
                              mode.reason.isEmpty() ? QString() : QStringLiteral(": ") + mode.reason);
        }
    }
    for (const auto &message : day.messages) {
        lines << QStringLiteral("said to %1: %2 (read by %3, shown on %4 devices) %5")
                     .arg(message.to, message.text)
                     .arg(message.readBy)
                     .arg(message.shownAt)
                     .arg(message.id);
    }
    return lines;
}

}  // namespace muster::cli
