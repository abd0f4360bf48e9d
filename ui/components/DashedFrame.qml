// A dashed border: something that is not to be pressed, such as the code for the staff.
import QtQuick
import QtQuick.Shapes
import Kiosk

Shape {
    id: frame

    property color stroke: Theme.disabledLine
    property real thickness: Theme.control
    property real corner: Theme.radius

    ShapePath {
        strokeColor: frame.stroke
        strokeWidth: frame.thickness
        strokeStyle: ShapePath.DashLine
        dashPattern: [4, 3]
        fillColor: "transparent"
        PathRectangle {
            x: frame.thickness / 2
            y: frame.thickness / 2
            width: Math.max(1, frame.width - frame.thickness)
            height: Math.max(1, frame.height - frame.thickness)
            radius: frame.corner
        }
    }
}
