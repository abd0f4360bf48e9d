// The drawing that stands on the horizon; it gives way before anything else does.
import QtQuick
import Kiosk

Item {
    id: scene

    property string art
    // People turn round with the reading direction, drawings with digits never.
    property bool directed: false
    // Over the whole width, beyond the margins.
    property bool bleed: false
    property real most: 1
    default property alias words: picture.words
    property alias drawing: picture
    readonly property real margin: scene.bleed ? 1.5 * Theme.mm : Theme.margin

    visible: picture.height * picture.unit > 0 && picture.box.height * picture.unit >= 30 * Theme.mm

    Picture {
        id: picture
        name: scene.art
        directed: scene.directed
        width: (scene.width - 2 * scene.margin) * scene.most
        height: scene.height
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
    }
}
