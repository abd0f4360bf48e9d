// Which six digits: three answers, and each leads somewhere good.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

SheetOverlay {
    id: sheet

    required property PinHelpPage page
    readonly property string has: sheet.page.has

    question: {
        switch (sheet.has) {
        case "own":
            //: The visitor knows the six digits they chose themselves.
            return qsTr("Then you have the right PIN.");
        case "letter":
            //: The visitor has the letter with the transport PIN.
            return qsTr("First it becomes your own PIN.");
        case "nothing":
            //: The visitor does not know the PIN.
            return qsTr("You simply get a new PIN.");
        default:
            //: PIN help asks what the visitor has at hand.
            return qsTr("Which number do you have?");
        }
    }
    help: {
        switch (sheet.has) {
        case "own":
            //: Below "Then you have the right PIN."
            return qsTr("Type these 6 digits when the terminal asks for the PIN.");
        case "letter":
            //: Below "First it becomes your own PIN."
            return qsTr("The 5 digits in the letter work only once, to set a PIN.");
        case "nothing":
            //: Below "You simply get a new PIN."
            return qsTr("That happens to many people. It is quickly done.");
        default:
            return "";
        }
    }
    primary: Action {
        name: "close"
        present: sheet.has !== ""
        label: sheet.has === "own" ?
        //: Closes PIN help when the visitor has the right PIN. Short.
        qsTr("Good, go on") :
        //: Closes PIN help. One word.
        qsTr("Understood")
        icon: "icon-check"
        onTriggered: sheet.page.close()
    }
    others: [
        Action {
            name: "firstAid"
            present: sheet.page.leadsOn && (sheet.has === "letter" || sheet.has === "nothing")
            label: sheet.has === "letter" ?
            //: In PIN help: to PIN first aid, where the transport PIN becomes a PIN. Short.
            qsTr("Set my own PIN now") :
            //: In PIN help: to a slip for the counter and an appointment. Short.
            qsTr("Slip and appointment")
            icon: sheet.has === "letter" ? "icon-pin" : "icon-print"
            onTriggered: sheet.page.goOn()
        },
        Action {
            name: "otherNumber"
            present: sheet.has !== ""
            //: In PIN help: back to the three answers. Short.
            label: qsTr("I have something else")
            icon: "icon-back"
            onTriggered: sheet.page.choose("")
        },
        Action {
            name: "close"
            present: sheet.has === ""
            //: Closes PIN help without an answer. One word.
            label: qsTr("Close")
            icon: "icon-cross"
            onTriggered: sheet.page.close()
        }
    ]
    onDismissed: sheet.page.close()

    // ------------------------------------------------------------ what do you have?

    PictureCard {
        objectName: "has:own"
        present: sheet.has === ""
        //: An answer in PIN help: the visitor knows the PIN.
        title: qsTr("6 digits that only I know")
        //: Below "6 digits that only I know".
        text: qsTr("You chose them yourself.")
        onActivated: sheet.page.choose("own")

        Picture {
            name: "own-pin"
            directed: true
            anchors.fill: parent
        }
    }
    PictureCard {
        objectName: "has:letter"
        present: sheet.has === ""
        //: An answer in PIN help: the visitor has the letter with the transport PIN.
        title: qsTr("5 digits in a letter")
        //: Below "5 digits in a letter".
        text: qsTr("It came with your new card.")
        onActivated: sheet.page.choose("letter")

        PinLetter {
            lit: true
            anchors.fill: parent
        }
    }
    PictureCard {
        objectName: "has:nothing"
        present: sheet.has === ""
        //: An answer in PIN help.
        title: qsTr("I do not know my PIN")
        //: Below "I do not know my PIN".
        text: qsTr("Or you only find the 6 digits on the card.")
        onActivated: sheet.page.choose("nothing")

        Picture {
            name: "own-pin-unknown"
            directed: true
            anchors.fill: parent
        }
    }

    // ------------------------------------------------------------ where it leads

    PointRow {
        present: sheet.has === "letter"
        icon: "icon-help"
        title: sheet.page.leadsOn ?
        //: Where the transport PIN becomes a PIN.
        qsTr("You can do it right here.") :
        //: Where the transport PIN becomes a PIN.
        qsTr("We do it with you at the counter.")
        text: sheet.page.leadsOn ?
        //: Below "You can do it right here."
        qsTr("You need the card and the letter. It takes two minutes.") :
        //: Below "We do it with you at the counter."
        qsTr("Bring the card and the letter. It is free of charge.")
    }
    PointRow {
        present: sheet.has === "nothing"
        icon: "icon-help"
        //: Where visitors get a new PIN.
        title: qsTr("Go to the counter with your card.")
        //: Below "Go to the counter with your card."
        text: qsTr("There you set a new PIN, free of charge.")
    }
    PointRow {
        present: sheet.has === "own"
        icon: "icon-shield"
        //: About the PIN.
        title: qsTr("Only your card checks the PIN.")
        //: Below "Only your card checks the PIN."
        text: qsTr("The city never learns it.")
    }
    PointRow {
        present: sheet.has === "nothing"
        icon: "icon-idcard"
        //: About the six digits printed on the identity card.
        title: qsTr("The 6 digits on the card are not the PIN.")
        //: Below "The 6 digits on the card are not the PIN."
        text: qsTr("Please do not try them. Each wrong try counts.")
    }
}
