// What happened in plain words, whose fault it is, what is safe, and what to do next.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property FailedPage page
    readonly property var told: words.told(screen.page.code, screen.page.canTryAgain && !screen.page.cardIsOver)

    // The largest text on a low screen: what there is to add may stand on another page.
    readonly property bool apart: Theme.landscape && Theme.largest

    question: screen.told.happened
    help: screen.told.why
    scene: screen.told.picture === "laying" ? laying : screen.told.picture === "card" || screen.told.picture === "can" ? card : drawing
    primary: Action {
        name: screen.page.canTryAgain ? "tryAgain" : "primary"
        label: {
            if (!screen.page.canTryAgain)
                //: The big button after a failure that a second try cannot mend: ends the visit.
                return qsTr("End the visit");
            if (screen.page.cardIsOver)
                //: The big button after a card that does not work: back, still signed in with a password. Short.
                return qsTr("Go on without the card");
            if (screen.told.go !== "")
                return screen.told.go;
            if (screen.page.declined)
                //: The big button after the visitor said "no" to reading the card: to the card once more.
                return qsTr("Sign in after all");
            //: The big button after a failure.
            return qsTr("Try again");
        }
        icon: screen.page.canTryAgain ? "icon-go" : "icon-check"
        onTriggered: {
            if (screen.page.canTryAgain)
                screen.page.tryAgain();
            else
                screen.page.finish();
        }
    }
    others: [
        Action {
            name: "primary"
            present: screen.page.canTryAgain
            //: Beside "Try again": ends the visit. Short.
            label: qsTr("Finish")
            icon: "icon-end"
            onTriggered: screen.page.end()
        }
    ]

    PointRow {
        icon: "icon-shield"
        title: screen.page.staysSignedIn ?
        //: What is safe after a card that did not work: the sign-in with the password.
        qsTr("You are still signed in.") : screen.told.safe
        text: screen.page.staysSignedIn ?
        //: Below "You are still signed in.": what was begun, and what the password opens.
        qsTr("What you have begun is kept. Much works without the card.") : screen.told.safeMore
    }
    PointRow {
        icon: screen.told.icon
        title: screen.told.next
        text: screen.apart ? "" : screen.told.nextMore
    }
    PanelRow {
        present: screen.apart && screen.told.nextMore !== ""
        implicitHeight: more.implicitHeight + 2 * pad
        Accessible.role: Accessible.StaticText
        Accessible.name: more.text

        Words {
            id: more
            tightness: 1.25
            text: screen.told.nextMore
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    StaffCode {
        code: screen.page.code
    }

    FailureWords {
        id: words
    }
    Component {
        id: drawing
        Scene {
            art: screen.told.picture
            directed: screen.told.picture === "scene-rest"
            most: screen.told.picture.startsWith("printer") ? 0.62 : 0.92
        }
    }
    Component {
        id: laying
        LayingCard {}
    }
    Component {
        id: card
        Item {
            IdCard {
                digits: screen.told.picture === "can" ? "can" : ""
                width: parent.width * 0.6
                height: Math.min(parent.height, 70 * Theme.mm)
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
            }
        }
    }
}
