// Goal: what takes long is read beside the device that goes on, and is of one moment.
// Method: a journal on a file that writes before, while and after somebody reads it apart.
#include "core/journal/journal_reader.h"
#include "tests/support/journal_rig.h"
#include "tests/support/temp_dir.h"

#include <QFile>

using namespace muster;
using namespace muster::test;

TEST_CASE("a journal is read apart while its owner writes", "[journal]")
{
    const TempDir dir;
    const EventKeys event;
    const auto file = dir.file(QStringLiteral("a.db"));
    const auto in = QStringLiteral("in");
    Rig rig(event, 7, file);
    rig.opened();
    rig.act(addDraft(in, 2));
    qint64 before = 0;
    qint64 after = 0;
    REQUIRE(readApart(file, [&](State &state) {
        before = sumOf(state, in);
        rig.act(addDraft(in, 3));
        after = sumOf(state, in);
    }));
    CHECK(before == 2);
    CHECK(after == 2);
    CHECK(rig.sum(in) == 5);
    qint64 within = 0;
    REQUIRE(rig->transact([&] {
        rig->append(addDraft(in, 10));
        REQUIRE(readApart(file, [&](State &state) { within = sumOf(state, in); }));
    }));
    CHECK(within == 5);
    CHECK(rig->verify().value() == QStringList());
}

TEST_CASE("what is no journal is not read", "[journal]")
{
    const TempDir dir;
    const auto missing = dir.file(QStringLiteral("missing.db"));
    CHECK(readApart(missing, [](State &) {}).error().code == ErrorCode::Storage);
    CHECK_FALSE(QFile::exists(missing));
    QFile file(dir.file(QStringLiteral("text.db")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(QByteArray(5'000, 'x')) == 5'000);
    file.close();
    const auto read =
        readApart(file.fileName(), [](State &state) { std::ignore = sumOf(state, QStringLiteral("in")); });
    CHECK(read.error().code == ErrorCode::Storage);
}
