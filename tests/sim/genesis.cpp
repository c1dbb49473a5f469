#include "tests/sim/genesis.h"

#include "core/base/pin_hash.h"
#include "core/journal/body.h"
#include "core/venue/devices/devices.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/plan/plan_room.h"
#include "core/venue/staff/sign_on.h"
#include "tests/support/fake_clock.h"
#include "tests/support/memory_high_water.h"

#include <cstdio>
#include <cstdlib>

namespace muster::sim {
namespace {

const std::array<const char *, Genesis::largeCount> roles{
    "coordinator", "greeter", "counter", "prize", "zone",    "counter", "prize", "coordinator", "coordinator", "kiosk",
    "kiosk",       "greeter", "kiosk",   "kiosk", "greeter", "kiosk",   "kiosk", "greeter",     "kiosk",       "kiosk"};

QString classOf(int guest)
{
    static const std::array<const char *, 6> classes{"buyer", "firm", "buyer", "strict", "vip", "firm"};
    return QString::fromLatin1(classes[std::size_t(guest) % classes.size()]);
}

/// Four series, one of them soon full; consulting, then the cashier; advice by one's own consultant; a tour that starts
/// in batches; at three counters.
void addQueues(EventSetup &plan)
{
    Series open;
    open.code = QStringLiteral("a");
    open.prefix = QStringLiteral("A");
    open.service = QStringLiteral("consult");
    auto small = open;
    small.code = QStringLiteral("b");
    small.prefix = QStringLiteral("B");
    small.numberMax = 6;
    small.service = QStringLiteral("cashier");
    auto own = open;
    own.code = QStringLiteral("c");
    own.prefix = QStringLiteral("C");
    own.service = QStringLiteral("advice");
    auto group = open;
    group.code = QStringLiteral("t");
    group.prefix = QStringLiteral("T");
    group.service = QStringLiteral("tour");
    plan.series = {open, small, own, group};
    Service consult;
    consult.code = QStringLiteral("consult");
    consult.zone = QStringLiteral("A");
    consult.next = QStringLiteral("cashier");
    consult.lateAfter = 1;
    consult.onDeck = 2;
    Service cashier;
    cashier.code = QStringLiteral("cashier");
    cashier.zone = QStringLiteral("H");
    cashier.lateRule = LateRule::Lost;
    Service advice;
    advice.code = QStringLiteral("advice");
    advice.zone = QStringLiteral("A");
    advice.isOwned = true;
    Service tour;
    tour.code = QStringLiteral("tour");
    tour.zone = QStringLiteral("H");
    tour.batchSize = 2;
    tour.lateRule = LateRule::Last;
    plan.services = {consult, cashier, advice, tour};
    plan.staff = {{QStringLiteral("amy"), {}, {}, {}, {QStringLiteral("consultant")}, {}},
                  {QStringLiteral("bob"), {}, {}, {}, {QStringLiteral("consultant")}, {}},
                  {QStringLiteral("lea"), {}, {}, {}, {QStringLiteral("lead")}, {}},
                  {QStringLiteral("sam"), {}, {}, {}, {QStringLiteral("security"), QStringLiteral("floater")}, {}},
                  {Genesis::withPin(), {}, {}, {}, {QStringLiteral("greeter")}, {}}};
    plan.priorities = {{QStringLiteral("vip"), {}, 2, {QStringLiteral("vip")}}};
    for (int i = 0; i < Genesis::largeCount; ++i) {
        Station station;
        station.code = Genesis::stationOf(i);
        station.role = Genesis::roleOf(i);
        if (station.role == QLatin1String("counter")) {
            station.services = {consult.code, tour.code, cashier.code};
            station.services.insert(i == 2 ? 0 : 2, advice.code);
        } else if (station.role == QLatin1String("greeter")) {
            station.services = {cashier.code};
        }
        plan.stations.push_back(station);
    }
}

/// One prize of each rule for desks that are cut off; of none there is enough.
void addPrizes(EventSetup &plan)
{
    const auto add = [&](const char *code, CutOffRule rule, int limit,
                         std::initializer_list<std::pair<int, int>> desks) {
        Prize prize;
        prize.code = QString::fromLatin1(code);
        prize.cutOff = rule;
        prize.limit = limit;
        prize.budget = rule == CutOffRule::Budget ? 2 : 0;
        plan.prizes.push_back(prize);
        for (const auto &[device, count] : desks) {
            const auto desk = device == 0 ? QString() : Genesis::stationOf(device);
            plan.stocks.push_back({prize.code + QLatin1Char('@') + desk, prize.code, desk, count});
        }
    };
    add("gift", CutOffRule::Refuse, 2, {{0, 2}, {1, 2}, {3, 4}, {6, 2}});
    add("bag", CutOffRule::Lease, 1, {{3, 3}, {6, 2}});
    add("pin", CutOffRule::Budget, 1, {{1, 3}, {3, 4}, {6, 3}});
    add("perk", CutOffRule::Refuse, 1, {{0, 2}, {1, 3}, {3, 5}, {6, 3}});
    plan.prizes.back().act = PrizeAct::Purchase;
    add("trip", CutOffRule::Refuse, 1, {{0, 1}, {3, 4}, {6, 2}});
    plan.prizes.back().act = PrizeAct::Draw;
    DrawPlan lucky;
    lucky.code = QStringLiteral("lucky");
    lucky.prize = QStringLiteral("trip");
    lucky.winners = 2;
    auto second = lucky;
    second.code = QStringLiteral("late");
    second.winners = 1;
    DrawPlan order;
    order.code = QStringLiteral("order");
    order.isOrder = true;
    plan.draws = {lucky, second, order};
    plan.merchants = {{QStringLiteral("shop"), {}, QStringLiteral("A")},
                      {QStringLiteral("cafe"), {}, QStringLiteral("H")}};
}

void addUnits(EventSetup &plan)
{
    for (int i = 0; i < Genesis::unitCount; ++i) {
        SaleUnit unit;
        unit.code = Genesis::unitOf(i);
        unit.desk = i % 3 == 0 ? Genesis::stationOf(2) : i % 3 == 1 ? Genesis::stationOf(5) : QString();
        plan.units.push_back(unit);
    }
}

/// A post, the one lead of a zone and the reserve; incidents of each kind; a run of show, tasks, things and documents.
void addPeopleAndCourse(EventSetup &plan)
{
    for (const auto &[code, kind] :
         {std::pair("door", PostKind::Post), {"head", PostKind::Lead}, {"pool", PostKind::Floater}}) {
        PostPlan post;
        post.code = QLatin1String(code);
        post.zone = QStringLiteral("A");
        post.kind = kind;
        plan.posts.push_back(post);
    }
    plan.posts.front().ticks = {QStringLiteral("badge")};
    plan.assemblyPoints = {{QStringLiteral("park"), {}, {}}};
    IncidentType spill;
    spill.code = QStringLiteral("spill");
    spill.checklist = {{QStringLiteral("mop"), {}}, {QStringLiteral("sign"), {}}};
    IncidentType medical;
    medical.code = QStringLiteral("medical");
    medical.isUrgent = true;
    medical.isRestricted = true;
    IncidentType child;
    child.code = QStringLiteral("child");
    child.isWatch = true;
    IncidentType lost;
    lost.code = QStringLiteral("lost");
    lost.isProperty = true;
    plan.incidentTypes = {spill, medical, child, lost};
    Cue doors;
    doors.code = QStringLiteral("doors");
    doors.isDoors = true;
    doors.needs = {QStringLiteral("sweep")};
    Cue speech;
    speech.code = QStringLiteral("speech");
    speech.minutes = 20;
    speech.after = doors.code;
    plan.cues = {doors, speech};
    TaskPlan sweep;
    sweep.code = QStringLiteral("sweep");
    sweep.owner = QStringLiteral("lea");
    TaskPlan press = sweep;
    press.code = QStringLiteral("press");
    press.kind = TaskKind::Milestone;
    press.day = -1;
    TaskPlan tour = sweep;
    tour.code = QStringLiteral("tour");
    tour.kind = TaskKind::Round;
    tour.zone = QStringLiteral("H");
    plan.tasks = {sweep, press, tour};
    Material chairs;
    chairs.code = QStringLiteral("chairs");
    chairs.planned = 20;
    Material forms;
    forms.code = QStringLiteral("forms");
    forms.serialFrom = 1;
    forms.serialTo = Genesis::serialCount;
    plan.materials = {chairs, forms};
}

void orDie(const Status &status)
{
    if (!status) {
        std::fprintf(stderr, "the simulated event cannot be made: %s\n", qPrintable(status.error().detail));
        std::abort();
    }
}

/// The one PIN of the day: to work it out costs as much as many acts.
Draft pinDraft()
{
    const PinSalt salt{};
    const auto hash = hashPin(Genesis::pin(), salt);
    orDie(hash ? Status{} : fail(hash));
    Draft draft;
    draft.kind = staff::pinSetKind();
    draft.body = {{key("staff"), Genesis::withPin()},
                  {key("salt"), salt.toBytes()},
                  {key("hash"), hash->toBytes()},
                  {key("version"), 1}};
    return draft;
}

struct Maker {
    explicit Maker(int count) : disks(std::size_t(count)), marks(std::size_t(count)), devices(std::size_t(count))
    {
        genesis.places.resize(std::size_t(count));
    }

