#pragma once
#include "core/journal/fold.h"
#include "core/sync/frames.h"
#include "core/venue/act.h"
#include "tests/support/seeded_random.h"

#include <functional>

namespace muster::sim {

class Station;

/// A bug that is put into the venue on purpose, to see that the simulator finds it.
///
/// Why it exists: a simulator that finds nothing proves nothing. Production code is never changed for it: each plant
/// lies at one of the interfaces that production is given (disk, mark, link, fold) or at one of the people.
struct Plant {
    enum class Disk { Honest, Lying, Late };
    enum class Mark { Kept, Forgotten, Unwritten };
    enum class Link { Orderly, Twice, Swapped, Lost, EarlyAcknowledgement };
    /// One frame on its way from a station: changed, or nothing to lose it.
    using Rewrite = std::function<std::optional<frames::Frame>(frames::Frame, int from, test::SeededRandom &)>;
    /// Folds one operation, with the venue's own fold at hand.
    using Folds = std::function<Folded(Fold &venue, State &, const Operation &)>;

    QString name;
    QString what;  ///< For people: what is wrong.
    Disk disk = Disk::Honest;
    Mark mark = Mark::Kept;
    Link link = Link::Orderly;
    Rewrite rewrite;
    Folds folds;
    std::function<bool(int station)> foldsAt;  ///< Where; unset: everywhere.
    std::function<void(Station &)> started;    ///< After each start of a device.
    std::function<void(Command &)> command;    ///< What a screen makes of what somebody does.
    bool isRetryNewRequest = false;            ///< Who tries again does so under another request id.
    bool isFailureShownAsYes = false;
    bool isTurnNumberKept = false;  ///< Who is promoted does not count on.
};

/// Plants, written down one after the other.
struct PlantList {
    std::vector<Plant> all;

    Plant &add(const char *name, const char *what, Plant::Folds folds = {})
    {
        auto &plant = all.emplace_back();
        plant.name = QLatin1String(name);
        plant.what = QLatin1String(what);
        plant.folds = std::move(folds);
        return plant;
    }
};

/// The operation with another body, under its own name: as a fold that reads it wrongly would see it.
[[nodiscard]] Folded foldChanged(Fold &venue, State &state, Operation operation,
                                 const std::function<void(QCborMap &)> &change);

/// The same, of operations of @p kind only.
[[nodiscard]] Plant::Folds changed(const QString &kind, const std::function<void(QCborMap &)> &change);
/// Postings of operations of @p kind about resources that begin with @p prefix, changed one by one.
[[nodiscard]] Plant::Folds withPostings(const QString &kind, const char *prefix,
                                        const std::function<void(QCborArray &)> &change);

/// Those in what people of ours do and in the course of the day,
[[nodiscard]] std::vector<Plant> dayPlants();
/// those on the floor,
[[nodiscard]] std::vector<Plant> floorPlants();
/// those in what is given once, those in who decides,
[[nodiscard]] std::vector<Plant> scarcePlants();
[[nodiscard]] std::vector<Plant> hubPlants();
/// and all of them.
[[nodiscard]] const std::vector<Plant> &plants();
[[nodiscard]] const Plant *plantNamed(const QString &name);

/// How many seeds from @p from on it takes until @p plant is found; nothing if @p seedsMax do not find it.
[[nodiscard]] std::optional<quint64> seedsUntilFound(const Plant &plant, quint64 from, quint64 seedsMax);

}  // namespace muster::sim
