#include "tests/bench/bench_event.h"

#include "core/venue/devices/devices.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/plan/plan_room.h"
#include "tests/bench/hall.h"

#include <QDir>
#include <QFile>

namespace muster::bench {
namespace {

constexpr int guestsPerCommit = 64'000;
constexpr qsizetype sealedDisplaySize = 70;  ///< A name, its nonce and its tag.
constexpr qsizetype sealedContactSize = 110;

}  // namespace

std::optional<Answer> BenchDevice::signIn(int guest)
{
    SignIn command;
    command.payload = QByteArrayLiteral("C-") + QByteArray::number(guest);
    command.isEachQuestionAsked = true;
    std::optional<Answer> told;
    m_device->submit({{}, {}, command}, [&told](const Answer &answer) { told = answer; });
    m_device->flush();
    return told;
}

BenchEvent::BenchEvent(QString folder, int guestCount, int deviceCount)
    : m_folder(std::move(folder)),
      m_guestCount(guestCount),
      m_id(EventId::make(m_random)),
      m_eventKey(SigningKey::make(m_random)),
      m_codeKey(SecretKey::make(m_random))
{
    QDir().mkpath(m_folder);
    for (int i = 0; i < deviceCount; ++i) {
        m_keys.push_back(SigningKey::make(m_random));
    }
    auto hub = open(0, m_folder + QStringLiteral("/event.db"), {});
    fill(**hub);
}

EpochRecord BenchEvent::epoch() const { return EpochRecord::make(Epoch{1}, idOf(0), {}, m_id, m_eventKey); }

void BenchEvent::fill(Device &hub)
{
    must(hub.append([&](State &state, const EventSetup &) {
        hub.journal().setEpoch(Epoch{1});
        Draft first;
        first.kind = epochs::kind();
        first.body = epoch().toCbor();
        std::vector<Draft> drafts{first};
        std::ranges::move(plan_room::draftsFor(samplePlan(), state), std::back_inserter(drafts));
        drafts.push_back(sessions::set(state, QStringLiteral("day"), true));
        for (int i = 0; i < int(m_keys.size()); ++i) {
            drafts.push_back(devices::enrolled({idOf(i), i, QStringLiteral("device %1").arg(i),
                                                i == 0 ? QStringLiteral("coordinator") : QStringLiteral("kiosk"),
                                                QStringLiteral("gate-%1").arg(i), false, 1},
                                               m_id, m_eventKey));
        }
        return drafts;
    }));
    const QStringList classes{QStringLiteral("buyer"), QStringLiteral("buyer"), QStringLiteral("vip"),
                              QStringLiteral("media")};
    for (int from = 0; from < m_guestCount; from += guestsPerCommit) {
        const int to = std::min(m_guestCount, from + guestsPerCommit);
        must(hub.append([&](State &, const EventSetup &) {
            std::vector<Draft> drafts;
            std::vector<guests::Guest> chunk;
            for (int i = from; i < to; ++i) {
                auto &guest = chunk.emplace_back();
                const auto code = QStringLiteral("C-%1").arg(i);
                guest.id = guests::guestIdFor(code, m_codeKey);
                guest.classCode = classes[i % 4];
                guest.codes = {guests::codeHash(code, m_codeKey)};
                guest.display = QByteArray(sealedDisplaySize, char('a' + i % 26));
                guest.contact = QByteArray(sealedContactSize, char('a' + i % 26));
                guest.version = 1;
                if (qsizetype(chunk.size()) == guests::chunkMax || i + 1 == to) {
                    drafts.push_back(guests::listed(chunk));
                    chunk.clear();
                }
            }
            return drafts;
        }));
    }
    hub.flush();
}

Journal::Options BenchEvent::journalOptions(int device, const QString &file) const
{
    const auto &key = m_keys[std::size_t(device)];
    return {file, {},
            m_id, m_eventKey.publicKey,
            key,  {key.publicKey, m_eventKey.sign(Credential::message(m_id, key.publicKey))}};
}

std::unique_ptr<BenchDevice> BenchEvent::open(int device, const QString &file, BenchDevice::Send send)
{
    std::unique_ptr<BenchDevice> made(new BenchDevice(file + QStringLiteral(".mark")));
    Device::Config config;
    config.journal = journalOptions(device, file);
    config.codeKey = m_codeKey;
    config.role = device == 0 ? QStringLiteral("coordinator") : QStringLiteral("kiosk");
    config.station = QStringLiteral("gate-%1").arg(device);
    config.name = QStringLiteral("device %1").arg(device);
    config.number = device;
    config.isHub = device == 0;
    config.epoch = epoch();
    if (!send) {
        send = [](Device::LinkId, const QByteArray &) {};
    }
    made->m_device = must(Device::open(std::move(config), {made->m_clock, made->m_random, made->m_highWater,
                                                           made->m_signatures, nullptr, nullptr, std::move(send)}));
    return made;
}

QString BenchEvent::copyOfFile(const QString &name)
{
    const auto file = QStringLiteral("%1/%2-%3.db").arg(m_folder, name).arg(++m_fileCount);
    if (!QFile::copy(m_folder + QStringLiteral("/event.db"), file)) {
        qFatal("the journal file could not be copied: is the disk full?");
    }
    return file;
}

std::unique_ptr<BenchDevice> BenchEvent::copyFor(int device, BenchDevice::Send send)
{
    return open(device, copyOfFile(QStringLiteral("device")), std::move(send));
}

std::unique_ptr<BenchDevice> BenchEvent::emptyFor(int device, BenchDevice::Send send)
{
    return open(device, QStringLiteral("%1/empty-%2.db").arg(m_folder).arg(++m_fileCount), std::move(send));
}

}  // namespace muster::bench
