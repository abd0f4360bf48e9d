// One or two kinds of data side by side, ticked: a row of a list that is only read.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

PanelRow {
    id: row

    property list<string> names
    property int columns: 2
    readonly property real cell: (row.width - 13 * Theme.mm) / row.columns

    implicitHeight: Math.max((Theme.landscape ? 13 : 17) * Theme.mm, cells.tallest + (Theme.landscape ? 4 : 6) * Theme.mm)
    Accessible.role: Accessible.StaticText
    Accessible.name: row.names.join(", ")

    Repeater {
        id: cells

        property real tallest: 0

        model: row.names

        Item {
            id: one

            required property string modelData
            required property int index

            width: row.cell
            height: row.height
            x: (Theme.rtl ? row.columns - 1 - one.index : one.index) * row.cell

            Icon {
                id: tick
                name: "icon-check"
                size: 8 * Theme.mm
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                tightness: 1.2
                fits: true
                text: one.modelData
                anchors.left: tick.right
                anchors.leftMargin: 4.5 * Theme.mm
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                onImplicitHeightChanged: cells.tallest = Math.max(cells.tallest, implicitHeight)
            }
        }
    }
}
