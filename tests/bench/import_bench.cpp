// A guest list of 100,000 rows from a CSV file: read, checked, sealed, stored, and searchable by pinyin.
#include "app/node/guest_import.h"
#include "core/plan/guest_reader.h"
#include "tests/bench/hall.h"
#include "tests/bench/lines.h"
#include "tests/bench/probes.h"

#include <QFile>

namespace muster::bench {
namespace {

void writeList(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("the list cannot be written: is the disk full?");
    }
    file.write("key,code,name,phone,company,class\n");
    for (const auto &guest : sampleGuests(rows)) {
        const QStringList cells{guest.key,   guest.codes.front(), guest.name,
                                guest.phone, guest.company,       guest.classCode};
        file.write(cells.join(QLatin1Char(',')).toUtf8() + '\n');
    }
}

/// How long acts at the door wait for a step of the same list.
Line besideDoor(const QString &folder, std::vector<GuestEntry> guests)
{
    const Hall hall(folder, {}, 1);
    const auto local = must(LocalDevice::open(hall.folderOf(0)));
    Times step;
    GuestImport import(std::move(guests), local->device().config().codeKey);
    while (!import.isDone()) {
        step.measure([&] { must(import.storeNext(local->device(), GuestImport::Pace::BesideDoor)); });
    }
    return {QStringLiteral("import_beside_door_step_p99"),
            step.p99(),
            QStringLiteral("ms"),
            Line::Bound::Reported,
            0,
            {},
            {{QStringLiteral("whole_s"), rounded(step.total() / 1'000)}, {QStringLiteral("step"), step.toJson()}}};
}

}  // namespace

std::vector<Line> benchImport(const QString &folder, Scale scale)
{
    const int rows = scale.of(100'000, 2'000);
    const Hall hall(folder + QStringLiteral("/hall"), {}, 1);
    const auto list = folder + QStringLiteral("/list.csv");
    writeList(list, rows);
    const auto local = must(LocalDevice::open(hall.folderOf(0)));
    const auto setup = local->device().setup();
    plan::GuestListOptions options;
    options.setup = &setup;
    std::vector<GuestEntry> guests;
    Times read;
    read.measure([&] {
        const auto reading = plan::readGuests(list, options, [&guests](std::span<GuestEntry> chunk) {
            std::ranges::move(chunk, std::back_inserter(guests));
            return true;
        });
        if (!reading.isComplete() || reading.guests != rows) {
            qFatal("the list of the benchmark has errors");
        }
    });
    BareCommit bare(folder + QStringLiteral("/bare-commit.db"));
    Times probe;
    Times store;
    std::optional<GuestImport> import;
    store.measure([&] { import.emplace(guests, local->device().config().codeKey); });
    while (!import->isDone()) {
        probe.measure([&] { bare.run(); });
        store.measure([&] { must(import->storeNext(local->device(), GuestImport::Pace::Alone)); });
    }
    Times found;  // The first search waits for the last names.
    found.measure([&] {
        if (local->device().search(QStringLiteral("w")).empty()) {
            qFatal("nobody of the imported list is found by pinyin");
        }
    });
    const double seconds = (read.total() + store.total() + found.total()) / 1'000;
    return {{QStringLiteral("import"),
             seconds,
             QStringLiteral("s"),
             Line::Bound::AtMost,
             5,
             store.total() / probe.total(),
             {{QStringLiteral("rows"), rows},
              {QStringLiteral("read_s"), rounded(read.total() / 1'000)},
              {QStringLiteral("store_step"), store.toJson()},
              {QStringLiteral("first_search_ms"), rounded(found.total())},
              {QStringLiteral("bare_commit"), probe.toJson()}}},
            besideDoor(folder + QStringLiteral("/beside"), std::move(guests))};
}

}  // namespace muster::bench
