// Goal: keys are never lost by a restart, go only where they may, and once forgotten never come back.
// Method: real files, opened again and again, read byte by byte; two keyrings that copy from each other.
#include "core/people/keyring.h"
#include "tests/people/people_fixture.h"
#include "tests/support/temp_dir.h"

#include <algorithm>

using namespace muster;
using namespace muster::people;
using muster::test::filesHolding;
using muster::test::guest;

namespace {

struct Files {
    test::TempDir dir;
    test::SeededRandom random{7};
    std::unique_ptr<Keyring> open(const QString &name = QStringLiteral("keys.db"))
    {
        auto keyring = Keyring::open(dir.file(name), random);
        REQUIRE(keyring);
        return std::move(*keyring);
    }
    std::vector<KeyGrant> grants(quint32 count)
    {
        std::vector<KeyGrant> made;
        for (quint32 i = 0; i < count; ++i) {
            made.push_back(makeGrant(guest(i), random));
        }
        return made;
    }
};

std::array<GuestId, 1> only(quint32 number) { return {guest(number)}; }

}  // namespace

TEST_CASE("a stored key is there after a restart, once", "[people][keyring]")
{
    Files files;
    const auto grants = files.grants(3);
    VaultId vault;
    {
        const auto keyring = files.open();
        vault = keyring->vault();
        CHECK(keyring->put(grants).value().opened.size() == 3);
        CHECK(keyring->put(grants).value().known == 3);
    }
    const auto keyring = files.open();
    CHECK(keyring->vault() == vault);
    CHECK_FALSE(vault.isNull());
    CHECK(keyring->keyOf(guest(1)).value() == grants[1]);
    CHECK(keyring->keyOf(guest(9)).error().code == ErrorCode::NotFound);
    CHECK(keyring->counts().value().full == 3);
    CHECK(files.open(QStringLiteral("other.db"))->vault() != vault);
}

TEST_CASE("keys made here count until another device has them", "[people][keyring]")
{
    Files files;
    const auto theirs = files.grants(2);
    auto own = makeGrant(guest(7), files.random);
    {
        const auto keyring = files.open();
        REQUIRE(keyring->put(theirs, Keyring::PeerProgress{{}, keyring->vault(), 2}));
        CHECK(keyring->unsettledCount() == 0);
        REQUIRE(keyring->make(std::span(&own, 1)));
        CHECK(keyring->unsettledCount() == 1);
    }
    const auto keyring = files.open();
    CHECK(keyring->unsettledCount() == 1);
    const auto page = keyring->since(0, 10, KeyLevel::Full).value();
    REQUIRE(keyring->settle(page.cursor - 1));
    CHECK(keyring->unsettledCount() == 1);
    REQUIRE(keyring->settle(page.cursor));
    CHECK(keyring->unsettledCount() == 0);
    own = makeGrant(guest(8), files.random);
    REQUIRE(keyring->make(std::span(&own, 1)));
    REQUIRE(keyring->forget(only(8)));
    CHECK(keyring->unsettledCount() == 0);
}

TEST_CASE("the better key wins in any order", "[people][keyring]")
{
    Files files;
    const auto keyring = files.open();
    const KeyGrant full = files.grants(1).front();
    const std::array display{displayGrantOf(full)};
    const std::array better{full};
    CHECK(keyring->put(display).value().opened.size() == 1);
    const auto cursor = keyring->since(0, 10, KeyLevel::Full).value().cursor;
    CHECK(keyring->put(better).value().opened.size() == 1);
    CHECK(keyring->put(display).value().known == 1);
    CHECK(keyring->keysOf(guest(0)).value() == std::vector{full});
    CHECK(keyring->since(cursor, 10, KeyLevel::Full).value().grants == std::vector{full});  // Peers hear of it.
}

