#pragma once
#include "core/plan/finding.h"

#include <QHash>
#include <QMap>

namespace muster::plan {

/// Finds the codes of classes, sessions and hosts by code or name, and tells each unknown one once with how often.
class GuestNames {
public:
    GuestNames(const EventSetup *setup, QString defaultClass);

    /// Replaces the names in @p entry by codes. @p classAt, @p sessionsAt, @p hostAt say where they stand.
    void resolve(GuestEntry &entry, const Origin &classAt, const Origin &sessionsAt, const Origin &hostAt);
    /// Tells what was unknown.
    void report(Findings &findings) const;

private:
    struct Unknown {
        Origin first;
        int rows = 0;
    };
    void resolveClass(GuestEntry &entry, const Origin &at);
    static void note(QMap<QString, Unknown> &unknown, const QString &text, const Origin &at);

    bool m_hasPlan;
    QString m_defaultClass;
    QString m_firstClass;
    QHash<QString, QString> m_classes;  ///< Normalised code or name -> code.
    QHash<QString, QString> m_sessions;
    QHash<QString, QString> m_hosts;
    QMap<QString, Unknown> m_unknownClasses;
    QMap<QString, Unknown> m_replacedClasses;
    QMap<QString, Unknown> m_unknownSessions;
    QMap<QString, Unknown> m_unknownHosts;
    Unknown m_classless;
};

}  // namespace muster::plan
