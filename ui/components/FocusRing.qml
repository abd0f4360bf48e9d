// The ring around what the keys would press: 0.8 mm ink, 1.6 mm lamp, 0.6 mm ink, outside of it.
import QtQuick
import Kiosk

Item {
    id: ring

    property real around: Theme.radius
    readonly property real gap: Math.max(1, Math.round(0.8 * Theme.mm))
    readonly property real band: Math.round(1.6 * Theme.mm)
    readonly property real outer: Math.max(1, Math.round(0.6 * Theme.mm))

    anchors.fill: parent
    z: 10

    Rectangle {
        anchors.fill: parent
        anchors.margins: -(ring.gap + ring.band + ring.outer)
        radius: ring.around + ring.gap + ring.band + ring.outer
        color: "transparent"
        border.width: ring.outer
        border.color: Theme.focusOuter
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -(ring.gap + ring.band)
        radius: ring.around + ring.gap + ring.band
        color: "transparent"
        border.width: ring.band
        border.color: Theme.focusInner
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -ring.gap
        radius: ring.around + ring.gap
        color: "transparent"
        border.width: ring.gap
        border.color: Theme.focusOuter
    }
}