TEST_CASE("a guest imported twice while cut off keeps both keys, and no flood of them", "[people][keyring]")
{
    Files files;
    const auto a = files.open(QStringLiteral("a.db"));
    const auto b = files.open(QStringLiteral("b.db"));
    std::vector<KeyGrant> rivals;
    for (int i = 0; i <= keysPerGuestMax; ++i) {
        rivals.push_back(makeGrant(guest(0), files.random));
    }
    const auto two = std::span(rivals).first(2);
    REQUIRE(a->put(two));
    REQUIRE(b->put(std::vector<KeyGrant>(two.rbegin(), two.rend())));
    CHECK(a->keysOf(guest(0)).value().size() == 2);
    CHECK(a->keyOf(guest(0)).value() == b->keyOf(guest(0)).value());  // Both seal with the same from now on.
    const auto kept = a->put(rivals).value();
    CHECK(kept.beyondLimit == 1);
    CHECK(a->keysOf(guest(0)).value().size() == std::size_t(keysPerGuestMax));
}

TEST_CASE("a peer reads keys in pages, at the level of its role", "[people][keyring]")
{
    Files files;
    const auto hub = files.open(QStringLiteral("hub.db"));
    const auto grants = files.grants(25);
    REQUIRE(hub->put(grants));
    const auto kiosk = files.open(QStringLiteral("kiosk.db"));
    const DeviceId hubId = DeviceId::make(files.random);
    int pages = 0;
    for (bool isLast = false; !isLast; ++pages) {
        const auto page = hub->since(kiosk->peerCursor(hubId, hub->vault()).value(), 10, KeyLevel::Display).value();
        REQUIRE(page.grants.size() <= 10);
        REQUIRE(kiosk->put(page.grants, Keyring::PeerProgress{hubId, hub->vault(), page.cursor}));
        isLast = page.isLast;
    }
    CHECK(pages == 3);
    CHECK(kiosk->counts().value().display == 25);
    CHECK(kiosk->counts().value().full == 0);
    CHECK(filesHolding(files.dir.path(), grants[3].key.toBytes()).filter(QStringLiteral("kiosk")).isEmpty());
    // What a kiosk passes on is no more than it has.
    CHECK(kiosk->since(0, 100, KeyLevel::Full).value().grants.front() == displayGrantOf(grants.front()));
    // The cursor survives a restart, and is of no use with another vault.
    const auto again = Keyring::open(files.dir.file(QStringLiteral("kiosk.db")), files.random).value();
    CHECK(again->peerCursor(hubId, hub->vault()).value() == 25);
    CHECK(again->peerCursor(hubId, VaultId::make(files.random)).value() == 0);
    CHECK(hub->since(26, 10, KeyLevel::Full).error().code == ErrorCode::Invalid);
    CHECK(hub->since(0, 1'000'000, KeyLevel::Full).value().isLast);
}

TEST_CASE("a display-only device's files never hold the phone or its key", "[people][keyring]")
{
    Files files;
    const auto keyring = files.open();
    const KeyGrant full = files.grants(1).front();
    const Person person{QStringLiteral("王小明"), {}, QStringLiteral("13812345678"), {}, {}, {}};
    const auto sealed = sealPerson(person, full, files.random).value();
    const std::array display{displayGrantOf(full)};
    REQUIRE(keyring->put(display));
    CHECK(unsealPerson(sealed, keyring->keysOf(guest(0)).value()).value().name == person.name);
    CHECK(unsealPerson(sealed, keyring->keysOf(guest(0)).value()).value().phone.isEmpty());
    CHECK(filesHolding(files.dir.path(), display.front().key.toBytes()).size() >= 1);
    CHECK(filesHolding(files.dir.path(), full.key.toBytes()).isEmpty());
    CHECK(filesHolding(files.dir.path(), person.phone.toUtf8()).isEmpty());
}

