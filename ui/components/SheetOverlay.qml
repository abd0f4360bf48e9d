// A sheet over the screen: one question, its answers, its buttons; the screen beneath is covered but kept.
import QtQuick
import Kiosk

FocusScope {
    id: overlay

    required property SessionViewModel session
    property string question
    property string help: ""
    property int helpFormat: Text.PlainText
    // True hides the screen beneath completely, where it may show personal data.
    property bool hides: false
    // True takes a touch anywhere for an answer.
    property bool anywhere: false
    // A drawing standing on the upper edge of the sheet, while the screen beneath is hidden.
    property Component scene: null
    property Action primary: null
    property list<Action> others
    default property alias content: answers.data
    // Touching the cover, or the key Back.
    signal dismissed

    readonly property real pad: Theme.landscape ? 10 * Theme.mm : Theme.margin
    readonly property real buttonsBlock: buttons.implicitHeight > 0 ? buttons.implicitHeight + 7 * Theme.mm : 0
    readonly property real buttonsTurning: Math.max(buttons.turnHeight, buttons.lastHeight) + 7 * Theme.mm
    readonly property real headHeight: words.height + 9 * Theme.mm
    readonly property real most: overlay.height - bottomBar.height - (Theme.landscape ? 9 : 20) * Theme.mm
    // Low: whatever is pressed stays in the lower half; the question may stand above it.
    readonly property real room: {
        const all = overlay.most - overlay.headHeight - 14 * Theme.mm;
        return Theme.low ? Math.min(all, overlay.height / 2 - bottomBar.height - 8 * Theme.mm) : all;
    }
    readonly property bool onePage: answers.fullHeight + overlay.finalButtons <= overlay.room
    readonly property real finalButtons: buttons.finalHeight > 0 ? buttons.finalHeight + 7 * Theme.mm : 0
    readonly property real answersHeight: answers.pages > 1 ? answers.tallestPage : answers.fullHeight

    // The keys begin at the safe answer.
    Component.onCompleted: {
        const safe = buttons.primaryButton();
        if (safe !== null)
            safe.focus = true;
    }

    Accessible.role: Accessible.Dialog
    Accessible.name: overlay.question + " " + overlay.help

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Back || event.key === Qt.Key_Escape) {
            event.accepted = true;
            overlay.dismissed();
        } else if (event.key === Qt.Key_Down || event.key === Qt.Key_Up) {
            event.accepted = true;
            overlay.nextItemInFocusChain(event.key === Qt.Key_Down).forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Rectangle {
        anchors.fill: parent
        color: overlay.hides ? Theme.sky : Theme.cover
        opacity: overlay.hides ? 1 : 0.62
    }
    MouseArea {
        anchors.fill: parent
        onClicked: {
            if (!overlay.hides || overlay.anywhere)
                overlay.dismissed();
        }
    }
    Loader {
        width: parent.width
        height: Math.max(0, sheet.y - 12 * Theme.mm)
        y: 12 * Theme.mm
        active: overlay.hides && overlay.scene !== null
        visible: height >= 22 * Theme.mm
        sourceComponent: overlay.scene
    }
    Rectangle {
        id: sheet
        width: Theme.landscape && !overlay.hides ? Math.min(overlay.width - 2 * Theme.margin, (Theme.crowded ? 330 : 250) * Theme.mm) : overlay.width
        height: overlay.headHeight + overlay.answersHeight + overlay.buttonsBlock + 15 * Theme.mm
        color: Theme.ground
        topLeftRadius: overlay.hides ? 0 : 5 * Theme.mm
        topRightRadius: overlay.hides ? 0 : 5 * Theme.mm
        anchors.horizontalCenter: parent.horizontalCenter
        y: overlay.height - bottomBar.height - height

        MouseArea {
            anchors.fill: parent
            onClicked: {
                if (overlay.anywhere)
                    overlay.dismissed();
            }
        }
        Rectangle {
            visible: overlay.hides || Theme.plain || Theme.contrast === "lowGlare"
            width: parent.width
            height: Math.max(1, 1.4 * Theme.mm)
            color: Theme.ink
        }
        Column {
            id: words
            spacing: 2.5 * Theme.mm
            x: overlay.pad
            y: 9 * Theme.mm
            width: parent.width - 2 * overlay.pad

            Words {
                role: Words.Question
                fits: true
                balanced: true
                room: parent.width
                width: balancedWidth
                anchors.left: parent.left
                text: overlay.question
                Accessible.ignored: false
                Accessible.role: Accessible.Heading
                Accessible.name: overlay.question
            }
            Words {
                visible: overlay.help !== ""
                balanced: overlay.helpFormat === Text.PlainText
                room: parent.width
                width: balancedWidth
                anchors.left: parent.left
                text: overlay.help
                textFormat: overlay.helpFormat
                color: Theme.inkSoft
            }
        }
        Answers {
            id: answers
            x: overlay.pad
            y: overlay.headHeight + 7 * Theme.mm
            width: parent.width - 2 * overlay.pad
            height: overlay.answersHeight
            pageHeight: overlay.onePage ? answers.fullHeight + 1 : overlay.room - overlay.buttonsTurning
            onTurned: {
                buttons.turnsBack = answers.page > 0;
                buttons.turnsOn = answers.page < answers.pages - 1;
            }
        }
        ButtonRow {
            id: buttons
            primary: overlay.primary
            others: overlay.others
            x: overlay.pad
            y: answers.y + answers.height + 7 * Theme.mm
            width: answers.width
            height: implicitHeight
            onTurnedOn: answers.page += 1
            onTurnedBack: answers.page -= 1
        }
    }
    BottomBar {
        id: bottomBar
        session: overlay.session
        width: parent.width
        height: implicitHeight
        anchors.bottom: parent.bottom
    }
}
