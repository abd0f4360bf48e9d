// A number on the PIN pad: boxes that show how many digits are there, never which, and what went wrong before.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Frame {
    id: screen

    required property DigitsPage page
    // Told before the try, with as many lamps; 0 where nothing is counted.
    property int attempts: 0
    // What has to be known before the try; nothing is shown without.
    property string noticeTitle: ""
    property string noticeText: ""
    property bool bad: false
    property string noticeIcon: screen.bad ? "icon-cross" : "icon-shield"
    //: The big button below the PIN pad. One word.
    property string confirmLabel: qsTr("Confirm")

    // Large text on a low screen: the boxes move beside the pad.
    readonly property bool crowded: Theme.crowded
    readonly property bool noticed: screen.noticeTitle !== ""
    readonly property real abovePad: (boxes.present ? boxes.implicitHeight + Theme.gap : 0) + (tag.present ? tag.implicitHeight + Theme.gap : 0)
    //: Told before the PIN is tried.
    readonly property string attemptsText: qsTr("You have %n attempt(s)", "", screen.attempts)
    readonly property Action confirmation: Action {
        label: screen.confirmLabel
        available: screen.page.typed === screen.page.digits
        //: On the button that confirms a number, while digits are missing.
        reason: Theme.landscape ? "" : qsTr("%n digit(s) still missing", "", screen.page.digits - screen.page.typed)
        onTriggered: screen.page.confirm()
    }

    skyShare: 0.5
    sceneLeast: 40
    whole: screen.abovePad + 4 * 16 * Theme.mm + 3 * pad.gap
    extra: screen.noticed || screen.crowded || (Theme.landscape && screen.attempts > 0) ? above : null
    primary: screen.confirmation

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
        present: !Theme.landscape && screen.attempts > 0
        text: screen.attemptsText
        lamps: 3
        lit: screen.attempts
    }
    PinPad {
        id: pad
        keyHeight: Math.max(16 * Theme.mm, Math.min(32 * Theme.mm, (screen.onePageRoom - screen.abovePad - 3 * gap - 1) / 4))
        onPressed: digit => screen.page.press(digit)
        onDeleted: screen.page.deleteLast()
        onCleared: screen.page.deleteAll()
    }

    Component {
        id: above
        Column {
            spacing: 3 * Theme.mm
            topPadding: 2 * Theme.mm

            Tag {
                visible: Theme.landscape && screen.attempts > 0
                width: implicitWidth
                height: implicitHeight
                text: screen.attemptsText
                lamps: 3
                lit: screen.attempts
                anchors.left: parent.left
            }
            PinBoxes {
                visible: screen.crowded
                width: parent.width
                height: implicitHeight
                digits: screen.page.digits
                typed: screen.page.typed
            }
            Notice {
                visible: screen.noticed && (screen.bad || !screen.crowded)
                bad: screen.bad
                icon: screen.noticeIcon
                width: parent.width
                height: implicitHeight
                title: screen.noticeTitle
                text: screen.crowded ? "" : screen.noticeText
            }
        }
    }
}
