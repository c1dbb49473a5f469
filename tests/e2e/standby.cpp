#include "tests/e2e/standby.h"

#include <QFile>
#include <QJsonArray>

namespace muster::test {

Standby::Standby(EventRig &rig) : m_rig(rig)
{
    QFile words(rig.folder(q("passphrase")));
    REQUIRE(words.open(QIODevice::WriteOnly));
    words.write("three quiet lanterns\n");
    words.close();
    REQUIRE(rig.at(q("hub"), {q("standby"), q("passphrase"), q("--passphrase-file"), words.fileName()}).exit == 0);
    start({q("--enrol"), rig.enrolUri(), q("--name"), q("standby")});
    letIn();
    REQUIRE(eventually([&] { return !isCutOff(rig.status(q("standby"))); }));
    REQUIRE(eventually([&] { return rig.at(q("hub"), {q("standby"), q("add"), q("standby")}).exit == 0; }));
    REQUIRE(eventually([&] { return rig.areEqual({q("hub"), q("standby")}); }));
}

void Standby::start(const QStringList &more)
{
    m_process.reset();
    m_process = std::make_unique<MusterProcess>(QStringList{q("coordinator"), q("--data"), m_rig.folder(q("standby")),
                                                            q("--listen"), m_rig.listenOf(q("standby"))} +
                                                    more,
                                                m_rig.wrapperOf(q("standby")));
}

void Standby::letIn()
{
    QString candidate;
    REQUIRE(eventually([&] {
        const auto waiting = m_rig.status(q("hub")).value(q("candidates")).toArray();
        candidate = waiting.first().toObject().value(q("id")).toString();
        return !candidate.isEmpty();
    }));
    REQUIRE(m_rig.act(q("hub"), {q("approve"), candidate}).exit == 0);
}

Said Standby::promote(const QStringList &more) const
{
    return m_rig.at(q("standby"),
                    QStringList{q("promote"), q("--passphrase-file"), m_rig.folder(q("passphrase"))} + more);
}

bool isHub(const QJsonObject &day) { return day.value(q("link")).toObject().value(q("hub")).toBool(); }

}  // namespace muster::test
