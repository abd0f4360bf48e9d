// A blocked PIN: the ten digits in the letter give it its attempts back.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

DigitsScreen {
    id: screen

    readonly property EnterPukPage card: screen.page as EnterPukPage

    //: Above the PIN pad: the number called PUK, for a PIN that is blocked.
    question: qsTr("Enter the 10 digits of the PUK.")
    //: Below "Enter the 10 digits of the PUK."
    help: Theme.crowded ? "" : qsTr("It is in the letter, beside the 5 digits.")
    bad: screen.card.rejected
    noticeTitle: screen.card.rejected ?
    //: After a wrong PUK.
    qsTr("That was not the PUK.") :
    //: After three wrong PINs.
    qsTr("Your PIN is blocked.")
    noticeText: screen.card.rejected ?
    //: After a wrong PUK.
    qsTr("That does not count. Please compare it and try again.") :
    //: Below "Your PIN is blocked.": what the PUK does.
    qsTr("The PUK unblocks it. It stays the PIN it was.")
    //: The big button below the PIN pad: unblocks the PIN. One word.
    confirmLabel: qsTr("Unblock")
    scene: Item {
        PinLetter {
            lit: true
            width: parent.width * 0.6
            height: Math.min(parent.height, 70 * Theme.mm)
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
        }
    }
    others: [
        Action {
            name: "counter"
            //: A way out for visitors without the letter. Short.
            label: qsTr("I have no PUK")
            icon: "icon-help"
            onTriggered: screen.card.askCounter()
        }
    ]
}
