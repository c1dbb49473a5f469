#pragma once
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QStringList>
#include <QTimeZone>

namespace muster::paper {

/// Where a coordinator's device keeps the last hours on paper: for the moment when every device is dark but a stick and
/// somebody else's printer are at hand.
///
/// Guarantees: at most keptMax files, the newest; each whole or not there; readable by its owner only. Names of guests
/// who are to be forgotten do not outlive it here: see dropOld().
class PaperFolder {
public:
    static constexpr int keptMax = 48;

    explicit PaperFolder(QString path) : m_path(std::move(path)) {}

    /// "state-20261128-0958.pdf" below the folder, by the clocks of @p zone.
    [[nodiscard]] QString fileFor(WallTime at, const QTimeZone &zone) const;
    /// Writes @p pdf there, and lets the oldest go. Makes the folder if need be.
    [[nodiscard]] Status keep(const QString &file, const QByteArray &pdf) const;
    /// The newest first.
    [[nodiscard]] QStringList files() const;
    /// Removes all papers.
    void clear() const;
    /// How many keys had been destroyed when the papers that lie here were begun; nothing: nobody noted it.
    [[nodiscard]] std::optional<qsizetype> forgottenCount() const;
    /// Removes papers that may name one of those who were forgotten since, and notes that @p count are by now.
    [[nodiscard]] Status dropOld(qsizetype count) const;

private:
    [[nodiscard]] Status prepare() const;

    QString m_path;
};

/// The hour that the clocks of @p zone show at @p at; a new one is a new paper.
[[nodiscard]] qint64 hourOf(WallTime at, const QTimeZone &zone);

}  // namespace muster::paper
