// A small number: less, the number, more. At its limits it says so.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: stepper

    property string label
    property string help: ""
    property int value: 1
    property int least: 1
    property int most: 9
    // What the buttons change, for their names in tests and guided visits.
    property string scope: ""
    signal changed(value: int)

    readonly property real buttonWidth: (Theme.landscape ? 38 : 52) * Theme.mm
    //: Below a number between a minus and a plus button. %1 is the smallest, %2 the largest number.
    readonly property string limits: qsTr("%1 to %2 are possible").arg(stepper.least).arg(stepper.most)

    implicitHeight: Math.max((Theme.landscape ? 44 : 58) * Theme.mm, words.implicitHeight + 10 * Theme.mm)
    Accessible.role: Accessible.SpinBox
    Accessible.name: stepper.label + ": " + stepper.value
    Accessible.description: stepper.limits

    component StepButton: Pressable {
        id: button

        property string icon

        width: stepper.buttonWidth
        height: stepper.height

        Plate {
            anchors.fill: parent
            down: button.down
            available: button.available
        }
        Icon {
            name: button.icon
            ink: button.down ? "onPressed" : ""
            size: 17 * Theme.mm
            anchors.centerIn: parent
            visible: button.available
        }
        Words {
            visible: !button.available
            width: parent.width - 6 * Theme.mm
            tightness: 1.15
            fits: true
            text: button.spokenMore
            color: Theme.disabledText
            horizontalAlignment: Text.AlignHCenter
            anchors.centerIn: parent
        }
    }
    Rectangle {
        anchors.left: less.right
        anchors.right: more.left
        anchors.margins: Theme.gap
        height: parent.height
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.strong
        border.color: Theme.ink
    }
    StepButton {
        id: less
        objectName: "minus:" + stepper.scope
        icon: "icon-minus"
        available: stepper.value > stepper.least
        //: Spoken for the minus button beside a number.
        spoken: qsTr("One less")
        //: On the minus button, when the number cannot be smaller. Very short.
        spokenMore: less.available ? "" : qsTr("Not less than %1").arg(stepper.least)
        anchors.left: parent.left
        onActivated: stepper.changed(stepper.value - 1)
    }
    Column {
        id: words
        anchors.centerIn: parent
        width: parent.width - 2 * stepper.buttonWidth - 4 * Theme.gap

        Words {
            id: number
            role: Words.Numeral
            wantedPx: Math.round(Theme.numeralPx * 1.4)
            width: parent.width
            text: stepper.value
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            width: parent.width
            tightness: 1.2
            fits: true
            text: stepper.label
            horizontalAlignment: Text.AlignHCenter
        }
    }
    StepButton {
        id: more
        objectName: "plus:" + stepper.scope
        icon: "icon-plus"
        available: stepper.value < stepper.most
        //: Spoken for the plus button beside a number.
        spoken: qsTr("One more")
        //: On the plus button, when the number cannot be larger. Very short.
        spokenMore: more.available ? "" : qsTr("Not more than %1").arg(stepper.most)
        anchors.right: parent.right
        onActivated: stepper.changed(stepper.value + 1)
    }
}
