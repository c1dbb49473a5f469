#pragma once
#include <QObject>
#include <QString>

/// What one line of the wall of a zone's staff says; as in rows.h.
namespace muster {

/// Somebody who is here, goes, comes, or has not everything.
struct WallRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString other MEMBER other)
    Q_PROPERTY(QString missing MEMBER missing)
    Q_PROPERTY(int why MEMBER why)
    Q_PROPERTY(int minutes MEMBER minutes)
    Q_PROPERTY(bool isLate MEMBER isLate)
    Q_PROPERTY(bool isWithoutUniform MEMBER isWithoutUniform)
    Q_PROPERTY(bool isWithoutBadge MEMBER isWithoutBadge)
    Q_PROPERTY(bool isWithoutBriefing MEMBER isWithoutBriefing)
    Q_PROPERTY(bool isWithoutRadio MEMBER isWithoutRadio)

public:
    QString key;  ///< The staff code.
    QString name;
    QString place;    ///< The post; or "#17".
    QString time;     ///< "11:10".
    QString other;    ///< Who relieves them, or whom they relieve.
    QString missing;  ///< What else the plan asks for and is not in order, in its own words.
    int why = 0;      ///< As WallModel::Why.
    int minutes = 0;  ///< Since, or past, its time.
    bool isLate = false;
    bool isWithoutUniform = false;
    bool isWithoutBadge = false;
    bool isWithoutBriefing = false;
    bool isWithoutRadio = false;
    friend bool operator==(const WallRow &, const WallRow &) = default;
};

/// A post with too few people.
struct WallGapRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(int count MEMBER count)
    Q_PROPERTY(int minutes MEMBER minutes)

public:
    QString key;  ///< The post's code.
    QString name;
    QString time;
    int count = 0;     ///< How many are missing now; 0: from `time` on.
    int minutes = -1;  ///< For how long; -1: nobody knows.
    friend bool operator==(const WallGapRow &, const WallGapRow &) = default;
};

}  // namespace muster
