// The muster list: guests inside and staff on duty, each with a box to tick at the assembly point.
#include "core/paper/day_pages.h"
#include "core/paper/wording.h"

#include <QCollator>

namespace muster::paper {
namespace {

struct Line {
    QString name;
    QString detail;
};

/// Two beside each other: half the pages to leaf through in the rain.
void fill(Table &table, std::vector<Line> lines, const Wording &say)
{
    QCollator byName(QLocale(QLocale::Chinese, QLocale::China));
    std::ranges::stable_sort(lines, [&](const Line &a, const Line &b) { return byName.compare(a.name, b.name) < 0; });
    const auto name = say(u"姓名", u"Name");
    const auto detail = say(u"随行 · 类别", u"With · class");
    table.columns = {words({}, 0.5), words(name, 4), words(detail, 3.5),
                     words({}, 0.5), words(name, 4), words(detail, 3.5)};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i % 2 == 0) {
            table.rows.emplace_back();
        }
        table.rows.back().cells << emptyBox << lines[i].name << lines[i].detail;
    }
}

/// Who cannot be named is called by their code: it is on their ticket.
QString nameOf(const GuestView &guest)
{
    const auto &name = guest.name.isEmpty() ? guest.latinName : guest.name;
    return guest.isNameHere && !name.isEmpty() ? name : guest.key.isEmpty() ? guest.id.toHex().left(8) : guest.key;
}

Table zoneTable(const QString &zone, const std::vector<const RollCall::Entry *> &entries, const Wording &say)
{
    Table table;
    table.key = QStringLiteral("muster-") + zone;
    int persons = 0;
    std::vector<Line> lines;
    for (const auto *entry : entries) {
        const auto &guest = entry->guest;
        persons += 1 + guest.companions;
        lines.push_back(
            {nameOf(guest), joined({guest.companions > 0 ? QStringLiteral("+%1").arg(guest.companions) : QString(),
                                    say.named(guest.className, guest.classCode)})});
    }
    table.title = joined({say.zone(zone), say(u"%1 人", u"%1 people").arg(persons)}, QStringLiteral(" – "));
    fill(table, std::move(lines), say);
    return table;
}

Table headTable(const Sources &sources, const Wording &say)
{
    const auto &roll = sources.roll;
    int named = 0;
    for (const auto &entry : roll.entries) {
        named += 1 + entry.guest.companions;
    }
    Table table;
    table.key = QStringLiteral("muster");
    table.isOnNewPage = true;
    table.title = say(u"集合清点名单 – 在场 %1 人", u"Muster list – %1 people inside").arg(say.figure(roll.persons));
    if (roll.entries.empty() && roll.persons.value_or(1) > 0) {
        table.whenEmpty = roll.persons
                              ? say(u"本设备不显示姓名：请在指挥台打印", u"This device says no names: print it "
                                                                         u"at the coordinator")
                              : say(u"尚不知道谁在场", u"Who is inside is not known yet");
    } else if (roll.entries.empty()) {
        table.whenEmpty = say(u"无人在场", u"Nobody is inside");
    } else if (roll.persons && *roll.persons > named) {
        table.whenEmpty = say(u"名单上含随行共 %1 人；其余由人工计数，没有姓名",
                              u"With companions the list names %1; the others were counted by hand and have no name")
                              .arg(named);
    } else if (roll.persons && *roll.persons < named) {
        table.whenEmpty = say(u"名单上含随行共 %1 人，多于计数：以名单为准",
                              u"With companions the list names %1, more than were counted: go by the list")
                              .arg(named);
    } else {
        table.whenEmpty = say(u"点到一人，勾一格", u"Tick a box for each who is seen");
    }
    return table;
}

/// Who sees to a restricted incident is counted, but where that is, is not for paper.
bool isSecret(const Sources &sources, const QString &place)
{
    const auto incident = std::ranges::find(sources.incidents, place, &IncidentView::number);
    return incident != sources.incidents.end() && incident->isRestricted;
}

Table staffTable(const Sources &sources, const Wording &say)
{
    Table table;
    table.key = QStringLiteral("muster-staff");
    std::vector<Line> lines;
    for (const auto &member : sources.day.roster.staff) {
        if (member.whereabouts == Whereabouts::Away) {
            continue;
        }
        const auto *post = findByCode(sources.setup.posts, member.place);
        const auto place = post != nullptr                   ? say.named(post->name, post->code)
                           : isSecret(sources, member.place) ? QString()
                                                             : member.place;
        const bool isPlain = member.whereabouts == Whereabouts::Standing && !place.isEmpty();
        lines.push_back(
            {joined({member.name.isEmpty() ? member.code : member.name, member.company}),
             joined({isPlain ? QString() : say.whereabouts(member.whereabouts), place}, QStringLiteral(" "))});
    }
    table.title = say(u"工作人员 – 在岗或当值 %1 人", u"Staff – %1 on a post or on duty").arg(lines.size());
    table.whenEmpty = say(u"没有人登记到岗", u"Nobody of the staff is signed in");
    fill(table, std::move(lines), say);
    table.columns[2].name = table.columns[5].name = say(u"在哪里", u"Where");
    return table;
}

}  // namespace

void addMuster(const Sources &sources, const Wording &say, Sheet &sheet)
{
    auto head = headTable(sources, say);
    head.note = sheet.doubts.join(QLatin1Char('\n'));  // It is handed to somebody by itself.
    sheet.tables.push_back(std::move(head));
    QMap<QString, std::vector<const RollCall::Entry *>> zones;
    for (const auto &entry : sources.roll.entries) {
        zones[entry.guest.zone].push_back(&entry);
    }
    for (auto it = zones.cbegin(); it != zones.cend(); ++it) {
        sheet.tables.push_back(zoneTable(it.key(), it.value(), say));
    }
    sheet.tables.push_back(staffTable(sources, say));
}

}  // namespace muster::paper
