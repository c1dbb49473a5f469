#include "app/node/node.h"

#include "app/node/node_worker.h"

namespace muster {

Node::Node() { m_thread.setObjectName(QStringLiteral("node")); }

Result<std::unique_ptr<Node>> Node::open(const Options &options)
{
    initCrypto();
    std::unique_ptr<Node> node(new Node);
    node->m_identity.role = options.role;
    node->m_identity.name = options.name;
    node->m_identity.station = options.station;
    node->m_worker = new NodeWorker(*node, options);
    node->m_worker->moveToThread(&node->m_thread);
    node->m_thread.start();
    Status opened;
    Identity identity;
    // The only wait of all: opening must have succeeded before a window says that it did.
    QMetaObject::invokeMethod(
        node->m_worker,
        [&] {
            opened = node->m_worker->open();
            identity = node->m_worker->identity();
        },
        Qt::BlockingQueuedConnection);
    if (!opened) {
        return fail(opened);
    }
    node->m_identity = std::move(identity);
    return node;
}

Node::~Node()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { delete worker; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Node::post(std::function<void(NodeWorker &)> work)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work = std::move(work)] { work(*worker); }, Qt::QueuedConnection);
}

void Node::submit(Act act, Told told)
{
    post([this, act = std::move(act), told = std::move(told)](NodeWorker &worker) mutable {
        const auto reply = [this, told = std::move(told)](const Answer &answer) {
            QMetaObject::invokeMethod(
                this,
                [told, answer] {
                    if (told) {
                        told(answer);
                    }
                },
                Qt::QueuedConnection);
        };
        if (worker.local() == nullptr) {
            Answer answer;
            answer.outcome = Outcome::NotNow;
            answer.request = act.request;
            return reply(answer);
        }
        const bool isRevocation = std::holds_alternative<RevokeDevice>(act.command);
        worker.local()->device().submit(std::move(act), reply);
        worker.flushSoon();
        if (isRevocation) {
            worker.touch();
        }
    });
}

template<class View>
void Node::look(std::function<View(Device &)> read, std::function<void(const View &)> found)
{
    post([this, read = std::move(read), found = std::move(found)](NodeWorker &worker) {
        View view = worker.local() == nullptr ? View() : read(worker.local()->device());
        QMetaObject::invokeMethod(
            this, [found, view = std::move(view)] { found(view); }, Qt::QueuedConnection);
    });
}

void Node::search(const QString &words, Found found)
{
    look<std::vector<GuestView>>([words](Device &device) { return device.search(words); }, std::move(found));
}

void Node::recent(int countMax, std::function<void(const std::vector<SignInView> &)> found)
{
    look<std::vector<SignInView>>([countMax](Device &device) { return device.recent(countMax); }, std::move(found));
}

void Node::rollCall(const QString &zone, std::function<void(const RollCall &)> found)
{
    look<RollCall>([zone](Device &device) { return device.rollCall(zone); }, std::move(found));
}

void Node::groupOf(const GuestId &guest, Found found)
{
    look<std::vector<GuestView>>([guest](Device &device) { return device.groupOf(guest); }, std::move(found));
}

void Node::counterDesk(std::function<void(const CounterDeskView &)> found)
{
    look<CounterDeskView>([](Device &device) { return device.counterDesk(); }, std::move(found));
}

void Node::board(std::function<void(const queue_board::Board &)> found)
{
    look<queue_board::Board>([](Device &device) { return device.board(); }, std::move(found));
}

void Node::prizesFor(const QByteArray &payload, const std::optional<GuestId> &guest,
                     std::function<void(const PrizeGuestView &)> found)
{
    look<PrizeGuestView>([payload, guest](Device &device) { return device.prizesFor(payload, guest); },
                         std::move(found));
}

void Node::openPrizes(std::function<void(const std::vector<OpenPrizeView> &)> found)
{
    look<std::vector<OpenPrizeView>>([](Device &device) { return device.openPrizes(); }, std::move(found));
}

void Node::signOns(std::function<void(const staff::SignOns &)> found)
{
    look<staff::SignOns>([](Device &device) { return device.signOns(); }, std::move(found));
}

