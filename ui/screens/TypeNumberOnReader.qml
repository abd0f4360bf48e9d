// The reader has keys of its own: PIN, CAN, PUK and a new PIN are typed there, and nothing of it comes here.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property TypeNumberOnReaderPage page
    readonly property string number: screen.page.number
    readonly property bool wrong: screen.page.word === "wrong"
    readonly property bool last: screen.number === "pin" && screen.page.attemptsLeft === 1

    question: {
        switch (screen.number) {
        case "can":
            //: The card reader has keys, and the number called CAN is typed there.
            return qsTr("Type the 6 digits of your card on the reader.");
        case "puk":
            //: The card reader has keys, and the PUK is typed there.
            return qsTr("Type the PUK on the card reader.");
        case "newPin":
            //: The card reader has keys, and the new PIN is typed there, twice.
            return qsTr("Type your new PIN twice on the card reader.");
        default:
            return screen.page.ofLetter ?
            //: The card reader has keys, and the transport PIN is typed there.
            qsTr("Type the 5 digits from the letter on the reader.") :
            //: The card reader has keys, and the PIN as it is now is typed there.
            qsTr("Type your PIN on the card reader.");
        }
    }
    help: {
        switch (screen.number) {
        case "can":
            //: Where the CAN is. The green key is on the card reader.
            return qsTr("They are on the front, at the bottom right. Then press the green key.");
        case "puk":
            //: Where the PUK is. The green key is on the card reader.
            return qsTr("It has 10 digits and is in the letter. Then press the green key.");
        case "newPin":
            //: The green key is on the card reader.
            return qsTr("6 digits of your own. Press the green key after each time.");
        default:
            return screen.page.ofLetter ?
            //: The green key is on the card reader.
            qsTr("The letter calls them transport PIN. Then press the green key.") :
            //: Which PIN is meant. The green key is on the card reader.
            qsTr("Your own PIN with 6 digits. Then press the green key.");
        }
    }
    scene: screen.number === "can" ? card : pad
    others: [
        Action {
            name: "pinHelp"
            present: screen.page.forSignIn
            //: A way out for visitors who do not know their PIN. Short.
            label: qsTr("Forgot your PIN?")
            icon: "icon-pin"
            onTriggered: screen.page.askPinHelp()
        }
    ]

    TagRow {
        present: screen.number === "pin"
        //: Told before the PIN is tried.
        text: qsTr("You have %n attempt(s)", "", screen.page.attemptsLeft)
        lamps: 3
        lit: screen.page.attemptsLeft
    }
    NoteRow {
        present: text !== ""
        icon: screen.page.word === "first" ? "icon-idcard" : "icon-cross"
        gapBefore: screen.number === "pin" ? 5 * Theme.mm : 0
        text: {
            switch (screen.page.word) {
            case "different":
                //: The new PIN was typed twice on the card reader, and not the same.
                return qsTr("The two were not the same. Nothing has changed: please type again.");
            case "length":
                //: The new PIN that was typed on the card reader was too short or too long.
                return qsTr("A PIN has exactly 6 digits. Nothing has changed: please type again.");
            case "wrong":
                if (screen.number === "can")
                    //: After a wrong CAN.
                    return qsTr("Those were not the digits on the card. That does not count.");
                if (screen.number === "puk")
                    //: After a wrong PUK.
                    return qsTr("That was not the PUK. That does not count.");
                if (screen.page.ofLetter)
                    //: After a wrong transport PIN. It works only until the visitor has chosen a PIN.
                    return qsTr("That was not right. If you chose a PIN before, the letter no longer works.");
                //: After a wrong PIN. CAN is the name of the six digits on the card.
                return qsTr("That was not right. After the next wrong one the card wants its 6 digits (CAN).");
            }
            if (screen.number === "can")
                //: The PIN has one attempt left, and before it the card wants its CAN.
                return qsTr("One attempt at your PIN is left. Before it, the card wants to see that you hold it.");
            if (screen.number === "puk")
                //: After three wrong PINs: what the PUK does.
                return qsTr("Your PIN is blocked. The PUK unblocks it, and it stays the PIN it was.");
            if (screen.number === "newPin")
                //: Rules for a good PIN.
                return qsTr("No birthday, no 123456, no digit six times: others try those first.");
            //: Before the last attempt at a PIN.
            return screen.last ? qsTr("This is the last attempt. If it is wrong, the PIN is blocked.") : "";
        }
    }
    NoteRow {
        icon: "icon-shield"
        gapBefore: 5 * Theme.mm
        //: Why a number is typed on the card reader.
        text: qsTr("What you type stays in the reader. The terminal does not see it.")
    }
    NoteRow {
        icon: "icon-end"
        gapBefore: 5 * Theme.mm
        //: How to stop while the card reader waits for a number. Its cancel key is red.
        text: qsTr("To stop, press the red key there or take your card.")
    }

    Component {
        id: pad
        Scene {
            art: "reader-pad"
            most: 0.8
        }
    }
    Component {
        id: card
        Item {
            IdCard {
                digits: "can"
                width: parent.width * 0.7
                height: Math.min(parent.height, 80 * Theme.mm)
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
            }
        }
    }
}
