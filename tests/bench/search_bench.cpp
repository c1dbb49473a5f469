// The search for people: one character, the end of a phone number, pinyin, and whatever else is typed at a door.
#include "core/base/pinyin.h"
#include "core/people/directory.h"
#include "tests/bench/crowd.h"
#include "tests/bench/lines.h"

#include <QFileInfo>

#include <functional>

namespace muster::bench {
namespace {

using people::Directory;
using people::Person;

constexpr int batchRows = 100'000;
constexpr int shownMax = 50;
constexpr double limitMs = 20;

struct QueryKind {
    const char *name;
    bool isPromised;  ///< Section 11 names it.
    std::function<QString(const Person &, Crowd &)> text;
};

QString spelledBy(const Person &person, bool isFirstFull)
{
    QString text;
    for (const QString &syllable : pinyinSyllables(person.name)) {
        text += isFirstFull && text.isEmpty() ? syllable : syllable.left(1);
    }
    return text;
}

const std::vector<QueryKind> kinds{
    {"surname", true, [](const Person &p, Crowd &) { return p.name.left(1); }},
    {"last_character", true, [](const Person &p, Crowd &) { return p.name.right(1); }},
    {"given_name", true, [](const Person &p, Crowd &) { return p.name.mid(1); }},
    {"whole_name", true, [](const Person &p, Crowd &) { return p.name; }},
    {"initials", true, [](const Person &p, Crowd &) { return spelledBy(p, false); }},
    {"one_initial", true, [](const Person &p, Crowd &) { return spelledBy(p, false).left(1); }},
    {"surname_pinyin_and_initials", true, [](const Person &p, Crowd &) { return spelledBy(p, true); }},
    {"whole_pinyin", true, [](const Person &p, Crowd &) { return pinyinOf(p.name).full; }},
    {"pinyin_on_the_way", true,
     [](const Person &p, Crowd &c) {
         const QString full = pinyinOf(p.name).full;
         return full.left(2 + qsizetype(c.below(quint64(full.size()))));
     }},
    {"given_pinyin", true, [](const Person &p, Crowd &) { return pinyinOf(p.name.mid(1)).full; }},
    {"phone_last_4", true, [](const Person &p, Crowd &) { return p.phone.right(4); }},
    {"phone_last_3", true, [](const Person &p, Crowd &) { return p.phone.right(3); }},
    {"phone_first_3", false, [](const Person &p, Crowd &) { return p.phone.left(3); }},
    {"phone_middle_5", false, [](const Person &p, Crowd &) { return p.phone.mid(3, 5); }},
    {"company", false, [](const Person &p, Crowd &) { return p.company.left(4); }},
    {"company_common_part", false, [](const Person &, Crowd &) { return QStringLiteral("公司"); }},
    {"surname_and_phone_end", false, [](const Person &p, Crowd &) { return p.name.left(1) + u' ' + p.phone.right(4); }},
    {"two_common_words", false, [](const Person &p, Crowd &) { return QStringLiteral("明 ") + p.phone.left(3); }},
    {"contrary_words", false, [](const Person &, Crowd &) { return QStringLiteral("王 zhang li 公司 138"); }},
    {"nobody", false, [](const Person &, Crowd &) { return QStringLiteral("xqzkv"); }},
};

GuestId guestOf(int number)
{
    const auto hash = hash256(QByteArray::number(number));
    return *GuestId::fromBytes(hash.toBytes().first(GuestId::size));
}

/// Fills the directory; some of the people to ask for.
std::vector<Person> fill(Directory &directory, Crowd &crowd, int guests, Times &batches)
{
    std::vector<Person> sample;
    for (int from = 0; from < guests; from += batchRows) {
        std::vector<Directory::Entry> entries;
        for (int i = from; i < std::min(from + batchRows, guests); ++i) {
            entries.push_back({guestOf(i), crowd.person()});
            if (i % 500 == 0) {
                sample.push_back(entries.back().person);
            }
        }
        batches.measure([&] { must(directory.put(entries)); });
    }
    return sample;
}

/// What a walk-in and a guest who wants to be forgotten cost.
QJsonObject single(Directory &directory, Crowd &crowd, int guests, int count)
{
    Times put;
    for (int i = 0; i < count; ++i) {
        const std::array one{Directory::Entry{guestOf(guests + i), crowd.person()}};
        put.measure([&] { must(directory.put(one)); });
    }
    Times forget;
    forget.measure([&] { must(directory.remove(std::array{guestOf(guests / 2)})); });
    return {{QStringLiteral("put_one"), put.toJson()}, {QStringLiteral("forget_one"), forget.toJson()}};
}

struct Searched {
    Times wall;
    Times cpu;
};

void search(const Directory &directory, const QString &text, Searched &into)
{
    const double cpu = cpuSeconds();
    into.wall.measure([&] { std::ignore = must(directory.search(text, shownMax)); });
    into.cpu.add(std::chrono::duration<double>(cpuSeconds() - cpu));
}

QJsonObject toJson(const Searched &searched)
{
    auto json = searched.wall.toJson();
    json.insert(QStringLiteral("cpu_p50_ms"), rounded(searched.cpu.median()));
    json.insert(QStringLiteral("cpu_p99_ms"), rounded(searched.cpu.p99()));
    return json;
}

}  // namespace

std::vector<Line> benchSearch(const QString &folder, Scale scale)
{
    const int guests = scale.of(1'000'000, 10'000);
    const auto path = folder + QStringLiteral("/people.db");
    const auto directory = must(Directory::open(path));
    Crowd crowd;
    Times batches;
    const auto sample = fill(*directory, crowd, guests, batches);
    std::vector<Searched> searched(kinds.size());
    for (int i = 0; i < scale.of(300, 10); ++i) {  // In turns, so that no kind has a quiet minute to itself.
        for (std::size_t k = 0; k < kinds.size(); ++k) {
            const auto text = kinds[k].text(sample[std::size_t(crowd.below(sample.size()))], crowd);
            search(*directory, text, searched[k]);
        }
    }
    std::vector<Line> lines;
    QJsonObject others{{QStringLiteral("guests"), guests},
                       {QStringLiteral("file_mib"), rounded(double(QFileInfo(path).size()) / 1048576.0)},
                       {QStringLiteral("put_batch"), batches.toJson()},
                       {QStringLiteral("single"), single(*directory, crowd, guests, scale.of(300, 10))}};
    double worst = 0;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const auto name = QLatin1String(kinds[k].name);
        if (kinds[k].isPromised) {
            lines.push_back({QStringLiteral("search_p99_") + name, searched[k].wall.p99(), QStringLiteral("ms"),
                             Line::Bound::AtMost, limitMs, std::nullopt, toJson(searched[k])});
        } else {
            worst = std::max(worst, searched[k].wall.p99());
            others.insert(name, toJson(searched[k]));
        }
    }
    lines.push_back({QStringLiteral("search_p99_worst_of_others"), worst, QStringLiteral("ms"), Line::Bound::Reported,
                     0, std::nullopt, others});
    return lines;
}

}  // namespace muster::bench
