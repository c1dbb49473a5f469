// Goal: the printing key asks once, always gets free again, and says where the paper lies until somebody read it.
// Method: a press that answers as told.
#include "app/models/paper_desk.h"
#include "tests/qml/fake_node.h"
#include "tests/support/catch.h"

using namespace muster;
using namespace muster::test;

SCENARIO("the commander prints", "[models][paper]")
{
    Settings settings;
    settings.setLanguage(QStringLiteral("en"));
    FakePaper press;
    PaperDesk desk(&press, settings);
    CHECK(desk.outcome() == PaperDesk::Nothing);
    desk.print();
    desk.print();
    CHECK(press.languages == QStringList{QStringLiteral("en")});
    CHECK(desk.isBusy());
    WHEN("it lies in the folder")
    {
        press.tell(PaperNews::Outcome::Written);
        CHECK_FALSE(desk.isBusy());
        CHECK(desk.outcome() == PaperDesk::Written);
        CHECK(desk.file().endsWith(QStringLiteral("state-20261128-0958.pdf")));
        desk.dismiss();
        CHECK(desk.outcome() == PaperDesk::Nothing);
    }
    WHEN("the disk is full")
    {
        press.tell(PaperNews::Outcome::NotWritten);
        CHECK(desk.outcome() == PaperDesk::NotWritten);
        CHECK_FALSE(desk.reason().isEmpty());
        desk.print();
        CHECK(press.languages.size() == 2);
        CHECK(desk.outcome() == PaperDesk::Nothing);
    }
    WHEN("meanwhile the hourly paper is missed")
    {
        press.miss();
        CHECK(desk.outcome() == PaperDesk::NotWritten);
        CHECK(desk.isBusy());
    }
}

SCENARIO("a device that writes no paper", "[models][paper]")
{
    Settings settings;
    PaperDesk desk(nullptr, settings);
    desk.print();
    CHECK_FALSE(desk.isBusy());
    CHECK(desk.outcome() == PaperDesk::Nothing);
}
