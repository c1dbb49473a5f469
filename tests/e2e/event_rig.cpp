#include "tests/e2e/event_rig.h"

#include <QDir>
#include <QDirIterator>
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

QByteArray edited(QByteArray sheet, const QString &name, const std::vector<EventRig::Edit> &edits)
{
    for (const auto &edit : edits) {
        if (edit.sheet == name) {
            INFO(edit.from.toStdString());
            REQUIRE(sheet.count(edit.from) == 1);
            sheet.replace(edit.from, edit.to);
        }
    }
    return sheet;
}

/// Copies the first @p guestsMax guests who may come in.
Listed copyGuests(QFile &from, QFile &to, int guestsMax)
{
    Listed listed;
    to.write(from.readLine());
    while (listed.codes.size() < guestsMax && !from.atEnd()) {
        const auto line = from.readLine();
        const auto cells = line.split(',');
        if (cells.value(statusColumn) == "valid") {
            to.write(line);
            listed.keys << QString::fromUtf8(cells.value(0));
            listed.codes << QString::fromUtf8(cells.value(1));
        }
    }
    return listed;
}

/// The sample plan with few guests, for tests that need no crowd.
Listed copyPlan(const QString &to, int guestsMax, EventRig::Zones zones, const std::vector<EventRig::Edit> &edits)
{
    QDir().mkpath(to);
    Listed listed;
    for (const auto &sheet : QDir(samplePlan).entryList({q("*.csv")})) {
        QFile from(samplePlan + u'/' + sheet);
        QFile copy(to + u'/' + sheet);
        REQUIRE((from.open(QIODevice::ReadOnly) && copy.open(QIODevice::WriteOnly)));
        if (sheet == q("guests.csv")) {
            listed = copyGuests(from, copy, guestsMax);
        } else if (zones == EventRig::Zones::Open && sheet == q("zones.csv")) {
            copyOpenZones(from, copy);
        } else {
            copy.write(edited(from.readAll(), sheet, edits));
        }
    }
    return listed;
}

}  // namespace

EventRig::EventRig(int guestsMax, Zones zones, const std::vector<Edit> &edits, Hours hours)
{
    const auto listed = copyPlan(folder(q("plan")), guestsMax, zones, edits);
    m_keys = listed.keys;
    m_codes = listed.codes;
    QStringList make{q("event"), q("new"), q("--plan"), folder(q("plan")), q("--day"), q("today")};
    if (hours == Hours::Any) {
        make << q("--any-time");
    }
    const auto made = at(q("hub"), make);
    INFO(made.trouble.toStdString());
    REQUIRE(made.exit == 0);
    REQUIRE(made.json.value(q("guests")).toInt() == m_codes.size());
}

void EventRig::startHub(Approval approval, const QString &listen)
{
    m_hub.reset();
    QStringList args{q("coordinator"), q("--data"), folder(q("hub")), q("--listen"),
                     listen.isEmpty() ? listenOf(q("hub")) : listen};
    if (approval == Approval::ByItself) {
        args << q("--auto-approve");
    }
    m_hub = std::make_unique<MusterProcess>(args, wrapperOf(q("hub")));
    const auto line = m_hub->nextLine();
    INFO(m_hub->trouble().toStdString());
    REQUIRE(line);
    INFO(QJsonDocument(*line).toJson().toStdString());
    m_uri = line->value(q("enrol")).toString();
    REQUIRE(m_uri.startsWith(q("muster://enrol")));
}

void EventRig::wire()
{
    auto cables = std::make_unique<Cables>();
    if (cables->areThere()) {
        m_cables = std::move(cables);
    } else {
        WARN("no network namespaces here: devices hang up instead of being cut off");
    }
}

void EventRig::cut(const QStringList &names)
{
    for (const auto &name : names) {
        if (m_cables) {
            m_cables->pull(name);
        } else {
            REQUIRE(act(name, {q("network"), q("cut")}).exit == 0);
        }
    }
    m_cut += names;
}

void EventRig::split(const QStringList &others)
{
    REQUIRE(m_cables);
    for (const auto &name : others) {
        m_cables->plug(name, Cables::Hall::Other);
    }
    m_cut += others;
}

void EventRig::heal()
{
    for (const auto &name : std::as_const(m_cut)) {
        if (m_cables) {
            m_cables->plug(name);
        } else {
            REQUIRE(act(name, {q("network"), q("restore")}).exit == 0);
        }
    }
    m_cut.clear();
}

