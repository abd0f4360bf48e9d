// The six digits only the visitor knows; attempts are told before the try.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property EnterPinPage page

    question: screen.crowded && screen.page.rejected ?
    //: After a wrong PIN, above the PIN pad, where there is little room.
    qsTr("That PIN was not right. Enter it again.") :
    //: Above the PIN pad.
    qsTr("Enter your own 6-digit PIN.")
    //: Below "Enter your own 6-digit PIN."
    help: screen.crowded || screen.careful ? "" : qsTr("You chose this PIN yourself.")
    skyShare: 0.5

    // Large text on a low screen: the boxes move beside the pad.
    readonly property bool crowded: Theme.crowded
    // An attempt is lost already: said before the next one.
    readonly property bool careful: screen.page.rejected || screen.page.attemptsLeft < 3
    readonly property string warning: {
        switch (screen.page.attemptsLeft) {
        case 1:
            //: Before the last attempt.
            return qsTr("This is the last attempt.");
        case 2:
            //: Before the second attempt. CAN is the name of the six digits on the card, also in German.
            return qsTr("If it is wrong again, the third try needs the 6 digits on the card (CAN).");
        default:
            //: After a wrong PIN. No hurry.
            return qsTr("Take your time and enter it again.");
        }
    }

    sceneLeast: 46
    whole: screen.abovePad + 4 * 16 * Theme.mm + 3 * pad.gap

    readonly property real abovePad: (boxes.present ? boxes.implicitHeight + Theme.gap : 0) + (tag.present ? tag.implicitHeight + Theme.gap : 0)

    scene: Item {
        WhichDigits {
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.landscape ? 9 * Theme.mm : Theme.margin
        }
    }
    extra: screen.careful || Theme.landscape ? above : null
    primary: Action {
        label: Theme.landscape ?
        //: The big button below the PIN pad, where there is little room. One word.
        qsTr("Confirm") :
        //: The big button below the PIN pad. Short.
        qsTr("Confirm PIN")
        available: screen.page.typed === screen.page.digits
        //: On the button that confirms the PIN, while digits are missing.
        reason: Theme.landscape ? "" : qsTr("%n digit(s) still missing", "", screen.page.digits - screen.page.typed)
        onTriggered: screen.page.confirm()
    }
    others: [
        Action {
            name: "pinHelp"
            //: A way out for visitors who do not know their PIN. Short.
            label: qsTr("Forgot your PIN?")
            icon: "icon-pin"
            onTriggered: screen.page.askPinHelp()
        }
    ]

    Keys.priority: Keys.AfterItem
    Keys.onDigit0Pressed: screen.page.press(0)
    Keys.onDigit1Pressed: screen.page.press(1)
    Keys.onDigit2Pressed: screen.page.press(2)
    Keys.onDigit3Pressed: screen.page.press(3)
    Keys.onDigit4Pressed: screen.page.press(4)
    Keys.onDigit5Pressed: screen.page.press(5)
    Keys.onDigit6Pressed: screen.page.press(6)
    Keys.onDigit7Pressed: screen.page.press(7)
    Keys.onDigit8Pressed: screen.page.press(8)
    Keys.onDigit9Pressed: screen.page.press(9)
    Keys.onDeletePressed: screen.page.deleteLast()

    PinBoxes {
        id: boxes
        present: !screen.crowded
        digits: screen.page.digits
        typed: screen.page.typed
    }
    TagRow {
        id: tag
        present: !Theme.landscape
        text: screen.attemptsText
        lamps: 3
        lit: screen.page.attemptsLeft
    }
    PinPad {
        id: pad
        keyHeight: Math.max(16 * Theme.mm, Math.min(32 * Theme.mm, (screen.onePageRoom - screen.abovePad - 3 * gap - 1) / 4))
        onPressed: digit => screen.page.press(digit)
        onDeleted: screen.page.deleteLast()
        onCleared: screen.page.deleteAll()
    }

    //: Told before the PIN is tried.
    readonly property string attemptsText: qsTr("You have %n attempt(s)", "", screen.page.attemptsLeft)

    Component {
        id: above
        Column {
            spacing: 3 * Theme.mm
            topPadding: 2 * Theme.mm

            Tag {
                visible: Theme.landscape
                width: implicitWidth
                height: implicitHeight
                text: screen.attemptsText
                lamps: 3
                lit: screen.page.attemptsLeft
                anchors.left: parent.left
            }
            Tag {
                visible: screen.crowded && screen.page.attemptsLeft === 2
                width: implicitWidth
                height: implicitHeight
                //: Beside "You have 2 attempts": the one after that needs the six digits on the card, called CAN. Very short.
                text: qsTr("Then with the CAN")
                icon: "icon-idcard"
                anchors.left: parent.left
            }
            PinBoxes {
                visible: screen.crowded
                width: implicitWidth
                height: implicitHeight
                anchors.left: parent.left
                digits: screen.page.digits
                typed: screen.page.typed
            }
            Notice {
                visible: screen.careful && !screen.crowded
                bad: screen.page.rejected
                icon: screen.page.rejected ? "icon-cross" : "icon-idcard"
                width: parent.width
                height: implicitHeight
                title: screen.page.rejected ?
                //: After a wrong PIN.
                qsTr("That PIN was not right.") :
                //: The card lost an attempt on another day.
                qsTr("Someone has entered a wrong PIN before.")
                text: screen.warning
            }
        }
    }
}
