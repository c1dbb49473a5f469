// muster --self-test: every part of this installation once, on a day of its own.
#include "app/cli/command_line.h"
#include "app/cli/device_window.h"
#include "app/cli/sign_in.h"
#include "app/devices/frame_source.h"
#include "app/net/certificate_authority.h"
#include "core/scan/pipeline.h"
#include "core/scan/qr_image.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>

namespace muster::cli {
namespace {

EventSetup smallDay()
{
    EventSetup setup;
    setup.name = {QStringLiteral("自检"), QStringLiteral("Self-test")};
    setup.zones = {{QStringLiteral("A"), {QStringLiteral("签到区"), QStringLiteral("Sign-in")}, {}, 10, {}, {}, {}}};
    setup.classes = {{QStringLiteral("guest"),
                      {QStringLiteral("来宾"), QStringLiteral("Guest")},
                      QStringLiteral("A"),
                      {},
                      {},
                      0,
                      {}}};
    return setup;
}

/// A QR code is drawn and read again.
QStringList testScanning()
{
    const QByteArray payload("MUSTER-SELF-TEST");
    const auto picture = scan::qrImage(payload);
    const auto found = picture ? scan::Pipeline::decodeAll(picture->view()) : std::nullopt;
    return found && found->reading.payload == payload ? QStringList()
                                                      : QStringList(QStringLiteral("a QR code could not be read back"));
}

/// An event is made, a guest comes in once and only once, and the journal is sound.
QStringList testDay(const QString &folder)
{
    GuestEntry guest;
    guest.key = QStringLiteral("G1");
    guest.codes = {QStringLiteral("SELF-TEST")};
    guest.name = QStringLiteral("王小明");
    guest.classCode = QStringLiteral("guest");
    const auto makeAuthority = [](const DeviceId &hub) -> Result<NewAuthority> {
        SystemRandom random;
        const auto authority = net::CertificateAuthority::create(random);
        const auto key = net::LinkKey::create();
        const auto certificate = authority.issue(key.publicKeyDer(), hub);
        if (!certificate) {
            return fail(certificate);
        }
        return NewAuthority{authority.certificatePem(), authority.privateKeyPem(), key.privateKeyPem(), *certificate};
    };
    if (const auto made = makeEvent(folder, smallDay(), std::span(&guest, 1), makeAuthority); !made) {
        return {made.error().detail};
    }
    const auto local = LocalDevice::open(folder);
    if (!local) {
        return {local.error().detail};
    }
    QStringList failures;
    for (const auto expected : {Outcome::Admitted, Outcome::AlreadyIn}) {
        Act act;
        SignIn signIn;
        signIn.payload = "SELF-TEST";
        act.command = signIn;
        signInUnattended(
            [&](Act next, const std::function<void(const Answer &)> &told) { told((*local)->decide(std::move(next))); },
            act,
            [&](const Answer &answer) {
                if (answer.outcome != expected) {
                    failures << QStringLiteral("sign-in said %1 instead of %2")
                                    .arg(toString(answer.outcome), toString(expected));
                }
            });
    }
    const auto faults = (*local)->device().faults();
    return failures + (faults ? *faults : QStringList(faults.error().detail));
}

QStringList testScreens(const QString &folder)
{
    Node::Options options;
    options.dataFolder = folder;
    options.role = QStringLiteral("coordinator");
    options.isNetworked = false;
    const auto node = Node::open(options);
    return node ? DeviceWindow::selfTest(**node) : QStringList(node.error().detail);
}

}  // namespace

int selfTest(const Console &console)
{
    chooseMediaBackend();
    const QTemporaryDir folder;
    const auto event = folder.filePath(QStringLiteral("event"));
    QJsonObject parts;
    QStringList words;
    bool isSound = true;
    const auto test = [&](const QString &name, const QStringList &failures) {
        parts.insert(name, failures.isEmpty() ? QJsonValue(true) : QJsonValue(QJsonArray::fromStringList(failures)));
        words << (failures.isEmpty() ? QStringLiteral("%1: well").arg(name)
                                     : QStringLiteral("%1: %2").arg(name, failures.join(QStringLiteral("; "))));
        isSound = isSound && failures.isEmpty();
    };
    test(QStringLiteral("scanning"), testScanning());
    test(QStringLiteral("day"), testDay(event));
    test(QStringLiteral("screens"), testScreens(event));
    return console.finish({isSound ? Exit::Done : Exit::Refused,
                           {{QStringLiteral("sound"), isSound}, {QStringLiteral("parts"), parts}},
                           words.join(QLatin1Char('\n')),
                           false});
}

}  // namespace muster::cli
