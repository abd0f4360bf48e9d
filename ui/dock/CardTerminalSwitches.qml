// The card-payment terminal: who stands at it, and what they do there.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Column {
    id: device

    required property SandboxDock dock
    readonly property bool byHand: device.dock.cardTerminal === "manual"
    readonly property list<var> modes: [
        {
            mode: "automatic",
            //: In the sandbox's window: a good bank card is held to the device by itself. One short word.
            name: qsTr("Pays")
        },
        {
            mode: "manual",
            //: In the sandbox's window: the buttons below say what happens at the card terminal. One short word.
            name: qsTr("By hand")
        },
        {
            mode: "off",
            //: In the sandbox's window: the card terminal is switched off. One short word.
            name: qsTr("Off")
        }
    ]
    readonly property list<var> hands: [
        {
            hand: "holdCard",
            //: In the sandbox's window: hold a good bank card to the device. One short word.
            name: qsTr("Card")
        },
        {
            hand: "cardWithPin",
            //: In the sandbox's window: a bank card that asks for its PIN. Short.
            name: qsTr("+ PIN")
        },
        {
            hand: "rightPin",
            //: In the sandbox's window: type the right PIN of the bank card. One short word.
            name: qsTr("Right")
        },
        {
            hand: "wrongPin",
            //: In the sandbox's window: type a wrong PIN of the bank card. One short word.
            name: qsTr("Wrong")
        },
        {
            hand: "declinedCard",
            //: In the sandbox's window: a bank card that the bank does not accept. One short word.
            name: qsTr("No")
        },
        {
            hand: "cancel",
            //: In the sandbox's window: press the red key of the device. One short word.
            name: qsTr("Stop")
        }
    ]

    spacing: 3 * Theme.mm

    Words {
        font.weight: Font.Bold
        topPadding: 1.5 * Theme.mm
        tightness: 1.2
        text: device.dock.cardWanted ?
        //: In the sandbox's window: above the buttons of the card-payment terminal.
        qsTr("Card terminal: waits for a card") :
        //: In the sandbox's window: above the buttons of the card-payment terminal.
        qsTr("Card terminal")
    }
    Row {
        id: modePlates
        spacing: 3 * Theme.mm
        width: parent.width

        Repeater {
            model: device.modes

            LanguagePlate {
                required property var modelData

                objectName: "cardTerminal:" + modelData.mode
                name: modelData.name
                chosen: device.dock.cardTerminal === modelData.mode
                width: (modePlates.width - 2 * modePlates.spacing) / 3
                height: 15 * Theme.mm
                onActivated: device.dock.setCardTerminal(modelData.mode)
            }
        }
    }
    Row {
        id: handPlates
        visible: device.byHand
        spacing: 2 * Theme.mm
        width: parent.width

        Repeater {
            model: device.hands

            LanguagePlate {
                required property var modelData

                objectName: "hand:" + modelData.hand
                name: modelData.name
                chosen: false
                width: (handPlates.width - 5 * handPlates.spacing) / 6
                height: 15 * Theme.mm
                onActivated: device.dock.touchCardTerminal(modelData.hand)
            }
        }
    }
}
