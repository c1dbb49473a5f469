// Goal: the architecture, the house rules and the paths named in the documents cannot rot silently.
// Method: read the sources as text and check what a compiler does not know; every rule must catch its own bad example.
#undef QT_NO_CAST_FROM_ASCII  // Names and patterns, all of them ASCII.
#include "tests/support/catch.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace {

struct Rule {
    const char *why;
    QStringList folders;
    QStringList suffixes;
    const char *banned;
    const char *example;     ///< A line that the rule must catch.
    QStringList exceptions;  ///< Files that may, each for the reason beside it.
};

const QStringList code{"cpp", "h"};
const QStringList text{"cpp", "h", "qml", "txt", "md", "json", "js", "sh", ""};
const QStringList everywhere{"app", "core", "deploy", "qml", "tests"};

const std::vector<Rule> rules{
    {"core/ has no window, socket, thread or timer; adapt it in app/",
     {"core"},
     code,
     R"(#include <(Qt(Gui|Qml|Quick|Network|Widgets|Multimedia|Svg|Concurrent)/|Q(Thread|Timer|Mutex|Semaphore|WaitCondition|Future|Image|Tcp|Ssl|Udp|Network|Abstract|Object|Quick|Qml)|thread>|mutex>|future>))",
     "#include <QTimer>",
     {}},
    {"take a Clock",
     {"app", "core"},
     code,
     R"(\b(system_clock|steady_clock|high_resolution_clock)::now|currentDateTime|currentMSecsSince|currentSecsSince|\bcurrentDate\(|\bcurrentTime\(|std::time\(|gettimeofday|clock_gettime|'now'|CURRENT_TIME)",
     "const auto at = QDateTime::currentDateTimeUtc();",
     {"core/base/clock.cpp"}},  // The one place where the system's clock comes in.
    {"core/ measures no time of its own; take a Clock",
     {"core"},
     code,
     R"(QElapsedTimer|QDeadlineTimer)",
     "QElapsedTimer timer;",
     {}},
    {"take a Random",
     {"app", "core"},
     code,
     R"(#include <random>|QRandomGenerator|std::rand\b|\bs?rand\(|randombytes_|createUuid|RAND_bytes|mt19937)",
     "randombytes_buf(bytes.data(), bytes.size());",
     {"core/base/random.cpp", "core/base/random.h"}},  // The one place where the system's generator comes in.
    {"name the header from the root: \"core/…\", \"app/…\", \"tests/…\"",
     {"app", "core", "tests"},
     code,
     R"(^\s*#include "(?!(app|core|deploy|tests)/))",
     "#include \"clock.h\"",
     {"core/base/pinyin.cpp",        // Its table is generated into the build folder,
      "tests/qml/quick_test.cpp"}},  // and what Qt makes of its class.
    {"use a colour of Theme",
     {"qml"},
     {"qml"},
     R"(#[0-9a-fA-F]{3,8}"|Qt\.(rgba|hsla|hsva|color)\(|[cC]olor: "(?!transparent))",
     "color: \"#fff\"",
     {"qml/theme/Theme.qml"}},
    {"use a size or duration of Theme",
     {"qml"},
     {"qml"},
     R"(\b([wW]idth|[hH]eight|(pixel|point|font)Size|[sS]ize|radius|[sS]pacing|\w*[pP]adding|(\w+\.)?\w*[mM]argins?|duration|interval):\s*([^?;}]*\?\s*)?-?([2-9]|[1-9]\d+)\s*($|[;:}]))",
     "    spacing: 12",
     {"qml/theme/Theme.qml"}},
    {"do it in C++",
     {"qml"},
     {"qml", "js"},
     R"(XMLHttpRequest|createQmlObject|LocalStorage|\bproperty var\b|Qt\.include)",
     "property var guest",
     {}},
    {"finish it, or leave it out",
     everywhere,
     text,
     R"(\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b)",
     "// TO"
     "DO: later",
     {}},
    {"a path of one machine is of no use on another",
     everywhere,
     text,
     R"((?<![\w.*}$])/(home|root|Users|work|farm|usr/local)/\w)",
     "open(\"/home/me/day.db\")",
     {}},
};

QString rootPath() { return MUSTER_SOURCE_DIR "/"; }

QStringList filesIn(const QStringList &folders, const QStringList &suffixes)
{
    QStringList names;
    for (const auto &folder : folders) {
        QDirIterator it(rootPath() + folder, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            it.next();
            if (suffixes.contains(it.fileInfo().suffix())) {
                names << QDir(rootPath()).relativeFilePath(it.filePath());
            }
        }
    }
    names.sort();
    return names;
}

