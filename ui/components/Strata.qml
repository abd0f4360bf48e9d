// Layers of rock below the horizon of the start screen: decoration that carries no meaning.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk

Item {
    id: strata

    component Layer: ShapePath {
        id: layer

        property real at: 0
        property real dip: 0
        property bool right: false

        strokeColor: Theme.hair
        strokeWidth: Math.max(1, 0.7 * Theme.mm)
        strokeStyle: ShapePath.DashLine
        dashPattern: [12, 4, 4, 4]
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        startX: layer.right ? strata.width * 0.86 : 0
        startY: layer.at * Theme.mm
        PathQuad {
            x: layer.right ? strata.width : strata.width * 0.14
            y: (layer.at + layer.dip) * Theme.mm
            controlX: strata.width * (layer.right ? 0.93 : 0.07)
            controlY: (layer.at - 2 * layer.dip) * Theme.mm
        }
    }

    Shape {
        anchors.fill: parent

        Layer {
            at: 15
            dip: 1
        }
        Layer {
            at: 32
            dip: 2.2
        }
        Layer {
            at: 48
            dip: 1.2
        }
        Layer {
            at: 13
            dip: 1.8
            right: true
        }
        Layer {
            at: 34
            dip: -1.6
            right: true
        }
        Layer {
            at: 46
            dip: 2
            right: true
        }
    }
}
