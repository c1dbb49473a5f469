// Goal: people in clear are kept, replaced and, once removed, in no file; a broken file costs a rebuild, not the day.
// Method: real files, opened again, damaged on purpose and read byte by byte; a model in memory beside many changes.
#include "core/people/directory.h"
#include "core/people/tokens.h"
#include "tests/people/people_fixture.h"
#include "tests/support/temp_dir.h"

#include <map>
#include <QtEndian>

using namespace muster;
using namespace muster::people;
using muster::test::filesHolding;
using muster::test::guest;

namespace {

using Entry = Directory::Entry;

struct Files {
    test::TempDir dir;
    [[nodiscard]] QString path() const { return dir.file(QStringLiteral("people.db")); }
    [[nodiscard]] std::unique_ptr<Directory> open() const
    {
        auto directory = Directory::open(path());
        REQUIRE(directory);
        return std::move(*directory);
    }
};

Person named(const QString &name, const QString &phone = {}, const QString &company = {})
{
    return {name, {}, phone, company, {}, {}};
}

std::vector<Entry> crowd(quint32 count)
{
    std::vector<Entry> entries;
    for (quint32 i = 0; i < count; ++i) {
        entries.push_back({guest(i), named(QStringLiteral("李%1").arg(QChar(0x4e00 + i % 500)),
                                           QStringLiteral("139%1").arg(i, 8, 10, QLatin1Char('0')))});
    }
    return entries;
}

std::vector<GuestId> found(const Directory &directory, const QString &text)
{
    const auto guests = directory.search(text);
    REQUIRE(guests);
    return *guests;
}

}  // namespace

TEST_CASE("a person is whole after a restart", "[people][directory]")
{
    const Files files;
    const Person person{QStringLiteral("王小明"),
                        QStringLiteral("Wang Xiaoming"),
                        QStringLiteral("+86 138 1234 5678"),
                        QStringLiteral("万科"),
                        QStringLiteral("备注\n第二行"),
                        {{QStringLiteral("车牌"), QStringLiteral("粤B12345")}}};
    {
        const auto directory = files.open();
        CHECK(directory->isFresh());
        CHECK(directory->logPoint().value().isEmpty());
        REQUIRE(directory->put(std::array{Entry{guest(1), person}}, QByteArray("point 1")));
        REQUIRE(directory->put(std::array{Entry{guest(1), person}}));
    }
    const auto directory = files.open();
    CHECK_FALSE(directory->isFresh());
    CHECK(directory->logPoint().value() == "point 1");
    CHECK(directory->find(guest(1)).value() == person);
    CHECK(directory->find(guest(2)).error().code == ErrorCode::NotFound);
    CHECK(directory->count().value() == 1);
}

TEST_CASE("a changed person is found by the new name and not by the old", "[people][directory]")
{
    const Files files;
    const auto directory = files.open();
    REQUIRE(directory->put(crowd(100)));
    REQUIRE(
        directory->put(std::array{Entry{guest(5), named(QStringLiteral("欧阳娜娜"), QStringLiteral("13700009999"))}}));
    CHECK(found(*directory, QStringLiteral("oynn")) == std::vector{guest(5)});
    CHECK(found(*directory, QStringLiteral("9999")) == std::vector{guest(5)});
    REQUIRE(
        directory->put(std::array{Entry{guest(5), named(QStringLiteral("司马光"), QStringLiteral("13700008888"))},
                                  Entry{guest(5), named(QStringLiteral("诸葛亮"), QStringLiteral("13700007777"))}}));
    CHECK(found(*directory, QStringLiteral("oynn")).empty());
    CHECK(found(*directory, QStringLiteral("9999")).empty());
    CHECK(found(*directory, QStringLiteral("司马")).empty());
    CHECK(found(*directory, QStringLiteral("zgl")) == std::vector{guest(5)});
    CHECK(directory->count().value() == 100);
}

