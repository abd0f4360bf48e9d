// Before the last attempt: the six digits printed on the card, lit in its picture.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

DigitsScreen {
    id: screen

    readonly property EnterCanPage card: screen.page as EnterCanPage

    //: Above the PIN pad, before the last attempt at the PIN: the number called CAN.
    question: qsTr("Enter the 6 digits on your card.")
    //: Below "Enter the 6 digits on your card."
    help: Theme.crowded ? "" : qsTr("They are on the front, at the bottom right.")
    bad: screen.card.rejected
    noticeIcon: screen.card.rejected ? "icon-cross" : "icon-idcard"
    noticeTitle: screen.card.rejected ?
    //: After a wrong CAN.
    qsTr("Those were not the digits on the card.") :
    //: The PIN has one attempt left, and before it the card wants its CAN.
    qsTr("One attempt at your PIN is left.")
    noticeText: screen.card.rejected ?
    //: After a wrong CAN.
    qsTr("That does not count. Please compare them and try again.") :
    //: Below "One attempt at your PIN is left."
    qsTr("Before it, the card wants to see that you hold it.")
    scene: Item {
        IdCard {
            digits: "can"
            width: parent.width * 0.7
            height: Math.min(parent.height, 80 * Theme.mm)
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
        }
    }
    others: [
        Action {
            name: "pinHelp"
            //: A way out for visitors who do not know their PIN. Short.
            label: qsTr("Forgot your PIN?")
            icon: "icon-pin"
            onTriggered: screen.card.askPinHelp()
        }
    ]
}