QStringList linesOf(const QString &name)
{
    QFile file(rootPath() + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    auto lines = QString::fromUtf8(file.readAll()).split('\n');
    if (lines.last().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

/// A room and those whose headers it may include, beside its own.
struct Room {
    const char *folder;
    QStringList mayUse;
};

const std::vector<Room> rooms{
    {"core/base", {}},
    {"core/people", {"core/base"}},
    {"core/journal", {"core/base"}},
    {"core/authority", {"core/base", "core/journal"}},
    {"core/venue", {"core/base", "core/journal", "core/authority"}},
    {"core/sync", {"core/base", "core/journal"}},
    {"core/scan", {"core/base"}},
    {"core/plan", {"core/base", "core/venue"}},  // What it reads is the venue's EventSetup.
    {"core/report", {"core/base", "core/journal", "core/venue"}},
    {"core/paper", {"core/base", "core/report", "core/venue"}},
    {"app/net", {"core/base"}},
    {"app/devices", {"core/base", "core/scan"}},
    {"app/node",
     {"core/base", "core/people", "core/journal", "core/authority", "core/venue", "core/sync", "core/scan", "app/net",
      "app/devices"}},
    {"app/models", {"core/base", "core/venue", "app/node"}},
    {"app/paper", {"core/base", "core/paper", "core/venue", "app/node"}},
    {"app/cli",
     {"core/base", "core/people", "core/journal", "core/authority", "core/venue", "core/sync", "core/scan", "core/plan",
      "core/report", "core/paper", "app/net", "app/devices", "app/node", "app/models", "app/paper"}},
};

constexpr qsizetype lineCountMax = 500;
constexpr qsizetype qmlLineCountMax = 150;

/// Longer than they should be, and why.
const QSet<QString> longFiles{
    "tests/sync/session_test.cpp",       // Every state of a session once; sharing its rig keeps it together.
    "qml/greeter/GreeterGuest.qml",      // One guest's whole card; its parts share too much to be passed around.
    "qml/components/TouchKeyboard.qml",  // Two layouts of keys, as data.
};

}  // namespace

TEST_CASE("the sources obey the house rules", "[tidy]")
{
    for (const auto &rule : rules) {
        const QRegularExpression banned(rule.banned);
        INFO(rule.why);
        REQUIRE(banned.isValid());
        REQUIRE(banned.match(rule.example).hasMatch());
        for (const auto &name : filesIn(rule.folders, rule.suffixes)) {
            const auto lines =
                rule.exceptions.contains(name) || name == "tests/tidy/tidy_test.cpp" ? QStringList() : linesOf(name);
            for (qsizetype i = 0; i < lines.size(); ++i) {
                if (banned.match(lines[i]).hasMatch()) {
                    FAIL_CHECK(name.toStdString() << ":" << i + 1 << ": " << rule.why);
                }
            }
        }
        for (const auto &name : rule.exceptions) {
            INFO("an exception that is no longer there: " << name.toStdString());
            CHECK(QFile::exists(rootPath() + name));
        }
    }
}

TEST_CASE("rooms include only the rooms below them", "[tidy]")
{
    const QRegularExpression include(R"re(^\s*#include "((core|app)/[a-z]+)/)re");
    const QRegularExpression outside(R"re(^\s*#include "(tests|deploy)/)re");
    QStringList known;
    for (const auto &room : rooms) {
        known << room.folder;
        for (const auto &name : filesIn({room.folder}, code)) {
            for (const auto &line : linesOf(name)) {
                const auto match = include.match(line);
                const auto used = match.captured(1);
                if (outside.match(line).hasMatch() ||
                    (match.hasMatch() && used != room.folder && !room.mayUse.contains(used))) {
                    FAIL_CHECK(name.toStdString()
                               << ": " << line.trimmed().toStdString() << " is not below " << room.folder);
                }
            }
        }
    }
    for (const QString level : {"core", "app"}) {
        for (const auto &folder : QDir(rootPath() + level).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            INFO("a room that the table above does not know");
            CHECK(known.contains(level + '/' + folder));
        }
    }
}

TEST_CASE("a file fits in a head", "[tidy]")
{
    for (const auto &name : filesIn(everywhere, {"cpp", "h", "qml"})) {
        const auto lineCount = linesOf(name).size();
        const auto max = name.endsWith(".qml") && !name.startsWith("tests/") ? qmlLineCountMax : lineCountMax;
        if (lineCount > max && !longFiles.contains(name)) {
            FAIL_CHECK(name.toStdString() << " has " << lineCount << " lines, at most " << max << " are easy to hold");
        }
        if (lineCount <= max && longFiles.contains(name)) {
            FAIL_CHECK(name.toStdString() << " is short enough now: take it off the list");
        }
    }
}

TEST_CASE("every source is built", "[tidy]")
{
    QString lists;
    for (const auto &name : filesIn({"app", "core", "deploy", "tests"}, {"txt"})) {
        lists += linesOf(name).join(' ');
    }
    for (const auto &name : filesIn({"app", "core", "deploy", "tests"}, {"cpp"})) {
        INFO(name.toStdString() << " is in no CMakeLists.txt");
        CHECK(lists.contains(name.section('/', -1)));
    }
}

TEST_CASE("a test says its goal and method first", "[tidy]")
{
    for (const auto &name : filesIn({"tests"}, {"cpp", "qml"})) {
        const auto file = name.section('/', -1);
        if (file.endsWith("_test.cpp") || file.startsWith("tst_")) {
            const auto lines = linesOf(name);
            const auto head = lines.mid(0, 6).join(' ');
            INFO(name.toStdString());
            CHECK(lines.first().startsWith("// Goal: "));
            CHECK(head.contains("Method: "));
        }
    }
}

TEST_CASE("what the documents name is there", "[tidy]")
{
    const QRegularExpression path(
        R"re((?:`|\]\()((?:app|core|deploy|qml|tests|\.ci)/[\w./-]*|[A-Z]\w+(?:\.md|\.txt|\.json)|LICENSE)(?:`|\)| ))re");
    int pathCount = 0;
    for (const QString document : {"README.md", "core/README.md"}) {
        const auto words = linesOf(document).join('\n');
        for (auto it = path.globalMatch(words); it.hasNext();) {
            const auto name = it.next().captured(1);
            ++pathCount;
            INFO(document.toStdString() << " names " << name.toStdString());
            CHECK((QFile::exists(rootPath() + name) ||
                   QFile::exists(rootPath() + document.section('/', 0, -2) + '/' + name)));
        }
    }
    CHECK(pathCount > 20);
}
