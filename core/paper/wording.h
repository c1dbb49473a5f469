#pragma once
#include "core/paper/sheet.h"
#include "core/report/shown.h"
#include "core/venue/day/views.h"
#include "core/venue/plan/setup.h"

/// The words of paper, for the room's own files.
namespace muster::paper {

/// Says everything in one language, and times as the clocks of the event show them.
class Wording {
public:
    Wording(const EventSetup &setup, report::Language language);

    [[nodiscard]] QString operator()(const char16_t *zh, const char16_t *en) const
    {
        return m_shower.text({QString::fromUtf16(zh), QString::fromUtf16(en)});
    }
    [[nodiscard]] QString operator()(const Words &words) const { return m_shower.text(words); }
    /// Its code, where the plan has no words for it.
    [[nodiscard]] QString named(const Words &words, const QString &code) const;
    /// "D · Waiting"; empty @p code: nothing.
    [[nodiscard]] QString zone(const QString &code) const;
    [[nodiscard]] QString figure(const std::optional<int> &count) const;
    [[nodiscard]] QString time(WallTime at) const { return m_shower.time(at); }
    [[nodiscard]] QString time(const std::optional<WallTime> &at) const;
    [[nodiscard]] QString dateTime(WallTime at) const { return m_shower.dateTime(at); }
    [[nodiscard]] QString names(const std::vector<Words> &words, const QStringList &codes) const;
    [[nodiscard]] QString tick(const QString &item) const;
    [[nodiscard]] QString whereabouts(Whereabouts whereabouts) const;
    /// As those say it who run the hall; what guests are told is in mode_words.h.
    [[nodiscard]] QString mode(modes::Mode mode) const;
    [[nodiscard]] const EventSetup &setup() const { return m_setup; }

    /// The frame of a sheet: event, language, how pages are counted.
    [[nodiscard]] Sheet sheet(const QString &title) const;

private:
    const EventSetup &m_setup;
    report::Shower m_shower;
};

inline const QString dot = QStringLiteral(" · ");

[[nodiscard]] inline Column words(const QString &name, double share) { return {name, share, false}; }
[[nodiscard]] inline Column number(const QString &name, double share) { return {name, share, true}; }
/// @p parts that say something, with @p between them.
[[nodiscard]] QString joined(QStringList parts, const QString &between = dot);
/// The minutes of the plan as a clock shows them: "09:30".
[[nodiscard]] QString clockOf(int minute);

}  // namespace muster::paper
