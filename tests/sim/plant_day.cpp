// Bugs in what people of ours do, and in the course of the day.
#include "core/journal/body.h"
#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/day/alerts.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/materials/materials.h"
#include "core/venue/modes/messages.h"
#include "core/venue/modes/modes.h"
#include "core/venue/posts/gear.h"
#include "core/venue/posts/posts.h"
#include "core/venue/posts/roll.h"
#include "core/venue/staff/sign_on.h"
#include "tests/sim/genesis.h"
#include "tests/sim/oracle_day.h"
#include "tests/sim/plant.h"

namespace muster::sim {
namespace {

Plant::Folds without(const QString &kind, const char *field)
{
    return changed(kind, [field](QCborMap &body) { body.remove(key(field)); });
}

Plant::Folds by(const QString &kind, const char *field, const QCborValue &value)
{
    return changed(kind, [field, value](QCborMap &body) { body.insert(key(field), value); });
}

/// After operations of @p kind, @p sql is run with the hash of the operation as its only parameter.
Plant::Folds afterwards(const QString &kind, const char *sql)
{
    return [kind, sql](Fold &venue, State &state, const Operation &operation) {
        const auto folded = venue.apply(state, operation);
        if (operation.kind == kind) {
            bindAll(state.statement(sql), operation.hash).exec();
        }
        return folded;
    };
}

/// What was sealed is opened, and the words are put where words in clear are.
Folded foldOpened(Fold &venue, State &state, const Operation &operation)
{
    if (operation.kind != incidents::openedKind()) {
        return venue.apply(state, operation);
    }
    return foldChanged(venue, state, operation, [](QCborMap &body) {
        if (const auto said = Genesis::instance().eventKey.open(body.value(key("sealed")).toByteArray())) {
            body.insert(key("text"), QCborValue::fromCbor(*said).toMap().value(incidents::words::text));
        }
    });
}

void guestsForgotten(QCborMap &body)
{
    if (body.contains(key("guest"))) {
        body.insert(key("day"), std::numeric_limits<qint32>::max());
    }
}

/// Whoever answers an alert has answered all that are still to come.
void coversAll(QCborMap &body) { body.insert(key("occasion"), std::numeric_limits<qint64>::max()); }

}  // namespace

std::vector<Plant> dayPlants()
{
    PlantList list;
    list.add("hand-over-open", "Who is relieved stays at the post as well").folds =
        without(posts::steppedKind(), "relieves");
    list.add("gear-by-clock", "The wall clock says who has a radio").folds = by(gear::kind(), "version", 1);
    list.add("strike-deletes", "An entry that is struck is gone").folds =
        afterwards(incidents::struckKind(),
                   "DELETE FROM incident_step WHERE op IN (SELECT entry FROM incident_strike WHERE op = ?)");
    list.add("incident-unspent", "An incident's number is not taken from the block of who gave it").folds =
        without(incidents::openedKind(), "post");
    list.add("restricted-opened", "Restricted words are kept in clear where they are folded").folds = foldOpened;
    list.add("restricted-forgotten", "What was said to be restricted is written down in clear").command =
        [](Command &command) {
            if (auto *open = std::get_if<incidents::Open>(&command)) {
                open->isRestricted = false;
                open->types.removeAll(QStringLiteral("medical"));
            }
        };
    list.add("words-cut", "Only the first words of a note are written down").command = [](Command &command) {
        if (auto *note = std::get_if<incidents::Note>(&command)) {
            note->text.truncate(10);
        }
    };
    list.add("serial-last-wins", "Of two who mark a serial differently the later is right, and nobody hears of it")
        .folds = afterwards(materials::markedKind(), "UPDATE serial_run SET disputed = 0 WHERE ?1 IS NOT NULL");
    list.add("serial-unseeing", "A mark forgets which others its author had seen").folds =
        by(materials::markedKind(), "seen", QCborArray());
    list.add("material-lost", "A slip that is taken back still counts").folds =
        changed(materials::movedKind(), [](QCborMap &body) {
            body.insert(key("count"), std::max<qint64>(0, body.value(key("count")).toInteger()));
        });
    list.add("mode-by-clock", "The wall clock says which mode is in force").folds = by(modes::zoneKind(), "version", 1);
    list.add("mode-ignored", "Doors do not know that the hall takes nobody in").folds =
        changed(modes::hallKind(), [](QCborMap &body) {
            if (body.value(key("mode")).toInteger() >= qint64(modes::Mode::Hold)) {
                body.insert(key("mode"), int(modes::Mode::Normal));
            }
        });
    list.add("acknowledged-for-good", "Who answers a bell has answered all that ring later").folds =
        changed(alerts::acknowledgedKind(), coversAll);
    list.add("receipt-twice", "A receipt counts for everybody who might have read it").folds = afterwards(
        messages::readKind(),
        "INSERT INTO message_read SELECT message, substr(op, 2) || substr(op, 1, 1), device, actor || '2', station,"
        " time FROM message_read WHERE op = ?");
    list.add("roll-forgets-guests", "A roll call forgets guests").folds = changed(roll::kind(), guestsForgotten);
    list.add("override-lost", "Why a cue went in spite of what it needs is forgotten").folds =
        without(cues::steppedKind(), "override");
    list.add("cue-by-clock", "The wall clock says how a cue stands").folds = by(cues::steppedKind(), "version", 1);
    list.add("task-stays-done", "A task that is reopened stays done").folds =
        changed(tasks::steppedKind(), [](QCborMap &body) {
            if (body.value(key("step")).toInteger() == qint64(tasks::Step::Reopen)) {
                body.insert(key("step"), int(tasks::Step::Done));
            }
        });
    list.add("tries-forgotten", "Wrong tries at a PIN are forgotten").folds =
        by(staff::pinRefusedKind(), "staff", QStringLiteral("nobody"));
    return list.all;
}

}  // namespace muster::sim
