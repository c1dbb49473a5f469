// Photographs on their way: who is asked for which, and what becomes of the parts.
#include "app/node/blob_store.h"
#include "app/node/device.h"

#include "core/venue/incidents/incidents.h"

namespace muster {

static_assert(BlobStore::blobSizeMax >= incidents::blobBytesMax);
static_assert(frames::blobSizeMax >= quint64(incidents::blobBytesMax));

void Device::collectBlobs()
{
    if (m_world.blobs == nullptr || !m_isHub || m_blobsSeen == m_journal->revision()) {
        return;
    }
    m_blobsSeen = m_journal->revision();
    const auto now = m_world.clock.monotonic();
    std::erase_if(m_blobsNotAt, [&](const auto &known) { return now - known.second >= blobAgainAfter; });
    std::deque<Hash256> missing;
    std::ignore = m_journal->read([&](State &state) {
        for (const auto &[blob, size] : incidents::pictures(state)) {
            if (!m_world.blobs->has(blob) && missing.size() < blobsWantedMax) {
                missing.push_back(blob);
            }
        }
    });
    m_blobsWanted = std::move(missing);
}

std::optional<frames::BlobWanted> Device::blobWanted(const DeviceId &peer)
{
    if (m_world.blobs == nullptr || m_blobsWanted.empty()) {
        return std::nullopt;
    }
    const auto now = m_world.clock.monotonic();
    for (const auto &blob : m_blobsWanted) {
        auto coming = m_blobsComing.find(blob);
        if (coming != m_blobsComing.end() && coming->second.from == peer) {
            m_blobsComing.erase(coming);  // Asked before, and no answer: too old a version, or too busy.
            m_blobsNotAt[{peer, blob}] = now;
            coming = m_blobsComing.end();
        }
        const auto without = m_blobsNotAt.find({peer, blob});
        const bool isNotThere = without != m_blobsNotAt.end() && now - without->second < blobAgainAfter;
        const bool isComing = coming != m_blobsComing.end() && now - coming->second.since < Session::blobWithin;
        if (!isNotThere && !isComing) {
            m_blobsComing[blob] = {peer, now};
            return frames::BlobWanted{blob, quint64(m_world.blobs->arrived(blob))};
        }
    }
    return std::nullopt;
}

frames::BlobPart Device::blobPart(const DeviceId &peer, const frames::BlobWanted &wanted)
{
    frames::BlobPart part{wanted.blob, wanted.offset, 0, {}};
    // Of a restricted incident to the hub alone: a picture may be older than the restriction, and lie here in clear.
    const auto record = epoch();
    bool isForPeer = record && record->term().hub == peer;
    if (!isForPeer) {
        std::ignore = m_journal->read([&](State &state) {
            const auto picture = incidents::pictureOf(state, wanted.blob);
            const auto incident = picture ? incidents::find(state, picture->second) : std::nullopt;
            isForPeer = incident && !incident->isRestricted;
        });
    }
    if (m_world.blobs != nullptr && isForPeer) {
        part.bytes = m_world.blobs->part(wanted.blob, qint64(wanted.offset), frames::blobPartMax);
        part.total = part.bytes.isEmpty() ? 0 : quint64(m_world.blobs->sizeOf(wanted.blob));
    }
    return part;
}

void Device::takeBlobPart(const DeviceId &peer, const frames::BlobPart &part)
{
    if (m_world.blobs == nullptr || std::ranges::find(m_blobsWanted, part.blob) == m_blobsWanted.end()) {
        return;
    }
    m_blobsComing.erase(part.blob);
    const auto added = part.total == 0
                           ? fail(ErrorCode::NotFound, QString())
                           : m_world.blobs->add(part.blob, qint64(part.offset), qint64(part.total), part.bytes);
    if (!added || *added == BlobStore::Added::Wrong) {
        m_blobsNotAt[{peer, part.blob}] = m_world.clock.monotonic();  // Another is asked.
    } else if (*added == BlobStore::Added::Whole) {
        std::erase(m_blobsWanted, part.blob);
        ++m_revision;
    }
}

}  // namespace muster
