// A drawing as large as its box allows, standing on the lower edge; words inside it are PictureWords.
import QtQuick
import Kiosk

Item {
    id: picture

    property string name
    // People turn round with the reading direction, drawings with digits never.
    property bool directed: false
    property string ink: ""
    // At the starting side instead of the middle.
    property bool standing: false
    readonly property real drawnWidth: drawn.width
    readonly property real drawnHeight: drawn.height
    readonly property rect box: Art.box(picture.name)
    // Pixels of one unit of the drawing.
    readonly property real unit: Math.max(0, Math.min(picture.width / picture.box.width, picture.height / picture.box.height))
    readonly property bool mirrored: picture.directed && Theme.rtl
    default property alias words: drawn.data

    implicitWidth: picture.box.width
    implicitHeight: picture.box.height

    Item {
        id: drawn
        width: picture.box.width * picture.unit
        height: picture.box.height * picture.unit
        x: picture.standing ? (Theme.rtl ? picture.width - width : 0) : (picture.width - width) / 2
        anchors.bottom: picture.bottom

        Image {
            anchors.fill: parent
            mirror: picture.mirrored
            source: picture.name === "" || drawn.width < 1 || drawn.height < 1 ? "" : "image://art/" + picture.name + "?" + Theme.contrast + "," + picture.ink + ","
            sourceSize: Qt.size(Math.ceil(drawn.width), Math.ceil(drawn.height))

            Accessible.ignored: true
        }
    }
}
