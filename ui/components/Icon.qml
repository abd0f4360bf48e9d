// A small drawing in the colours of the contrast mode; `name` without `icon-` is a file of resources/art.
import QtQuick
import Kiosk

Image {
    id: icon

    property string name
    property real size: 10.5 * Theme.mm
    // Names of other colours for its lines and its fills, for instance "onGo" on the primary button.
    property string ink: ""
    property string fill: ""
    // Arrows and speech turn round with the reading direction.
    property bool directed: false

    width: icon.size
    height: icon.size
    source: icon.name === "" ? "" : "image://art/" + icon.name + "?" + Theme.contrast + "," + icon.ink + "," + icon.fill
    sourceSize: Qt.size(Math.round(icon.size), Math.round(icon.size))
    mirror: icon.directed && Theme.rtl
    fillMode: Image.PreserveAspectFit

    Accessible.ignored: true
}
