#pragma once
#include "app/net/enrolment_messages.h"

namespace muster::net {

/// What ties an enrolment to one TLS connection: both ends know it, a man in the middle cannot make it the same on
/// both sides. The server's key is made for the window, and only the holder of the CA key can certify it.
struct EnrolmentBinding {
    QByteArray serverCertificateDer;
    AuthorityHash caHash;
    QByteArray commitment;  ///< Of the Offer.
    QByteArray challenge;   ///< Of the Offer.
};

/// What the hub shows of its nonce beforehand.
[[nodiscard]] QByteArray commitmentOf(const QByteArray &hubNonce);

/// What both keys of the device sign: every field of @p application but the proofs, bound to this connection.
[[nodiscard]] QByteArray proofMessage(const EnrolmentBinding &binding, const Application &application);

/// Fills in both proofs.
void prove(Application &application, const EnrolmentBinding &binding, const LinkKey &linkKey,
           const SigningKey &operationsKey);
/// Whether the sender holds both private keys, on this very connection.
[[nodiscard]] bool isProven(const Application &application, const EnrolmentBinding &binding);

/// Six decimal digits that both screens show. The hub was bound to its nonce before it saw the device's, and the
/// device chose its own before it saw the hub's, so whoever sits between them has one guess in a million.
[[nodiscard]] QString checkCode(const EnrolmentBinding &binding, const QByteArray &hubNonce,
                                const Application &application);

}  // namespace muster::net
