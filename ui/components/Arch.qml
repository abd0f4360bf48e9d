// The shape of a front door: a round arch in clay on a dark threshold.
import QtQuick
import QtQuick.Shapes
import Kiosk

Item {
    id: arch

    property color fill: Theme.clay
    readonly property real thickness: Math.max(1, 0.9 * Theme.mm)
    readonly property real inset: arch.thickness / 2
    readonly property real rise: Math.min(arch.width / 2, arch.height * 0.8)

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.ink
            strokeWidth: arch.thickness
            fillColor: arch.fill
            joinStyle: ShapePath.RoundJoin
            startX: arch.inset
            startY: arch.height - arch.inset
            PathLine {
                x: arch.inset
                y: arch.rise
            }
            PathArc {
                x: arch.width - arch.inset
                y: arch.rise
                radiusX: arch.width / 2 - arch.inset
                radiusY: arch.rise - arch.inset
            }
            PathLine {
                x: arch.width - arch.inset
                y: arch.height - arch.inset
            }
            PathLine {
                x: arch.inset
                y: arch.height - arch.inset
            }
        }
    }
    Rectangle {
        width: parent.width
        height: 2.6 * Theme.mm
        radius: 1 * Theme.mm
        color: Theme.ink
        anchors.bottom: parent.bottom
    }
}
