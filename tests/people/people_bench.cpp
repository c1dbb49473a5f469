// What the search costs with as many guests as the design promises. Prints one JSON document.
#include "core/base/crypto.h"
#include "core/base/pinyin.h"
#include "core/people/directory.h"

#include "tests/support/seeded_random.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace muster;
using namespace muster::people;

namespace {

/// The processor's time of this thread beside the wall clock's: other programs do not count.
double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

constexpr int batchRows = 100'000;
constexpr int guestsMax = 5'000'000;

/// Names as common as in life: a few surnames for half the people, given names with a long tail.
class Crowd {
public:
    Person person()
    {
        Person person;
        if (m_random.chance(4)) {
            person.name = word(3, 7) + u' ' + word(4, 9);
        } else {
            person.name = skewed(m_surnames);
            for (quint64 n = m_random.chance(85) ? 2 : 1; n > 0; --n) {
                person.name += skewed(m_given);
            }
        }
        person.phone = QStringLiteral("1%1%2")
                           .arg(3 + m_random.below(7))
                           .arg(m_random.below(1'000'000'000), 9, 10, QLatin1Char('0'));
        if (m_random.chance(60)) {
            test::SeededRandom fixed(m_random.below(3'000));
            for (int i = 0; i < 4; ++i) {
                person.company += m_given[qsizetype(fixed.below(quint64(m_given.size())))];
            }
            person.company += QStringLiteral("有限公司");
        }
        return person;
    }
    quint64 below(quint64 limit) { return m_random.below(limit); }

private:
    /// The first ones far more often: rank r about as 1 / (r + 6).
    QChar skewed(const QString &from)
    {
        const double u = double(m_random.step() >> 11U) * 0x1p-53;
        const double rank = 6 * (std::pow((double(from.size()) + 6) / 6, u) - 1);
        return from[std::min(from.size() - 1, qsizetype(rank))];
    }
    QString word(int lengthMin, int lengthMax)
    {
        QString text;
        for (quint64 n = quint64(lengthMin) + m_random.below(quint64(lengthMax - lengthMin)); n > 0; --n) {
            text += QChar(u'a' + ushort(m_random.below(26)));
        }
        text[0] = text[0].toUpper();
        return text;
    }
    static QString withMore(QString text, int count)
    {
        for (int i = 0; text.size() < count; ++i) {
            text += QChar(0x4e00 + 23 * i);
        }
        return text;
    }

    test::SeededRandom m_random{2026};
    QString m_surnames =
        withMore(QStringLiteral("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田"), 300);
    QString m_given = withMore(
        QStringLiteral("明伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂小文华建国玉海春红志梅兰云峰金鑫宇浩"), 900);
};

struct QueryKind {
    const char *name;
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
    {"surname", [](const Person &p, Crowd &) { return p.name.left(1); }},
    {"last_character", [](const Person &p, Crowd &) { return p.name.right(1); }},
    {"given_name", [](const Person &p, Crowd &) { return p.name.mid(1); }},
    {"whole_name", [](const Person &p, Crowd &) { return p.name; }},
    {"initials", [](const Person &p, Crowd &) { return spelledBy(p, false); }},
    {"one_initial", [](const Person &p, Crowd &) { return spelledBy(p, false).left(1); }},
    {"surname_pinyin_and_initials", [](const Person &p, Crowd &) { return spelledBy(p, true); }},
    {"whole_pinyin", [](const Person &p, Crowd &) { return pinyinOf(p.name).full; }},
    {"pinyin_on_the_way",
     [](const Person &p, Crowd &c) {
         const QString full = pinyinOf(p.name).full;
         return full.left(2 + qsizetype(c.below(quint64(full.size()))));
     }},
    {"given_pinyin", [](const Person &p, Crowd &) { return pinyinOf(p.name.mid(1)).full; }},
    {"phone_last_4", [](const Person &p, Crowd &) { return p.phone.right(4); }},
    {"phone_last_3", [](const Person &p, Crowd &) { return p.phone.right(3); }},
    {"phone_first_3", [](const Person &p, Crowd &) { return p.phone.left(3); }},
    {"phone_middle_5", [](const Person &p, Crowd &) { return p.phone.mid(3, 5); }},
    {"company", [](const Person &p, Crowd &) { return p.company.left(4); }},
    {"company_common_part", [](const Person &, Crowd &) { return QStringLiteral("公司"); }},
    {"surname_and_phone_end", [](const Person &p, Crowd &) { return p.name.left(1) + u' ' + p.phone.right(4); }},
    {"two_common_words", [](const Person &p, Crowd &) { return QStringLiteral("明 ") + p.phone.left(3); }},
    {"contrary_words", [](const Person &, Crowd &) { return QStringLiteral("王 zhang li 公司 138"); }},
    {"nobody", [](const Person &, Crowd &) { return QStringLiteral("xqzkv"); }},
};

double percentile(std::vector<double> &values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(double(values.size()) * share))];
}

GuestId guestOf(int number)
{
    const auto hash = hash256(QByteArray::number(number));
    return *GuestId::fromBytes(hash.toBytes().first(GuestId::size));
}

QJsonObject benchPut(Directory &directory, Crowd &crowd, int guests, std::vector<Person> &sample)
{
    QElapsedTimer timer;
    double first = 0;
    double lastCpu = 0;
    double last = 0;
    for (int from = 0; from < guests; from += batchRows) {
        std::vector<Directory::Entry> entries;
        for (int i = from; i < std::min(from + batchRows, guests); ++i) {
            entries.push_back({guestOf(i), crowd.person()});
            if (i % 500 == 0) {
                sample.push_back(entries.back().person);
            }
        }
        timer.start();
        const double cpu = cpuSeconds();
        if (!directory.put(entries)) {
            qFatal("put failed");
        }
        last = double(timer.nsecsElapsed()) / 1e9;
        lastCpu = cpuSeconds() - cpu;
        first = from == 0 ? last : first;
    }
    std::vector<double> singles;
    for (int i = 0; i < 300; ++i) {
        const std::array one{Directory::Entry{guestOf(guests + i), crowd.person()}};
        timer.start();
        if (!directory.put(one)) {
            qFatal("put failed");
        }
        singles.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    timer.start();
    if (!directory.remove(std::array{guestOf(guests / 2)})) {
        qFatal("remove failed");
    }
    return {{QStringLiteral("put_100000_first_s"), first},
            {QStringLiteral("put_100000_last_s"), last},
            {QStringLiteral("put_100000_last_cpu_s"), lastCpu},
            {QStringLiteral("put_one_p50_ms"), percentile(singles, 0.5)},
            {QStringLiteral("put_one_p99_ms"), percentile(singles, 0.99)},
            {QStringLiteral("forget_one_ms"), double(timer.nsecsElapsed()) / 1e6}};
}

QJsonObject benchSearch(const Directory &directory, Crowd &crowd, const std::vector<Person> &sample, int queries)
{
    QJsonObject result;
    std::vector<double> all;
    std::vector<double> allCpu;
    QElapsedTimer timer;
    for (const QueryKind &kind : kinds) {
        std::vector<double> times;
        std::vector<double> cpuTimes;
        for (int i = 0; i < queries; ++i) {
            const QString text = kind.text(sample[std::size_t(crowd.below(sample.size()))], crowd);
            timer.start();
            const double cpu = cpuSeconds();
            if (!directory.search(text)) {
                qFatal("search failed");
            }
            cpuTimes.push_back((cpuSeconds() - cpu) * 1e3);
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        all.insert(all.end(), times.begin(), times.end());
        allCpu.insert(allCpu.end(), cpuTimes.begin(), cpuTimes.end());
        result.insert(QLatin1String(kind.name),
                      QJsonObject{{QStringLiteral("p50_ms"), percentile(times, 0.5)},
                                  {QStringLiteral("p99_ms"), percentile(times, 0.99)},
                                  {QStringLiteral("cpu_p50_ms"), percentile(cpuTimes, 0.5)},
                                  {QStringLiteral("cpu_p99_ms"), percentile(cpuTimes, 0.99)}});
    }
    result.insert(QLatin1String("all"), QJsonObject{{QStringLiteral("p50_ms"), percentile(all, 0.5)},
                                                    {QStringLiteral("p99_ms"), percentile(all, 0.99)},
                                                    {QStringLiteral("cpu_p50_ms"), percentile(allCpu, 0.5)},
                                                    {QStringLiteral("cpu_p99_ms"), percentile(allCpu, 0.99)}});
    return result;
}

}  // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    initCrypto();
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("json"), QStringLiteral("Prints JSON (there is no other form).")});
    parser.addOption(
        {QStringLiteral("guests"), QStringLiteral("How many."), QStringLiteral("N"), QStringLiteral("1000000")});
    parser.addOption(
        {QStringLiteral("queries"), QStringLiteral("Of each kind."), QStringLiteral("N"), QStringLiteral("300")});
    parser.process(app);
    const int guests = std::clamp(parser.value(QStringLiteral("guests")).toInt(), 1'000, guestsMax);
    const int queries = std::clamp(parser.value(QStringLiteral("queries")).toInt(), 1, 100'000);

    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("people.db"));
    const auto directory = Directory::open(path);
    if (!directory) {
        qFatal("cannot open %s", qPrintable(path));
    }
    Crowd crowd;
    std::vector<Person> sample;
    QJsonObject report{{QStringLiteral("guests"), guests}};
    report.insert(QLatin1String("put"), benchPut(**directory, crowd, guests, sample));
    report.insert(QLatin1String("file_mib"), double(QFileInfo(path).size()) / 1048576.0);
    report.insert(QLatin1String("search"), benchSearch(**directory, crowd, sample, queries));
    std::puts(QJsonDocument(report).toJson().constData());
    return 0;
}
