#include "core/paper/wording.h"

namespace muster::paper {
namespace {

/// Of an event, all that is needed to write its times.
report::Report frameOf(const EventSetup &setup)
{
    report::Report frame;
    frame.day = setup.day;
    frame.timeZone = setup.timeZone;
    return frame;
}

}  // namespace

Wording::Wording(const EventSetup &setup, report::Language language)
    : m_setup(setup), m_shower(frameOf(setup), language)
{
}

QString Wording::named(const Words &words, const QString &code) const
{
    const auto name = m_shower.text(words);
    return name.isEmpty() ? code : name;
}

QString Wording::zone(const QString &code) const
{
    const auto *zone = findByCode(m_setup.zones, code);
    return joined({code, zone == nullptr ? QString() : m_shower.text(zone->name)});
}

QString Wording::figure(const std::optional<int> &count) const
{
    return m_shower.number(count ? std::optional<qint64>(*count) : std::nullopt, report::Unit::Count);
}

QString Wording::time(const std::optional<WallTime> &at) const
{
    return at ? m_shower.time(*at) : QString(report::noFigure);
}

QString Wording::names(const std::vector<Words> &words, const QStringList &codes) const
{
    QStringList names;
    for (std::size_t i = 0; i < words.size(); ++i) {
        names << named(words[i], codes.value(qsizetype(i)));
    }
    return joined(words.empty() ? codes : names, (*this)(u"、", u", "));
}

QString Wording::tick(const QString &item) const
{
    return item == QLatin1String("uniform")    ? (*this)(u"着装", u"Uniform")
           : item == QLatin1String("badge")    ? (*this)(u"工牌", u"Badge")
           : item == QLatin1String("briefing") ? (*this)(u"早会", u"Briefing")
           : item == QLatin1String("radio")    ? (*this)(u"对讲机", u"Radio")
                                               : item;
}

QString Wording::whereabouts(Whereabouts whereabouts) const
{
    switch (whereabouts) {
    case Whereabouts::Away: return (*this)(u"不在场", u"away");
    case Whereabouts::Standing: return (*this)(u"在岗", u"at the post");
    case Whereabouts::OnBreak: return (*this)(u"休息", u"on break");
    case Whereabouts::AtMeal: return (*this)(u"用餐", u"at a meal");
    case Whereabouts::StandingBy: return (*this)(u"待命", u"standing by");
    case Whereabouts::Sent: return (*this)(u"外派", u"sent to");
    }
    Q_UNREACHABLE();
}

QString Wording::mode(modes::Mode mode) const
{
    switch (mode) {
    case modes::Mode::Normal: return (*this)(u"正常", u"normal");
    case modes::Mode::Slow: return (*this)(u"限流", u"slow");
    case modes::Mode::Hold: return (*this)(u"暂停进入", u"nobody in");
    case modes::Mode::Evacuate: return (*this)(u"疏散", u"EVACUATE");
    }
    Q_UNREACHABLE();
}

Sheet Wording::sheet(const QString &title) const
{
    Sheet sheet;
    sheet.event = m_shower.text(m_setup.name);
    sheet.title = title;
    sheet.pagePattern = (*this)(u"第 %1 / %2 页", u"Page %1 of %2");
    sheet.language = m_shower.language() == report::Language::English ? QStringLiteral("en") : QStringLiteral("zh-CN");
    return sheet;
}

QString joined(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

QString clockOf(int minute)
{
    constexpr int perHour = 60;
    constexpr int perDay = 24 * perHour;
    const auto two = [](int number) { return QString::number(number).rightJustified(2, QLatin1Char('0')); };
    const auto within = ((minute % perDay) + perDay) % perDay;
    return two(within / perHour) + QLatin1Char(':') + two(within % perHour);
}

}  // namespace muster::paper
