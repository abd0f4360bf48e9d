// One of the things to do next, in their order.
import QtQuick
import Kiosk

PanelRow {
    id: row

    property int number: 1
    property string text

    implicitHeight: Math.max((Theme.landscape ? 17 : 20) * Theme.mm, words.implicitHeight + 2 * row.pad)
    Accessible.role: Accessible.StaticText
    Accessible.name: row.number + ". " + row.text

    Rectangle {
        id: mark
        width: 11 * Theme.mm
        height: width
        radius: width / 2
        color: Theme.surface
        border.width: Math.max(1, 0.8 * Theme.mm)
        border.color: Theme.ink
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter

        Words {
            wantedPx: Math.min(Theme.bodyPx, 0.62 * mark.height)
            font.weight: Font.Bold
            tightness: 1
            text: row.number
            anchors.centerIn: parent
        }
    }
    Words {
        id: words
        tightness: 1.25
        text: row.text
        anchors.left: mark.right
        anchors.leftMargin: 5.5 * Theme.mm
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
    }
}
