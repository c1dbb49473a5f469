// Goal: a full disk is said in words, costs nothing that was told, and is over as soon as there is space.
// Method: a kiosk's folder on a small tmpfs that is filled and emptied; needs root for the mount, is skipped otherwise.
#include "tests/e2e/event_rig.h"

#include <QDir>
#include <QFile>

#include <sys/mount.h>

using namespace muster::test;

namespace {

/// A small file system of its own, gone with this object.
class SmallDisk {
public:
    explicit SmallDisk(const QString &path) : m_path(path.toLocal8Bit())
    {
        QDir().mkpath(path);
        m_isMounted = ::mount("tmpfs", m_path.constData(), "tmpfs", 0, "size=12m") == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted) {
            ::umount2(m_path.constData(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    [[nodiscard]] bool isMounted() const { return m_isMounted; }

private:
    QByteArray m_path;
    bool m_isMounted = false;
};

void fill(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    for (const qsizetype size : {64 * 1024, 512, 1}) {
        const QByteArray block(size, 'x');
        while (file.write(block) == size) {}
    }
}

}  // namespace

SCENARIO("a kiosk's disk is full", "[e2e]")
{
    EventRig rig(40);
    const SmallDisk disk(rig.folder(q("kiosk-1")));
    if (!disk.isMounted()) {
        WARN("skipped: needs the right to mount a tmpfs");
        return;
    }
    rig.startHub();
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    GIVEN("a guest who came before")
    {
        REQUIRE(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(0))) == q("admitted"));
        WHEN("no byte is left")
        {
            const auto filler = rig.folder(q("kiosk-1")) + q("/filler");
            fill(filler);
            int tried = 0;
            Said refused;
            // What the database has in reserve goes first.
            for (int i = 1; i < 40 && outcome(refused) != q("failed"); ++i) {
                refused = rig.signIn(q("kiosk-1"), rig.codes().at(i));
                ++tried;
            }
            THEN("the next guest is told so in words, and what was told stays")
            {
                REQUIRE(outcome(refused) == q("failed"));
                CHECK(refused.exit == 1);
                CHECK_FALSE(refused.json.value(q("reason")).toObject().value(q("en")).toString().isEmpty());
                REQUIRE(QFile::remove(filler));
                CHECK(eventually(
                    [&] { return outcome(rig.signIn(q("kiosk-1"), rig.codes().at(tried))) == q("admitted"); }));
                CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(0))) == q("already_in"));
                CHECK(rig.at(q("kiosk-1"), {q("verify")}).json.value(q("sound")).toBool());
                CHECK(eventually([&] {
                    return rig.status(q("hub")).value(q("signed_in")).toInt() == tried + 1 &&
                           rig.areEqual({q("hub"), q("kiosk-1")});
                }));
            }
        }
    }
}
