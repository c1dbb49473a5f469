// Incidents as this device may show them: words that only the event's key opens, pictures that are here.
#include "app/node/blob_store.h"
#include "app/node/device.h"

#include "core/venue/incidents/incidents.h"

namespace muster {

const incidents::Reader *Device::reader()
{
    if (!m_config.eventKey) {
        return nullptr;
    }
    if (!m_reader) {
        m_reader.emplace(*m_config.eventKey);
    }
    return &*m_reader;
}

void Device::showPictures(IncidentView &view) const
{
    for (auto &picture : view.pictures) {
        const auto blob = Hash256::fromBytes(picture.blob);
        picture.isHere = m_world.blobs != nullptr && blob && m_world.blobs->has(*blob);
    }
}

void Device::reveal(DayView &day)
{
    const bool isSealedHere =
        std::ranges::any_of(day.incidents, [](const IncidentView &view) { return view.isRestricted; });
    if (isSealedHere && reader() != nullptr) {
        std::ignore = m_journal->read(
            [&](State &state) { day.incidents = incidents::viewsOf(state, m_venue.setup(state), day.asOf, reader()); });
    }
    for (auto &view : day.incidents) {
        showPictures(view);
    }
}

std::optional<IncidentView> Device::incident(const QString &number)
{
    std::optional<IncidentView> view;
    std::ignore = m_journal->read(
        [&](State &state) { view = incidents::viewOf(state, m_venue.setup(state), now(), number, reader()); });
    if (view) {
        showPictures(*view);
    }
    return view;
}

std::vector<IncidentView> Device::allIncidents()
{
    std::vector<IncidentView> views;
    std::ignore = m_journal->read(
        [&](State &state) { views = incidents::allViews(state, m_venue.setup(state), now(), reader()); });
    for (auto &view : views) {
        showPictures(view);
    }
    return views;
}

Answer Device::attachPicture(Desk &desk, const Act &act, const incidents::Attach &command)
{
    return incidents::attach(desk, act, command, [this](const Hash256 &blob, const QByteArray &bytes) -> Status {
        if (m_world.blobs == nullptr) {
            return fail(ErrorCode::Storage, QStringLiteral("this device keeps no pictures"));
        }
        return m_world.blobs->keep(blob, bytes);
    });
}

Result<QByteArray> Device::picture(const Hash256 &blob)
{
    std::optional<std::pair<incidents::Entry, OperationHash>> known;
    std::optional<incidents::Incident> incident;
    const auto read = m_journal->read([&](State &state) {
        known = incidents::pictureOf(state, blob);
        incident = known ? incidents::find(state, known->second) : std::nullopt;
    });
    if (!read) {
        return fail(read);
    }
    if (!known || !incident || m_world.blobs == nullptr) {
        return fail(ErrorCode::Invalid, QStringLiteral("no incident has this picture"));
    }
    if (incident->isRestricted && reader() == nullptr) {
        return fail(ErrorCode::Refused, QStringLiteral("this incident is restricted: its pictures are seen at the "
                                                       "coordinator only"));
    }
    auto bytes = m_world.blobs->read(blob);
    if (!bytes) {
        if (std::ranges::find(m_blobsWanted, blob) == m_blobsWanted.end() && m_blobsWanted.size() < blobsWantedMax) {
            m_blobsWanted.push_back(blob);
        }
        pump();
        return fail(ErrorCode::NotFound, QStringLiteral("this picture is not here yet"));
    }
    if (known->first.said.sealed.isEmpty()) {
        return bytes;
    }
    const auto said = reader() == nullptr ? std::nullopt : reader()->open(known->first.said.sealed);
    const auto once = said ? SecretKey::fromBytes(said->value(incidents::words::key).toByteArray()) : std::nullopt;
    if (!once) {
        return fail(ErrorCode::Refused, QStringLiteral("this picture cannot be opened here"));
    }
    return unseal(*bytes, *once, incident->operation.toBytes());
}

}  // namespace muster
