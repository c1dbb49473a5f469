#include "core/paper/day_pages.h"

#include "core/paper/wording.h"
#include "core/report/state_words.h"
#include "core/venue/incidents/incident_text.h"
#include "core/venue/modes/mode_words.h"

namespace muster::paper {
namespace {

/// Everything of the day, a part a function.
class DayPages {
public:
    DayPages(const Sources &sources, report::Language language)
        : m_sources(sources), m_day(sources.day), m_say(sources.setup, language)
    {
    }

    Sheet make(const std::set<Part> &parts)
    {
        m_sheet = m_say.sheet(m_say(u"现场实况", u"State of the day"));
        addFrame();
        const std::vector<std::pair<Part, void (DayPages::*)()>> makers{
            {Part::State, &DayPages::addFigures},  {Part::Zones, &DayPages::addZones},
            {Part::Posts, &DayPages::addPosts},    {Part::Incidents, &DayPages::addIncidents},
            {Part::Show, &DayPages::addShow},      {Part::State, &DayPages::addTasks},
            {Part::State, &DayPages::addMaterials}};
        for (const auto &[part, maker] : makers) {
            if (parts.contains(part)) {
                (this->*maker)();
            }
        }
        if (parts.contains(Part::Muster)) {
            addMuster(m_sources, m_say, m_sheet);
        }
        return m_sheet;
    }

private:
    [[nodiscard]] std::optional<WallTime> trueAt() const
    {
        return m_day.isKnown && m_day.knownSince ? std::optional(std::min(*m_day.knownSince, m_day.asOf))
                                                 : std::nullopt;
    }
    /// A figure of a day that this device does not know is none.
    [[nodiscard]] QString known(int count) const
    {
        return m_say.figure(m_day.isKnown ? std::optional(count) : std::nullopt);
    }

    void addFrame()
    {
        const auto at = trueAt();
        const auto when = at ? m_say(u"数据截至 %1", u"as of %1").arg(m_say.time(*at))
                             : m_say(u"数据截至时间不明", u"as of: not known");
        const auto printed = m_say(u"打印于 %1", u"printed %1").arg(m_say.time(m_sources.printedAt));
        const auto device = m_say(u"设备 %1", u"device %1").arg(m_sources.device);
        m_sheet.about = joined({m_sources.setup.day, when, printed, device});
        addDoubts(at);
    }

    void addDoubts(const std::optional<WallTime> &at)
    {
        auto &doubts = m_sheet.doubts;
        if (!m_day.isKnown) {
            doubts << m_say(u"本设备还没有收到全场数据：下面没有可信的数字",
                            u"This device has not heard the whole day yet: no figure below is to be trusted");
        } else if (!at) {
            doubts << m_say(u"有设备从未联系上：数字不完整", u"A device was never heard: the figures are not complete");
        } else if (m_sources.printedAt - *at >= freshMax) {
            const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_sources.printedAt - *at).count();
            constexpr qint64 perMinute = 60;
            doubts << (seconds < 2 * perMinute
                           ? m_say(u"打印时数字已有 %1 秒之久", u"The figures were %1 s old when printed").arg(seconds)
                           : m_say(u"打印时数字已有 %1 分钟之久", u"The figures were %1 min old when printed")
                                 .arg(seconds / perMinute));
        }
        if (m_day.link.isCutOff) {
            doubts << m_say(u"本设备已离线，最后一次联系 %1",
                            u"This device is cut off; it last heard the coordinator %1")
                          .arg(m_say.time(m_day.link.lastHeard));
        }
        addUnheard();
    }

