// A code for a phone: dark on white in every contrast mode, with its quiet zone.
import QtQuick
import QtQuick.Shapes

Item {
    id: code

    // The dark modules as an SVG path, and the edge in modules with the quiet zone.
    property string path
    property int modules: 1
    // What a screen reader says of it.
    property string spoken
    readonly property real edge: Math.min(code.width, code.height)
    // Whole pixels a module: anything else blurs what a camera looks for.
    readonly property real unit: Math.max(1, Math.floor(code.edge / code.modules))

    Accessible.role: Accessible.Graphic
    Accessible.name: code.spoken

    Rectangle {
        anchors.centerIn: parent
        width: code.unit * code.modules
        height: width
        color: "white"

        Shape {
            width: code.modules
            height: code.modules
            scale: code.unit
            transformOrigin: Item.TopLeft
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                strokeWidth: -1
                fillColor: "black"

                PathSvg {
                    path: code.path
                }
            }
        }
    }
}
