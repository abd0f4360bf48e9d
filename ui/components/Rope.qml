// The rope off the winding wheel: solid where the visitor has been, the lit cage where they are.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk

Item {
    id: rope

    property int station: 0
    property int stations: 5
    property int cameFrom: 0
    readonly property real wheelSize: 12 * Theme.mm
    readonly property real cageSize: (Theme.largest ? 16 : 12) * Theme.mm
    readonly property real ringSize: 7 * Theme.mm
    // Where the cage is on its way from one station to the next, in stations.
    property real position: rope.station
    readonly property bool mirrored: Theme.rtl

    implicitHeight: rope.cageSize

    // Middle of a station, from the starting side.
    function middle(number: real, size: real): real {
        const first = rope.wheelSize / 2;
        const way = rope.width - size / 2 - first;
        return first + way * number / Math.max(1, rope.stations);
    }
    function mirroredX(x: real, width: real): real {
        return rope.mirrored ? rope.width - x - width : x;
    }

    Accessible.role: Accessible.ProgressBar
    //: Spoken for the step indicator. %1 is the number of the step, %2 how many there are.
    Accessible.name: qsTr("Step %1 of %2").arg(rope.station).arg(rope.stations)

    Component.onCompleted: {
        if (Theme.motion && rope.cameFrom !== rope.station && rope.station > 0) {
            slide.from = rope.cameFrom;
            slide.to = rope.station;
            slide.duration = rope.station > rope.cameFrom ? 320 : 240;
            slide.start();
        }
    }

    NumberAnimation {
        id: slide
        target: rope
        property: "position"
        easing.type: Easing.InOutQuad
    }

    Shape {
        id: ahead
        readonly property real from: rope.mirroredX(rope.middle(rope.position, rope.cageSize), 0)
        readonly property real to: rope.mirroredX(rope.width - rope.ringSize, 0)

        anchors.fill: parent
        visible: rope.station < rope.stations

        ShapePath {
            strokeColor: Theme.line
            strokeWidth: Math.max(1, 0.5 * Theme.mm)
            strokeStyle: ShapePath.DashLine
            dashPattern: [3, 3]
            fillColor: "transparent"
            startX: ahead.from
            startY: rope.height / 2
            PathLine {
                x: ahead.to
                y: rope.height / 2
            }
        }
    }
    Rectangle {
        height: Math.max(1, 1.4 * Theme.mm)
        width: Math.max(0, rope.middle(rope.position, rope.cageSize) - rope.wheelSize)
        x: rope.mirroredX(rope.wheelSize, width)
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink
    }
    Icon {
        name: "wheel"
        size: rope.wheelSize
        x: rope.mirroredX(0, rope.wheelSize)
        anchors.verticalCenter: parent.verticalCenter
    }
    Repeater {
        model: rope.stations

        Rectangle {
            id: ring

            required property int index
            readonly property int number: ring.index + 1
            readonly property bool done: ring.number < rope.station

            visible: ring.number !== rope.station
            width: rope.ringSize
            height: width
            radius: width / 2
            x: rope.mirroredX(rope.middle(ring.number, rope.ringSize) - width / 2, width)
            anchors.verticalCenter: parent.verticalCenter
            color: ring.done ? Theme.ink : Theme.sky
            border.width: Theme.control
            border.color: ring.done ? Theme.ink : Theme.line

            Icon {
                visible: ring.done
                name: "icon-check"
                ink: "surface"
                size: 5 * Theme.mm
                anchors.centerIn: parent
            }
        }
    }
    Rectangle {
        visible: rope.station > 0
        width: rope.cageSize
        height: width
        radius: 2 * Theme.mm
        x: rope.mirroredX(rope.middle(rope.position, rope.cageSize) - width / 2, width)
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.lamp
        border.width: Math.max(1, 0.9 * Theme.mm)
        border.color: Theme.ink

        Words {
            role: Words.Bar
            font.weight: Font.Bold
            tightness: 1.0
            text: rope.station
            color: Theme.lampText
            anchors.centerIn: parent
        }
    }
}
