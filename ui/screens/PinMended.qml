// The PIN is right, new, or has its attempts again; what waited behind goes on.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property PinMendedPage page
    readonly property bool waits: screen.page.waiting !== ""
    readonly property bool unblocked: screen.page.wish === "unblock"

    question: {
        switch (screen.page.wish) {
        case "check":
            //: The PIN was checked.
            return qsTr("Your PIN is right.");
        case "unblock":
            //: The PUK was right.
            return qsTr("Your PIN is unblocked.");
        default:
            //: The card has a new PIN.
            return qsTr("Your card has its new PIN.");
        }
    }
    help: screen.unblocked ?
    //: Below "Your PIN is unblocked."
    qsTr("It is the PIN it was. You have 3 attempts again.") :
    //: Below "Your PIN is right." and "Your card has its new PIN."
    qsTr("You can use your card online with it.")
    scene: Scene {
        art: "scene-check"
    }
    primary: Action {
        label: screen.waits ?
        //: On the big button: to the service that waited while the PIN was looked after. Short.
        qsTr("Go on") :
        //: The visitor is finished. Short.
        qsTr("Done")
        icon: screen.waits ? "icon-go" : "icon-check"
        onTriggered: screen.page.goOn()
    }
    others: [
        Action {
            name: "check"
            present: screen.unblocked && !screen.waits
            //: Tries the PIN that was unblocked. Short.
            label: qsTr("Check my PIN")
            icon: "icon-pin"
            onTriggered: screen.page.check()
        }
    ]

    InfoRow {
        present: screen.waits
        icon: "icon-go"
        //: Before the name of the service that waited while the PIN was looked after.
        label: qsTr("Now it goes on with")
        value: screen.page.waiting
    }
    PointRow {
        present: screen.unblocked
        icon: "icon-help"
        //: After the PIN was unblocked.
        title: qsTr("Forgot the PIN itself?")
        //: Below "Forgot the PIN itself?"
        text: qsTr("At the counter you get a new one, free of charge.")
    }
    PointRow {
        icon: "icon-shield"
        //: About the PIN.
        title: qsTr("Only you know your PIN.")
        //: Below "Only you know your PIN."
        text: qsTr("The terminal has forgotten it already. The city never learns it.")
    }
    PointRow {
        present: !screen.waits
        icon: "icon-idcard"
        //: At the end of PIN first aid.
        title: qsTr("Take your card with you.")
        //: Below "Take your card with you."
        text: qsTr("Keep card and PIN apart.")
    }
}
