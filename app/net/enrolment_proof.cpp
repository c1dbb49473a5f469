#include "app/net/enrolment_proof.h"

#include <QtEndian>

namespace muster::net {
namespace {

constexpr quint64 codes = 1'000'000;

/// Everything that both ends must agree on. All parts have a constant length.
QByteArray transcript(QByteArrayView purpose, const EnrolmentBinding &binding, Application application)
{
    application.linkProof.clear();
    application.operationsProof = {};
    QByteArray parts = hash256(purpose).toBytes();
    parts += hash256(binding.serverCertificateDer).toBytes();
    parts += binding.caHash.toBytes();
    parts += hash256(binding.commitment).toBytes();
    parts += hash256(binding.challenge).toBytes();
    parts += hash256(encode(application)).toBytes();
    return parts;
}

}  // namespace

QByteArray commitmentOf(const QByteArray &hubNonce)
{
    return hash256("muster enrolment commitment 1" + hubNonce).toBytes();
}

QByteArray proofMessage(const EnrolmentBinding &binding, const Application &application)
{
    return transcript("muster enrolment proof 1", binding, application);
}

void prove(Application &application, const EnrolmentBinding &binding, const LinkKey &linkKey,
           const SigningKey &operationsKey)
{
    const auto message = proofMessage(binding, application);
    application.linkProof = linkKey.sign(message);
    application.operationsProof = operationsKey.sign(message);
}

bool isProven(const Application &application, const EnrolmentBinding &binding)
{
    const auto message = proofMessage(binding, application);
    return verify(application.operationsProof, message, application.operationsKey) &&
           verifyLinkSignature(application.linkProof, message, application.linkKeyDer);
}

QString checkCode(const EnrolmentBinding &binding, const QByteArray &hubNonce, const Application &application)
{
    const auto hash = hash256(transcript("muster enrolment code 1", binding, application) + hubNonce);
    const auto number = qFromBigEndian<quint64>(hash.bytes.data()) % codes;
    return QStringLiteral("%1").arg(number, 6, 10, QLatin1Char('0'));
}

}  // namespace muster::net
