// A short framed remark; with lamps it counts what is left, such as attempts.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Item {
    id: tag

    property string text
    property string icon: ""
    property int lamps: 0
    property int lit: 0
    // Width there is; a longer text is cut at its end.
    property real most: 100000

    implicitWidth: line.implicitWidth + 8 * Theme.mm
    implicitHeight: Math.max(13 * Theme.mm, line.implicitHeight + 4 * Theme.mm)
    Accessible.role: Accessible.StaticText
    Accessible.name: tag.text

    Rectangle {
        anchors.fill: parent
        radius: 1.5 * Theme.mm
        color: Theme.surface
        border.width: Theme.control
        border.color: Theme.ink
    }
    Row {
        id: line
        anchors.centerIn: parent
        spacing: 3 * Theme.mm

        Row {
            visible: tag.lamps > 0
            height: Math.round(4.4 * Theme.mm)
            spacing: Math.round(2.2 * Theme.mm)
            anchors.verticalCenter: parent.verticalCenter

            Repeater {
                model: tag.lamps

                Rectangle {
                    required property int index

                    width: Math.round(4.4 * Theme.mm)
                    height: width
                    radius: width / 2
                    color: index < tag.lit ? Theme.lamp : Theme.surface
                    border.width: Theme.control
                    border.color: Theme.ink
                }
            }
        }
        Icon {
            visible: tag.icon !== ""
            name: tag.icon
            size: 8 * Theme.mm
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            font.weight: Font.Bold
            tightness: 1.15
            wrapMode: Text.NoWrap
            text: tag.text
            elide: Text.ElideRight
            width: Math.min(implicitWidth, tag.most - (tag.icon === "" ? 8 : 19) * Theme.mm)
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
