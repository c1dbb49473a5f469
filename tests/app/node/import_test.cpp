// Goal: a guest list is taken in whole whatever cuts the import off, and nobody at the door waits long for it.
// Method: the data folder of a coordinator, copied between the steps of an import as a sudden death leaves it, and
//         imported into again; a device whose clock says that every step was slow.
#include "app/node/guest_import.h"
#include "core/venue/plan/plan_room.h"
#include "tests/app/node/node_fixture.h"
#include "tests/support/fake_signatures.h"
#include "tests/support/memory_high_water.h"
#include "tests/support/seeded_random.h"

#include <QDir>

using namespace muster;
using namespace muster::test;

namespace {

constexpr int listSize = 2'000;

void copyFiles(const QString &from, const QString &to, const QStringList &names)
{
    REQUIRE(QDir().mkpath(to));
    for (const auto &file : QDir(from).entryInfoList(names, QDir::Files | QDir::Hidden)) {
        const auto copy = to + QLatin1Char('/') + file.fileName();
        QFile::remove(copy);
        REQUIRE(QFile::copy(file.filePath(), copy));
    }
}

/// A folder as a process that is killed now leaves it.
void copyFolder(const QString &from, const QString &to)
{
    copyFiles(from, to,
              {QStringLiteral("*.db"), QStringLiteral("*.db-wal"), QStringLiteral("*.key"), QStringLiteral("*.cbor"),
               QStringLiteral("high-water")});
}

std::unique_ptr<LocalDevice> open(const QString &folder)
{
    auto local = LocalDevice::open(folder);
    INFO((local ? QString() : local.error().detail).toStdString());
    REQUIRE(local);
    return std::move(*local);
}

Device::Imported import(Device &device, std::vector<GuestEntry> list)
{
    GuestImport import(std::move(list), device.config().codeKey);
    while (!import.isDone()) {
        REQUIRE(import.storeNext(device, GuestImport::Pace::Alone));
    }
    return import.total();
}

void checkEverybodyIsThere(const QString &folder)
{
    const auto local = open(folder);
    auto &device = local->device();
    CHECK(device.day().expected == listSize);
    CHECK(device.faults().value().isEmpty());
    CHECK(local->keyring().counts().value().full == listSize);
    for (const int i : {0, 7, listSize / 2, listSize - 1}) {
        const auto guest = device.guestWithCode(QStringLiteral("CODE-%1").arg(i).toUtf8());
        REQUIRE(guest);
        const auto found = device.search(QStringLiteral("1000000%1").arg(i, 4, 10, QLatin1Char('0')));
        REQUIRE(found.size() == 1);
        CHECK(found.front().id == *guest);
        CHECK(found.front().name == QStringLiteral("王小明%1").arg(i));
    }
}

/// Each look at it finds that much more time gone.
class HastyClock final : public Clock {
public:
    explicit HastyClock(std::chrono::milliseconds haste) : m_haste(haste) {}
    [[nodiscard]] Instant monotonic() const override { return m_now += m_haste; }
    [[nodiscard]] WallTime wall() const override { return fromMsecs(1'795'000'000'000); }

private:
    std::chrono::milliseconds m_haste;
    mutable Instant m_now{};
};

/// A hub's device with names, in a world of its own.
class TimedHub {
public:
    explicit TimedHub(std::chrono::milliseconds haste) : m_clock(haste)
    {
        auto keyring = people::Keyring::open(m_dir.file(QStringLiteral("keys.db")), m_random);
        auto directory = people::Directory::open(m_dir.file(QStringLiteral("people.db")));
        REQUIRE((keyring && directory));
        m_keyring = std::move(*keyring);
        m_directory = std::move(*directory);
        const auto eventKey = SigningKey::make(m_random);
        const auto key = SigningKey::make(m_random);
        const auto event = EventId::make(m_random);
        Device::Config config;
        config.journal = {m_dir.file(QStringLiteral("journal.db")),
                          {},
                          event,
                          eventKey.publicKey,
                          key,
                          {key.publicKey, m_signatures.sign(eventKey, Credential::message(event, key.publicKey))}};
        config.codeKey = SecretKey::make(m_random);
        config.role = QStringLiteral("coordinator");
        config.isHub = true;
        auto made = Device::open(std::move(config), {m_clock, m_random, m_mark, m_signatures, m_keyring.get(),
                                                     m_directory.get(), [](Device::LinkId, const QByteArray &) {}});
        REQUIRE(made);
        m_device = std::move(*made);
        REQUIRE(m_device->append([](State &state, const EventSetup &) { return plan_room::draftsFor(plan(), state); }));
    }
    Device &device() { return *m_device; }
    /// The names' file cannot be opened any more.
    void breakDirectory()
    {
        const auto path = m_dir.file(QStringLiteral("people.db"));
        REQUIRE(QFile::remove(path));
        REQUIRE(QDir().mkpath(path + QStringLiteral("/in the way")));
        REQUIRE_FALSE(m_directory->purge());
    }
    /// The list cannot be read any more.
    void breakList()
    {
        SQLite::Database other(m_dir.file(QStringLiteral("journal.db")).toStdString(), SQLite::OPEN_READWRITE);
        other.exec("ALTER TABLE guest RENAME TO lost");
    }

private:
    TempDir m_dir;
    SeededRandom m_random{11};
    HastyClock m_clock;
    MemoryHighWater m_mark;
    FakeSignatures m_signatures;
    std::unique_ptr<people::Keyring> m_keyring;
    std::unique_ptr<people::Directory> m_directory;
    std::unique_ptr<Device> m_device;
};

/// Guests in each step of a list of @p count.
std::vector<std::size_t> stepsOf(Device &device, int count)
{
    GuestImport import(guestList(count), device.config().codeKey);
    std::vector<std::size_t> steps;
    while (!import.isDone()) {
        const auto before = import.storedCount();
        REQUIRE(import.storeNext(device, GuestImport::Pace::BesideDoor));
        steps.push_back(import.storedCount() - before);
    }
    return steps;
}

}  // namespace

