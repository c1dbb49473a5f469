#pragma once
#include "tests/plan/support.h"

#include <array>
#include <cstring>

/// One good plan with every sheet, to be spoilt in one place after the other.
namespace muster::plan::test {

/// A small plan without fault, as sheets by file name.
inline QMap<QString, QByteArray> goodPlan()
{
    return {
        {q("event.csv"),
         "name_zh,Test\nday,2026-11-28\ntime_zone,Asia/Shanghai\nbrand_colour,#1f6f5c\nsoft,100\nfirm,120\n"},
        {q("zones.csv"),
         "Code,Name in Chinese,Soft capacity,Firm capacity,Overflow zone\nA,Gate,10,20,B\nB,Hall,30,40,\n"},
        {q("classes.csv"),
         "Code,Name in English,Zone after sign-in,Alert,Questions\nvisitor,Visitor,A,,source;ok\nvip,VIP,B,vip,ok\n"},
        {q("rules.csv"), "Code,Classes,Gates,Sessions,From,Until,Re-entry,Message in English\n"
                         "main,visitor;vip,k1,day,9:00,25:30,after-exit,Come at nine\n"},
        {q("sessions.csv"), "Code,Name in English,Open at start\nday,Day,yes\n"},
        {q("questions.csv"), "Code,Kind,Text in English,Required,Before admission,Default\n"
                             "source,choice,How?,yes,no,web\nok,consent,Agree?,yes,yes,yes\n"},
        {q("choices.csv"), "Question,Code,Text in English\nsource,web,Internet\nsource,friend,Friends\n"},
        {q("staff.csv"),
         "Code,Name,Roles,Zone\nS1,Li,commander,\nS2,Wang,lead;zone,A\nS3,Ma,greeter,A\nS4,Wu,lead,B\n"},
        {q("stations.csv"), "Code,Role,Zone,Classes,Services\nk1,kiosk,A,,\nc1,counter,B,,talk;pay\np1,prize,B,,\n"},
        {q("services.csv"), "Code,Name in English,Zone,Next,Expected seconds,Minutes to come,When late,Again after,"
                            "On deck,Batch,Own consultant,Persons at most\n"
                            "talk,Talk,A,pay,600,4,again,2,3,,yes,5\npay,Pay,B,,300,,last,,,20,no,\n"},
        {q("papers.csv"), "Service,Code,Text in English\npay,card,Bank card\npay,slip,Slip\n"},
        {q("series.csv"), "Code,Name in English,Prefix,Digits,Numbers at most,From,Until,Service,Classes,At sign-in\n"
                          "all,All,A,3,500,9:00,16:00,talk,visitor,yes\nvip,VIP,v,2,50,,,pay,vip,no\n"},
        {q("priorities.csv"), "Code,Name in English,Weight,Classes\nvip,VIP,3,vip\nold,Elderly,2,\n"},
        {q("prizes.csv"), "Code,Name in English,Earned by,Classes,Sessions,Stamps,Per guest,When cut off,Budget,Proof,"
                          "Low stock,Minutes to hand over\n"
                          "bag,Bag,sign-in,visitor,day,,2,budget,20,none,5,15\n"
                          "tour,Tour,stamps,,,A;B,,lease,,phone,,\ntv,TV,draw,,,,,refuse,,identity,,\n"},
        {q("stock.csv"), "Prize,Desk,Count\nbag,p1,100\nbag,,20\ntour,p1,30\ntv,p1,2\n"},
        {q("draws.csv"),
         "Code,Name in English,Order of all,Prize,Winners,Classes\nnoon,Noon,no,tv,2,visitor\nline,Line,yes,,,\n"},
        {q("units.csv"), "Code,Name in English,Building,Floor,Type,Price,Desk\n"
                         "1-0101,One,1,1,two,1280000.50,c1\n1-0102,Two,1,1,two,\"1,300,000\",\n"},
        {q("merchants.csv"), "Code,Name in English,Zone\nbank,Bank,B\n"},
        {q("posts.csv"),
         "Code,Name in English,Zone,Kind,Roles,At least,From,Until,Minutes at a stretch,Ticks,"
         "Duty in Chinese,Duty in English,Channel,Spot in Chinese,Spot in English,Exit\n"
         "A-lead,Lead A,A,lead,lead,1,9:00,17:00,240,radio,,Leads,1,,Gate,\n"
         "A-second,Deputy A,A,deputy,greeter;lead,0,,,,,,,,,,\n"
         "B-lead,Lead B,B,lead,lead,1,10:00,16:00,,,,,,,,\n"
         "B-second,Deputy B,B,deputy,,0,,,,,,,,,,\n"
         "desk,Desk,A,post,greeter;commander,1,9:00,17:00,90,uniform;badge,迎宾,Greets,2,门口,At the gate,yes\n"
         "spare,Spare,,floater,,0,,,,,,,,,,\n"},
        {q("shifts.csv"),
         "Staff,Post,Kind,From,Until,Code\nS2,A-lead,work,8:30,17:30,\nS4,B-lead,work,9:30,16:30,early\n"
         "S3,desk,work,8:45,12:00,\nS1,desk,work,12:00,13:00,\nS3,desk,,13:00,17:00,\n"
         "S3,,meal,12:00,12:45,\nS1,spare,work,13:00,25:00,\nS1,,break,15:00,15:10,\n"},
        {q("gear.csv"), "Code,Name in English,Kind\nR1,Radio 1,radio\nK1,Keys,key\n"},
        {q("assembly.csv"), "Code,Name in English,Zones\neast,East,A\nwest,West,B\n"},
        {q("incidents.csv"),
         "Code,Name in English,Guide in Chinese,Guide in English,Urgent,Restricted,Watch,Return signed,"
         "Roles,Minutes to answer\n"
         "lost,Lost child,先守出口,Exits first,yes,yes,yes,no,lead;greeter,2\n"
         "bag,Lost bag,登记,Note it,,,,yes,,\n"},
        {q("checklists.csv"), "Incident,Code,Text in Chinese,Text in English\nlost,exits,守出口,Guard the exits\n"
                              "lost,search,分头找,Search\n"},
        {q("cues.csv"), "Code,Name in English,Start,Minutes,After,When overrun,Owner,Zone,Doors,Needs\n"
                        "check,Check,8:30,15,,,S1,A,no,\n"
                        "open,Doors,9:00,10,check,hold,S1,A,yes,posts;materials;incidents;signs;check\n"
                        "show,Show,,30,open,shift,S2,B,no,open\n"},
        {q("tasks.csv"), "Code,Name in English,Kind,Owner,Zone,Phase,Due,Every minutes,Until,Evidence\n"
                         "permit,Permit,milestone,S1,,prepare,D-20,,,yes\nsigns,Signs,task,S3,A,prepare,8:15,,,no\n"
                         "walk,Walk,round,S2,A,live,9:30,60,16:30,no\nreport,Report,task,S1,,close,D+3 12:00,,,yes\n"},
        {q("materials.csv"),
         "Code,Name in English,Category,Planned,Zone,Owner,Used up,Needed,Prefix,Serials,Digits\n"
         "form,Form,documents,400,B,S1,yes,yes,RG,0001-0400,\nchair,Chair,reception,\"1,200\",,,no,no,,,\n"},
        {q("alerts.csv"), "Code,Weight,After seconds,Escalate after seconds,Roles,Then roles,Minutes to re-check\n"
                          "post_gap,60,30,120,lead,commander,5\ncue_late,0,,,,,\n"},
        {q("targets.csv"),
         "Code,Value,Basis in Chinese,Basis in English\nsigned_in,\"1,650\",三方签字,Signed by all\n"},
        {q("guests.csv"), "Key,Code,Name,Class\nG1,C1,Zhao,visitor\nG2,C2,Qian,VIP\n"}};
}

inline PlanReading read(const QMap<QString, QByteArray> &sheets)
{
    const muster::test::TempDir dir;
    for (auto sheet = sheets.begin(); sheet != sheets.end(); ++sheet) {
        write(dir, sheet.key(), sheet.value());
    }
    return readPlan(dir.path());
}

struct Spoil {
    const char *sheet;
    const char *from;  ///< "" removes the sheet.
    const char *to;
    const char *words;  ///< What must be said, with the place.
};

/// Each spoil makes the good plan say what it expects; an error makes it incomplete, a warning does not.
template<std::size_t Count>
void checkSpoils(const std::array<Spoil, Count> &spoils)
{
    for (const auto &[sheet, from, to, expected] : spoils) {
        INFO(sheet << ": " << from << " -> " << to);
        auto plan = goodPlan();
        if (*from == '\0') {
            plan.remove(q(sheet));
        } else {
            REQUIRE(plan[q(sheet)].contains(from));
            plan[q(sheet)].replace(plan[q(sheet)].indexOf(from), qsizetype(std::strlen(from)), to);
        }
        const PlanReading reading = read(plan);
        CHECK_THAT(words(reading.findings), Catch::Contains(expected));
        CHECK(reading.isComplete() == (*expected == 'W'));
    }
}

}  // namespace muster::plan::test
