// The only timer there is: a ring that empties around the seconds left, with the words beside it.
import QtQuick
import QtQuick.Shapes
import Kiosk

Block {
    id: countdown

    property int seconds: 0
    // The ring is full when it is first seen, whatever the terminal's patience.
    property int whole: 1
    property string text
    readonly property real size: (Theme.largest ? 46 : 36) * Theme.mm

    onSecondsChanged: countdown.whole = Math.max(countdown.whole, countdown.seconds)

    implicitHeight: Math.max(countdown.size, words.implicitHeight)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Item {
        id: ring
        readonly property real stroke: 4 * Theme.mm
        readonly property real radius: (countdown.size - ring.stroke) / 2

        width: countdown.size
        height: countdown.size
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter

        Rectangle {
            anchors.fill: parent
            anchors.margins: ring.stroke / 2
            radius: width / 2
            color: "transparent"
            border.width: Math.max(1, 0.6 * Theme.mm)
            border.color: Theme.line
        }
        Shape {
            anchors.fill: parent

            ShapePath {
                strokeColor: Theme.ink
                strokeWidth: ring.stroke
                fillColor: "transparent"
                capStyle: ShapePath.FlatCap

                PathAngleArc {
                    centerX: countdown.size / 2
                    centerY: countdown.size / 2
                    radiusX: ring.radius
                    radiusY: ring.radius
                    startAngle: -90
                    sweepAngle: 360 * Math.min(1, countdown.seconds / countdown.whole)
                }
            }
        }
        Words {
            role: Words.Numeral
            text: countdown.seconds
            anchors.centerIn: parent
        }
    }
    Words {
        id: words
        text: countdown.text
        anchors.left: ring.right
        anchors.leftMargin: 8 * Theme.mm
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
    }
}
