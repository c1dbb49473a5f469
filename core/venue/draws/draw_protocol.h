#pragma once
#include "core/venue/draws/draws.h"

#include <QJsonObject>

/// What is published of a draw, for anybody to do it again: a JSON document with every attempt, its entrants, hashes,
/// number, seed, winners, absences, who did what and when. Ids of guests are hashes; no person is named.
///
/// Checking needs the document alone: no device, no folder, no key. What the arithmetic cannot show (a changed time, a
/// changed reason) the seal does: the device that wrote the document signs it, and the event's key vouches for the
/// device. Whoever wants to know that it is the right event compares the event's key with the one known before.
namespace muster::draws {

/// NotFound if the draw was never begun.
[[nodiscard]] Result<QJsonObject> protocolOf(State &state, const EventSetup &setup, const QString &draw);
/// Signs @p protocol as the device of @p options.
void seal(QJsonObject &protocol, const Journal::Options &options, WallTime now);
/// Does the whole draw again from @p protocol. One line for everything that does not fit; empty: all does.
[[nodiscard]] QStringList mismatches(const QJsonObject &protocol);
/// The same without the seal: what follows from the arithmetic of the draw.
[[nodiscard]] QStringList miscalculations(const QJsonObject &protocol);
/// For a notary to print and sign, in Chinese and English.
[[nodiscard]] QString toText(const QJsonObject &protocol);

/// The bytes under the seal's signature.
[[nodiscard]] QByteArray sealedBytes(const QJsonObject &protocol);

}  // namespace muster::draws
