// A scanned page as large as there is room, with an edge of its own.
import QtQuick
import Kiosk

Item {
    id: view

    // A data: address.
    property string picture
    // What a screen reader says of it.
    property string spoken

    Accessible.role: Accessible.Graphic
    Accessible.name: view.spoken

    Image {
        id: page
        readonly property real room: view.height - 6 * Theme.mm
        readonly property real factor: Math.min(1, (view.width - 2 * Theme.margin) / Math.max(1, implicitWidth), room / Math.max(1, implicitHeight))

        source: view.picture
        cache: false
        smooth: true
        mipmap: true
        width: implicitWidth * factor
        height: implicitHeight * factor
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 4 * Theme.mm

        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.control
            color: "transparent"
            border.width: Theme.control
            border.color: Theme.ink
        }
    }
}
