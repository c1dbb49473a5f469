#include "tests/venue/hall.h"

#include "core/venue/rooms.h"

#include <QFile>

namespace muster::test {

EventSetup Hall::samplePlan()
{
    EventSetup plan;
    plan.name = {QStringLiteral("认筹开盘日"), QStringLiteral("Opening day")};
    plan.timeZone = QStringLiteral("UTC");
    plan.day = QStringLiteral("2026-11-28");
    plan.zones = {
        {QStringLiteral("A"), {QStringLiteral("签到"), QStringLiteral("Sign-in")}, 120, {}, {}, {}, {}},
        {QStringLiteral("D"), {QStringLiteral("等候"), QStringLiteral("Waiting")}, 4, 5, QStringLiteral("H"), {}, {}},
        {QStringLiteral("H"), {QStringLiteral("表演"), QStringLiteral("Stage")}, {}, {}, {}, {}, {}}};
    TicketClass buyer;
    buyer.code = QStringLiteral("buyer");
    buyer.zone = QStringLiteral("A");
    buyer.companionsMax = 0;
    TicketClass firm = buyer;
    firm.code = QStringLiteral("firm");
    firm.zone = QStringLiteral("D");
    TicketClass vip = buyer;
    vip.code = QStringLiteral("vip");
    vip.alert = QStringLiteral("vip");
    plan.classes = {buyer, firm, vip};
    plan.sessions = {{QStringLiteral("day"), {}, true}};
    return plan;
}

Hall::Hall(int deviceCount, EventSetup plan, Disk disk) : m_disk(disk)
{
    m_event = EventId::make(m_random);
    m_eventKey = SigningKey::make(m_random);
    m_codeKey = SecretKey::make(m_random);
    for (int i = 0; i < deviceCount; ++i) {
        auto &device = m_devices.emplace_back(m_event, m_eventKey.publicKey);
        device.key = SigningKey::make(m_random);
        device.station = QStringLiteral("gate-%1").arg(i);
        device.role = i == 0 ? QStringLiteral("coordinator") : QStringLiteral("greeter");
        open(i);
    }
    auto &hub = at(0);
    REQUIRE(hub.journal->transact([&] {
        Draft epoch;
        epoch.kind = epochs::kind();
        epoch.body = EpochRecord::make(Epoch{1}, hub.journal->device(), {}, m_event, m_eventKey).toCbor();
        hub.journal->setEpoch(Epoch{1});
        hub.journal->append(epoch);
        for (auto &draft : plan_room::draftsFor(plan, hub.journal->state())) {
            hub.journal->append(std::move(draft));
        }
        hub.journal->append(sessions::set(hub.journal->state(), QStringLiteral("day"), true));
        for (int i = 0; i < deviceCount; ++i) {
            hub.journal->append(devices::enrolled(
                {at(i).journal->device(), i, QStringLiteral("device %1").arg(i), at(i).role, at(i).station, false, 1},
                m_event, m_eventKey));
        }
    }));
    hubDuties();
    syncAll();
}

QString Hall::file(int device) const
{
    return m_disk == Disk::Memory ? QStringLiteral(":memory:") : m_folder.file(QStringLiteral("%1.db").arg(device));
}

void Hall::open(int device)
{
    auto &at = this->at(device);
    Journal::Options options{file(device), {}, m_event, m_eventKey.publicKey, at.key, {}};
    options.self = {at.key.publicKey, m_signatures.sign(m_eventKey, Credential::message(m_event, at.key.publicKey))};
    auto journal = Journal::open(options, {m_clock, m_random, at.highWater, m_signatures, at.venue});
    REQUIRE(journal);
    at.journal = std::move(*journal);
    REQUIRE(at.journal->transact([&] {
        if (at.journal->opening().isRestored && !at.journal->opening().isFirst) {
            at.journal->append(devices::restored());
        }
    }));
}

void Hall::keep(int device)
{
    at(device).journal.reset();
    REQUIRE(QFile::copy(file(device), file(device) + QStringLiteral(".old")));
    open(device);
}

void Hall::putBack(int device)
{
    at(device).journal.reset();
    at(device).venue.forget();
    for (const char *part : {"", "-wal", "-shm"}) {
        QFile::remove(file(device) + QLatin1String(part));
    }
    REQUIRE(QFile::copy(file(device) + QStringLiteral(".old"), file(device)));
    open(device);
    REQUIRE(at(device).journal->opening().isRestored);
}

std::vector<StreamKey> Hall::linked()
{
    std::vector<StreamKey> linked;
    for (int i = 1; i < count(); ++i) {
        if (!unlinked.contains(i)) {
            linked.push_back(at(i).journal->self());
        }
    }
    return linked;
}

void Hall::hubDuties()
{
    auto &hub = at(0);
    REQUIRE(hub.journal->transact([&] {
        auto &state = hub.journal->state();
        for (auto &draft : rights::due(state, hub.venue.setup(state), hub.journal->self(), linked(), std::nullopt)) {
            hub.journal->append(std::move(draft));
        }
    }));
}

void Hall::invite(const QString &key, const QString &classCode, GuestStatus status, const QString &group)
{
    guests::Guest guest;
    guest.id = this->guest(key);
    guest.classCode = classCode;
    guest.status = status;
    guest.codes = {guests::codeHash(QStringLiteral("C-") + key, m_codeKey)};
    guest.group = group.isEmpty() ? guests::CodeHash{} : guests::codeHash(group, m_codeKey);
    put(std::move(guest));
}

void Hall::put(guests::Guest guest)
{
    auto &hub = at(0);
    REQUIRE(hub.journal->transact([&] {
        const auto known = guests::find(hub.journal->state(), guest.id);
        guest.version = known ? known->version + 1 : 1;
        hub.journal->append(guests::listed(std::span(&guest, 1)));
    }));
}

void Hall::write(int device, const Draft &draft)
{
    REQUIRE(at(device).journal->transact([&] { at(device).journal->append(draft); }));
}

void Hall::sync(int from, int to)
{
    for (int taken = 1; taken > 0;) {
        taken = 0;
        auto batches = at(from).journal->since(at(to).journal->vector(), 1'000'000);
        REQUIRE(batches);
        REQUIRE(at(to).journal->transact([&] {
            for (const auto &batch : *batches) {
                const auto merged = at(to).journal->merge(batch);
                taken += merged ? merged->appliedCount : 0;
            }
        }));
    }
}

void Hall::syncAll()
{
    for (int round = 0; round < 3; ++round) {
        for (int from = 0; from < count(); ++from) {
            for (int to = 0; to < count(); ++to) {
                if (from != to) {
                    sync(from, to);
                }
            }
        }
    }
}

Act Hall::actOf(Command command, QString actor)
{
    return {RequestId::make(m_random), std::move(actor), std::move(command)};
}

Post Hall::postOf(int device)
{
    Post post{at(device).station, at(device).role, device == 0, std::nullopt, m_clock.wall(), {}, {}};
    if (device == 0) {
        post.atWork = linked();
        post.movedGuests = moved;
    }
    if (device == 0 || !unlinked.contains(device)) {
        post.hub = at(0).journal->self();
    }
    return post;
}

void Hall::inside(int device, const std::function<void(Door &, Desk &)> &work)
{
    auto &journal = *at(device).journal;
    REQUIRE(journal.transact([&] {
        Door door(journal, at(device).venue, m_codeKey, postOf(device));
        Desk desk(journal, at(device).venue, postOf(device), [&](const QByteArray &payload) {
            const auto found =
                guests::withCode(journal.state(), guests::codeHash(QString::fromUtf8(payload), m_codeKey));
            return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
        });
        work(door, desk);
    }));
}

Answer Hall::act(int device, Command command, bool isConnected, QString actor)
{
    return act(device, actOf(std::move(command), std::move(actor)), isConnected);
}

Answer Hall::act(int device, const Act &act, bool isConnected)
{
    std::optional<scarce::Examined> examined;
    Answer answer;
    inside(device, [&](Door &, Desk &desk) {
        examined = scarce::examine(desk, act);
        if (!examined) {
            const auto before = desk.doneBefore(act);
            answer = before ? *before : rooms::decide(desk, act).value_or(Answer{});
        }
    });
    if (!examined) {
        return answer;
    }
    if (const auto *told = std::get_if<Answer>(&*examined)) {
        return *told;
    }
    const auto &wanted = std::get<scarce::Wanted>(*examined);
    const auto ruling = isConnected ? std::optional(rule(device, act)) : std::nullopt;
    inside(device, [&](Door &, Desk &desk) { answer = scarce::tell(desk, wanted, ruling); });
    return answer;
}

scarce::Ruling Hall::rule(int device, const Act &act)
{
    std::optional<scarce::Examined> examined;
    inside(device, [&](Door &, Desk &desk) { examined = scarce::examine(desk, act); });
    REQUIRE(std::holds_alternative<scarce::Wanted>(*examined));
    const auto asked = scarce::Wanted::fromCbor(std::get<scarce::Wanted>(*examined).toCbor());
    REQUIRE(asked);
    sync(device, 0);
    scarce::Ruling ruling;
    inside(0, [&](Door &, Desk &desk) {
        ruling = scarce::judge(desk, *asked, at(device).journal->self(), at(device).station);
    });
    sync(0, device);
    return *scarce::Ruling::fromCbor(ruling.toCbor());
}

void Hall::settleRights()
{
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < count(); ++i) {
            if (unlinked.contains(i)) {
                continue;
            }
            sync(0, i);
            inside(i, [&](Door &, Desk &desk) {
                for (auto &draft : i == 0 ? scarce::hubDuties(desk) : scarce::homeDuties(desk)) {
                    desk.journal().append(std::move(draft));
                }
            });
            sync(i, 0);
        }
    }
    for (int i = 1; i < count(); ++i) {
        if (!unlinked.contains(i)) {
            sync(0, i);
        }
    }
}

