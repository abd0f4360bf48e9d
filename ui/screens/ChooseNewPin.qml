// A PIN of one's own, typed twice; what is easy to guess is said, and the visitor decides.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

DigitsScreen {
    id: screen

    readonly property ChooseNewPinPage card: screen.page as ChooseNewPinPage
    readonly property bool weak: screen.card.stage === "weak"
    readonly property Action another: Action {
        name: "another"
        //: The big button after a PIN that is easy to guess. Short.
        label: qsTr("Choose another PIN")
        icon: "icon-pin"
        onTriggered: screen.card.another()
    }

    question: {
        if (screen.weak)
            //: The new PIN is one that others guess easily.
            return qsTr("This PIN is easy to guess.");
        if (screen.card.stage === "repeat")
            //: The new PIN is typed a second time.
            return qsTr("Enter the new PIN once more.");
        return screen.card.firstTime ?
        //: The visitor chooses the first PIN of their own.
        qsTr("Choose your own 6-digit PIN.") :
        //: The visitor chooses another PIN.
        qsTr("Choose a new 6-digit PIN.");
    }
    help: {
        if (Theme.crowded)
            return "";
        if (screen.weak)
            //: Below "This PIN is easy to guess."
            return qsTr("You decide. The card takes it all the same.");
        if (screen.card.stage === "repeat")
            //: Below "Enter the new PIN once more."
            return qsTr("So that there is no slip of the finger.");
        //: Below "Choose your own 6-digit PIN."
        return qsTr("Only you know it. We keep it nowhere.");
    }
    bad: screen.card.stage === "differs"
    noticeTitle: {
        if (screen.card.stage === "differs")
            //: The new PIN was typed twice, and not the same.
            return qsTr("The two were not the same.");
        if (screen.weak) {
            switch (screen.card.weakness) {
            case "repeated":
                //: Why a PIN is easy to guess.
                return qsTr("The same digits come again and again.");
            case "sequence":
                //: Why a PIN is easy to guess.
                return qsTr("The digits just count on.");
            default:
                //: Why a PIN is easy to guess: it may be a birthday.
                return qsTr("It looks like a date, such as a birthday.");
            }
        }
        //: Rules for a good PIN, as a heading.
        return screen.card.stage === "choose" ? qsTr("A good PIN is not easy to guess.") : "";
    }
    noticeText: {
        if (screen.card.stage === "differs")
            //: Below "The two were not the same."
            return qsTr("Nothing has changed. Please choose again.");
        if (screen.weak)
            //: Why an easy PIN is a risk.
            return qsTr("Who finds your card tries such PINs first.");
        //: Rules for a good PIN.
        return qsTr("No birthday, no 123456, no digit six times.");
    }
    primary: screen.weak ? screen.another : screen.confirmation
    scene: Item {
        Picture {
            name: "own-pin"
            directed: true
            width: parent.width * 0.6
            height: Math.min(parent.height, 60 * Theme.mm)
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
        }
    }
    others: [
        Action {
            name: "keep"
            present: screen.weak
            //: Uses a PIN although it is easy to guess. Short.
            label: qsTr("Keep this PIN")
            icon: "icon-check"
            onTriggered: screen.card.keep()
        }
    ]
}
