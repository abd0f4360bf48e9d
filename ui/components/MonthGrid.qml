// A month as a calendar sheet: free days can be touched, the others only show where they stand.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: sheet

    // Rows of seven { day: 0 outside the month, free }, from Monday on.
    property var weeks: []
    property string title
    property bool hasEarlier: false
    property bool hasLater: false
    // Height there is for it, in pixels.
    property real room: 0
    signal turned(forward: bool)
    signal chosen(day: int)

    readonly property real gap: 2.7 * Theme.mm
    readonly property real headHeight: Math.max(16 * Theme.mm, name.implicitHeight)
    readonly property real namesHeight: 1.35 * Theme.bodyPx
    readonly property real leastKey: 12.7 * Theme.mm
    readonly property int lines: Math.max(4, sheet.weeks.length)
    readonly property real rest: sheet.headHeight + sheet.gap + sheet.namesHeight + sheet.gap
    readonly property real leastHeight: sheet.rest + sheet.lines * (sheet.leastKey + sheet.gap)
    readonly property real keyWidth: (sheet.width - 6 * sheet.gap) / 7
    readonly property real keyHeight: Math.max(sheet.leastKey, Math.min(22 * Theme.mm, sheet.keyWidth, (sheet.room - sheet.rest) / sheet.lines - sheet.gap))

    implicitHeight: sheet.rest + sheet.lines * (sheet.keyHeight + sheet.gap) - sheet.gap

    component TurnButton: Pressable {
        id: button

        property bool forward

        width: 20 * Theme.mm
        height: sheet.headHeight
        visible: button.available

        Plate {
            anchors.fill: parent
            down: button.down
        }
        Icon {
            name: button.forward ? "icon-chev" : "icon-back"
            ink: button.down ? "onPressed" : ""
            directed: true
            size: 8 * Theme.mm
            anchors.centerIn: parent
        }
    }

    TurnButton {
        objectName: "earlier"
        forward: false
        available: sheet.hasEarlier
        //: Spoken for the button that shows the month before.
        spoken: qsTr("Month before")
        anchors.left: parent.left
        onActivated: sheet.turned(false)
    }
    Words {
        id: name
        role: Words.Answer
        fits: true
        text: sheet.title
        horizontalAlignment: Text.AlignHCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 24 * Theme.mm
        y: (sheet.headHeight - height) / 2
        Accessible.role: Accessible.Heading
        Accessible.name: sheet.title
    }
    TurnButton {
        objectName: "later"
        forward: true
        available: sheet.hasLater
        //: Spoken for the button that shows the month after.
        spoken: qsTr("Month after")
        anchors.right: parent.right
        onActivated: sheet.turned(true)
    }
    Repeater {
        model: 7

        Words {
            required property int index

            // ISO 8601 begins the week on Monday, JavaScript on Sunday.
            text: Qt.locale(Qt.uiLanguage).standaloneDayName((index + 1) % 7, Locale.ShortFormat)
            fits: true
            wrapMode: Text.NoWrap
            horizontalAlignment: Text.AlignHCenter
            color: Theme.inkSoft
            width: sheet.keyWidth
            x: sheet.xOf(index)
            y: sheet.headHeight + sheet.gap
            Accessible.ignored: true
        }
    }
    Repeater {
        model: sheet.weeks.length * 7

        Loader {
            id: place

            required property int index
            readonly property var day: sheet.weeks[Math.floor(place.index / 7)][place.index % 7]

            x: sheet.xOf(place.index % 7)
            y: sheet.rest + Math.floor(place.index / 7) * (sheet.keyHeight + sheet.gap)
            width: sheet.keyWidth
            height: sheet.keyHeight
            active: place.day !== undefined && place.day.day > 0
            sourceComponent: place.day !== undefined && place.day.free ? free : taken

            Component {
                id: free
                Pressable {
                    id: key
                    objectName: "day:" + place.day.day
                    spoken: place.day.day + ". " + sheet.title
                    onActivated: sheet.chosen(place.day.day)

                    Plate {
                        anchors.fill: parent
                        down: key.down
                    }
                    Words {
                        role: Words.Answer
                        fits: true
                        wrapMode: Text.NoWrap
                        text: place.day.day
                        color: key.down ? Theme.pressedText : Theme.ink
                        horizontalAlignment: Text.AlignHCenter
                        width: parent.width - 2 * Theme.mm
                        anchors.centerIn: parent
                    }
                }
            }
            Component {
                id: taken
                Words {
                    fits: true
                    wrapMode: Text.NoWrap
                    text: place.day.day
                    color: Theme.disabledText
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
            }
        }
    }

    function xOf(column: int): real {
        const x = column * (sheet.keyWidth + sheet.gap);
        return Theme.rtl ? sheet.width - x - sheet.keyWidth : x;
    }
}
