// How many digits are typed, never which; the next box is lit. Left to right in every language.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: boxes

    property int digits: 6
    property int typed: 0
    // A long number's boxes share the width there is.
    readonly property real most: boxes.digits > 6 && boxes.width > 0 ? (boxes.width - (boxes.digits - 1) * line.spacing) / boxes.digits : 19 * Theme.mm

    implicitWidth: line.implicitWidth
    implicitHeight: (Theme.landscape ? 17 : 22) * Theme.mm
    Accessible.role: Accessible.StaticText
    //: Spoken while the PIN is typed. %1 of %2 digits are there.
    Accessible.name: qsTr("%1 of %2 digits typed").arg(boxes.typed).arg(boxes.digits)

    Row {
        id: line
        spacing: (boxes.digits > 6 ? 2 : 4) * Theme.mm
        layoutDirection: Qt.LeftToRight
        anchors.centerIn: parent
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Repeater {
            model: boxes.digits

            Rectangle {
                id: box

                required property int index
                readonly property bool next: box.index === boxes.typed

                width: Math.min(19 * Theme.mm, boxes.most)
                height: boxes.height
                radius: 2.4 * Theme.mm
                color: box.next ? Theme.lamp : Theme.surface
                border.width: box.next ? Theme.strong : Theme.control
                border.color: Theme.ink

                Rectangle {
                    visible: box.index < boxes.typed
                    width: Math.round(Math.min(6.4 * Theme.mm, box.width * 0.4))
                    height: width
                    radius: width / 2
                    color: Theme.ink
                    anchors.centerIn: parent
                }
            }
        }
    }
}