Presented Hall::present(const QString &code) const
{
    Presented presented;
    presented.kind = Presented::Kind::Plain;
    presented.text = code;
    presented.code = code.toUtf8();
    return presented;
}

Answer Hall::finish(int device, const Door::Examined &examined, bool isConnected)
{
    if (examined.answer) {
        return *examined.answer;
    }
    std::optional<Door::Ruling> ruling;
    bool isScarce = false;
    inside(device, [&](Door &door, Desk &) { isScarce = door.isScarce(examined.wanted); });
    if (isScarce && isConnected) {
        sync(device, 0);
        const auto asked = Door::Wanted::fromCbor(examined.wanted.toCbor());
        REQUIRE(asked);
        inside(0, [&](Door &door, Desk &) {
            ruling = door.judge(*asked, at(device).journal->self(), at(device).station);
        });
        ruling = Door::Ruling::fromCbor(ruling->toCbor());
        sync(0, device);
    }
    Answer answer;
    inside(device, [&](Door &door, Desk &) { answer = door.tell(examined.wanted, ruling); });
    return answer;
}

Presented Hall::ticket(const GuestId &guest, const QString &classCode, qint64 serial)
{
    Presented presented;
    presented.kind = Presented::Kind::Ticket;
    presented.guest = guest;
    presented.classCode = classCode;
    presented.serial = serial;
    return presented;
}

