// Goal: anybody can do a draw again from what was published, and nothing of it can be changed unseen.
// Method: a protocol is changed field by field; orders are compared with another program's and counted over many seeds.
#include "tests/venue/drawing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace muster;
using namespace muster::test;

namespace {

/// Another value of the same kind.
QJsonValue changed(const QJsonValue &value)
{
    if (value.isBool()) {
        return !value.toBool();
    }
    if (value.isDouble()) {
        return value.toInteger() + 1;
    }
    if (value.isNull()) {
        return QStringLiteral("something");
    }
    const auto text = value.toString();
    if (text.isEmpty()) {
        return QStringLiteral("x");
    }
    return QString(text.at(0) == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0')) + text.mid(1);
}

struct Variant {
    QString path;
    QJsonValue value;
};

/// @p value with every leaf changed in turn, and every part of a list left out in turn.
std::vector<Variant> variantsOf(const QJsonValue &value)
{
    std::vector<Variant> all;
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            for (const auto &variant : variantsOf(it.value())) {
                auto copy = object;
                copy.insert(it.key(), variant.value);
                all.push_back({QLatin1Char('/') + it.key() + variant.path, copy});
            }
        }
    } else if (value.isArray()) {
        const auto list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            auto shorter = list;
            shorter.removeAt(i);
            all.push_back({QStringLiteral("/-%1").arg(i), shorter});
            for (const auto &variant : variantsOf(list.at(i))) {
                auto copy = list;
                copy.replace(i, variant.value);
                all.push_back({QStringLiteral("/%1").arg(i) + variant.path, copy});
            }
        }
    } else {
        all.push_back({{}, changed(value)});
    }
    return all;
}

}  // namespace

SCENARIO("nothing of a protocol can be changed unseen", "[draws][protocol]")
{
    Drawing drawing(9);
    CHECK(drawing.commit(car).outcome == Outcome::Done);
    CHECK(drawing.abort(car).outcome == Outcome::Done);
    drawing.whole(car);
    CHECK(drawing.absent(car, 2).outcome == Outcome::Done);
    CHECK(drawing.absent(car, 2).outcome == Outcome::Done);
    const auto protocol = drawing.protocol(car);
    const auto bytes = QJsonDocument(protocol).toJson();
    THEN("as it was written everything fits, from the file alone")
    {
        CHECK(draws::mismatches(QJsonDocument::fromJson(bytes).object()).isEmpty());
        const auto text = draws::toText(protocol);
        CHECK(text.contains(QStringLiteral("复算一致")));
        CHECK(text.contains(QStringLiteral("not in the hall")));
        CHECK(text.contains(QStringLiteral("microphone")));
    }
    THEN("every change of a field, and everything left out, is found")
    {
        const auto variants = variantsOf(protocol);
        CHECK(variants.size() > 150);
        for (const auto &variant : variants) {
            CAPTURE(variant.path);
            CHECK_FALSE(draws::mismatches(variant.value.toObject()).isEmpty());
        }
    }
    THEN("what decides the result is found by the arithmetic alone, whoever sealed it anew")
    {
        const QRegularExpression deciding(QStringList{
            QStringLiteral("/attempts/-[01]"), QStringLiteral("/attempts/[01]/(entrant|seed_hash|result|stands)"),
            QStringLiteral("/attempts/1/absences/(-|[01]/(place|guest))"),
            QStringLiteral("/attempts/1/calls/(-|0/number)"),
            QStringLiteral("/attempts/1/(reveal/(seed|number)|winners|order)"),
            QStringLiteral("/attempts/0/abort/seed"), QStringLiteral("/algorithm/name"), QStringLiteral("/format")}
                                              .join(QLatin1Char('|')));
        int count = 0;
        for (const auto &variant : variantsOf(protocol)) {
            if (!deciding.match(variant.path).hasMatch()) {
                continue;
            }
            ++count;
            CAPTURE(variant.path);
            const auto faults = draws::miscalculations(variant.value.toObject());
            // The last attempt of all can only be missed by who knows of it.
            CHECK((variant.path == QLatin1String("/attempts/-1") || !faults.isEmpty()));
        }
        CHECK(count > 60);
    }
}

TEST_CASE("the algorithm does what its description says", "[draws]")
{
    // Worked out by hand from the description, with another program.
    draws::Pool pool;
    for (quint8 i = 0; i < 5; ++i) {
        GuestId guest;
        guest.bytes.fill(i);
        pool.entrants.push_back(guest);
    }
    draws::Seed seed;
    seed.bytes.fill(7);
    const auto entrants = draws::entrantsHash(std::span(&pool, 1));
    CHECK(entrants.toHex() == QStringLiteral("a0c2636279dc8b4610f5ef9db2fdb45d46ac4f6017714681cbf008c725ac00ac"));
    const auto root = draws::rootOf(seed, entrants, 42);
    CHECK(root.toHex() == QStringLiteral("973475fe9bd1e05ab7b10bb21fa58099b7afdd4bbc3e10eb65c3a4b9b1b28579"));
    QString found;
    for (const auto &guest : draws::orderOf(pool, root, 5)) {
        found += QString::number(guest.bytes[0]);
    }
    CHECK(found == QStringLiteral("34120"));
}

TEST_CASE("a prefix of the order is the order's beginning", "[draws]")
{
    draws::Pool pool;
    SeededRandom random(11);
    for (int i = 0; i < 100; ++i) {
        pool.entrants.push_back(GuestId::make(random));
    }
    const auto root = hash256("any");
    const auto all = draws::orderOf(pool, root, 1'000);
    CHECK(std::set(all.begin(), all.end()).size() == 100);
    const auto some = draws::orderOf(pool, root, 7);
    CHECK(std::equal(some.begin(), some.end(), all.begin()));
}

TEST_CASE("every entrant is as likely at every place", "[draws]")
{
    // 24 orders of 4, 24,000 draws: chi-square with 23 degrees of freedom exceeds 49.7 once in a thousand times.
    draws::Pool pool;
    for (quint8 i = 0; i < 4; ++i) {
        GuestId guest;
        guest.bytes.fill(i);
        pool.entrants.push_back(guest);
    }
    constexpr int drawCount = 24'000;
    constexpr double expected = drawCount / 24.0;
    std::map<std::vector<GuestId>, int> counts;
    for (int i = 0; i < drawCount; ++i) {
        draws::Seed seed;
        seed.bytes.fill(1);
        ++counts[draws::orderOf(pool, draws::rootOf(seed, {}, i), 4)];
    }
    CHECK(counts.size() == 24);
    double chiSquare = 0;
    for (const auto &[found, count] : counts) {
        chiSquare += (count - expected) * (count - expected) / expected;
    }
    CHECK(chiSquare < 49.7);
}