    void addUnheard()
    {
        QStringList unheard;
        int more = 0;
        for (const auto &device : m_day.devices) {
            // Others are heard through the hub; what they have not told only the hub can know.
            const bool counts = !device.isSelf && !device.isRevoked && (m_day.link.isHub || device.isHub);
            if (!counts || device.isLinked) {
                continue;
            }
            if (unheard.size() == doubtsMax) {
                ++more;
                continue;
            }
            const auto name = joined({device.name, device.station});
            unheard << (device.lastSeen
                            ? m_say(u"%1（最后 %2）", u"%1 (last %2)").arg(name, m_say.time(*device.lastSeen))
                            : m_say(u"%1（从未）", u"%1 (never)").arg(name));
        }
        if (more > 0) {
            unheard << m_say(u"另有 %1 台", u"%1 more").arg(more);
        }
        if (!unheard.isEmpty()) {
            m_sheet.doubts << m_say(u"未联系上的设备，其后的变化不在此纸上：%1",
                                    u"Not heard, so what they did since is not on this paper: %1")
                                  .arg(unheard.join(m_say(u"、", u", ")));
        }
    }

    void addFigures()
    {
        Table table;
        table.key = QStringLiteral("figures");
        table.title = m_say(u"全场", u"The hall");
        const auto mode = m_say.mode(modes::modeIn(m_day.modes, {}));
        const auto unsure = m_day.isHeadcountUnsure ? QStringLiteral(" ?") : QString();
        table.columns = {words(m_say(u"在场人数", u"Here now"), 1), words(m_say(u"核定人数", u"Limit"), 1),
                         words(m_say(u"已签到", u"Signed in"), 1),  words(m_say(u"名单", u"Expected"), 1),
                         words(m_say(u"自然到访", u"Walk-ins"), 1), words(QStringLiteral("VIP"), 1),
                         words(m_say(u"媒体", u"Media"), 1),        words(m_say(u"运行方式", u"Mode"), 1.6)};
        const auto ofAll = [&](int in, int expected) { return known(in) + QStringLiteral(" / ") + known(expected); };
        table.rows.push_back({{m_say.figure(m_day.headcount) + unsure,
                               m_say.figure(m_day.firmCapacity ? m_day.firmCapacity : m_day.softCapacity),
                               known(m_day.signedIn), known(m_day.expected), known(m_day.walkIns),
                               ofAll(m_day.vipIn, m_day.vipExpected), ofAll(m_day.mediaIn, m_day.mediaExpected), mode},
                              true});
        m_sheet.tables.push_back(std::move(table));
    }

    void addZones()
    {
        Table table;
        table.key = QStringLiteral("zones");
        table.title = m_say(u"区域", u"Zones");
        table.columns = {words(m_say(u"区域", u"Zone"), 3),        number(m_say(u"在场", u"Here"), 1),
                         number(m_say(u"预警", u"Soft limit"), 1), number(m_say(u"核定", u"Limit"), 1),
                         words(m_say(u"运行方式", u"Mode"), 1.6),  words(m_say(u"核点", u"Recounted"), 1.1),
                         words(m_say(u"备注", u"Note"), 3.6)};
        for (const auto &zone : m_day.zones) {
            const bool isFull = zone.firmCapacity && zone.count >= *zone.firmCapacity;
            const auto unit = zone.unit == ZoneUnit::Vehicles ? m_say(u"车位", u"bays") : QString();
            const bool isNear = zone.softCapacity && zone.count >= *zone.softCapacity;
            const auto full = !m_day.isKnown ? QString()
                              : isFull       ? m_say(u"已满", u"full")
                              : isNear       ? m_say(u"超过预警", u"above the soft limit")
                                             : QString();
            table.rows.push_back(
                {{m_say.zone(zone.code), known(zone.count) + (zone.isUnsure ? QStringLiteral(" ?") : QString()),
                  m_say.figure(zone.softCapacity), m_say.figure(zone.firmCapacity),
                  m_say.mode(modes::modeIn(m_day.modes, zone.code)), m_say.time(zone.recountedAt),
                  joined({full, unit, zone.isUnsure ? m_say(zone.doubt) : QString()})},
                 isFull || zone.isUnsure});
        }
        m_sheet.tables.push_back(std::move(table));
    }