Answer Hall::scan(int device, const Act &act, const Presented &what, bool isConnected)
{
    Door::Examined examined;
    inside(device, [&](Door &door, Desk &) { examined = door.examine(act, std::get<SignIn>(act.command), what); });
    return finish(device, examined, isConnected);
}

OperationHash Hall::grantUntold(int device, const QString &code)
{
    SignIn command;
    command.isEachQuestionAsked = true;
    const auto act = actOf(command);
    Door::Examined examined;
    inside(device, [&](Door &door, Desk &) { examined = door.examine(act, command, present(code)); });
    REQUIRE_FALSE(examined.answer);
    sync(device, 0);
    Door::Ruling ruling;
    inside(0, [&](Door &door, Desk &) {
        ruling = door.judge(examined.wanted, at(device).journal->self(), at(device).station);
    });
    sync(0, device);
    REQUIRE(ruling.granted.size() == 1);
    return ruling.granted.front().grant;
}

Answer Hall::signIn(int device, const QString &code, bool isConnected, SignIn command, QString actor)
{
    command.isEachQuestionAsked = true;
    return scan(device, actOf(command, std::move(actor)), present(code), isConnected);
}

std::pair<Answer, Answer> Hall::signInBeside(int device, const QString &first, const QString &second)
{
    SignIn command;
    command.isEachQuestionAsked = true;
    std::array<Door::Examined, 2> examined;
    std::array<Door::Ruling, 2> rulings;
    std::array<Answer, 2> told;
    for (const std::size_t i : {0U, 1U}) {
        const auto act = actOf(command);
        const auto what = present(i == 0 ? first : second);
        inside(device, [&](Door &door, Desk &) { examined[i] = door.examine(act, command, what); });
        REQUIRE_FALSE(examined[i].answer);
        inside(0, [&](Door &door, Desk &) {
            rulings[i] = door.judge(examined[i].wanted, at(device).journal->self(), at(device).station);
        });
    }
    sync(0, device);
    for (const std::size_t i : {0U, 1U}) {
        inside(device, [&](Door &door, Desk &) { told[i] = door.tell(examined[i].wanted, rulings[i]); });
    }
    return {told[0], told[1]};
}