QString EventRig::listenOf(const QString &name)
{
    return (m_cables ? m_cables->address(name) : q("127.0.0.1")) + q(":0");
}

QStringList EventRig::wrapperOf(const QString &name) { return m_cables ? m_cables->wrapper(name) : QStringList(); }

MusterProcess &EventRig::start(const QString &name, QStringList args, const QStringList &wrapper)
{
    args << q("--data") << folder(name) << q("--name") << name;
    if (!m_devices.contains(name)) {
        args << q("--enrol") << m_uri;
    }
    m_devices[name].reset();
    m_devices[name] = std::make_unique<MusterProcess>(args, wrapper);
    return *m_devices[name];
}

MusterProcess &EventRig::startKiosk(const QString &name, const QString &frames, const QStringList &wrapper)
{
    return start(name, {q("kiosk"), q("--station"), name, q("--frames"), frames.isEmpty() ? q("none") : frames},
                 wrapper.isEmpty() ? wrapperOf(name) : wrapper);
}

MusterProcess &EventRig::startDevice(const QString &role, const QString &name, const QString &station,
                                     const QStringList &more)
{
    auto args = QStringList{role, q("--frames"), q("none")} + more;
    if (!station.isEmpty()) {
        args << q("--station") << station;
    }
    return start(name, args, wrapperOf(name));
}

void EventRig::open(const QString &role, const QStringList &stations)
{
    for (const auto &station : stations) {
        startDevice(role, station, station);
    }
    for (const auto &station : stations) {
        REQUIRE(isReady(station));
        // Once the hub has heard a ping, it places rights there.
        REQUIRE(eventually([&] { return deviceAtHub(station).value(q("lag_ms")).isDouble(); }));
        REQUIRE(eventually([&] { return areEqual({q("hub"), station}); }));
    }
}

bool EventRig::isReady(const QString &name)
{
    auto &process = device(name);
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

Said EventRig::act(const QString &name, const QStringList &args) const { return at(name, QStringList{q("do")} + args); }

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

void EventRig::mustConverge(const QStringList &names, int conflicts) const
{
    CHECK(eventually([&] { return areEqual(names); }, std::chrono::seconds(60)));
    for (const auto &name : names) {
        INFO(name.toStdString());
        CHECK(openConflicts(status(name)) == conflicts);
        CHECK(isSound(name));
    }
}

bool EventRig::isSound(const QString &name) const
{
    const auto said = at(name, {q("verify")});
    UNSCOPED_INFO(name.toStdString() << ": " << QJsonDocument(said.json).toJson().toStdString());
    return said.exit == 0 && said.json.value(q("sound")).toBool();
}

bool EventRig::isInFilesOf(const QString &name, const QByteArray &words) const
{
    QDirIterator files(folder(name), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(words)) {
            return true;
        }
    }
    return false;
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

bool isProvisional(const Said &said)
{
    const auto word = said.json.value(q("provisional"));
    UNSCOPED_INFO(QJsonDocument(said.json).toJson(QJsonDocument::Compact).toStdString());
    REQUIRE(word.isBool());
    return word.toBool();
}

int headcount(const QJsonObject &day) { return day.value(q("headcount")).toObject().value(q("total")).toInt(-1); }

int openConflicts(const QJsonObject &day) { return day.value(q("conflicts_open")).toInt(-1); }

QJsonArray conflictsOf(const QJsonObject &day)
{
    QJsonArray open;
    for (const auto &conflict : day.value(q("conflicts")).toArray()) {
        if (conflict.toObject().value(q("open")).toBool()) {
            open.append(conflict);
        }
    }
    return open;
}

QSet<QString> admittedIn(const QList<QJsonObject> &lines)
{
    QSet<QString> codes;
    for (const auto &line : lines) {
        if (line.value(q("outcome")) == q("admitted")) {
            const auto code = line.value(q("code")).toString();
            INFO("told twice at one kiosk: " << code.toStdString());
            CHECK_FALSE(codes.contains(code));
            codes.insert(code);
        }
    }
    return codes;
}

bool isCutOff(const QJsonObject &day) { return day.value(q("link")).toObject().value(q("cut_off")).toBool(true); }

bool hasAlert(const QJsonObject &day, const QString &kind)
{
    const auto alerts = day.value(q("alerts")).toArray();
    return std::any_of(alerts.begin(), alerts.end(),
                       [&](const QJsonValue &alert) { return alert.toObject().value(q("kind")) == kind; });
}

}  // namespace muster::test
