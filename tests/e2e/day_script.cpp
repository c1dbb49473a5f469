#include "tests/e2e/day_script.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace muster::test {

DayScript::DayScript(int guestsMax)
    : m_clock("Asia/Shanghai"), m_rig(guestsMax, EventRig::Zones::Open, {}, EventRig::Hours::AsPlanned)
{
}

Said DayScript::tell(const QString &device, const QString &words, const QStringList &more) const
{
    return m_rig.act(device, words.split(u' ') + more);
}

Said DayScript::must(const QString &device, const QString &words, const QStringList &more) const
{
    auto said = tell(device, words, more);
    INFO(device.toStdString() << ": " << words.toStdString() << " "
                              << QJsonDocument(said.json).toJson(QJsonDocument::Compact).toStdString()
                              << said.trouble.toStdString());
    CHECK(said.exit == 0);
    return said;
}

Said DayScript::mustNot(const QString &device, const QString &words, const QStringList &more) const
{
    auto said = tell(device, words, more);
    INFO(device.toStdString() << ": " << words.toStdString());
    CHECK(said.exit == 1);
    return said;
}

void DayScript::signIn(const QString &device, int guests)
{
    for (int i = 0; i < guests; ++i) {
        const auto code = m_rig.codes().at(m_next++);
        const auto said = must(device, q("sign-in"), {code});
        CHECK(outcome(said) == q("admitted"));
        m_count.provisional += isProvisional(said) ? 1 : 0;
        ++m_count.signedIn;
        ++m_count.persons;
        m_inside << code;
    }
}

QString DayScript::incident(const QString &device, const QString &words, const QString &text)
{
    const auto said = must(device, q("incident %1").arg(words), {text});
    const auto number = said.json.value(q("incident")).toString();
    INFO("incident " << number.toStdString() << " of " << device.toStdString());
    CHECK_FALSE(number.isEmpty());
    CHECK_FALSE(m_given.contains(number));
    m_given.insert(number);
    ++m_count.incidents;
    m_count.entries[number] = 1;
    return number;
}

void DayScript::note(const QString &device, const QString &number, const QString &text)
{
    must(device, q("incident-note %1").arg(number), {text});
    ++m_count.entries[number];
}

void DayScript::check(const QString &device, const QString &number, const QString &item, const QString &by)
{
    must(device, q("incident-check %1 %2 --as %3").arg(number, item, by));
    ++m_count.itemsChecked[number];
}

QString DayScript::picture(const QString &device, const QString &number, const QByteArray &bytes, const QString &by)
{
    QFile file(m_rig.folder(q("picture-%1.jpg").arg(m_count.pictures.size())));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    file.close();
    const auto said = must(device, q("incident-picture %1").arg(number), {file.fileName(), q("--as"), by});
    const auto hash = said.json.value(q("picture")).toString();
    CHECK_FALSE(hash.isEmpty());
    m_count.pictures[hash] = number;
    return hash;
}

void DayScript::closeIncident(const QString &device, const QString &number, const QString &by)
{
    must(device, q("incident-state %1 closed --as %2").arg(number, by));
    ++m_count.incidentsClosed;
}

void DayScript::postIn(const QString &device, const QString &post, const QString &staff, const QString &by)
{
    must(device, q("post-in %1 --staff %2 --as %3 --ticks uniform,badge,briefing,radio").arg(post, staff, by));
    ++m_count.standing;
    m_count.stood.insert(staff);
}

void DayScript::postOut(const QString &device, const QString &staff, const QString &by)
{
    must(device, q("post-out --staff %1 --as %2").arg(staff, by), {q("--reason"), q("the hall is empty")});
    --m_count.standing;
}

void DayScript::lend(const QString &device, const QString &tag, const QString &staff, const QString &by)
{
    const auto said = must(device, q("gear %1 out --staff %2 --as %3").arg(tag, staff, by));
    const auto before = said.json.value(q("subjects")).toArray().first().toString();
    auto &holders = m_count.gear[tag];
    CHECK(before == (m_count.gearOut.contains(tag) ? holders.last() : QString()));
    holders << staff;
    m_count.gearOut.insert(tag);
}

void DayScript::giveBack(const QString &device, const QString &tag, const QString &by)
{
    must(device, q("gear %1 in --as %2").arg(tag, by));
    m_count.gearOut.erase(tag);
}

void DayScript::task(const QString &code, const QString &by, const QStringList &more)
{
    must(m_desk, q("task %1 done --as %2").arg(code, by), more);
    m_count.tasksDone << code;
    m_count.tasksDone.sort();
}

QString DayScript::sheetOf(const QString &zone)
{
    const auto folder = m_rig.folder(q("sheets"));
    if (!QDir(folder).exists()) {
        CHECK(m_rig.at(m_desk, {q("tickets"), q("--of"), q("zones"), q("--out"), folder}).exit == 0);
    }
    return muster({q("scan"), QStringLiteral("%1/zone-%2.png").arg(folder, zone)}).json.value(q("text")).toString();
}

void DayScript::round(const QString &device, const QString &code, const QString &zone, const QString &by)
{
    mustNot(device, q("task %1 done --as %2").arg(code, by));  // Nobody was seen there.
    mustNot(device, q("task %1 done --as %2 --scanned %3").arg(code, by, zone));
    must(device, q("task %1 done --as %2 --scanned %3").arg(code, by, sheetOf(zone)));
    ++m_count.roundsDone;
}

void DayScript::cue(const QString &code, const QString &step)
{
    must(m_desk, q("cue %1 %2 --as S001").arg(code, step), {q("--reason"), q("as the commander says")});
}

}  // namespace muster::test
