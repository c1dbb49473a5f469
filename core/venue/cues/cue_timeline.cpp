#include "core/venue/cues/cue_timeline.h"

namespace muster::cues {
namespace {

using std::chrono::minutes;

std::optional<WallTime> later(const std::optional<WallTime> &a, const std::optional<WallTime> &b)
{
    return a && b ? std::max(*a, *b) : a ? a : b;
}

}  // namespace

Timeline::Timeline(const EventSetup &setup, const Course &course, WallTime now)
    : m_setup(setup),
      m_course(course),
      m_now(now),
      m_time(setup),
      m_marks(setup.cues.size(), Mark::New),
      m_timings(setup.cues.size())
{
    for (std::size_t i = 0; i < setup.cues.size(); ++i) {
        m_indexes.insert(setup.cues[i].code, i);
    }
    for (std::size_t i = 0; i < setup.cues.size(); ++i) {
        // Along its links to the first that is known, and back: a long chain needs no deep stack.
        std::vector<std::size_t> chain;
        for (std::optional<std::size_t> at = i; at && m_marks[*at] == Mark::New; at = before(*at)) {
            m_marks[*at] = Mark::Open;
            chain.push_back(*at);
        }
        for (auto it = chain.rbegin(); it != chain.rend(); ++it) {
            find(*it);
            m_marks[*it] = Mark::Known;
        }
    }
}

const Now &Timeline::nowOf(std::size_t index) const
{
    static const Now untouched;
    const auto found = m_course.find(m_setup.cues[index].code);
    return found == m_course.end() ? untouched : found->second;
}

std::optional<std::size_t> Timeline::before(std::size_t index)
{
    const auto &after = m_setup.cues[index].after;
    const auto found = after.isEmpty() ? m_indexes.constEnd() : m_indexes.constFind(after);
    return found == m_indexes.constEnd() || *found == index ? std::nullopt : std::optional(*found);
}

std::optional<WallTime> Timeline::plannedOf(std::size_t index, std::optional<std::size_t> before) const
{
    const auto &cue = m_setup.cues[index];
    if (const auto own = m_time.at(cue.minute)) {
        return own;
    }
    const auto planned = before ? m_timings[*before].planned : std::nullopt;
    return planned ? std::optional(*planned + minutes(m_setup.cues[*before].minutes)) : std::nullopt;
}

std::optional<WallTime> Timeline::dueOf(std::size_t index, std::optional<std::size_t> before) const
{
    auto due = m_time.at(m_setup.cues[index].minute);
    if (before) {
        const auto &previous = m_setup.cues[*before];
        const auto &timing = m_timings[*before];
        const bool isKept = previous.overrun == Overrun::Hold && timing.planned;
        due = later(due, isKept ? std::optional(*timing.planned + minutes(previous.minutes)) : timing.end);
    }
    return due ? std::optional(*due + minutes(nowOf(index).shiftMinutes)) : std::nullopt;
}

void Timeline::find(std::size_t index)
{
    auto previous = before(index);
    if (previous && m_marks[*previous] != Mark::Known) {
        previous.reset();  // It closes a circle.
    }
    const auto &cue = m_setup.cues[index];
    const auto &now = nowOf(index);
    auto &timing = m_timings[index];
    timing.planned = plannedOf(index, previous);
    timing.due = dueOf(index, previous);
    const minutes length(cue.minutes);
    switch (now.state) {
    case CueState::Skipped: timing.end = timing.due; return;
    case CueState::Done:
        timing.expected = now.startedAt;
        timing.end = now.endedAt;
        return;
    case CueState::Running:
        timing.expected = now.startedAt;
        if (now.startedAt) {
            timing.isOverrun = m_now > *now.startedAt + length;
            timing.end = std::max(*now.startedAt + length, m_now);
        }
        return;
    case CueState::Waiting:
    case CueState::Held:
        if (timing.due) {
            timing.expected = std::max(*timing.due, m_now);
            timing.end = *timing.expected + length;
        }
        return;
    }
}

}  // namespace muster::cues
