// One edge of a page, and the two buttons that move it in and out.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

PanelRow {
    id: row

    property string label
    // Of the buttons, for tests and guided visits.
    property string name: ""
    signal moved(inwards: bool)

    readonly property real room: row.width - 13 * Theme.mm
    readonly property real buttonWidth: (Theme.landscape ? 22 : 28) * Theme.mm

    implicitHeight: Math.max((Theme.landscape ? 19 : 22) * Theme.mm, words.implicitHeight + 2 * row.pad)
    Accessible.role: Accessible.StaticText
    Accessible.name: row.label

    component MoveButton: Pressable {
        id: button

        property string icon

        width: row.buttonWidth
        height: (Theme.landscape ? 13 : 16) * Theme.mm
        y: (row.height - height) / 2

        Plate {
            anchors.fill: parent
            down: button.down
        }
        Icon {
            name: button.icon
            ink: button.down ? "onPressed" : ""
            size: 9 * Theme.mm
            anchors.centerIn: parent
        }
    }
    Words {
        id: words
        font.weight: Font.Bold
        tightness: 1.2
        fits: true
        text: row.label
        anchors.left: parent.left
        width: row.room - 2 * row.buttonWidth - Theme.gap - 4 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
    MoveButton {
        objectName: "less:" + row.name
        icon: "icon-minus"
        //: Spoken for a minus button beside an edge of a page.
        spoken: qsTr("Cut off less")
        spokenMore: row.label
        x: Theme.rtl ? row.buttonWidth + Theme.gap : row.room - 2 * row.buttonWidth - Theme.gap
        onActivated: row.moved(false)
    }
    MoveButton {
        objectName: "more:" + row.name
        icon: "icon-plus"
        //: Spoken for a plus button beside an edge of a page.
        spoken: qsTr("Cut off more")
        spokenMore: row.label
        x: Theme.rtl ? 0 : row.room - row.buttonWidth
        onActivated: row.moved(true)
    }
}
