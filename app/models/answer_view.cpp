#include "app/models/answer_view.h"

#include "core/venue/day/alert_list.h"

namespace muster {
namespace {

constexpr qsizetype calledMax = 3;  // More names than that nobody reads.

}  // namespace

AnswerView::AnswerView(const Settings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    connect(&settings, &Settings::languageChanged, this, &AnswerView::changed);
    connect(&settings, &Settings::timeZoneChanged, this, &AnswerView::changed);
}

void AnswerView::show(const Answer &answer)
{
    m_answer = answer;
    m_hasVerdict = true;
    Q_EMIT changed();
}

void AnswerView::showGuest(const GuestView &guest)
{
    m_answer = {};
    m_answer.guest = guest;
    m_hasVerdict = false;
    Q_EMIT changed();
}

void AnswerView::clear()
{
    m_answer = {};
    m_hasVerdict = false;
    Q_EMIT changed();
}

const GuestView &AnswerView::guestOrNone() const
{
    static const GuestView none;
    return m_answer.guest ? *m_answer.guest : none;
}

QString AnswerView::checkedElsewhereAt() const
{
    return m_answer.checkedElsewhereAt ? m_settings.clockOf(*m_answer.checkedElsewhereAt) : QString();
}

QString AnswerView::party() const
{
    QStringList names;
    for (const GuestView &member : m_answer.party) {
        if (member.isNameHere) {
            names.append(member.name);
        }
    }
    return names.join(QStringLiteral(" · "));
}

QString AnswerView::zone() const { return m_hasVerdict ? m_answer.zone : guestOrNone().zone; }

QString AnswerView::earlierStation() const
{
    if (!m_answer.earlier) {
        return {};
    }
    const QString name = m_settings.say(m_answer.earlier->stationName);
    return name.isEmpty() ? m_answer.earlier->station : name;
}

QString AnswerView::earlierTime() const
{
    return m_answer.earlier ? m_settings.clockOf(m_answer.earlier->at) : QString();
}

GuestRow guestRow(const GuestView &guest, const Settings &settings)
{
    return {guest.id.toHex(), guest.isNameHere ? guest.name : QString(),
            guest.latinName,  guest.company,
            guest.phone,      settings.say(guest.className),
            guest.band,       guest.zone,
            guest.isInside,   false};
}

std::vector<GuestRow> guestRows(const std::vector<GuestView> &guests, const Settings &settings)
{
    std::vector<GuestRow> rows;
    rows.reserve(guests.size());
    for (const GuestView &guest : guests) {
        rows.push_back(guestRow(guest, settings));
    }
    return rows;
}

QString nameOf(const ConflictView &conflict)
{
    const bool isNamed = conflict.guest && conflict.guest->isNameHere;
    QStringList parts{conflict.subject, isNamed ? conflict.guest->name : QString()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

SignInRow signInRow(const SignInView &signIn, const Settings &settings)
{
    SignInRow row;
    row.key = signIn.operation.toHex();
    row.name = signIn.guest.isNameHere ? signIn.guest.name : QString();
    row.className = settings.say(signIn.guest.className);
    row.band = signIn.guest.band;
    row.time = settings.clockOf(signIn.at);
    row.zone = signIn.zone;
    row.station = settings.say(signIn.stationName);
    if (row.station.isEmpty()) {
        row.station = signIn.station;
    }
    row.companions = signIn.companions;
    row.isOut = signIn.direction == Direction::Out;
    row.isProvisional = signIn.isProvisional;
    row.isAnnulled = signIn.isAnnulled;
    row.actor = signIn.actor;
    row.overrideReason = signIn.overrideReason;
    row.annulledBy = signIn.annulledBy;
    row.annulledWhy = signIn.annulledWhy;
    return row;
}

AlertRow alertRow(const AlertView &alert, const Settings &settings, WallTime now)
{
    AlertRow row;
    row.key = alert.id;
    row.kind = alert.kind;
    row.text = settings.say(alert.text);
    row.isAboutGuest = alert.guest.has_value();
    if (alert.guest) {
        row.name = alert.guest->isNameHere ? alert.guest->name : QString();
        row.className = settings.say(alert.guest->className);
        row.zone = alert.guest->zone;
    }
    row.station = settings.say(alert.stationName);
    if (row.station.isEmpty()) {
        row.station = alert.station;
    }
    row.host = alert.host;
    QStringList called = alert.called;
    called.removeAll(alert.host);
    row.called = called.mid(0, calledMax).join(QStringLiteral(", "));
    row.losing = alert.losing ? alert.losing->toHex() : QString();
    row.ageSeconds = int(std::max<qint64>(0, (toMsecs(now) - toMsecs(alert.since)) / 1'000));
    row.weight = alert.weight;
    row.isEscalated = alert.isEscalated;
    return row;
}

QString inHandWords(const DayView &day, const EventSetup &event, const Settings &settings)
{
    constexpr qsizetype linesMax = 3;
    QStringList lines;
    for (const auto &alert : day.inHand) {
        if (lines.size() == linesMax) {
            break;
        }
        const auto *member = findByCode(event.staff, alert.acknowledgedBy);
        QStringList parts{settings.say(alert.text == Words{} ? day_query::wordsOf(alert.kind) : alert.text),
                          member == nullptr ? alert.acknowledgedBy : member->name,
                          alert.againAt ? settings.clockOf(*alert.againAt) : QString()};
        parts.removeAll(QString());
        lines << parts.join(QStringLiteral(" · "));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace muster
