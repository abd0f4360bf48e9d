// A code for the visitor's phone, as large as the sky allows, on a board that stands on the horizon.
import QtQuick
import Kiosk

Item {
    id: scene

    // The dark modules as an SVG path, and the edge in modules with the quiet zone.
    property string path
    property int modules: 1
    readonly property real most: (Theme.landscape ? 100 : 130) * Theme.mm
    readonly property real edge: Math.min(scene.width - 2 * Theme.margin, scene.height - Theme.strong, scene.most) - 2 * Theme.strong
    // Whole pixels a module, so that the board fits its code.
    readonly property real code: Math.max(1, Math.floor(scene.edge / scene.modules)) * scene.modules

    Item {
        anchors.fill: parent
        clip: true

        Rectangle {
            visible: height * 0.9 <= scene.height
            color: Theme.clay
            width: board.width * 1.2
            height: width
            radius: width / 2
            x: board.x + (board.width - width) / 2 + board.width * 0.16
            y: parent.height - height * 0.9
        }
    }
    Rectangle {
        id: board
        width: scene.code + 2 * Theme.strong
        height: scene.code + Theme.strong
        topLeftRadius: Theme.radius
        topRightRadius: Theme.radius
        color: "white"
        border.width: Theme.strong
        border.color: Theme.ink
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
    }
    QrCode {
        path: scene.path
        modules: scene.modules
        //: A screen reader says this of the code.
        spoken: qsTr("Code for your phone's camera")
        width: scene.code
        height: width
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
    }
}