    void addPosts()
    {
        addLeads();
        Table table;
        table.key = QStringLiteral("posts");
        table.title = m_say(u"岗位", u"Posts");
        table.whenEmpty = m_say(u"计划里没有岗位", u"The plan has no posts");
        table.columns = {words(m_say(u"岗位", u"Post"), 3),
                         words(m_say(u"区域", u"Zone"), 0.8),
                         words(m_say(u"在岗", u"Who stands there"), 4.4),
                         number(m_say(u"到岗/应到", u"Ready/needed"), 1.2),
                         words(m_say(u"缺口", u"Gap"), 2.2),
                         words(m_say(u"频道", u"Channel"), 0.9)};
        for (const auto &post : m_day.posts) {
            table.rows.push_back(
                {{joined({m_say.named(post.name, post.code), m_say(post.spot)}), post.zone, standing(post),
                  QStringLiteral("%1/%2").arg(post.staffed).arg(post.minimum), gapOf(post), post.channel},
                 post.gap > 0});
        }
        m_sheet.tables.push_back(std::move(table));
    }

    [[nodiscard]] QString standing(const PostView &post) const
    {
        QStringList people;
        for (const auto &one : post.standing) {
            QStringList missing;
            for (const auto &item : one.missingTicks) {
                missing << m_say.tick(item);
            }
            auto words = QStringLiteral("%1 %2").arg(one.name.isEmpty() ? one.staff : one.name, m_say.time(one.since));
            if (!missing.isEmpty()) {
                words += m_say(u"（缺 %1）", u" (without %1)").arg(missing.join(m_say(u"、", u", ")));
            }
            if (!one.relief.isEmpty()) {
                words += m_say(u"（%1 替岗）", u" (relief: %1)").arg(one.relief);
            }
            people << words;
        }
        return people.isEmpty() ? QString(report::noFigure) : people.join(m_say(u"；", u"; "));
    }

    [[nodiscard]] QString gapOf(const PostView &post) const
    {
        if (post.gap > 0) {
            const auto missing = m_say(u"缺 %1 人", u"%1 missing").arg(post.gap);
            return post.gapSince ? missing + m_say(u"，自 %1", u" since %1").arg(m_say.time(*post.gapSince)) : missing;
        }
        return post.gapAt ? m_say(u"%1 起将缺人", u"short from %1").arg(m_say.time(*post.gapAt)) : QString();
    }

    /// Who leads a zone, and who would: one line a zone that the plan gives a lead or a deputy.
    void addLeads()
    {
        const auto namesAt = [&](const QString &zone, PostKind kind) {
            QStringList names;
            for (const auto &post : m_day.posts) {
                for (const auto &one : post.standing) {
                    if (post.zone == zone && post.kind == kind) {
                        names << (one.name.isEmpty() ? one.staff : one.name);
                    }
                }
            }
            return names.isEmpty() ? QString(report::noFigure) : names.join(m_say(u"、", u", "));
        };
        Table table;
        table.key = QStringLiteral("leads");
        table.title = m_say(u"区域负责人", u"Zone leads");
        table.columns = {words(m_say(u"区域", u"Zone"), 2), words(m_say(u"负责人", u"Lead"), 2),
                         words(m_say(u"副手", u"Deputy"), 2)};
        for (const auto &zone : m_sources.setup.zones) {
            const bool isLed = std::ranges::any_of(m_day.posts, [&](const PostView &post) {
                return post.zone == zone.code && (post.kind == PostKind::Lead || post.kind == PostKind::Deputy);
            });
            if (isLed) {
                table.rows.push_back(
                    {{m_say.zone(zone.code), namesAt(zone.code, PostKind::Lead), namesAt(zone.code, PostKind::Deputy)},
                     false});
            }
        }
        m_sheet.tables.push_back(std::move(table));
    }

