// One row of a framed list; rows that follow each other share the frame.
import QtQuick
import Kiosk

Block {
    id: row

    default property alias content: inside.data
    property real pad: (Theme.landscape ? 3 : 4.5) * Theme.mm

    joined: true

    Item {
        anchors.fill: parent
        clip: true

        Rectangle {
            anchors.fill: parent
            anchors.topMargin: row.firstOfPanel ? 0 : -2 * Theme.radius
            anchors.bottomMargin: row.lastOfPanel ? 0 : -2 * Theme.radius
            radius: Theme.radius
            color: Theme.surface
            border.width: Theme.control
            border.color: Theme.line
        }
    }
    Rectangle {
        visible: !row.lastOfPanel
        height: Theme.hairline
        color: Theme.hair
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.control
        anchors.bottom: parent.bottom
    }
    Item {
        id: inside
        anchors.fill: parent
        anchors.leftMargin: 6.5 * Theme.mm
        anchors.rightMargin: 6.5 * Theme.mm
    }
}