TEST_CASE("a removed person is in no file", "[people][directory]")
{
    const Files files;
    const auto directory = files.open();
    auto entries = crowd(5'000);
    const Person person{QStringLiteral("龘靐齉"),      QStringLiteral("Qwertz Asdfgh"),
                        QStringLiteral("17654329876"), QStringLiteral("爩麤公司"),
                        QStringLiteral("secret note"), {{QStringLiteral("k"), QStringLiteral("extra secret")}}};
    entries.insert(entries.begin() + 2'000, Entry{guest(77'777), person});
    REQUIRE(directory->put(entries));
    REQUIRE(directory->put(crowd(10'000)));
    const auto holding = [&](const QByteArray &needle) { return filesHolding(files.dir.path(), needle); };
    CHECK(holding(person.name.toUtf8()).size() >= 1);
    REQUIRE(directory->remove(std::array{guest(77'777), guest(88'888)}, QByteArray("after")));
    for (const QString &text :
         {person.name, person.latinName, person.phone, person.company, person.notes, QStringLiteral("extra secret")}) {
        INFO(text.toStdString());
        CHECK(holding(text.toUtf8()).isEmpty());
    }
    CHECK(holding(guest(77'777).toBytes()).isEmpty());
    // Nor in the index: the tokens that nobody else has are gone.
    for (const char32_t character : {U'龘', U'靐', U'齉'}) {
        const auto token = qToBigEndian(quint64(characterToken(TokenKind::Character, character)));
        CHECK(holding(QByteArray(reinterpret_cast<const char *>(&token), sizeof(token))).isEmpty());
    }
    const auto kept = qToBigEndian(quint64(characterToken(TokenKind::Character, U'李')));
    CHECK(holding(QByteArray(reinterpret_cast<const char *>(&kept), sizeof(kept))).size() >= 1);
    CHECK(found(*directory, QStringLiteral("龘")).empty());
    CHECK(found(*directory, QStringLiteral("9876")).size() == 1);  // 139 0000 9876, one of the crowd.
    CHECK(directory->logPoint().value() == "after");
    CHECK(directory->count().value() == 10'000);
}

TEST_CASE("removed people leave no copy behind in a file that was worked hard", "[people][directory]")
{
    const Files files;
    const auto directory = files.open();
    test::SeededRandom random(11);
    std::map<quint32, QString> model;
    QStringList gone;
    for (int round = 0; round < 40; ++round) {
        std::vector<Entry> entries;
        for (int i = 0; i < 200; ++i) {
            const auto number = quint32(random.below(3'000));
            const QString note = QStringLiteral("note-%1-").arg(random.step()).repeated(1 + int(random.below(4)));
            if (const auto old = model.find(number); old != model.end()) {
                gone += old->second;
            }
            model[number] = note;
            Person person = named(QStringLiteral("王小明"));
            person.notes = note;
            entries.push_back({guest(number), person});
        }
        REQUIRE(directory->put(entries));
        std::vector<GuestId> leaving;
        for (int i = 0; i < 80; ++i) {
            const auto victim = model.lower_bound(quint32(random.below(3'000)));
            if (victim != model.end()) {
                leaving.push_back(guest(victim->first));
                gone += victim->second;
                model.erase(victim);
            }
        }
        REQUIRE(directory->remove(leaving));
    }
    QFile file(files.path());
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    int left = 0;
    for (const QString &note : gone) {
        left += bytes.contains(note.left(24).toUtf8()) ? 1 : 0;
    }
    CHECK(left == 0);
    CHECK(bytes.contains(model.begin()->second.toUtf8()));
    CHECK(directory->count().value() == qint64(model.size()));
}

TEST_CASE("a purge leaves an empty, fresh directory", "[people][directory]")
{
    const Files files;
    const auto directory = files.open();
    REQUIRE(directory->put(crowd(1'000), QByteArray("point")));
    REQUIRE(directory->purge());
    CHECK(directory->isFresh());
    CHECK(directory->count().value() == 0);
    CHECK(directory->logPoint().value().isEmpty());
    CHECK(filesHolding(files.dir.path(), QByteArray("13900000")).isEmpty());
    REQUIRE(directory->put(crowd(10)));
    CHECK(found(*directory, QStringLiteral("李")).size() == 10);
}

TEST_CASE("a damaged or foreign file is made anew and says so", "[people][directory]")
{
    const Files files;
    {
        REQUIRE(files.open()->put(crowd(2'000), QByteArray("point")));
    }
    QFile file(files.path());
    REQUIRE(file.open(QIODevice::ReadWrite));
    bool wasFresh = false;
    SECTION("not a database at all") { file.write(QByteArray(8'192, 'x')); }
    SECTION("empty") { file.resize(0); }
    SECTION("damaged in its middle")
    {
        file.seek(8'192);
        file.write(QByteArray(int(file.size()) - 8'192, 'x'));
        file.close();
        {
            const auto opened = Directory::open(files.path());
            REQUIRE(opened);
            // Not every damage shows at once; when it does, it is an error, and the next start is a fresh one.
            wasFresh = (*opened)->isFresh();
            if (!wasFresh) {
                CHECK((*opened)->search(u"李").error().code == ErrorCode::Storage);
            }
        }
    }
    file.close();
    const auto directory = files.open();
    CHECK((wasFresh || directory->isFresh()));
    CHECK(directory->logPoint().value().isEmpty());
    REQUIRE(directory->put(crowd(10)));
    CHECK(found(*directory, QStringLiteral("李")).size() == 10);
}

TEST_CASE("a folder that cannot be written is an error, not a crash", "[people][directory]")
{
    CHECK(Directory::open(QStringLiteral("/no/such/folder/people.db")).error().code == ErrorCode::Storage);
}
