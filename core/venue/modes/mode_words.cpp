#include "core/venue/modes/mode_words.h"

#include <algorithm>

namespace muster::modes {

QString toString(Mode mode)
{
    switch (mode) {
    case Mode::Normal: return QStringLiteral("normal");
    case Mode::Slow: return QStringLiteral("slow");
    case Mode::Hold: return QStringLiteral("hold");
    case Mode::Evacuate: return QStringLiteral("evacuate");
    }
    Q_UNREACHABLE();
}

std::optional<Mode> modeFrom(const QString &name)
{
    for (const auto mode : {Mode::Normal, Mode::Slow, Mode::Hold, Mode::Evacuate}) {
        if (toString(mode) == name) {
            return mode;
        }
    }
    return std::nullopt;
}

Words titleOf(Mode mode)
{
    switch (mode) {
    case Mode::Normal: return {QStringLiteral("恢复正常"), QStringLiteral("All clear")};
    case Mode::Slow: return {QStringLiteral("限流中，请稍候"), QStringLiteral("Please wait a moment")};
    case Mode::Hold: return {QStringLiteral("暂停入场，请稍候"), QStringLiteral("Please wait here")};
    case Mode::Evacuate: return {QStringLiteral("请有序离场"), QStringLiteral("Please leave calmly")};
    }
    Q_UNREACHABLE();
}

Words wordsAtDoor(Mode mode)
{
    switch (mode) {
    case Mode::Normal: return {};
    case Mode::Slow:
        return {QStringLiteral("场内人多，正在限流，请稍候再扫一次"),
                QStringLiteral("Please wait a moment and scan once more: guests are let in slowly now")};
    case Mode::Hold:
        return {QStringLiteral("暂停入场，请在原地稍候"), QStringLiteral("Nobody is let in now: please wait here")};
    case Mode::Evacuate:
        return {QStringLiteral("正在疏散，请勿入场，听从工作人员指引"),
                QStringLiteral("The hall is being cleared: please do not go in, and follow our staff")};
    }
    Q_UNREACHABLE();
}

Words announcementOf(Mode mode)
{
    switch (mode) {
    case Mode::Normal:
        return {QStringLiteral("现已恢复正常，感谢您的配合"), QStringLiteral("All clear. Thank you for your patience")};
    case Mode::Slow:
        return {QStringLiteral("场内人多，正在限流，请耐心等候"),
                QStringLiteral("It is busy inside, and guests are let in slowly. Thank you for waiting")};
    case Mode::Hold:
        return {QStringLiteral("暂停入场，请在原地稍候"), QStringLiteral("Please stay where you are for a moment")};
    case Mode::Evacuate:
        return {QStringLiteral("请听从工作人员指引，从最近的出口有序离场，不要乘电梯"),
                QStringLiteral("Please leave calmly by the nearest exit and follow our staff. Do not use the lifts")};
    }
    Q_UNREACHABLE();
}

Mode modeIn(const std::vector<ModeView> &views, const QString &zone)
{
    auto strictest = Mode::Normal;
    for (const auto &view : views) {
        if (view.place.isEmpty() || view.place == zone) {
            strictest = std::max(strictest, view.mode);
        }
    }
    return strictest;
}

}  // namespace muster::modes

namespace muster::messages {
namespace {

const QString toRole = QStringLiteral("role:");
const QString toZone = QStringLiteral("zone:");

}  // namespace

bool isFor(const QString &to, const QStringList &roles, const QString &zone)
{
    return to == QLatin1String("all") || roles.contains(QStringLiteral("coordinator")) ||
           (to.startsWith(toRole) && roles.contains(to.mid(toRole.size()))) ||
           (to.startsWith(toZone) && !zone.isEmpty() && to.mid(toZone.size()) == zone);
}

}  // namespace muster::messages
