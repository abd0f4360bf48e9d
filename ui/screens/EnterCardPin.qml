// The PIN as it is: five digits of the letter, or six of one's own; attempts are told before the try.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

DigitsScreen {
    id: screen

    readonly property EnterCardPinPage card: screen.page as EnterCardPinPage
    readonly property bool ofLetter: screen.card.wish === "set"

    question: {
        if (screen.ofLetter)
            //: Above the PIN pad: the transport PIN.
            return qsTr("Enter the 5 digits from the letter.");
        if (screen.card.wish === "change")
            //: Above the PIN pad, before a new PIN is chosen.
            return qsTr("First enter the PIN you have now.");
        //: Above the PIN pad, where the PIN is only checked.
        return qsTr("Enter your 6-digit PIN.");
    }
    help: {
        if (Theme.crowded || screen.noticed)
            return "";
        if (screen.ofLetter)
            //: Below "Enter the 5 digits from the letter."
            return qsTr("The letter calls them transport PIN.");
        //: Below "Enter your 6-digit PIN."
        return qsTr("Only your card checks it.");
    }
    attempts: screen.card.attemptsLeft
    bad: screen.card.rejected
    noticeTitle: {
        if (screen.card.rejected)
            //: After a wrong PIN.
            return qsTr("That was not right.");
        if (screen.card.attemptsLeft === 1)
            //: Before the last attempt at a PIN; the digits on the card were right.
            return qsTr("The card is ready for the last attempt.");
        if (screen.card.attemptsLeft === 2)
            //: The card lost an attempt on another day.
            return qsTr("Someone has entered a wrong PIN before.");
        return "";
    }
    noticeText: {
        if (screen.card.attemptsLeft === 1)
            //: Below "The card is ready for the last attempt."
            return qsTr("If it is wrong, the PIN is blocked. Take your time.");
        if (screen.ofLetter && screen.card.rejected)
            //: After a wrong transport PIN. It works only until the visitor has chosen a PIN.
            return qsTr("If you chose a PIN before, the letter no longer works.");
        //: Before the second attempt. CAN is the name of the six digits on the card.
        return qsTr("If it is wrong again, the card wants its 6 digits (CAN) first.");
    }
    scene: screen.ofLetter ? letter : which
    // Three small pictures with words below each need more than one that stands alone.
    sceneLeast: screen.ofLetter ? 40 : 46
    others: [
        Action {
            name: "counter"
            //: A way out for visitors who do not know the number. Short.
            label: qsTr("I do not know it")
            icon: "icon-help"
            onTriggered: screen.card.askCounter()
        }
    ]

    Component {
        id: letter
        Item {
            PinLetter {
                lit: true
                standing: true
                width: parent.width * 0.6
                height: Math.min(parent.height, 70 * Theme.mm)
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
            }
        }
    }
    Component {
        id: which
        Item {
            WhichDigits {
                anchors.fill: parent
                anchors.leftMargin: Theme.margin
                anchors.rightMargin: Theme.landscape ? 9 * Theme.mm : Theme.margin
            }
        }
    }
}
