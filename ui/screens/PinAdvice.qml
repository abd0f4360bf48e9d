// Where PIN first aid leads: what the counter does about it, and the slip that opens the case there.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property PinAdvicePage page
    readonly property bool printable: screen.page.slip === "notAsked" || screen.page.slip === "missing"
    readonly property string has: screen.page.atHand

    question: {
        switch (screen.has) {
        case "own":
            //: The visitor knows the six digits they chose themselves.
            return qsTr("Then you have the right PIN.");
        case "letter":
            //: The visitor has the letter with the transport PIN.
            return qsTr("First it becomes your own PIN.");
        default:
            //: The visitor does not know the PIN.
            return qsTr("You simply get a new PIN.");
        }
    }
    help: {
        switch (screen.has) {
        case "own":
            //: Below "Then you have the right PIN."
            return qsTr("Is it blocked, or do you want another one? The counter does that.");
        case "letter":
            //: Below "First it becomes your own PIN."
            return qsTr("The 5 digits in the letter work only once, to set a PIN.");
        default:
            //: Below "You simply get a new PIN."
            return qsTr("That happens to many people. It is quickly done.");
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
            switch (screen.has) {
            case "own":
                //: PIN first aid: what the counter does for somebody who knows the PIN.
                return qsTr("We unblock or change it at the counter.");
            case "letter":
                //: Where the transport PIN becomes a PIN.
                return qsTr("We do it with you at the counter.");
            default:
                //: Where visitors get a new PIN.
                return qsTr("Go to the counter with your card.");
            }
        }
        text: {
            switch (screen.has) {
            case "own":
                //: Below "We unblock or change it at the counter.": the letter has the unblocking number (PUK).
                return qsTr("Bring the card, and the PIN letter if you have it. It is free of charge.");
            case "letter":
                //: Below "We do it with you at the counter."
                return qsTr("Bring the card and the letter. It is free of charge.");
            default:
                //: Below "Go to the counter with your card."
                return qsTr("There you set a new PIN, free of charge.");
            }
        }
    }
    PointRow {
        present: screen.has === "own"
        icon: "icon-shield"
        //: About the PIN.
        title: qsTr("Only your card checks the PIN.")
        //: Below "Only your card checks the PIN."
        text: qsTr("Three wrong tries block it. The city never learns it.")
    }
    PointRow {
        present: screen.has === "nothing"
        icon: "icon-idcard"
        //: About the six digits printed on the identity card.
        title: qsTr("The 6 digits on the card are not the PIN.")
        //: Below "The 6 digits on the card are not the PIN."
        text: qsTr("Please do not try them. Each wrong try counts.")
    }
    InfoRow {
        icon: "icon-list"
        //: Before a short code such as PIN-NEU, which opens the case at the counter.
        label: qsTr("Say this at the counter")
        value: screen.page.code
    }
}
