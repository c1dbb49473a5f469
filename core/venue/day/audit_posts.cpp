// Acts about posts, gear, roll call and who signs on, in the words of the day.
#include "core/venue/day/audit_readers.h"
#include "core/venue/posts/gear.h"
#include "core/venue/posts/helpers.h"
#include "core/venue/posts/posts.h"
#include "core/venue/posts/roll.h"
#include "core/venue/staff/sign_on.h"

namespace muster::audit {
namespace {

QString textOf(const QCborMap &body, const char *name) { return body.value(QLatin1String(name)).toString(); }

bool isSet(const QCborMap &body, const char *name) { return body.value(QLatin1String(name)).toBool(); }

/// "S12 → gate-a, relieves S7"
QString wayOf(const QCborMap &body)
{
    auto way = textOf(body, "staff");
    const auto place = textOf(body, "place");
    const auto relieved = textOf(body, "relieves");
    way += place.isEmpty() ? QString() : QStringLiteral(" → ") + place;
    return way + (relieved.isEmpty() ? QString() : QStringLiteral(", relieves ") + relieved);
}

void readStepped(const QCborMap &body, AuditView &entry)
{
    switch (Whereabouts(body.value(QLatin1String("where")).toInteger())) {
    case Whereabouts::Standing:
    case Whereabouts::StandingBy: entry.act = QStringLiteral("post_in"); break;
    case Whereabouts::OnBreak: entry.act = QStringLiteral("break"); break;
    case Whereabouts::AtMeal: entry.act = QStringLiteral("meal"); break;
    case Whereabouts::Sent: entry.act = QStringLiteral("dispatch"); break;
    default: entry.act = QStringLiteral("post_out"); break;
    }
    entry.detail = wayOf(body);
    entry.station = textOf(body, "station");
    const auto note = textOf(body, "note");
    entry.reason = note.isEmpty() ? textOf(body, "reason") : note;
    const auto at = body.value(QLatin1String("at_s"));
    constexpr auto atOnce = std::chrono::minutes(1);
    const auto happened = fromMsecs(std::clamp<qint64>(at.toInteger(), 0, happenedMaxS) * 1'000);
    if (at.isInteger() && entry.at - happened > atOnce) {
        entry.happenedAt = happened;
    }
}

void readTicked(const QCborMap &body, AuditView &entry)
{
    entry.act = isSet(body, "on") ? QStringLiteral("tick") : QStringLiteral("untick");
    QStringList words{textOf(body, "staff")};
    for (const auto &item : body.value(QLatin1String("ticks")).toArray()) {
        words << item.toString();
    }
    entry.detail = words.join(QLatin1Char(' '));
}

void readRelief(const QCborMap &body, AuditView &entry)
{
    entry.act = QStringLiteral("name_relief");
    const auto relief = textOf(body, "relief");
    entry.detail =
        QStringLiteral("%1: %2 → %3")
            .arg(textOf(body, "post"), textOf(body, "staff"), relief.isEmpty() ? QStringLiteral("–") : relief);
}

void readGear(const QCborMap &body, AuditView &entry)
{
    entry.act = isSet(body, "out") ? QStringLiteral("gear_out") : QStringLiteral("gear_in");
    entry.detail = (textOf(body, "tag") + QLatin1Char(' ') + textOf(body, "staff")).trimmed();
    entry.station = textOf(body, "station");
    entry.reason = textOf(body, "note");
}

void readRoll(const QCborMap &body, AuditView &entry)
{
    entry.act = isSet(body, "present") ? QStringLiteral("roll_present") : QStringLiteral("roll_missing");
    entry.detail = (textOf(body, "place") + QLatin1Char(' ') + textOf(body, "staff")).trimmed();
}

/// Who, and never what: a hash of a PIN is nobody's to read.
void readSign(const QCborMap &body, AuditView &entry)
{
    entry.detail = textOf(body, "staff");
    entry.station = textOf(body, "station");
}

}  // namespace

std::map<QString, Reader> postReaders()
{
    return {{posts::steppedKind(), &readStepped},
            {posts::tickedKind(), &readTicked},
            {posts::reliefKind(), &readRelief},
            {helpers::kind(),
             [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("add_helper");
                 entry.detail = textOf(body, "code");
             }},
            {gear::kind(), &readGear},
            {roll::kind(), &readRoll},
            {staff::pinSetKind(),
             [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("set_pin");
                 readSign(body, entry);
             }},
            {staff::pinRefusedKind(),
             [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("wrong_pin");
                 readSign(body, entry);
             }},
            {staff::signedOnKind(),
             [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("sign_on");
                 readSign(body, entry);
             }},
            {staff::signedOffKind(), [](const QCborMap &body, AuditView &entry) {
                 entry.act = QStringLiteral("sign_off");
                 readSign(body, entry);
             }}};
}

}  // namespace muster::audit
