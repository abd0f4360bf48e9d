// How to sign in: the card first, then user name and password, then without where the service allows it.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseSignInPage page

    //: Two ways: with the identity card, or with user name and password.
    question: qsTr("How do you want to sign in?")
    //: Below "How do you want to sign in?"
    help: qsTr("You can also just lay your card on the reader.")
    scene: LayingCard {}
    others: [
        Action {
            name: "pinHelp"
            // Both ways on one page come first.
            present: !Theme.crowded
            //: A way out for visitors who do not know their PIN. Short.
            label: qsTr("Forgot your PIN?")
            icon: "icon-pin"
            onTriggered: screen.page.askPinHelp()
        }
    ]

    PictureCard {
        objectName: "signIn:eid"
        upright: false
        perRow: 1
        //: A way to sign in. The PIN has six digits.
        title: qsTr("With your identity card")
        //: Below "With your identity card".
        text: qsTr("You need the card and your 6-digit PIN.")
        onActivated: screen.page.withCard()

        IdCard {
            width: parent.width
            height: Math.min(parent.height, 0.64 * width)
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    ServiceCard {
        objectName: "signIn:password"
        icon: "icon-me"
        //: A way to sign in.
        title: qsTr("With user name and password")
        text: screen.page.cardToo ?
        //: Below "With user name and password", where the service needs the identity card in any case.
        qsTr("For this service you will need your card as well.") :
        //: Below "With user name and password": the code of the second factor.
        qsTr("You also need a code from your phone or e-mail.")
        onActivated: screen.page.withPassword()
    }
    ServiceCard {
        objectName: "signIn:without"
        present: screen.page.withoutToo
        icon: "icon-pencil"
        //: A way on: the service asks nobody who they are.
        title: qsTr("Without signing in")
        text: Theme.crowded ? "" :
        //: Below "Without signing in".
        qsTr("You fill in everything yourself. Nobody learns your name unless you write it.")
        onActivated: screen.page.without()
    }
}