    void addIncidents()
    {
        Table table;
        table.key = QStringLiteral("incidents");
        table.title = m_say(u"未结束的事件", u"Open incidents");
        table.whenEmpty =
            m_day.isKnown ? m_say(u"没有未结束的事件", u"No incident is open") : m_say(u"尚不知道", u"Not known yet");
        table.columns = {words(m_say(u"编号", u"No."), 0.9),           words(m_say(u"时间", u"Since"), 1),
                         words(m_say(u"类型", u"Types"), 2),           words(m_say(u"区域", u"Zone"), 0.8),
                         words(m_say(u"状态", u"State"), 1.1),         words(m_say(u"处理人", u"Assigned"), 2.2),
                         words(m_say(u"最近记录", u"Last entry"), 4.4)};
        int shown = 0;
        for (const auto &incident : m_day.incidents) {
            if (incident.state != incidents::State::Closed) {
                table.rows.push_back(incidentRow(incident));
                ++shown;
            }
        }
        if (m_day.incidentsOpen > shown) {
            table.note = m_say(u"共 %1 件未结束，纸上只列出 %2 件", u"%1 are open; %2 of them are listed here")
                             .arg(m_day.incidentsOpen)
                             .arg(shown);
        }
        m_sheet.tables.push_back(std::move(table));
    }

    [[nodiscard]] Row incidentRow(const IncidentView &incident) const
    {
        const auto number = QLatin1Char('#') + incident.number;
        if (incident.isRestricted) {
            return {{number, {}, m_say(u"受限", u"restricted"), {}, {}, {}, {}}, false};
        }
        QStringList people;
        for (const auto &assignee : incident.assignees) {
            if (assignee.state != incidents::AssigneeState::Released) {
                people << joined({assignee.name.isEmpty() ? assignee.staff : assignee.name,
                                  m_say(incidents::text::wordsOf(assignee.state))},
                                 QStringLiteral(" "));
            }
        }
        const auto types = m_say.names(incident.typeNames, incident.types);
        const auto urgent = incident.isUrgent ? m_say(u"紧急！", u"URGENT ") : QString();
        return {{number, m_say.time(incident.since), urgent + types, incident.zone,
                 m_say(incidents::text::wordsOf(incident.state)), people.join(m_say(u"；", u"; ")), lastOf(incident)},
                incident.isUrgent};
    }

    /// What was last said, who said it and when; its first words where no entry is at hand.
    [[nodiscard]] QString lastOf(const IncidentView &incident) const
    {
        const auto read = std::ranges::find(m_sources.incidents, incident.number, &IncidentView::number);
        if (read != m_sources.incidents.end()) {
            for (auto entry = read->entries.rbegin(); entry != read->entries.rend(); ++entry) {
                const auto words = joined({m_say(entry->said), entry->text.left(entryMax)});
                if (!entry->isStruck && !entry->isHidden && !words.isEmpty()) {
                    return joined({m_say.time(entry->happenedAt), entry->actor, words});
                }
            }
        }
        return incident.summary.left(entryMax);
    }

    void addShow()
    {
        Table table;
        table.key = QStringLiteral("show");
        table.title = m_say(u"流程", u"Run of show");
        table.columns = {words(m_say(u"计划", u"Planned"), 1),  words(m_say(u"预计", u"Expected"), 1),
                         words(m_say(u"实际", u"Actual"), 1.6), words(m_say(u"环节", u"Cue"), 4),
                         words(m_say(u"区域", u"Zone"), 0.8),   words(m_say(u"负责人", u"Owner"), 1.6),
                         words(m_say(u"状态", u"State"), 1.6)};
        for (const auto &cue : m_day.cues) {
            const auto actual = cue.startedAt
                                    ? m_say.time(*cue.startedAt) +
                                          (cue.endedAt ? QStringLiteral("–") + m_say.time(*cue.endedAt) : QString())
                                    : QString();
            const auto late = cue.isOverrun ? m_say(u"超时", u"overruns") : QString();
            table.rows.push_back({{m_say.time(cue.planned), cue.startedAt ? QString() : m_say.time(cue.expected),
                                   actual, m_say.named(cue.name, cue.code), cue.zone, cue.owner,
                                   joined({m_say(report::nameOf(cue.state)), late})},
                                  cue.state == CueState::Running || cue.state == CueState::Held});
        }
        m_sheet.tables.push_back(std::move(table));
    }

