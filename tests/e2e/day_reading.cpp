#include "tests/e2e/day_reading.h"

#include <QFile>
#include <QJsonDocument>

namespace muster::test {

QJsonObject row(const QJsonValue &list, const char *key, const QString &name)
{
    for (const auto &value : list.toArray()) {
        if (value.toObject().value(QLatin1String(key)) == name) {
            return value.toObject();
        }
    }
    return {};
}

int sum(const QJsonValue &list, const char *key)
{
    int all = 0;
    for (const auto &value : list.toArray()) {
        all += value.toObject().value(QLatin1String(key)).toInt();
    }
    return all;
}

int standingIn(const QJsonObject &day)
{
    int all = 0;
    for (const auto &post : day.value(q("posts")).toArray()) {
        all += int(post.toObject().value(q("standing")).toArray().size());
    }
    return all;
}

QStringList doneIn(const QJsonObject &day)
{
    QStringList done;
    for (const auto &value : day.value(q("tasks")).toArray()) {
        const auto task = value.toObject();
        if (task.value(q("state")) == q("done") && task.value(q("kind")) != q("round")) {
            done << task.value(q("code")).toString();
        }
    }
    done.sort();
    return done;
}

QJsonObject personIn(const QJsonObject &day, const QString &code)
{
    return row(day.value(q("staff")).toObject().value(q("people")), "code", code);
}

QString modeOf(const QJsonObject &day, const QString &place)
{
    return row(day.value(q("modes")), "place", place).value(q("mode")).toString(q("normal"));
}

QJsonObject figuresOf(const EventRig &rig, const QString &device)
{
    const auto path = rig.folder(device + q("-report.json"));
    CHECK(rig.at(device, {q("report"), q("--out"), path}).exit == 0);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto report = QJsonDocument::fromJson(file.readAll()).object();
    QJsonObject figures;
    for (const auto &section : report.value(q("sections")).toArray()) {
        for (const auto &value : section.toObject().value(q("figures")).toArray()) {
            figures.insert(value.toObject().value(q("key")).toString(), value.toObject().value(q("value")));
        }
    }
    return figures;
}

}  // namespace muster::test
