#include "tests/bench/spread_links.h"

#include "app/net/link_connector.h"
#include "core/sync/frames.h"

namespace muster::bench {
namespace {

/// One of them.
class BareLink final : public QObject {
public:
    BareLink(const Hall &hall, int device, const VersionVector &known, std::atomic<int> &linked,
             std::atomic<qint64> &operations, QObject *parent)
        : QObject(parent), m_event(hall.event()), m_known(known), m_linked(linked), m_operations(operations)
    {
        const net::Endpoint hub{QStringLiteral("127.0.0.1"), hall.port()};
        m_connector = must(net::LinkConnector::create(hall.identityOf(device), hall.idOf(0), {hub}, m_random));
        connect(m_connector.get(), &net::LinkConnector::linkUp, this, [this](net::FrameLink *link) { begin(link); });
        m_connector->start();
    }

private:
    void begin(net::FrameLink *link)
    {
        m_link = link;
        connect(link, &net::FrameLink::frameReceived, this, [this](const QByteArray &bytes) { receive(bytes); });
        frames::Hello hello;
        hello.event = m_event;
        hello.softwareVersion = QStringLiteral(MUSTER_VERSION);
        hello.foldVersion = 1;
        hello.vector = m_known;
        hello.wallMs = toMsecs(m_clock.wall());
        link->send(frames::encode(hello));
    }

    void receive(const QByteArray &bytes)
    {
        const auto frame = frames::decode(bytes);
        if (!frame) {
            qFatal("the hub of the benchmark sends garbage");
        }
        if (std::holds_alternative<frames::Hello>(*frame)) {
            ++m_linked;
        } else if (const auto *operations = std::get_if<frames::Operations>(&*frame)) {
            acknowledge(*operations);
        } else if (const auto *ping = std::get_if<frames::Ping>(&*frame)) {
            m_link->send(frames::encode(frames::Pong{ping->sentAt, toMsecs(m_clock.wall())}));
        }
    }

    void acknowledge(const frames::Operations &operations)
    {
        frames::Acknowledged acknowledged{operations.number, {}};
        for (const auto &bytes : operations.batches) {
            const auto batch = must(Batch::decode(bytes));
            const auto last = must(Operation::decode(batch.operations.back()));
            acknowledged.heads.heads[{last.origin, last.incarnation}] = {{last.sequence, last.hash}};
            m_operations += qint64(batch.operations.size());
        }
        m_link->send(frames::encode(acknowledged));
    }

    SystemClock m_clock;
    SystemRandom m_random;
    EventId m_event;
    VersionVector m_known;
    std::atomic<int> &m_linked;
    std::atomic<qint64> &m_operations;
    std::unique_ptr<net::LinkConnector> m_connector;
    net::FrameLink *m_link = nullptr;
};

}  // namespace

BareLinks::BareLinks(const Hall &hall, int first, int count, const VersionVector &known)
{
    m_home = new QObject;
    m_home->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_home,
        [&] {
            for (int i = first; i < first + count; ++i) {
                new BareLink(hall, i, known, m_linkedCount, m_operationCount, m_home);  // Its parent deletes it.
            }
        },
        Qt::BlockingQueuedConnection);
}

BareLinks::~BareLinks()
{
    QMetaObject::invokeMethod(
        m_home, [home = m_home] { delete home; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

}  // namespace muster::bench