void Node::incident(const QString &number, std::function<void(const IncidentView &)> found)
{
    look<IncidentView>([number](Device &device) { return device.incident(number).value_or(IncidentView()); },
                       std::move(found));
}

void Node::call(std::function<void(LocalDevice &)> work, std::function<void()> done)
{
    post([this, work = std::move(work), done = std::move(done)](NodeWorker &worker) {
        if (worker.local() != nullptr) {
            work(*worker.local());
            worker.touch();
            worker.flushSoon();
        }
        QMetaObject::invokeMethod(
            this,
            [done] {
                if (done) {
                    done();
                }
            },
            Qt::QueuedConnection);
    });
}

void Node::whenSafe(std::chrono::milliseconds limit, std::function<void(bool)> done)
{
    post([this, limit, done = std::move(done)](NodeWorker &worker) {
        worker.whenSafe(SystemClock().monotonic() + limit, [this, done](bool isSafe) {
            QMetaObject::invokeMethod(
                this, [done, isSafe] { done(isSafe); }, Qt::QueuedConnection);
        });
    });
}

void Node::attempt(std::function<Status(NodeWorker &)> work, Settled settled)
{
    post([this, work = std::move(work), settled = std::move(settled)](NodeWorker &worker) {
        QMetaObject::invokeMethod(
            this,
            [this, status = work(worker), settled] {
                if (!status) {
                    Q_EMIT actFailed(status.error().detail);
                }
                if (settled) {
                    settled(status);
                }
            },
            Qt::QueuedConnection);
    });
}

void Node::approve(const QString &candidate, const QString &compared, const QString &role, Settled settled)
{
    attempt([id = candidate.toULongLong(), compared,
             role](NodeWorker &worker) { return worker.approve(id, compared, role); },
            std::move(settled));
}

void Node::refuse(const QString &candidate) { refuse(candidate, {}); }

void Node::refuse(const QString &candidate, Settled settled)
{
    attempt([id = candidate.toULongLong()](NodeWorker &worker) { return worker.refuse(id); }, std::move(settled));
}

void Node::openEnrolment(Settled settled)
{
    attempt([](NodeWorker &worker) { return worker.openEnrolment(); }, std::move(settled));
}

void Node::closeEnrolment()
{
    post([](NodeWorker &worker) { worker.closeEnrolment(); });
}

void Node::enrol(const QString &where)
{
    post([where](NodeWorker &worker) { worker.enrol(where); });
}

void Node::confirmCode(const QString &code)
{
    post([code](NodeWorker &worker) { worker.confirmCode(code); });
}

void Node::denyCode()
{
    post([](NodeWorker &worker) { worker.denyCode(); });
}

void Node::cancelEnrolment()
{
    post([](NodeWorker &worker) { worker.cancelEnrolment(); });
}

void Node::cutNetwork()
{
    post([](NodeWorker &worker) { worker.cut(); });
}

void Node::restoreNetwork()
{
    post([](NodeWorker &worker) { worker.restore(); });
}

void Node::reportTrouble(const QString &code)
{
    call([code](LocalDevice &local) { local.device().setTrouble(code); }, {});
}

WallTime Node::now() const { return SystemClock().wall() + m_correction; }

void Node::take(DayView day, std::optional<Identity> identity, const std::optional<Error> &trouble,
                std::chrono::milliseconds correction)
{
    m_day = std::move(day);
    m_correction = correction;
    if (identity) {
        const bool isOther = identity->event != m_identity.event || identity->device != m_identity.device ||
                             identity->isShutOut != m_identity.isShutOut ||
                             identity->isEnrolled != m_identity.isEnrolled;
        m_identity = std::move(*identity);
        if (isOther) {
            Q_EMIT identityChanged();
        }
    }
    if (std::exchange(m_wasCutOff, m_day.link.isCutOff) != m_day.link.isCutOff) {
        Q_EMIT linkChanged();
    }
    if (std::exchange(m_isInTrouble, trouble.has_value()) != trouble.has_value()) {
        if (trouble) {
            Q_EMIT storageFailed(trouble->detail);
        } else {
            Q_EMIT storageRecovered();
        }
    }
    Q_EMIT dayChanged();
}

}  // namespace muster