std::vector<Answer> Hall::signInEverywhere(const QString &code, SeededRandom &random)
{
    SignIn command;
    command.isEachQuestionAsked = true;
    std::vector<Door::Examined> examined(m_devices.size() - 1);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < examined.size(); ++i) {
        const auto act = actOf(command);
        inside(int(i) + 1, [&](Door &door, Desk &) { examined[i] = door.examine(act, command, present(code)); });
        order.insert(order.begin() + qsizetype(random.below(i + 1)), i);
    }
    std::vector<std::optional<Door::Ruling>> rulings(examined.size());
    inside(0, [&](Door &door, Desk &) {
        for (const auto i : order) {
            if (!examined[i].answer) {
                const auto asker = int(i) + 1;
                rulings[i] = Door::Ruling::fromCbor(
                    door.judge(examined[i].wanted, at(asker).journal->self(), at(asker).station).toCbor());
            }
        }
    });
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < examined.size(); ++i) {
        answers.push_back(examined[i].answer.value_or(Answer{}));
        if (!examined[i].answer) {
            inside(int(i) + 1, [&](Door &door, Desk &) { answers.back() = door.tell(examined[i].wanted, rulings[i]); });
        }
    }
    return answers;
}

Answer Hall::signOut(int device, const QString &code)
{
    SignIn command;
    command.direction = Direction::Out;
    return signIn(device, code, false, command);
}

Answer Hall::move(int device, const QString &code, const QString &zone, bool isConnected)
{
    MoveGuest command;
    command.zone = zone;
    Door::Examined examined;
    const auto act = actOf(command);
    inside(device, [&](Door &door, Desk &) { examined = door.examine(act, command, present(code)); });
    return finish(device, examined, isConnected);
}

Answer Hall::walkIn(int device, bool isConnected, const WalkIn &command, std::optional<RequestId> request)
{
    Door::Examined examined;
    auto act = actOf(command);
    act.request = request.value_or(act.request);
    guests::Guest guest;
    guest.id = guests::guestIdFor(act.request);
    guest.classCode = command.guest.classCode;
    inside(device, [&](Door &door, Desk &) { examined = door.examine(act, command, guest); });
    return finish(device, examined, isConnected);
}

Answer Hall::annul(int device, const QString &code, const QString &reason, const QString &actor)
{
    Annul command;
    command.reason = reason;
    Answer answer;
    const auto act = actOf(command, actor);
    const auto id = guest(code.mid(2));
    inside(device, [&](Door &, Desk &desk) { answer = desk.decide(act, command, id); });
    return answer;
}

DayView Hall::day(int device)
{
    DayView view;
    auto &at = this->at(device);
    REQUIRE(
        at.journal->read([&](State &state) { view = day_query::read(state, at.venue.setup(state), m_clock.wall()); }));
    return view;
}

QStringList Hall::faults(int device)
{
    QStringList found;
    REQUIRE(at(device).journal->read([&](State &state) { found = day_query::faults(state); }));
    return found + at(device).journal->verify().value();
}

bool Hall::isEqual()
{
    return std::ranges::all_of(m_devices, [&](const Device &device) {
        return device.journal->digest() == m_devices.front().journal->digest() &&
               device.journal->vector() == m_devices.front().journal->vector();
    });
}

}  // namespace muster::test
