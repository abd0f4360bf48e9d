// A small number: less, the number, more.
import QtQuick
import Kiosk

Block {
    id: stepper

    property string label
    property int value: 1
    property int least: 1
    property int most: 9
    // True while nothing was answered; the number is then only a proposal.
    signal changed(value: int)

    implicitHeight: Math.max(40 * Theme.mm, number.implicitHeight + name.implicitHeight + 8 * Theme.mm)
    Accessible.role: Accessible.SpinBox
    Accessible.name: stepper.label + ": " + stepper.value

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.control
        border.color: Theme.line
    }
    component StepButton: Pressable {
        id: button

        property string icon

        width: 30 * Theme.mm
        height: 24 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter

        Plate {
            anchors.fill: parent
            down: button.down
            available: button.available
        }
        Icon {
            name: button.icon
            ink: button.down ? "onPressed" : ""
            size: 13 * Theme.mm
            anchors.centerIn: parent
        }
    }
    StepButton {
        icon: "icon-minus"
        available: stepper.value > stepper.least
        //: Spoken for the minus button beside a number.
        spoken: qsTr("One less")
        anchors.left: parent.left
        anchors.leftMargin: 8 * Theme.mm
        onActivated: stepper.changed(stepper.value - 1)
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 84 * Theme.mm

        Words {
            id: number
            role: Words.Numeral
            width: parent.width
            text: stepper.value
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            id: name
            width: parent.width
            tightness: 1.2
            text: stepper.label
            horizontalAlignment: Text.AlignHCenter
        }
    }
    StepButton {
        icon: "icon-plus"
        available: stepper.value < stepper.most
        //: Spoken for the plus button beside a number.
        spoken: qsTr("One more")
        anchors.right: parent.right
        anchors.rightMargin: 8 * Theme.mm
        onActivated: stepper.changed(stepper.value + 1)
    }
}
