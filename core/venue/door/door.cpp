#include "core/venue/door/door.h"

#include "core/venue/door/rules.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/modes/modes.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/zones/headcount.h"

namespace muster {
namespace {

RequestId requestFor(const RequestId &act, const GuestId &member, bool isFirst)
{
    if (isFirst) {
        return act;
    }
    const auto hash = hash256(act.toBytes() + member.toBytes());
    RequestId request;
    std::copy_n(hash.bytes.begin(), request.bytes.size(), request.bytes.begin());
    return request;
}

/// Rules that staff may set aside with a reason. A forged, revoked, blocked or cancelled invitation is none of them.
bool isOverridable(Outcome outcome)
{
    switch (outcome) {
    case Outcome::AlreadyIn:
    case Outcome::WrongTime:
    case Outcome::WrongGate:
    case Outcome::RuleRefused:
    case Outcome::NotPaid:
    case Outcome::NotApproved:
    case Outcome::ZoneFull: return true;
    default: return false;
    }
}

Outcome outcomeOf(GuestStatus status)
{
    switch (status) {
    case GuestStatus::Valid: return Outcome::Admitted;
    case GuestStatus::Blocked: return Outcome::Blocked;
    case GuestStatus::Cancelled: return Outcome::Cancelled;
    case GuestStatus::NotPaid: return Outcome::NotPaid;
    case GuestStatus::NotApproved: return Outcome::NotApproved;
    }
    Q_UNREACHABLE();
}

}  // namespace

Door::Door(Journal &journal, Venue &venue, const SecretKey &codeKey, Post post)
    : m_journal(journal),
      m_state(journal.state()),
      m_setup(venue.setup(journal.state())),
      m_codeKey(codeKey),
      m_post(std::move(post))
{
}

Answer Door::answer(const Act &act, Outcome outcome, const QByteArray &code) const
{
    Answer answer;
    answer.outcome = outcome;
    answer.request = act.request;
    answer.code = code;
    return answer;
}

const Zone *Door::zoneOf(const QString &code) const
{
    const auto found = std::ranges::find(m_setup.zones, code, &Zone::code);
    return found == m_setup.zones.end() ? nullptr : &*found;
}

const TicketClass *Door::classNamed(const QString &code) const
{
    const auto found = std::ranges::find(m_setup.classes, code, &TicketClass::code);
    return found == m_setup.classes.end() ? nullptr : &*found;
}

int Door::heads(const Wanted &wanted) const { return int(wanted.members.size()) + wanted.companions; }

QString Door::classOf(const GuestId &guest, const QString &otherwise)
{
    const auto listed = guests::find(m_state, guest);
    return listed ? listed->classCode : otherwise;
}

QString Door::claimOf(const Wanted &wanted, const Wanted::Member &member) const
{
    return wanted.step == presence::Step::In ? presence::claimFor(wanted.session, member.guest)
                                             : QStringLiteral("place/%1").arg(member.guest.toHex());
}

std::optional<Answer> Door::toldBefore(const RequestId &request, const QByteArray &code)
{
    auto &row = m_state.statement("SELECT t.op FROM told_request t JOIN told f ON f.op = t.op WHERE t.request = ?");
    if (!bindAll(row, request).executeStep()) {
        return std::nullopt;
    }
    const auto fact = presence::find(m_state, idOf<OperationHash>(row.getColumn(0)));
    Answer told;
    told.outcome = fact->step == presence::Step::Out ? Outcome::CheckedOut : Outcome::Admitted;
    told.request = request;
    told.code = code;
    told.guest = viewOf(m_state, m_setup, fact->guest);
    told.companions = fact->companions;
    told.isProvisional = fact->isProvisional;
    told.zone = fact->zone;
    if (const Zone *zone = zoneOf(fact->zone)) {
        told.zoneName = zone->name;
    }
    told.operation = fact->operation;
    if (const auto listed = guests::find(m_state, fact->guest); listed && fact->step == presence::Step::In) {
        told.number = listed->number;
        showNumber(fact->guest, listed->classCode, told);
    }
    return told;
}

std::optional<Answer> Door::point(const Act &act, const Presented &presented, GuestId &guest)
{
    switch (presented.kind) {
    case Presented::Kind::Malformed: return answer(act, Outcome::Malformed, presented.code);
    case Presented::Kind::Forged: return answer(act, Outcome::Forged, presented.code);
    case Presented::Kind::WrongEvent: return answer(act, Outcome::WrongEvent, presented.code);
    case Presented::Kind::Guest: guest = presented.guest; break;
    case Presented::Kind::Ticket: {
        guest = presented.guest;
        const auto listed = guests::find(m_state, guest);
        if (listed && presented.serial < listed->serialMin) {
            return answer(act, Outcome::Revoked, presented.code);
        }
        return std::nullopt;
    }
    case Presented::Kind::Plain: {
        const auto found = guests::withCode(m_state, guests::codeHash(presented.text, m_codeKey));
        if (found.size() > 1) {
            auto ambiguous = answer(act, Outcome::Ambiguous, presented.code);
            for (const auto &candidate : found) {
                ambiguous.candidates.push_back(viewOf(m_state, m_setup, candidate));
            }
            return ambiguous;
        }
        if (found.empty()) {
            return answer(act, Outcome::Unknown, presented.code);
        }
        guest = found.front();
        break;
    }
    }
    if (!guests::find(m_state, guest)) {
        return answer(act, Outcome::Unknown, presented.code);
    }
    return std::nullopt;
}

QString Door::sessionFor(const GuestId &guest, Words &reason)
{
    if (m_setup.sessions.empty()) {
        return {};
    }
    const auto open = sessions::open(m_state);
    const auto listed = guests::find(m_state, guest);
    for (const auto &session : m_setup.sessions) {
        const bool isInvited = !listed || listed->sessions.isEmpty() || listed->sessions.contains(session.code);
        if (isInvited && open.contains(session.code)) {
            return session.code;
        }
    }
    reason = open.isEmpty() ? rules::signInIsClosed() : rules::otherSession();
    return QStringLiteral("-");
}

Door::Examined Door::examine(const Act &act, const SignIn &command, const Presented &presented)
{
    Examined examined;
    if (auto before = toldBefore(act.request, presented.code)) {
        examined.answer = std::move(before);
        return examined;
    }
    GuestId guest;
    if (auto refused = point(act, presented, guest)) {
        examined.answer = std::move(refused);
        return examined;
    }
    Wanted &wanted = examined.wanted;
    wanted.request = act.request;
    wanted.actor = act.actor;
    wanted.code = presented.code;
    wanted.members.push_back({guest, classOf(guest, presented.classCode), act.request});
    wanted.overrideReason = command.overrideReason;
    wanted.happenedAt = command.happenedAt;
    wanted.companions = std::max(command.companions.value_or(0), 0);
    if (command.direction == Direction::Out) {
        wanted.step = presence::Step::Out;
        const auto day = presence::dayOf(m_state, guest);
        if (!day.isInside) {
            examined.answer = refusal(wanted, Outcome::NotInside, {}, std::nullopt);
        }
        wanted.session = day.place ? day.place->session : QString();
        wanted.companions = day.place ? day.place->companions : 0;
        return examined;
    }
    Words closed;
    wanted.session = sessionFor(guest, closed);
    if (closed != Words{} && wanted.overrideReason.isEmpty()) {
        examined.answer = refusal(wanted, Outcome::WrongTime, closed, std::nullopt);
        return examined;
    }
    const auto entry = judgeEntry(wanted, wanted.members.front());
    if (entry.outcome != Outcome::Admitted) {
        examined.answer = refusal(wanted, entry.outcome, entry.reason,
                                  entry.earlier ? std::optional(earlierOf(*entry.earlier)) : std::nullopt, entry.why);
        return examined;
    }
    if (const auto why = noWayInto(command.zone); why != Words{}) {
        examined.answer = refusal(wanted, Outcome::NotFound, why, std::nullopt);
        return examined;
    }
    examined.answer = ask(act, command, presented, wanted);
    wanted.zone = firstZone(command.zone, wanted.members.front().classCode);
    wanted.series = seriesFor(guest, wanted.members.front().classCode);
    return examined;
}

std::optional<Answer> Door::ask(const Act &act, const SignIn &command, const Presented &presented, Wanted &wanted)
{
    const auto guest = wanted.members.front();
    auto needs = answer(act, Outcome::NeedsAnswers, presented.code);
    const auto listed = guests::find(m_state, guest.guest);
    const auto *ticketClass = classNamed(guest.classCode);
    const bool isKnownClass = ticketClass != nullptr;
    const bool isFirstTime = presence::dayOf(m_state, guest.guest).standingIns == 0;
    needs.companionsMax = listed && listed->companionsMax ? *listed->companionsMax
                          : presented.companionsMax > 0   ? presented.companionsMax
                          : isKnownClass                  ? ticketClass->companionsMax
                                                          : 0;
    if (wanted.companions > needs.companionsMax && wanted.overrideReason.isEmpty()) {
        return refusal(wanted, Outcome::RuleRefused, rules::tooManyCompanions(needs.companionsMax), std::nullopt);
    }
    for (const auto &code : isKnownClass &&isFirstTime ? ticketClass->questions : QStringList()) {
        const auto question = std::ranges::find(m_setup.questions, code, &Question::code);
        if (question == m_setup.questions.end()) {
            continue;
        }
        if (const auto given = command.answers.value(code); !given.isEmpty()) {
            if (rules::isConsentRefused(*question, given)) {
                return refusal(wanted, Outcome::RuleRefused, rules::consentNeeded(), std::nullopt);
            }
            continue;
        }
        if (!question->isBeforeAdmission) {
            wanted.afterwards.push_back(*question);
        } else if (question->isRequired || !command.isEachQuestionAsked) {
            needs.questions.push_back(*question);
        }
    }
    if (listed && command.party.empty() && !command.isEachQuestionAsked) {
        for (const auto &member : guests::inGroup(m_state, listed->group, 20)) {
            if (member != guest.guest && !presence::dayOf(m_state, member).isInside) {
                needs.group.push_back(viewOf(m_state, m_setup, member));
            }
        }
    }
    for (const auto &member : command.party) {
        const auto found = guests::find(m_state, member);
        if (found && listed && found->group == listed->group && !listed->group.isNull() && member != guest.guest) {
            wanted.members.push_back({member, found->classCode, requestFor(act.request, member, false)});
        }
    }
    const bool asksCompanions = needs.companionsMax > 0 && !command.companions && !command.isEachQuestionAsked;
    if (needs.questions.empty() && needs.group.empty() && !asksCompanions) {
        return std::nullopt;
    }
    if (!asksCompanions) {
        needs.companionsMax = 0;
    }
    needs.guest = viewOf(m_state, m_setup, guest.guest);
    return needs;
}

Door::Examined Door::examine(const Act &act, const MoveGuest &command, const Presented &presented)
{
    Examined examined;
    if (auto before = toldBefore(act.request, presented.code)) {
        examined.answer = std::move(before);
        return examined;
    }
    GuestId guest;
    if (auto refused = point(act, presented, guest)) {
        examined.answer = std::move(refused);
        return examined;
    }
    Wanted &wanted = examined.wanted;
    wanted.request = act.request;
    wanted.actor = act.actor;
    wanted.code = presented.code;
    wanted.step = command.zone.isEmpty() ? presence::Step::Out : presence::Step::Move;
    wanted.zone = command.zone;
    wanted.members.push_back({guest, classOf(guest, presented.classCode), act.request});
    const auto day = presence::dayOf(m_state, guest);
    if (const auto why = noWayInto(command.zone); why != Words{}) {
        examined.answer = refusal(wanted, Outcome::NotFound, why, std::nullopt);
    } else if (!day.isInside) {
        examined.answer = refusal(wanted, Outcome::NotInside, rules::signInFirst(), std::nullopt);
    } else {
        wanted.session = day.place->session;
        wanted.companions = day.place->companions;
    }
    return examined;
}

bool Door::isScarce(const Wanted &wanted)
{
    const Zone *zone = zoneOf(wanted.zone);
    const bool isFirm = zone != nullptr && zone->firmCapacity.has_value();
    switch (wanted.step) {
    case presence::Step::In: return wanted.number.isEmpty() || isFirm;
    case presence::Step::Move: return isFirm;
    case presence::Step::Out: return false;
    }
    Q_UNREACHABLE();
}

Door::Entry Door::judgeRules(const QString &classCode, const QString &session, const QString &station,
                             const Rule *&matched)
{
    const auto verdict = rules::nearest(m_setup, {classCode, session, station, m_post.now});
    matched = verdict.matched;
    Entry entry;
    entry.outcome = verdict.outcome;
    entry.reason = verdict.words;
    return entry;
}

Door::Entry Door::judgeEntry(const Wanted &wanted, const Wanted::Member &member)
{
    auto entry = judgeGuest(wanted, member);
    const auto bar =
        entry.outcome == Outcome::Admitted ? modes::barAtDoor(m_state, m_setup, m_post.now) : modes::Mode::Normal;
    // Into a hall that is being emptied nobody's reason lets anybody.
    if (bar == modes::Mode::Evacuate || (bar != modes::Mode::Normal && wanted.overrideReason.isEmpty())) {
        entry.outcome = Outcome::RuleRefused;
        entry.reason = modes::wordsAtDoor(bar);
        entry.why = modes::toString(bar);
    }
    return entry;
}

Door::Entry Door::judgeGuest(const Wanted &wanted, const Wanted::Member &member)
{
    const bool isForced = !wanted.overrideReason.isEmpty();
    Entry entry;
    if (const auto listed = guests::find(m_state, member.guest)) {
        entry.outcome = outcomeOf(listed->status);
        if (entry.outcome != Outcome::Admitted && !(isForced && isOverridable(entry.outcome))) {
            return entry;
        }
    }
    const Rule *matched = nullptr;
    entry = judgeRules(member.classCode, wanted.session, m_post.station, matched);
    if (entry.outcome != Outcome::Admitted && !isForced) {
        return entry;
    }
    entry = {};
    const auto facts = presence::standing(m_state, member.guest);
    const presence::Fact *lastIn = nullptr;
    int ins = 0;
    for (const auto &fact : facts) {
        if (fact.step == presence::Step::In && fact.session == wanted.session) {
            ++ins;
            lastIn = lastIn == nullptr || presence::goesBefore(*lastIn, fact) ? &fact : lastIn;
        }
    }
    if (lastIn == nullptr || isForced) {
        return entry;
    }
    const auto reentry = matched != nullptr ? matched->reentry : Reentry::AfterExit;
    const bool isInside = presence::dayOf(m_state, member.guest).isInside;
    if ((isInside && reentry != Reentry::Always) || reentry == Reentry::No) {
        entry.outcome = Outcome::AlreadyIn;
        entry.earlier = *lastIn;
    } else if (matched != nullptr && matched->entriesMax && ins >= *matched->entriesMax) {
        entry.outcome = Outcome::RuleRefused;
        entry.earlier = *lastIn;
        entry.reason = matched->message;
    }
    return entry;
}

Earlier Door::earlierOf(const presence::Fact &fact) { return earlierFrom(m_setup, fact); }

Earlier Door::earlierOf(const claims::Verdict &grant)
{
    Earlier earlier;
    earlier.operation = grant.operation;
    earlier.device = grant.device;
    earlier.station = grant.detail.value(QLatin1String("station")).toString();
    const auto station = std::ranges::find(m_setup.stations, earlier.station, &Station::code);
    earlier.stationName = station == m_setup.stations.end() ? Words{} : station->name;
    earlier.at = m_post.now;
    return earlier;
}

Answer Door::refusal(const Wanted &wanted, Outcome outcome, const Words &reason, std::optional<Earlier> earlier,
                     const QString &why)
{
    Answer refused;
    refused.outcome = outcome;
    refused.why = why;
    refused.request = wanted.request;
    refused.code = wanted.code;
    refused.guest = viewOf(m_state, m_setup, wanted.members.front().guest);
    refused.reason = reason;
    refused.number = wanted.number;
    showNumber(wanted.members.front().guest, wanted.members.front().classCode, refused);
    refused.earlier = std::move(earlier);
    return refused;
}

Earlier earlierFrom(const EventSetup &setup, const presence::Fact &fact)
{
    Earlier earlier;
    earlier.operation = fact.operation;
    earlier.device = fact.stream.origin;
    earlier.station = fact.station;
    const auto station = std::ranges::find(setup.stations, fact.station, &Station::code);
    earlier.stationName = station == setup.stations.end() ? Words{} : station->name;
    const auto staff = std::ranges::find(setup.staff, fact.actor, &StaffMember::code);
    earlier.actor = staff == setup.staff.end() ? fact.actor : staff->name;
    earlier.at = fact.at();
    earlier.zone = fact.zone;
    return earlier;
}

GuestView viewOf(State &state, const EventSetup &setup, const GuestId &guest)
{
    GuestView view;
    view.id = guest;
    const auto listed = guests::find(state, guest);
    const auto day = presence::dayOf(state, guest);
    view.classCode = listed ? listed->classCode : day.place ? day.place->classCode : QString();
    const auto ticketClass = std::ranges::find(setup.classes, view.classCode, &TicketClass::code);
    if (ticketClass != setup.classes.end()) {
        view.className = ticketClass->name;
        view.band = ticketClass->band;
        view.alert = ticketClass->alert;
        view.companionsMax = ticketClass->companionsMax;
    }
    if (listed) {
        const auto host = std::ranges::find(setup.staff, listed->host, &StaffMember::code);
        view.host = host == setup.staff.end() ? listed->host : host->name;
        view.companionsMax = listed->companionsMax.value_or(view.companionsMax);
        view.isWalkIn = listed->isWalkIn;
        view.status = listed->status;
        view.group = listed->group.isNull() ? QString() : listed->group.toHex();
    }
    view.isInside = day.isInside;
    view.zone = day.isInside ? day.place->zone : QString();
    view.companions = day.isInside ? day.place->companions : 0;
    return view;
}

}  // namespace muster
