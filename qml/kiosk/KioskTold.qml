import QtQuick
import Muster.Backend
import Muster.Ui

/*! The answer, over the whole screen; any touch ends it. */
Rectangle {
    id: root
    objectName: "told"
    readonly property AnswerView answer: Kiosk.answer
    readonly property Tone tone: Tone { meaning: root.answer.meaning }
    readonly property bool isWelcome: answer.outcome === Verdict.Admitted
    //: Kiosk, on a refusal: where the guest is expected. %1 is the name of the problem desk.
    readonly property string wayToDesk: QT_TR_NOOP("Please go to: %1")

    function adviceIn(inChinese: bool, desk: string, advice: string) : string {
        return desk === "" ? Translations.text(inChinese, "KioskWords", advice)
                           : Translations.text(inChinese, "KioskTold", wayToDesk).arg(desk)
    }

    color: tone.ground
    Accessible.role: Accessible.AlertMessage
    Accessible.name: refusal.title + " " + refusal.advice

    KioskWords {
        id: words
        value: root.answer.outcome
    }
    MouseArea {
        anchors.fill: parent
        onPressed: Kiosk.touched()
    }
    KioskWelcome {
        anchors.fill: parent
        anchors.margins: Theme.margin
        visible: root.isWelcome
        answer: root.answer
        ink: root.tone.groundInk
    }
    KioskRefusal {
        id: refusal
        anchors.fill: parent
        anchors.margins: Theme.margin
        visible: !root.isWelcome
        answer: root.answer
        ink: root.tone.groundInk
        sign: words.icon
        title: Translations.text(Settings.isChinese, "KioskWords", words.title)
        titleOther: Translations.text(!Settings.isChinese, "KioskWords", words.title)
        isWay: Kiosk.problemDesk !== ""
        advice: root.adviceIn(Settings.isChinese, Kiosk.problemDesk, words.advice)
        adviceOther: root.adviceIn(!Settings.isChinese, Kiosk.problemDeskOther, words.advice)
    }
    StatusDot {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        visible: Kiosk.isCutOff && root.isWelcome
        color: Theme.colors.amberGround
    }
}
