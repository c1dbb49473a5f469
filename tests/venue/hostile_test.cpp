// Goal: no body that an enrolled device may write, under whatever kind, stops the devices that fold it.
// Method: thousands of seeded bodies through the fuzzer's own entry point: bytes, values that are no map, maps of the
// fields that the folds read, with values of every shape.
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"
#include "tests/venue/hostile.h"

using namespace muster;
using namespace muster::test;

namespace {

constexpr std::array fields{
    "alert",      "at",       "band",       "basis",       "choices",  "claim",    "class",      "codes",
    "companions", "conflict", "contact",    "decision",    "detail",   "device",   "display",    "earlier",
    "entries",    "epoch",    "firm",       "from",        "grants",   "group",    "guest",      "guests",
    "hall",       "hub",      "id",         "incarnation", "items",    "judged",   "key",        "kind",
    "language",   "lives",    "members",    "name",        "number",   "occasion", "op",         "open",
    "opens",      "outcome",  "places",     "post",        "previous", "reason",   "recheck",    "reentry",
    "releases",   "role",     "rule",       "ruling",      "seen",     "serial",   "session",    "sessions",
    "signature",  "soft",     "station",    "status",      "survivor", "target",   "until",      "version",
    "zone",       "author",   "order",      "provisional", "position", "sealed",   "override",   "day",
    "base",       "delta",    "gate",       "note",        "out",      "shown",    "tag",        "value",
    "by_right",   "change",   "consultant", "count",       "counter",  "desk",     "frozen",     "given",
    "how",        "limit",    "person",     "persons",     "phase",    "priority", "prize",      "proof",
    "rank",       "sequence", "series",     "service",     "step",     "stock",    "ticket",     "to",
    "took_s",     "unit",     "code",       "incident",    "types",    "urgent",   "restricted", "text",
    "happened_s", "staff",    "other",      "link",        "on",       "item",     "done",       "blob",
    "size",       "corrects", "entry",      "state",       "cue",      "task",     "material",   "minutes",
    "started",    "unmet",    "lasting",    "evidence",    "due",      "owner"};

/// Of a length that the folds ask for, or of another.
QByteArray bytes(SeededRandom &random)
{
    constexpr std::array sizes{0, 1, 8, 16, 32, 64, 80};
    return {sizes[random.below(sizes.size())], char(random.below(4))};
}

QCborValue value(SeededRandom &random, int depth)
{
    switch (random.below(depth > 0 ? 12 : 8)) {
    case 0: return qint64(random.below(4));
    case 1: return random.chance(50) ? std::numeric_limits<qint64>::min() : qint64(random.step());
    case 2: return random.chance(50);
    case 3: return QString::fromLatin1(fields[random.below(fields.size())]);
    case 4: return random.chance(50) ? QCborValue(QCborValue::Null) : QCborValue(0.5);
    case 5: return QStringLiteral("signin/") + QString::fromLatin1(GuestId{}.toBytes().toHex());
    case 6:
    case 7: return bytes(random);
    case 8:
    case 9: {
        QCborArray array;
        for (quint64 i = random.below(5); i > 0; --i) {
            array.append(value(random, depth - 1));
        }
        return array;
    }
    default: {
        QCborMap map;
        for (quint64 i = random.below(fields.size()); i > 0; --i) {
            map.insert(QString::fromLatin1(fields[random.below(fields.size())]), value(random, depth - 1));
        }
        return map;
    }
    }
}

}  // namespace

TEST_CASE("a body of any shape stops nobody", "[venue][hostile]")
{
    constexpr int kindsAtMost = 64;
    HostileDay day;
    for (const auto &body : {QByteArray(), QByteArray(1, '\0'), QCborValue(QCborMap()).toCbor(),
                             QCborValue(QCborArray()).toCbor(), QByteArray("\xa1"), QByteArray(64, '\x9f')}) {
        for (int kind = 0; kind < kindsAtMost; ++kind) {
            day.feed(char(kind) + body);
        }
    }
    SeededRandom random(2026);
    for (int i = 0; i < 20'000; ++i) {
        auto body = value(random, 3).toCbor();
        if (random.chance(10) && !body.isEmpty()) {
            body[qsizetype(random.below(quint64(body.size())))] = char(random.below(256));
        }
        day.feed(char(random.below(256)) + body);
        if (i % 1'000 == 0) {
            day.check();
        }
    }
    day.check();
    SUCCEED("nothing broke");
}
