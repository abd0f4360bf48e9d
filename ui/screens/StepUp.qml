// Signed in with a password, but the service needs the card as well: why, and what happens next.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property StepUpPage page

    //: The visitor is signed in with a password, but the service needs the identity card.
    question: qsTr("Now we need your card as well.")
    //: Below "Now we need your card as well.": why.
    help: qsTr("The city may do this only when it knows for certain who you are.")
    scene: LayingCard {}
    primary: Action {
        //: The big button: to the card reader.
        label: qsTr("Continue with the card")
        icon: "icon-go"
        onTriggered: screen.page.proceed()
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

    PointRow {
        icon: "icon-idcard"
        //: What the visitor needs.
        title: qsTr("Your own card and its PIN.")
        //: Below "Your own card and its PIN."
        text: qsTr("A card of somebody else does not work.")
    }
    PointRow {
        icon: "icon-check"
        //: The visitor does not lose the sign-in.
        title: qsTr("You stay signed in.")
        //: Below "You stay signed in."
        text: qsTr("Nothing is lost if the card does not work.")
    }
}
