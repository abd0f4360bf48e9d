// A drawing among the answers of a sheet; it gives way where the largest text leaves no room.
import QtQuick
import Kiosk

Block {
    id: row

    property alias name: picture.name
    property alias directed: picture.directed

    implicitHeight: (Theme.landscape ? 34 : Theme.low ? 44 : 66) * Theme.mm

    Picture {
        id: picture
        anchors.fill: parent
    }
}
