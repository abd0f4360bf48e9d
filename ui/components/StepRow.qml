// One step of something the terminal does by itself, on a rope that hangs from step to step.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk

Block {
    id: row

    property string text
    property int number: 1
    // Number of the step that is being done.
    property int at: 1
    property bool last: false
    readonly property bool done: row.number < row.at
    readonly property bool now: row.number === row.at
    readonly property real cage: (Theme.largest ? 16 : 12) * Theme.mm
    readonly property real ropeX: Theme.rtl ? row.width - row.cage / 2 : row.cage / 2

    gapBefore: 0
    // The largest text on a low screen has room for one step only.
    readonly property bool alone: Theme.largest && Theme.landscape
    present: row.now || !row.alone
    implicitHeight: Math.max((Theme.landscape ? 20 : 22) * Theme.mm, words.implicitHeight + 6 * Theme.mm)
    Accessible.role: Accessible.StaticText
    //: Spoken for a step that the terminal has done. %1 is what it is.
    Accessible.name: row.done ? qsTr("Done: %1").arg(row.text) : row.text

    component Rope: Item {
        id: part

        property bool solid: true

        x: row.ropeX
        height: row.height / 2

        Rectangle {
            visible: part.solid
            width: Math.max(1, 1.4 * Theme.mm)
            height: parent.height
            color: Theme.ink
            x: -width / 2
        }
        Shape {
            visible: !part.solid

            ShapePath {
                strokeColor: Theme.line
                strokeWidth: Math.max(1, 0.5 * Theme.mm)
                strokeStyle: ShapePath.DashLine
                dashPattern: [3, 3]
                fillColor: "transparent"
                PathLine {
                    x: 0
                    y: part.height
                }
            }
        }
    }

    Rope {
        visible: row.number > 1 && !row.alone
        solid: row.done || row.now
    }
    Rope {
        visible: !row.last && !row.alone
        solid: row.done
        y: row.height / 2
    }
    Rectangle {
        id: station
        readonly property real size: row.now ? row.cage : 7 * Theme.mm

        width: station.size
        height: station.size
        radius: row.now ? 2 * Theme.mm : station.size / 2
        color: row.now ? Theme.lamp : row.done ? Theme.ink : Theme.ground
        border.width: row.now ? Math.max(1, 0.9 * Theme.mm) : Theme.control
        border.color: row.now || row.done ? Theme.ink : Theme.line
        x: row.ropeX - width / 2
        y: (row.height - height) / 2

        Words {
            visible: row.now
            role: Words.Bar
            font.weight: Font.Bold
            tightness: 1.0
            text: row.number
            color: Theme.lampText
            anchors.centerIn: parent
        }
        Icon {
            visible: row.done
            name: "icon-check"
            ink: "surface"
            size: 5 * Theme.mm
            anchors.centerIn: parent
        }
    }
    Words {
        id: words
        font.weight: row.now ? Font.Bold : Font.Normal
        tightness: 1.2
        text: row.text
        anchors.left: parent.left
        anchors.leftMargin: row.cage + 6 * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: row.now ? squares.width + 4 * Theme.mm : 0
        anchors.verticalCenter: parent.verticalCenter
    }
    Squares {
        id: squares
        visible: row.now
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
    }
}
