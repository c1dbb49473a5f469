// Goal: restricted words and pictures are seen by who may see them, and are nowhere else.
// Method: a hub and two desks on real journals; files of a device are read as a thief would.
#include "core/venue/day/audit.h"
#include "tests/venue/incident_hall.h"

#include <QDir>
#include <QFile>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

SCENARIO("restricted words are read at the coordinator alone", "[incidents][restricted]")
{
    IncidentHall hall(Hall::Disk::Files);
    const QStringList secrets{q("collapsed-by-the-bar"), q("diabetic-of-zone-D"), q("mother-of-the-girl"),
                              q("sent-to-hospital-3"), q("misheard-the-name")};
    const auto opened = hall.log(desk, "medical", "collapsed-by-the-bar");
    const auto n = opened.number;
    const auto noted = hall.then(desk, incidents::Note{n, secrets[1], {}, {}});
    CHECK(hall.then(desk, incidents::Assign{n, q("S2"), secrets[2], {}}).outcome == Outcome::Done);
    CHECK(hall.setState(desk, n, incidents::State::Closed, "sent-to-hospital-3").outcome == Outcome::Done);
    CHECK(hall.then(desk, incidents::Strike{*noted.operation, secrets[4]}).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.isEqual());
    THEN("the coordinator shows them")
    {
        const auto view = hall.show(hub, n, true);
        CHECK(view.isRestricted);
        CHECK(view.summary == secrets[0]);
        CHECK(view.entries[1].text == secrets[1]);
        CHECK(view.assignees.front().role == secrets[2]);
        CHECK(view.entries[3].text == secrets[3]);
        CHECK(view.entries[1].struckWhy == secrets[4]);
    }
    THEN("other devices show that there is something, and not what")
    {
        for (int device : {desk, other}) {
            const auto view = hall.show(device, n);
            CHECK(view.summary.isEmpty());
            CHECK(view.state == incidents::State::Closed);
            CHECK(view.entries[0].isHidden);
            CHECK(view.entries[1].isHidden);
            CHECK(view.entries[1].isStruck);
        }
        CHECK(hall.day(desk).incidents.front().isRestricted);
    }
    THEN("no file of theirs holds a word of it, the author's neither")
    {
        for (int device : {desk, other}) {
            const QFileInfo database(hall.at(device).journal->options().file);
            const auto folder = database.dir();
            QByteArray bytes;
            for (const auto &name : folder.entryList({database.fileName() + q("*")}, QDir::Files)) {
                QFile file(folder.filePath(name));
                REQUIRE(file.open(QIODevice::ReadOnly));
                bytes += file.readAll();
            }
            CHECK(bytes.contains("incident.opened"));
            for (const auto &secret : secrets) {
                CAPTURE(secret.toStdString());
                CHECK_FALSE(bytes.contains(secret.toUtf8()));
            }
        }
    }
    THEN("nor does the history of who did what")
    {
        auto &journal = *hall.at(desk).journal;
        REQUIRE(journal.forEach([&](const Operation &operation) {
            const auto entry = audit::entryOf(operation);
            CHECK_FALSE((entry && secrets.contains(entry->reason)));
            return true;
        }));
    }
}

SCENARIO("an incident turns out to be restricted", "[incidents][restricted]")
{
    IncidentHall hall;
    const auto n = hall.log(desk, "spill", "somebody slipped").number;
    incidents::Change change;
    change.incident = n;
    change.types = QStringList{q("spill"), q("medical")};
    CHECK(hall.then(desk, change).outcome == Outcome::Done);
    CHECK(hall.then(desk, incidents::Note{n, q("broken wrist"), {}, {}}).outcome == Outcome::Done);
    change.types = QStringList{q("spill")};
    CHECK(hall.then(desk, change).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.show(other, n).isRestricted);  // For good.
    CHECK(hall.show(other, n).entries[0].isHidden);
    CHECK(hall.show(other, n).entries[2].isHidden);
    CHECK(hall.show(hub, n, true).entries[2].text == q("broken wrist"));
}

SCENARIO("pictures have limits", "[incidents]")
{
    IncidentHall hall;
    const auto n = hall.log(desk, "spill", "x").number;
    const auto secret = hall.log(desk, "medical", "y").number;
    std::map<Hash256, QByteArray> kept;
    bool isDiskFull = false;
    const auto attach = [&](const QString &number, const QByteArray &content) {
        Answer answer;
        auto &at = hall.at(desk);
        const incidents::Attach command{number, content, q("a photo")};
        REQUIRE(at.journal->transact([&] {
            Post post;
            post.station = at.station;
            Desk writing(*at.journal, at.venue, post);
            answer = incidents::attach(writing, hall.actOf(command), command,
                                       [&](const Hash256 &blob, const QByteArray &bytes) -> Status {
                                           if (isDiskFull) {
                                               return fail(ErrorCode::Storage, q("the disk is full"));
                                           }
                                           kept[blob] = bytes;
                                           return {};
                                       });
        }));
        return answer;
    };
    CHECK(attach(n, "jpeg bytes").subjects == QStringList{hash256("jpeg bytes").toHex()});
    CHECK(hall.show(desk, n).pictures.front().name == q("a photo"));
    CHECK(attach(n, {}).why == q("picture_too_big"));
    CHECK(attach(n, QByteArray(incidents::pictureBytesMax + 1, 'x')).why == q("picture_too_big"));
    isDiskFull = true;
    CHECK(attach(n, "more").why == q("not_kept"));
    isDiskFull = false;
    CHECK(hall.show(desk, n).pictures.size() == 1);
    THEN("of one incident there are so many")
    {
        int count = 1;
        while (attach(n, QByteArray(100, char(count))).outcome == Outcome::Done) {
            ++count;
        }
        CHECK(count == incidents::picturesMax);
        CHECK(attach(n, "more").why == q("too_many_pictures"));
    }
    THEN("of a restricted one nobody but the coordinator sees them")
    {
        CHECK(attach(secret, "face of a guest").outcome == Outcome::Done);
        for (const auto &[blob, bytes] : kept) {
            CHECK_FALSE(bytes.contains("face of a guest"));
            CHECK(hash256(bytes) == blob);
        }
        CHECK(hall.show(desk, secret).pictures.front().name.isEmpty());
    }
    THEN("one that was struck is shown no more")
    {
        const auto entry = hall.show(desk, n).entries.back().operation;
        CHECK(hall.then(desk, incidents::Strike{entry, q("wrong place")}).outcome == Outcome::Done);
        CHECK(hall.show(desk, n).pictures.empty());
    }
}
