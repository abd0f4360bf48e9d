// The reader has keys of its own: the PIN is typed there, and nothing of it comes here.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property TypeOnReaderPage page

    // An attempt is lost already: said before the next one.
    readonly property bool careful: screen.page.rejected || screen.page.attemptsLeft < 3

    question: screen.page.rejected ?
    //: After a wrong PIN; the card reader has keys and asks for it again.
    qsTr("That PIN was not right. Type it again on the card reader.") :
    //: The card reader has keys of its own, and the PIN is typed there.
    qsTr("Type your PIN on the card reader.")
    //: Below "Type your PIN on the card reader.": which PIN is meant.
    help: qsTr("Your own PIN with 6 digits. Then press the green key.")
    scene: Scene {
        art: "reader-pad"
        most: 0.8
    }
    others: [
        Action {
            name: "pinHelp"
            //: A way out for visitors who do not know their PIN. Short.
            label: qsTr("Forgot your PIN?")
            icon: "icon-pin"
            onTriggered: screen.page.askPinHelp()
        }
    ]

    TagRow {
        //: Told before the PIN is tried.
        text: qsTr("You have %n attempt(s)", "", screen.page.attemptsLeft)
        lamps: 3
        lit: screen.page.attemptsLeft
    }
    NoteRow {
        present: screen.careful
        icon: "icon-idcard"
        gapBefore: 5 * Theme.mm
        text: screen.page.attemptsLeft === 1 ?
        //: Before the last attempt at a PIN; the digits on the card (CAN) were right.
        qsTr("This is the last attempt. If it is wrong, the PIN is blocked.") :
        //: Before the second attempt. CAN is the name of the six digits on the card, also in German.
        qsTr("If it is wrong again, the third try needs the 6 digits on the card (CAN).")
    }
    NoteRow {
        icon: "icon-shield"
        gapBefore: 5 * Theme.mm
        //: Why the PIN is typed on the card reader.
        text: qsTr("Your PIN stays in the reader. The terminal does not see it.")
    }
    NoteRow {
        icon: "icon-cross"
        gapBefore: 5 * Theme.mm
        //: How to stop while the card reader waits for the PIN. Its cancel key is red.
        text: qsTr("To stop, press the red key there.")
    }
}