SCENARIO("an import is cut off", "[node][import]")
{
    TempDir dir;
    const auto hub = dir.file(QStringLiteral("hub"));
    REQUIRE(makeEvent(hub, plan(), {}, newAuthority));
    const auto left = [&](int step) { return dir.file(QStringLiteral("left-%1").arg(step)); };
    int steps = 0;
    {
        const auto local = open(hub);
        GuestImport whole(guestList(listSize), local->device().config().codeKey);
        copyFolder(hub, left(steps));
        while (!whole.isDone()) {
            REQUIRE(whole.storeNext(local->device(), GuestImport::Pace::BesideDoor));
            copyFolder(hub, left(++steps));
        }
    }
    REQUIRE(steps >= 2);
    GIVEN("the folder that a sudden death leaves, after a step or between the keys and the list")
    {
        const bool isKeysOnly = GENERATE(false, true);
        for (const int step : {0, 1, steps - 1}) {
            const auto folder = dir.file(QStringLiteral("next-%1").arg(step));
            copyFolder(left(step), folder);
            if (isKeysOnly) {  // The keys of the step that followed, and nothing else of it.
                copyFiles(left(step + 1), folder, {QStringLiteral("keys.db*")});
            }
            WHEN("the list is imported again, cut off after step " + std::to_string(step))
            {
                const auto before = open(folder)->device().day().expected;
                const auto again = import(open(folder)->device(), guestList(listSize));
                THEN("what was missing is added, each guest has one key, and everybody is found")
                {
                    CHECK(again.unchanged == before);
                    CHECK(again.added == listSize - before);
                    CHECK(again.changed == 0);
                    checkEverybodyIsThere(folder);
                    CHECK(import(open(folder)->device(), guestList(listSize)).unchanged == listSize);
                }
            }
        }
    }
}

TEST_CASE("a list beside the door goes in by short steps where they are slow, by long ones where not", "[node][import]")
{
    TimedHub slow(400ms);
    const auto shortOnes = stepsOf(slow.device(), 1'000);
    CHECK(shortOnes.front() == GuestImport::firstStep);
    CHECK(shortOnes.at(3) == GuestImport::stepMin);
    TimedHub quick(1ms);
    const auto longOnes = stepsOf(quick.device(), 1'000);
    CHECK(longOnes.size() == 3);
}

TEST_CASE("no guest is passed over where names or list cannot be read", "[node][import]")
{
    for (const auto pace : {GuestImport::Pace::Alone, GuestImport::Pace::BesideDoor}) {
        TimedHub nameless(1ms);
        nameless.breakDirectory();
        GuestImport import(guestList(3), nameless.device().config().codeKey);
        REQUIRE(import.storeNext(nameless.device(), pace));
        CHECK(import.total().added == 3);  // Names are rebuilt from log and keys at the next start.
        CHECK(nameless.device().day().expected == 3);

        TimedHub broken(1ms);
        broken.breakList();
        GuestImport refused(guestList(3), broken.device().config().codeKey);
        const auto stored = refused.storeNext(broken.device(), pace);
        REQUIRE_FALSE(stored);
        CHECK(stored.error().code == ErrorCode::Storage);
        CHECK(refused.storedCount() == 0);
    }
}

TEST_CASE("a guest is found by the list's own key, as by a code", "[node][search]")
{
    TimedHub hub(1ms);
    REQUIRE(import(hub.device(), guestList(12)).added == 12);
    const auto wanted = hub.device().search(QStringLiteral("CODE-7"));
    REQUIRE(wanted.size() == 1);
    const auto key = wanted.front().key;
    for (const auto &typed : {key, key.toLower(), QStringLiteral(" %1 ").arg(key)}) {
        INFO(typed.toStdString());
        const auto found = hub.device().search(typed);
        REQUIRE(found.size() == 1);
        CHECK(found.front().id == wanted.front().id);
        CHECK(found.front().name == wanted.front().name);
    }
    CHECK(hub.device().search(key.chopped(1) + QStringLiteral("99")).empty());
}

TEST_CASE("a guest who stands twice in a list is as the last row says", "[node][import]")
{
    TimedHub hub(1ms);
    auto list = guestList(3);
    list.push_back(list.front());
    list.back().name = QStringLiteral("李四");
    const auto imported = import(hub.device(), list);
    CHECK(imported.added == 3);
    CHECK(imported.changed == 1);
    const auto found = hub.device().search(QStringLiteral("lisi"));
    REQUIRE(found.size() == 1);
    CHECK(found.front().key == list.front().key);
    CHECK(hub.device().day().expected == 3);
}