    void addTasks()
    {
        Table table;
        table.key = QStringLiteral("tasks");
        table.title = m_say(u"未完成的任务", u"Open tasks");
        table.columns = {words(m_say(u"期限", u"Due"), 1.3), words(m_say(u"任务", u"Task"), 5),
                         words(m_say(u"负责人", u"Owner"), 2), words(m_say(u"区域", u"Zone"), 0.8),
                         words(m_say(u"状态", u"State"), 1.6)};
        for (const auto &task : m_day.tasks) {
            if (task.state == TaskState::Done || task.state == TaskState::Skipped) {
                continue;
            }
            const auto late = task.isLate ? m_say(u"逾期", u"late") : QString();
            const auto started = task.state == TaskState::Started ? m_say(u"已开始", u"begun") : QString();
            const auto missed =
                task.roundsMissed > 0 ? m_say(u"漏检 %1 次", u"%1 rounds missed").arg(task.roundsMissed) : QString();
            table.rows.push_back(
                {{m_say.time(task.due), m_say.named(task.name, task.code),
                  task.ownerName.isEmpty() ? task.owner : task.ownerName, task.zone, joined({late, started, missed})},
                 task.isLate});
        }
        m_sheet.tables.push_back(std::move(table));
    }

    void addMaterials()
    {
        Table table;
        table.key = QStringLiteral("materials");
        table.title = m_say(u"短缺的物料", u"Materials that are short");
        table.columns = {words(m_say(u"物料", u"Material"), 4),
                         words(m_say(u"负责人", u"Owner"), 2),
                         words(m_say(u"区域", u"Zone"), 0.8),
                         number(m_say(u"计划", u"Planned"), 1),
                         number(m_say(u"到场", u"On site"), 1),
                         number(m_say(u"缺", u"Short by"), 1),
                         number(m_say(u"下落不明", u"Not accounted for"), 1.6)};
        for (const auto &material : m_day.materials) {
            const auto lost = std::max(material.unaccounted, material.isNumbered ? 0 : material.missing);
            if (material.shortBy > 0 || lost > 0) {
                table.rows.push_back(
                    {{m_say.named(material.name, material.code), material.owner, material.zone, known(material.planned),
                      known(material.onSite), known(material.shortBy), known(lost)},
                     material.shortBy > 0});
            }
        }
        m_sheet.tables.push_back(std::move(table));
    }

    const Sources &m_sources;
    const DayView &m_day;
    Wording m_say;
    Sheet m_sheet;
};

}  // namespace

std::set<Part> allParts() { return {Part::State, Part::Zones, Part::Posts, Part::Incidents, Part::Show, Part::Muster}; }

std::optional<Part> partFrom(const QString &name)
{
    return name == QLatin1String("state")       ? std::optional(Part::State)
           : name == QLatin1String("zones")     ? std::optional(Part::Zones)
           : name == QLatin1String("posts")     ? std::optional(Part::Posts)
           : name == QLatin1String("incidents") ? std::optional(Part::Incidents)
           : name == QLatin1String("show")      ? std::optional(Part::Show)
           : name == QLatin1String("muster")    ? std::optional(Part::Muster)
                                                : std::nullopt;
}

Sheet stateOf(const Sources &sources, const std::set<Part> &parts, report::Language language)
{
    return DayPages(sources, language).make(parts);
}

}  // namespace muster::paper
