#include "tests/e2e/event_rig.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

namespace muster::test {
namespace {

const QString samplePlan = QStringLiteral(MUSTER_SOURCE_DIR "/deploy/sample");

/// The sample plan with the first @p guestsMax guests, for tests that need no crowd.
QStringList copyPlan(const QString &to, int guestsMax)
{
    QDir().mkpath(to);
    QStringList codes;
    for (const auto &sheet : QDir(samplePlan).entryList({QStringLiteral("*.csv")})) {
        const auto target = to + QLatin1Char('/') + sheet;
        if (sheet != QLatin1String("guests.csv")) {
            REQUIRE(QFile::copy(samplePlan + QLatin1Char('/') + sheet, target));
            continue;
        }
        QFile from(samplePlan + QLatin1Char('/') + sheet);
        QFile copy(target);
        REQUIRE((from.open(QIODevice::ReadOnly) && copy.open(QIODevice::WriteOnly)));
        for (int row = 0; row <= guestsMax && !from.atEnd(); ++row) {
            const auto line = from.readLine();
            copy.write(line);
            if (row > 0) {
                codes << QString::fromUtf8(line.split(',').value(1));
            }
        }
    }
    return codes;
}

}  // namespace

EventRig::EventRig(int guestsMax)
{
    m_codes = copyPlan(m_dir.file(QStringLiteral("plan")), guestsMax);
    const auto made =
        muster({QStringLiteral("event"), QStringLiteral("new"), QStringLiteral("--data"), folder(QStringLiteral("hub")),
                QStringLiteral("--plan"), m_dir.file(QStringLiteral("plan")), QStringLiteral("--day"),
                QStringLiteral("today"), QStringLiteral("--any-time")});
    INFO(made.trouble.toStdString());
    REQUIRE(made.exit == 0);
    REQUIRE(made.json.value(QStringLiteral("guests")).toInt() == m_codes.size());
}

void EventRig::startHub()
{
    m_hub = std::make_unique<MusterProcess>(
        QStringList{QStringLiteral("coordinator"), QStringLiteral("--data"), folder(QStringLiteral("hub")),
                    QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--auto-approve")});
    const auto line = m_hub->nextLine();
    INFO(m_hub->trouble().toStdString());
    REQUIRE(line);
    m_uri = line->value(QStringLiteral("enrol")).toString();
    REQUIRE(m_uri.startsWith(QStringLiteral("muster://enrol")));
}

MusterProcess &EventRig::startKiosk(const QString &name, const QString &frames, const QStringList &wrapper)
{
    QStringList args{QStringLiteral("kiosk"),
                     QStringLiteral("--data"),
                     folder(name),
                     QStringLiteral("--name"),
                     name,
                     QStringLiteral("--station"),
                     name,
                     QStringLiteral("--enrol"),
                     m_uri,
                     QStringLiteral("--frames"),
                     frames.isEmpty() ? QStringLiteral("none") : frames};
    m_kiosks[name].reset();
    m_kiosks[name] = std::make_unique<MusterProcess>(args, wrapper);
    return *m_kiosks[name];
}

bool EventRig::isReady(const QString &name)
{
    return eventually(
        [&] {
            const auto day = status(name);
            return day.value(QStringLiteral("expected")).toInt() >= m_codes.size() &&
                   !day.value(QStringLiteral("link")).toObject().value(QStringLiteral("cut_off")).toBool(true);
        },
        std::chrono::seconds(30));
}

Said EventRig::at(const QString &name, const QStringList &args) const
{
    return muster(args + QStringList{QStringLiteral("--data"), folder(name)});
}

Said EventRig::signIn(const QString &name, const QString &code, const QStringList &more) const
{
    return at(name, QStringList{QStringLiteral("do"), QStringLiteral("sign-in"), code} + more);
}

QJsonObject EventRig::status(const QString &name) const { return at(name, {QStringLiteral("status")}).json; }

bool EventRig::areEqual(const QStringList &names) const
{
    QString state;
    for (const auto &name : names) {
        const auto own = at(name, {QStringLiteral("digest")}).json.value(QStringLiteral("state")).toString();
        if (own.isEmpty() || (!state.isEmpty() && own != state)) {
            return false;
        }
        state = own;
    }
    return true;
}

QJsonObject EventRig::deviceAtHub(const QString &station) const
{
    const auto devices = status(QStringLiteral("hub")).value(QStringLiteral("devices")).toArray();
    for (const auto &device : devices) {
        if (device.toObject().value(QStringLiteral("station")).toString() == station) {
            return device.toObject();
        }
    }
    return {};
}

}  // namespace muster::test
