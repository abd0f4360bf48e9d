// A card for which the way on is an office: what is the matter, who helps, and the slip that opens the case.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property CardAdvicePage page
    readonly property bool printable: screen.page.slip === "notAsked" || screen.page.slip === "missing"

    question: {
        switch (screen.page.trouble) {
        case "switchedOff":
            //: What is the matter with a card, as a heading.
            return qsTr("The online function of this card is off.");
        case "expired":
            //: What is the matter with a card, as a heading.
            return qsTr("This card has expired.");
        case "notAnIdCard":
            //: What is the matter with a card, as a heading.
            return qsTr("This card has no PIN for online use.");
        case "residencePermit":
            //: What is the matter with a card, as a heading.
            return qsTr("A residence permit works here too.");
        case "euCard":
            //: What is the matter with a card, as a heading.
            return qsTr("The eID card works here too.");
        case "readerKeepsPin":
            //: The card is well; the terminal's card reader has keys of its own and cannot change a PIN.
            return qsTr("This card reader cannot change a PIN.");
        default:
            //: What is the matter with a card, as a heading.
            return qsTr("This PUK has been used ten times.");
        }
    }
    help: {
        switch (screen.page.trouble) {
        case "switchedOff":
            //: Below the heading that says what is the matter with a card.
            return qsTr("That is common, and quickly changed.");
        case "expired":
            //: Below the heading that says what is the matter with a card.
            return qsTr("The online function ends on the same day.");
        case "notAnIdCard":
            //: Below the heading that says what is the matter with a card.
            return qsTr("Passports, bank cards and health cards do not work here.");
        case "residencePermit":
            //: Below the heading that says what is the matter with a card.
            return qsTr("Its PIN is set, changed and checked just the same.");
        case "euCard":
            //: Below the heading that says what is the matter with a card.
            return qsTr("Its PIN is set, changed and checked just the same.");
        case "readerKeepsPin":
            //: Below "This card reader cannot change a PIN."
            return qsTr("Your card is fine. Your PIN stays as it is.");
        default:
            //: Below the heading that says what is the matter with a card.
            return qsTr("A card does not take it more often.");
        }
    }
    scene: Scene {
        art: "scene-counter"
    }
    primary: Action {
        label: screen.printable ?
        //: Prints a small slip with a code for the counter. Short.
        qsTr("Print a slip for the counter") :
        //: The visitor knows enough, or has the slip. Short.
        qsTr("Done")
        icon: screen.printable ? "icon-print" : "icon-check"
        onTriggered: {
            if (screen.printable)
                screen.page.printSlip();
            else
                screen.page.finish();
        }
    }
    others: [
        Action {
            name: "appointment"
            present: screen.page.offersAppointment && !screen.session.onlyInformation
            //: Books a time at the counter of a citizen office. Short.
            label: qsTr("Book an appointment")
            icon: "icon-cal"
            onTriggered: screen.page.bookAppointment()
        },
        Action {
            name: "done"
            present: screen.printable
            //: The visitor knows enough, or has the slip. Short.
            label: qsTr("Done")
            icon: "icon-check"
            onTriggered: screen.page.finish()
        }
    ]

    SlipNotice {
        fate: screen.page.slip
        code: screen.page.slipCode
        file: screen.page.slipFile
    }
    PointRow {
        icon: "icon-help"
        title: {
            switch (screen.page.trouble) {
            case "switchedOff":
                //: Which office does something about a card, or which card to take.
                return qsTr("We switch it on at the counter.");
            case "expired":
                //: Which office does something about a card, or which card to take.
                return qsTr("You get a new card at the counter.");
            case "notAnIdCard":
                //: Which office does something about a card, or which card to take.
                return qsTr("Take your identity card.");
            case "residencePermit":
                //: Which office does something about a card, or which card to take.
                return qsTr("The immigration office looks after this card.");
            case "euCard":
                //: Which office does something about a card, or which card to take.
                return qsTr("The citizen office looks after this card.");
            case "readerKeepsPin":
                //: Which office does something about a card, or which card to take.
                return qsTr("You change it at the counter.");
            default:
                //: Which office does something about a card, or which card to take.
                return qsTr("You get a new PIN at the counter.");
            }
        }
        text: {
            switch (screen.page.trouble) {
            case "switchedOff":
                //: More about what an office does about a card.
                return qsTr("Bring the card. It is free of charge, and you choose a PIN.");
            case "expired":
                //: More about what an office does about a card.
                return qsTr("Bring the old card, and have your photo taken with us.");
            case "notAnIdCard":
                //: More about what an office does about a card.
                return qsTr("A residence permit or an eID card works as well.");
            case "residencePermit":
                //: More about what an office does about a card.
                return qsTr("There you get a new PIN, or the online function switched on.");
            case "euCard":
                //: More about what an office does about a card.
                return qsTr("There you get a new PIN, free of charge.");
            case "readerKeepsPin":
                //: More about what an office does about a card.
                return qsTr("Bring the card and the PIN. It is free of charge.");
            default:
                //: More about what an office does about a card.
                return qsTr("Bring the card. It is free of charge.");
            }
        }
    }
    InfoRow {
        icon: "icon-list"
        //: Before a short code such as PIN-NEU, which opens the case at the counter.
        label: qsTr("Say this at the counter")
        value: screen.page.code
    }
}
