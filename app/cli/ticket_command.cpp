// muster tickets: codes to print, of guests, zones and staff.
#include "app/cli/command_line.h"
#include "app/cli/ticket_sheet.h"
#include "core/scan/ticket.h"
#include "core/venue/cues/tasks.h"

#include <QDir>
#include <QSet>

namespace muster::cli {
namespace {

struct TicketOptions {
    std::string out;
    std::string of = "guests";
    std::string formats = "png";
    std::string classCode;
    bool isSigned = false;
};

/// The list and what is needed to sign, as the device knows them.
struct Source {
    std::vector<std::pair<GuestId, GuestEntry>> guests;
    std::map<GuestId, quint32> issues;  ///< Of guests whose ticket was replaced.
    EventId event;
    EventSetup setup;
    QString folder;
    Status status;
};

QString either(const Words &words, bool isChinese)
{
    return isChinese ? (words.zh.isEmpty() ? words.en : words.zh) : (words.en.isEmpty() ? words.zh : words.en);
}

Result<QByteArray> signedPayload(const GuestId &id, quint32 issue, const GuestEntry &guest, const EventId &event,
                                 const HubKeys &keys)
{
    scan::Ticket ticket;
    ticket.event = scan::eventMarkOf(event);
    ticket.serial.guest = id;
    ticket.serial.issue = issue;
    ticket.classCode = guest.classCode;
    ticket.companions = guest.companionsMax.value_or(0);
    ticket.sessions = guest.sessions;
    ticket.sessions.sort();
    return scan::signTicket(ticket, scan::KeyId{keys.ticketKeyId}, keys.ticket);
}

Result<std::vector<Invitation>> invitationsFor(const Source &source, const TicketOptions &options)
{
    const DataFolder folder(source.folder);
    const auto membership = folder.membership();
    if (!membership) {
        return fail(membership);
    }
    const auto keys = folder.hubKeys();
    const bool isChinese = source.setup.language != QLatin1String("en");
    std::vector<Invitation> invitations;
    QSet<QString> names;
    for (const auto &[id, guest] : source.guests) {
        if (!options.classCode.empty() && guest.classCode != text(options.classCode)) {
            continue;
        }
        Invitation invitation;
        invitation.guest = guest.name.isEmpty() ? guest.latinName : guest.name;
        invitation.eventWords = either(source.setup.name, isChinese);
        const auto ticketClass = std::ranges::find(source.setup.classes, guest.classCode, &TicketClass::code);
        invitation.classWords =
            ticketClass == source.setup.classes.end() ? guest.classCode : either(ticketClass->name, isChinese);
        invitation.code = guest.codes.isEmpty() ? guest.key : guest.codes.front();
        invitation.payload = invitation.code.toUtf8();
        if (options.isSigned || guest.codes.isEmpty()) {
            if (!keys) {
                return fail(ErrorCode::Refused,
                            QStringLiteral("only the coordinator's folder can sign tickets: run this with its --data"));
            }
            const auto issue = source.issues.find(id);
            auto payload = signedPayload(id, issue == source.issues.end() ? 1 : issue->second, guest,
                                         membership->trust.event, *keys);
            if (!payload) {
                return fail(payload);
            }
            invitation.payload = std::move(*payload);
        }
        const auto name = fileNameOf(!guest.key.isEmpty() ? guest.key : invitation.code);
        invitation.file = name;
        for (int i = 2; names.contains(invitation.file); ++i) {
            invitation.file = name + QStringLiteral("-%1").arg(i);
        }
        names.insert(invitation.file);
        invitations.push_back(std::move(invitation));
    }
    return invitations;
}

/// What hangs in the zones: whoever scans it has been there.
std::vector<Invitation> zoneSheets(const EventId &event, const EventSetup &setup)
{
    const bool isChinese = setup.language != QLatin1String("en");
    std::vector<Invitation> sheets;
    for (const auto &zone : setup.zones) {
        sheets.push_back({fileNameOf(QStringLiteral("zone-") + zone.code), tasks::codeSheetOf(event, zone.code),
                          either(zone.name, isChinese), QString(), either(setup.name, isChinese), zone.code});
    }
    return sheets;
}

/// The badges of our own people.
std::vector<Invitation> badges(const EventSetup &setup)
{
    const bool isChinese = setup.language != QLatin1String("en");
    std::vector<Invitation> sheets;
    for (const auto &member : setup.staff) {
        sheets.push_back({fileNameOf(QStringLiteral("staff-") + member.code), member.code.toUtf8(), member.name,
                          member.roles.join(QLatin1Char(' ')), either(setup.name, isChinese), member.code});
    }
    return sheets;
}

Result<std::vector<Invitation>> sheetsFor(const Source &source, const TicketOptions &options)
{
    if (!source.status) {
        return fail(source.status);
    }
    return options.of == "zones"   ? zoneSheets(source.event, source.setup)
           : options.of == "staff" ? badges(source.setup)
                                   : invitationsFor(source, options);
}

Status write(const std::vector<Invitation> &invitations, const QString &out, const TicketOptions &options)
{
    const auto formats = text(options.formats).split(QLatin1Char(','));
    if (!QDir().mkpath(out)) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot make the folder %1: check its parent").arg(out));
    }
    if (formats.contains(QStringLiteral("png"))) {
        for (const auto &invitation : invitations) {
            if (const auto written = TicketSheet::writePicture(out, invitation); !written) {
                return written;
            }
        }
    }
    if (formats.contains(QStringLiteral("pdf"))) {
        const auto name = options.of == "guests" ? QStringLiteral("tickets") : text(options.of);
        return TicketSheet::writePdf(QStringLiteral("%1/%2.pdf").arg(out, name), invitations);
    }
    return {};
}

void writeTickets(Access &access, const QString &out, const TicketOptions &options, const Done &done)
{
    const auto source = std::make_shared<Source>();
    access.call(
        [source](LocalDevice &local) {
            source->event = local.device().journal().options().event;
            source->setup = local.device().setup();
            source->folder = local.folder().path();
            source->status = local.device().forEachGuest(
                [source](const GuestId &id, const GuestEntry &entry) { source->guests.emplace_back(id, entry); });
            for (const auto &[id, entry] : source->guests) {
                if (const auto issue = local.device().ticketIssueOf(id); issue > 1) {
                    source->issues[id] = issue;
                }
            }
        },
        [&access, source, out, options, done] {
            const auto reply = std::make_shared<Reply>();
            const auto work = [source, out, options, reply] {
                std::ranges::sort(source->guests, {}, [](const auto &guest) { return guest.second.key; });
                const auto invitations = sheetsFor(*source, options);
                const auto written = invitations ? write(*invitations, out, options) : Status(fail(invitations));
                *reply = !written ? errorReply(written.error())
                                  : Reply{Exit::Done,
                                          {{QStringLiteral("out"), out},
                                           {QStringLiteral("tickets"), qint64(invitations->size())}},
                                          QStringLiteral("wrote %1 tickets to %2").arg(invitations->size()).arg(out),
                                          false};
            };
            access.aside(work, [reply, done] { done(*reply); });
        });
}

}  // namespace

void addTicketCommand(CommandLine &line)
{
    auto *command = line.add("tickets", "Write QR codes to print: invitations, codes of zones, badges");
    const auto options = std::make_shared<TicketOptions>();
    command->add_option("--out", options->out, "Folder for them")->required()->type_name("DIR");
    command
        ->add_option("--of", options->of,
                     "guests (invitations), zones (they hang there and prove rounds) or staff (badges)")
        ->check(CLI::IsMember({"guests", "zones", "staff"}));
    command->add_option("--format", options->formats, "png (one a guest), pdf (several a page), or both: png,pdf")
        ->check(CLI::IsMember({"png", "pdf", "png,pdf", "pdf,png"}));
    command->add_option("--class", options->classCode, "Only guests of this class");
    command->add_flag("--signed", options->isSigned,
                      "Signed tickets, valid with no guest list, instead of the codes of the list");
    command->callback([&line, options] {
        line.choose(
            AtDevice{.run = [out = line.path(options->out),
                             options](Access &access, const Done &done) { writeTickets(access, out, *options, done); },
                     .needsGraphics = true});
    });
}

}  // namespace muster::cli
