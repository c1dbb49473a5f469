// muster scan: what pictures and videos say.
#include "app/cli/command_line.h"
#include "app/cli/device_caller.h"
#include "app/devices/scan_file.h"

namespace muster::cli {
namespace {

struct ScanOptions {
    std::vector<std::string> files;
    std::string station;
};

QString verdictOf(DeviceCaller &device, const QByteArray &payload, const QString &station)
{
    QStringList args{QStringLiteral("do"), QStringLiteral("look"), QStringLiteral("--hex"),
                     QString::fromLatin1(payload.toHex())};
    if (!station.isEmpty()) {
        args << QStringLiteral("--station") << station;
    }
    return device.call(args).json.value(QStringLiteral("outcome")).toString();
}

int scanFiles(const Console &console, const QStringList &files, const QString &data, const QString &station)
{
    const SystemClock clock;
    std::optional<DeviceCaller> device;
    if (!data.isEmpty()) {
        device.emplace(data);
        // Said once, not once a file.
        if (const auto reply = device->call({QStringLiteral("digest")}); reply.exit != Exit::Done) {
            return console.finish(reply);
        }
    }
    bool isEachRead = true;
    for (const auto &file : files) {
        const auto found = scanFile(file, clock);
        if (!found) {
            isEachRead = false;
            auto json = errorJson(toString(found.error().code), found.error().detail);
            json.insert(QStringLiteral("file"), file);
            console.isJson() ? console.line(json, {}) : console.note(found.error().detail);
            continue;
        }
        isEachRead = isEachRead && found->payload;
        auto json = toJson(*found);
        if (device && found->payload) {
            json.insert(QStringLiteral("verdict"), verdictOf(*device, *found->payload, station));
        }
        const auto seen = json.value(QStringLiteral("text")).toString(QStringLiteral("no code"));
        console.line(
            json,
            QStringLiteral("%1: %2 %3").arg(file, seen, json.value(QStringLiteral("verdict")).toString()).trimmed());
    }
    return int(isEachRead ? Exit::Done : Exit::Refused);
}

}  // namespace

void addScanCommand(CommandLine &line)
{
    auto *command = line.add("scan", "Decode pictures or videos; with --data also what the door would say");
    const auto options = std::make_shared<ScanOptions>();
    command->add_option("files", options->files, "Pictures or videos")->required()->type_name("FILE");
    command->add_option("--station", options->station, "With --data: at which station");
    command->callback([&line, options] {
        QStringList files;
        for (const auto &file : options->files) {
            files << text(file);
        }
        line.choose(
            Here{.run = [files, data = line.isDataGiven() ? line.data() : QString(), station = text(options->station)](
                            const Console &console) { return scanFiles(console, files, data, station); },
                 .needsGraphics = true});
    });
}

}  // namespace muster::cli
