// Yes or no on a picture: told by sign, fill and word, never by colour alone.
import QtQuick
import Kiosk

Rectangle {
    id: badge

    property bool yes: true

    width: 10 * Theme.mm
    height: width
    radius: width / 2
    color: badge.yes ? Theme.go : Theme.surface
    border.width: Math.max(1, 0.8 * Theme.mm)
    border.color: badge.yes && Theme.contrast !== "lowGlare" ? Theme.go : Theme.ink

    Icon {
        name: badge.yes ? "icon-check" : "icon-cross"
        ink: badge.yes ? "onGo" : ""
        size: 6.6 * Theme.mm
        anchors.centerIn: parent
    }
}