TEST_CASE("a forgotten guest stays forgotten", "[people][keyring]")
{
    Files files;
    const auto grants = files.grants(3'000);
    const QByteArray backup = encodeGrants(std::span(grants).first(1'000));
    {
        const auto keyring = files.open();
        REQUIRE(keyring->put(grants));
        CHECK(filesHolding(files.dir.path(), grants[7].key.toBytes()).size() >= 1);
        REQUIRE(keyring->forget(only(7)));
        REQUIRE(keyring->forget(only(7)));
        REQUIRE(keyring->forget(only(1'000'000)));  // Never known here: its key must not come either.
        CHECK(filesHolding(files.dir.path(), grants[7].key.toBytes()).isEmpty());
        CHECK(keyring->keyOf(guest(7)).error().code == ErrorCode::NotFound);
        CHECK(keyring->keyOf(guest(8)));
    }
    const auto keyring = files.open();
    CHECK(keyring->isForgotten(guest(7)).value());
    CHECK_FALSE(keyring->isForgotten(guest(8)).value());
    CHECK(keyring->forgotten().value().size() == 2);
    const auto kept = keyring->put(decodeGrants(backup).value()).value();
    CHECK(kept.forgotten == 1);
    CHECK(kept.known == 999);
    const std::array anew{makeGrant(guest(7), files.random), makeGrant(guest(1'000'000), files.random)};
    CHECK(keyring->put(anew).value().forgotten == 2);
    CHECK(filesHolding(files.dir.path(), anew[0].key.toBytes()).isEmpty());
    CHECK(keyring->counts().value().full == 2'999);
}

TEST_CASE("forgetting leaves no copy behind in a file that was worked hard", "[people][keyring]")
{
    Files files;
    const auto keyring = files.open();
    auto grants = files.grants(4'000);
    std::vector<KeyGrant> gone;
    for (int round = 0; round < 8; ++round) {
        std::vector<KeyGrant> display;
        for (const auto &grant : grants) {
            display.push_back(files.random.chance(50) ? displayGrantOf(grant) : grant);
        }
        REQUIRE(keyring->put(display));
        std::vector<GuestId> leaving;
        for (int i = 0; i < 300; ++i) {
            const auto at = std::ptrdiff_t(files.random.below(grants.size()));
            gone.push_back(grants[std::size_t(at)]);
            leaving.push_back(gone.back().guest);
            grants.erase(grants.begin() + at);
        }
        REQUIRE(keyring->forget(leaving));
    }
    QByteArray bytes;
    for (const auto *name : {"keys.db", "keys.db-wal"}) {
        QFile file(files.dir.file(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::ReadOnly));
        bytes += file.readAll();
    }
    const auto isIn = [&](const KeyGrant &grant) {
        return bytes.contains(grant.key.toBytes()) || bytes.contains(displayGrantOf(grant).key.toBytes());
    };
    CHECK(std::count_if(gone.begin(), gone.end(), isIn) == 0);
    CHECK(std::all_of(grants.begin(), grants.begin() + 100, isIn));  // The test can see keys that are there.
}

TEST_CASE("after a purge no key is left and none comes back", "[people][keyring]")
{
    Files files;
    const auto grants = files.grants(500);
    {
        const auto keyring = files.open();
        REQUIRE(keyring->put(grants));
        REQUIRE(keyring->purge());
        CHECK(keyring->isPurged());
        for (const auto &grant : grants) {
            REQUIRE(filesHolding(files.dir.path(), grant.key.toBytes()).isEmpty());
        }
    }
    const auto keyring = files.open();
    CHECK(keyring->isPurged());
    CHECK(keyring->put(grants).value().forgotten == 500);
    const std::array unknown{makeGrant(guest(999), files.random)};
    CHECK(keyring->put(unknown).value().forgotten == 1);
    CHECK(keyring->isForgotten(guest(999)).value());
    CHECK(keyring->counts().value().full == 0);
    CHECK(keyring->counts().value().forgotten == 500);
}

TEST_CASE("a keyring that cannot be used says so and is left alone", "[people][keyring]")
{
    Files files;
    QFile file(files.dir.file(QStringLiteral("keys.db")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QByteArray rubbish(8'192, 'x');
    file.write(rubbish);
    file.close();
    CHECK(Keyring::open(file.fileName(), files.random).error().code == ErrorCode::Storage);
    CHECK(Keyring::open(files.dir.file(QStringLiteral("no/such/folder/keys.db")), files.random).error().code ==
          ErrorCode::Storage);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == rubbish);
}

TEST_CASE("only the owner may read the keys' file", "[people][keyring]")
{
    Files files;
    const auto keyring = files.open();
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    for (const auto *name : {"keys.db", "keys.db-wal"}) {
        CHECK((QFile::permissions(files.dir.file(QLatin1String(name))) & others) == 0);
    }
}
