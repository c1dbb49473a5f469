#include "tests/e2e/event_rig.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace muster::test {
namespace {

const QString samplePlan = QStringLiteral(MUSTER_SOURCE_DIR "/deploy/sample");

struct Listed {
    QStringList keys;
    QStringList codes;
};

constexpr qsizetype statusColumn = 9;
constexpr qsizetype capacityColumn = 3;
constexpr qsizetype overflowColumn = 5;

/// Copies the zones without their capacities.
void copyOpenZones(QFile &from, QFile &to)
{
    while (!from.atEnd()) {
        auto cells = from.readLine().split(',');
        const bool isHeader = to.pos() == 0;
        for (qsizetype column = capacityColumn; !isHeader && column <= overflowColumn; ++column) {
            cells[column].clear();
        }
        to.write(cells.join(','));
    }
}

/// The sample plan with its first @p guestsMax guests who may come in, for tests that need no crowd.
Listed copyPlan(const QString &to, int guestsMax, EventRig::Zones zones)
{
    QDir().mkpath(to);
    Listed listed;
    for (const auto &sheet : QDir(samplePlan).entryList({q("*.csv")})) {
        const auto target = to + u'/' + sheet;
        const bool isOpenZones = zones == EventRig::Zones::Open && sheet == q("zones.csv");
        if (sheet != q("guests.csv") && !isOpenZones) {
            REQUIRE(QFile::copy(samplePlan + u'/' + sheet, target));
            continue;
        }
        QFile from(samplePlan + u'/' + sheet);
        QFile copy(target);
        REQUIRE((from.open(QIODevice::ReadOnly) && copy.open(QIODevice::WriteOnly)));
        if (isOpenZones) {
            copyOpenZones(from, copy);
            continue;
        }
        copy.write(from.readLine());
        while (listed.codes.size() < guestsMax && !from.atEnd()) {
            const auto line = from.readLine();
            const auto cells = line.split(',');
            if (cells.value(statusColumn) == "valid") {
                copy.write(line);
                listed.keys << QString::fromUtf8(cells.value(0));
                listed.codes << QString::fromUtf8(cells.value(1));
            }
        }
    }
    return listed;
}

}  // namespace

EventRig::EventRig(int guestsMax, Zones zones)
{
    const auto listed = copyPlan(folder(q("plan")), guestsMax, zones);
    m_keys = listed.keys;
    m_codes = listed.codes;
    const auto made =
        at(q("hub"), {q("event"), q("new"), q("--plan"), folder(q("plan")), q("--day"), q("today"), q("--any-time")});
    INFO(made.trouble.toStdString());
    REQUIRE(made.exit == 0);
    REQUIRE(made.json.value(q("guests")).toInt() == m_codes.size());
}

void EventRig::startHub(Approval approval, const QString &listen)
{
    m_hub.reset();
    QStringList args{q("coordinator"), q("--data"), folder(q("hub")), q("--listen"), listen};
    if (approval == Approval::ByItself) {
        args << q("--auto-approve");
    }
    m_hub = std::make_unique<MusterProcess>(args);
    const auto line = m_hub->nextLine();
    INFO(m_hub->trouble().toStdString());
    REQUIRE(line);
    m_uri = line->value(q("enrol")).toString();
    REQUIRE(m_uri.startsWith(q("muster://enrol")));
}

MusterProcess &EventRig::startKiosk(const QString &name, const QString &frames, const QStringList &wrapper)
{
    QStringList args{q("kiosk"),  q("--data"),   folder(name),
                     q("--name"), name,          q("--station"),
                     name,        q("--frames"), frames.isEmpty() ? q("none") : frames};
    if (!m_kiosks.contains(name)) {
        args << q("--enrol") << m_uri;
    }
    m_kiosks[name].reset();
    m_kiosks[name] = std::make_unique<MusterProcess>(args, wrapper);
    return *m_kiosks[name];
}

bool EventRig::isReady(const QString &name)
{
    auto &process = kiosk(name);
    const bool isLinked = eventually(
        [&] {
            if (!process.isRunning()) {
                return true;
            }
            const auto day = status(name);
            return day.value(q("expected")).toInt() >= m_codes.size() && !isCutOff(day);
        },
        std::chrono::seconds(60));
    if (!process.isRunning()) {
        const auto last = QJsonDocument(process.linesSoFar().value(0)).toJson(QJsonDocument::Compact);
        WARN(name.toStdString() << " has ended: " << last.toStdString() << process.trouble().toStdString());
        return false;
    }
    return isLinked;
}

QString EventRig::deal(const QString &name, const QStringList &codes)
{
    const auto tickets = folder(q("tickets"));
    if (!QDir(tickets).exists()) {
        REQUIRE(at(q("hub"), {q("tickets"), q("--out"), tickets}).exit == 0);
    }
    const auto deck = folder(name);
    REQUIRE(QDir().mkpath(deck));
    int place = 0;
    for (const auto &code : codes) {
        const auto picture = tickets + u'/' + m_keys.at(m_codes.indexOf(code)) + q(".png");
        REQUIRE(QFile::link(picture, deck + u'/' + QString::number(place++).rightJustified(5, u'0') + q(".png")));
    }
    return deck;
}

Said EventRig::at(const QString &name, const QStringList &args) const
{
    return muster(args + QStringList{q("--data"), folder(name)});
}

Said EventRig::signIn(const QString &name, const QString &code, const QStringList &more) const
{
    return at(name, QStringList{q("do"), q("sign-in"), code} + more);
}

QJsonObject EventRig::status(const QString &name) const { return at(name, {q("status")}).json; }

bool EventRig::areEqual(const QStringList &names) const
{
    QString state;
    for (const auto &name : names) {
        const auto own = at(name, {q("digest")}).json.value(q("state")).toString();
        if (own.isEmpty() || (!state.isEmpty() && own != state)) {
            return false;
        }
        state = own;
    }
    return true;
}

bool EventRig::isSound(const QString &name) const
{
    const auto said = at(name, {q("verify")});
    UNSCOPED_INFO(name.toStdString() << ": " << QJsonDocument(said.json).toJson().toStdString());
    return said.exit == 0 && said.json.value(q("sound")).toBool();
}

QJsonObject EventRig::deviceAtHub(const QString &station) const
{
    const auto devices = status(q("hub")).value(q("devices")).toArray();
    for (const auto &device : devices) {
        if (device.toObject().value(q("station")).toString() == station) {
            return device.toObject();
        }
    }
    return {};
}

int headcount(const QJsonObject &day) { return day.value(q("headcount")).toObject().value(q("total")).toInt(-1); }

int openConflicts(const QJsonObject &day) { return day.value(q("conflicts_open")).toInt(-1); }

bool isCutOff(const QJsonObject &day) { return day.value(q("link")).toObject().value(q("cut_off")).toBool(true); }

bool hasAlert(const QJsonObject &day, const QString &kind)
{
    const auto alerts = day.value(q("alerts")).toArray();
    return std::any_of(alerts.begin(), alerts.end(),
                       [&](const QJsonValue &alert) { return alert.toObject().value(q("kind")) == kind; });
}

}  // namespace muster::test