    Genesis genesis;
    test::SeededRandom random{2026};
    test::FakeSignatures signatures;
    test::FakeClock clock;
    EpochRecord first;  ///< Which every device knows from its enrolment.
    std::vector<std::unique_ptr<test::FaultDisk>> disks;
    std::vector<test::MemoryHighWater> marks;
    std::vector<std::unique_ptr<Device>> devices;

    void open(int i, const SecretKey &codeKey)
    {
        disks[std::size_t(i)] = std::make_unique<test::FaultDisk>(quint64(i));
        const auto key = SigningKey::make(random);
        auto &config = genesis.places[std::size_t(i)].config;
        config.journal = {QString::fromLatin1(Genesis::file()),
                          disks[std::size_t(i)]->vfsName(),
                          genesis.event,
                          genesis.eventKey.publicKey,
                          key,
                          {}};
        config.journal.self = {key.publicKey,
                               signatures.sign(genesis.eventKey, Credential::message(genesis.event, key.publicKey))};
        config.codeKey = codeKey;
        config.role = Genesis::roleOf(i);
        config.station = Genesis::stationOf(i);
        config.name = QStringLiteral("device %1").arg(i);
        config.number = i;
        config.isHub = i == 0;
        if (i == 0) {
            config.eventKey = genesis.eventKey;
            first = EpochRecord::make(Epoch{1}, deviceIdOf(key.publicKey), Genesis::addressesOf(0), genesis.event,
                                      genesis.eventKey);
        }
        config.epoch = first;
        auto device = Device::open(config, {clock, random, marks[std::size_t(i)], signatures, nullptr, nullptr,
                                            [](Device::LinkId, const QByteArray &) {}});
        orDie(device ? Status{} : fail(device));
        devices[std::size_t(i)] = std::move(*device);
    }

