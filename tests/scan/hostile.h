#pragma once
#include <QByteArrayView>

/// What any bytes are put through, by the fuzzers and by the seeded test alike. Each ends the process where a promise
/// of the parser is broken.
namespace muster::test {

void feedPayload(QByteArrayView bytes);
void feedTicket(QByteArrayView bytes);
/// The first two bytes are width and height, the rest pixels.
void feedPicture(QByteArrayView bytes);

}  // namespace muster::test
