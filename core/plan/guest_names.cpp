#include "core/plan/guest_names.h"

#include "core/plan/columns.h"

namespace muster::plan {
namespace {

template<class Things>
QHash<QString, QString> codesByName(const Things &things)
{
    QHash<QString, QString> codes;
    for (const auto &thing : things) {
        for (const QString &name : {thing.name.en, thing.name.zh}) {
            if (!name.isEmpty()) {
                codes.insert(normalised(name), thing.code);
            }
        }
    }
    for (const auto &thing : things) {  // A code means itself, whatever others are called.
        codes.insert(normalised(thing.code), thing.code);
        codes.insert(thing.code, thing.code);
    }
    return codes;
}

/// The code that @p text means; empty if there is none.
QString codeFor(const QHash<QString, QString> &codes, const QString &text)
{
    const auto exact = codes.constFind(text);  // The usual case, and the quick one.
    return exact != codes.constEnd() ? *exact : codes.value(normalised(text));
}

QStringList codesOf(const QHash<QString, QString> &codes)
{
    QStringList list = codes.values();
    list.sort();
    list.removeDuplicates();
    constexpr qsizetype shownMax = 12;
    return list.size() > shownMax ? list.first(shownMax) << QStringLiteral("…") : list;
}

}  // namespace

GuestNames::GuestNames(const EventSetup *setup, QString defaultClass)
    : m_hasPlan(setup != nullptr), m_defaultClass(std::move(defaultClass))
{
    if (!m_hasPlan) {
        return;
    }
    m_firstClass = setup->classes.empty() ? QString() : setup->classes.front().code;
    m_classes = codesByName(setup->classes);
    m_sessions = codesByName(setup->sessions);
    for (const auto &member : setup->staff) {
        m_hosts.insert(normalised(member.name), member.code);
    }
    for (const auto &member : setup->staff) {
        m_hosts.insert(normalised(member.code), member.code);
        m_hosts.insert(member.code, member.code);
    }
}

void GuestNames::note(QMap<QString, Unknown> &unknown, const QString &text, const Origin &at)
{
    Unknown &entry = unknown[text];
    if (++entry.rows == 1) {
        entry.first = at;
    }
}

void GuestNames::resolveClass(GuestEntry &entry, const Origin &at)
{
    if (entry.classCode.isEmpty()) {
        entry.classCode = m_defaultClass.isEmpty() ? m_firstClass : m_defaultClass;
        if (m_defaultClass.isEmpty() && ++m_classless.rows == 1) {
            m_classless.first = at;
        }
        return;
    }
    if (const QString code = codeFor(m_classes, entry.classCode); !code.isEmpty()) {
        entry.classCode = code;
    } else if (m_defaultClass.isEmpty()) {
        note(m_unknownClasses, entry.classCode, at);
    } else {
        note(m_replacedClasses, entry.classCode, at);
        entry.extra.insert(at.columnTitle, entry.classCode);
        entry.classCode = m_defaultClass;
    }
}

void GuestNames::resolve(GuestEntry &entry, const Origin &classAt, const Origin &sessionsAt, const Origin &hostAt)
{
    if (!m_hasPlan) {
        if (entry.classCode.isEmpty()) {
            entry.classCode = m_defaultClass;
        }
        return;
    }
    resolveClass(entry, classAt);
    for (QString &session : entry.sessions) {
        if (const QString code = codeFor(m_sessions, session); !code.isEmpty()) {
            session = code;
        } else {
            note(m_unknownSessions, session, sessionsAt);
        }
    }
    if (!entry.host.isEmpty()) {
        if (const QString code = codeFor(m_hosts, entry.host); !code.isEmpty()) {
            entry.host = code;
        } else {
            note(m_unknownHosts, entry.host, hostAt);
        }
    }
}

void GuestNames::report(Findings &findings) const
{
    const auto tell = [&](const QMap<QString, Unknown> &unknown, const QHash<QString, QString> &known,
                          const Words &sheet) {
        for (auto entry = unknown.begin(); entry != unknown.end(); ++entry) {
            const QString list = codesOf(known).join(QStringLiteral(", "));
            findings.error(
                entry->first,
                {.zh = QStringLiteral("“%1”（共 %2 行）不在“%3”表中：补到该表，或改为其中之一：%4")
                           .arg(entry.key())
                           .arg(entry->rows)
                           .arg(sheet.zh, list),
                 .en = QStringLiteral("\"%1\" (%2 rows) is not in the sheet %3: add it there, or write one of: %4")
                           .arg(entry.key())
                           .arg(entry->rows)
                           .arg(sheet.en, list)});
        }
    };
    tell(m_unknownClasses, m_classes, {.zh = QStringLiteral("类别"), .en = QStringLiteral("classes")});
    tell(m_unknownSessions, m_sessions, {.zh = QStringLiteral("场次"), .en = QStringLiteral("sessions")});
    tell(m_unknownHosts, m_hosts, {.zh = QStringLiteral("工作人员"), .en = QStringLiteral("staff")});
    for (auto entry = m_replacedClasses.begin(); entry != m_replacedClasses.end(); ++entry) {
        findings.warning(entry->first,
                         {.zh = QStringLiteral("“%1”（共 %2 行）不是本活动的类别，按“%3”处理")
                                    .arg(entry.key())
                                    .arg(entry->rows)
                                    .arg(m_defaultClass),
                          .en = QStringLiteral("\"%1\" (%2 rows) is no class of this event: they become \"%3\"")
                                    .arg(entry.key())
                                    .arg(entry->rows)
                                    .arg(m_defaultClass)});
    }
    if (m_classless.rows > 0 && !m_firstClass.isEmpty()) {
        findings.warning(
            m_classless.first,
            {.zh = QStringLiteral("%1 行没有类别，按“%2”处理").arg(m_classless.rows).arg(m_firstClass),
             .en =
                 QStringLiteral("%1 rows have no class: they become \"%2\"").arg(m_classless.rows).arg(m_firstClass)});
    }
}

}  // namespace muster::plan