    void found()
    {
        auto &hub = *devices.front();
        hub.journal().setEpoch(Epoch{1});
        orDie(hub.append([&](State &state, const EventSetup &) {
            Draft epoch;
            epoch.kind = epochs::kind();
            epoch.body = first.toCbor();
            std::vector<Draft> drafts{epoch};
            std::ranges::move(plan_room::draftsFor(Genesis::plan(), state), std::back_inserter(drafts));
            drafts.push_back(sessions::set(state, QStringLiteral("day"), true));
            for (int i = 0; i < int(devices.size()); ++i) {
                const auto &config = genesis.places[std::size_t(i)].config;
                drafts.push_back(devices::enrolled({devices[std::size_t(i)]->journal().device(), i, config.name,
                                                    config.role, config.station, false, 1},
                                                   genesis.event, genesis.eventKey));
            }
            std::vector<guests::Guest> list;
            for (int i = 0; i < Genesis::guestCount; ++i) {
                list.push_back(genesis.listed(i, GuestStatus::Valid, 1));
            }
            drafts.push_back(guests::listed(list));
            drafts.push_back(pinDraft());
            return drafts;
        }));
    }

    Genesis make()
    {
        genesis.eventKey = SigningKey::make(random);
        genesis.event = EventId::make(random);
        const auto codeKey = SecretKey::make(random);
        for (int i = 0; i < int(devices.size()); ++i) {
            open(i, codeKey);
        }
        found();
        for (std::size_t i = 1; i < devices.size(); ++i) {
            auto &journal = devices[i]->journal();
            const auto batches = devices.front()->journal().since(journal.vector(), 1 << 22);
            orDie(batches ? Status{} : fail(batches));
            orDie(journal.transact([&] {
                for (const auto &batch : *batches) {
                    const auto merged = journal.merge(batch);
                    orDie(merged ? Status{} : fail(merged));
                }
            }));
        }
        for (std::size_t i = 0; i < devices.size(); ++i) {
            devices[i].reset();
            genesis.places[i].disk = disks[i]->image();
            genesis.places[i].mark = marks[i].mark;
        }
        return genesis;
    }
};

}  // namespace

EventSetup Genesis::plan()
{
    EventSetup plan;
    plan.name = {QStringLiteral("模拟"), QStringLiteral("Simulated day")};
    plan.timeZone = QStringLiteral("UTC");
    plan.day = QStringLiteral("2026-11-28");
    plan.zones = {
        {QStringLiteral("A"), {}, 120, {}, {}, {}, {}},
        {QStringLiteral("D"), {}, 4, Genesis::firmLimits().at(QStringLiteral("D")), QStringLiteral("H"), {}, {}},
        {QStringLiteral("E"), {}, {}, Genesis::firmLimits().at(QStringLiteral("E")), {}, {}, {}},
        {QStringLiteral("H"), {}, {}, {}, {}, {}, {}}};
    for (const auto &[code, zone] : {std::pair("buyer", "A"), {"firm", "D"}, {"strict", "E"}, {"vip", "A"}}) {
        TicketClass ticketClass;
        ticketClass.code = QString::fromLatin1(code);
        ticketClass.zone = QString::fromLatin1(zone);
        plan.classes.push_back(ticketClass);
    }
    plan.classes.front().companionsMax = 2;
    plan.classes.back().alert = QStringLiteral("vip");
    plan.sessions = {{QStringLiteral("day"), {}, true}, {QStringLiteral("eve"), {}, false}};
    addQueues(plan);
    addPrizes(plan);
    addUnits(plan);
    addPeopleAndCourse(plan);
    return plan;
}

const std::map<QString, int> &Genesis::firmLimits()
{
    static const std::map<QString, int> limits{{QStringLiteral("D"), firmPlaces}, {QStringLiteral("E"), 3}};
    return limits;
}

QString Genesis::consultantAt(int device)
{
    return device == 2 ? QStringLiteral("amy") : device == 5 ? QStringLiteral("bob") : QString();
}

QString Genesis::roleOf(int device) { return QString::fromLatin1(roles.at(std::size_t(device))); }

const Genesis &Genesis::instance()
{
    static const Genesis genesis = Maker(deviceCount).make();
    return genesis;
}

const Genesis &Genesis::large()
{
    static const Genesis genesis = Maker(largeCount).make();
    return genesis;
}

GuestId Genesis::guest(int index) const
{
    return guests::guestIdFor(QString::fromLatin1(codeOf(index)), places.front().config.codeKey);
}

bool Genesis::mayBringCompanions(int guest) { return classOf(guest) == QLatin1String("buyer"); }

guests::Guest Genesis::listed(int index, GuestStatus status, qint64 version) const
{
    guests::Guest guest;
    guest.id = this->guest(index);
    guest.classCode = classOf(index);
    guest.status = status;
    guest.version = version;
    guest.codes = {guests::codeHash(QString::fromLatin1(codeOf(index)), places.front().config.codeKey)};
    return guest;
}

}  // namespace muster::sim
