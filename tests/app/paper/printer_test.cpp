// Goal: a printer that is missing, dead or silent costs nobody a moment, and what to do can be told.
// Method: small programs in place of the print system's.
#include "app/paper/lp_printer.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <optional>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;
using Outcome = paper::LpPrinter::Outcome;

namespace {

struct Said {
    Outcome outcome = Outcome::Printed;
    QString words;
};

QString programOf(const TempDir &folder, const QByteArray &script)
{
    const auto path = folder.file(QStringLiteral("lp"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script + "\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

Said print(const QString &program, const QString &file, std::chrono::milliseconds patience = 10s)
{
    paper::LpPrinter printer(program, patience);
    std::optional<Said> said;
    QElapsedTimer waited;
    waited.start();
    printer.print(file, [&](Outcome outcome, const QString &words) { said = {outcome, words}; });
    CHECK_FALSE(said);  // Nobody is called back from inside the call.
    while (!said && waited.elapsed() < 20'000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    REQUIRE(said);
    while (printer.findChild<QProcess *>() != nullptr && waited.elapsed() < 20'000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    CHECK(printer.findChild<QProcess *>() == nullptr);  // Nothing is left behind.
    return *said;
}

}  // namespace

SCENARIO("paper goes to the printer", "[paper]")
{
    TempDir folder;
    const auto file = folder.file(QStringLiteral("a file.pdf"));
    WHEN("it takes it")
    {
        const auto heard = folder.file(QStringLiteral("heard"));
        const auto said = print(programOf(folder, "echo \"$@\" > '" + heard.toUtf8() + "'"), file);
        CHECK(said.outcome == Outcome::Printed);
        QFile words(heard);
        REQUIRE(words.open(QIODevice::ReadOnly));
        CHECK(QString::fromUtf8(words.readAll()).trimmed() == QStringLiteral("-o media=A4 ") + file);
    }
    WHEN("none is set up")
    {
        const auto said =
            print(programOf(folder, "echo 'lp: Error - no default destination available.' >&2; exit 1"), file);
        CHECK(said.outcome == Outcome::NoPrinter);
    }
    WHEN("it is dead")
    {
        const auto said = print(programOf(folder, "echo 'lp: out of paper' >&2; exit 1"), file);
        CHECK(said.outcome == Outcome::Failed);
        CHECK(said.words == QStringLiteral("lp: out of paper"));
    }
    WHEN("it never answers")
    {
        const auto said = print(programOf(folder, "exec sleep 60"), file, 200ms);
        CHECK(said.outcome == Outcome::Failed);
        CHECK_FALSE(said.words.isEmpty());
    }
    WHEN("the program is broken")
    {
        const auto said = print(folder.file(QStringLiteral("not-there")), file);
        CHECK(said.outcome == Outcome::Failed);
    }
}
