// Which number is at hand: three answers with their drawings, and each leads somewhere good.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property PinFirstAidPage page

    //: PIN first aid asks what the visitor has at hand.
    question: qsTr("Which number do you have?")
    //: Below "Which number do you have?"
    help: qsTr("Look at the pictures. You type nothing here.")
    skyShare: Theme.crowded ? 0.4 : 0.33
    scene: Scene {
        art: "scene-counter"
    }
    others: [
        Action {
            name: "otherCard"
            //: PIN first aid: for visitors with a residence permit, an eID card, or a card that has expired. Short.
            label: qsTr("I have another card")
            icon: "icon-idcard"
            onTriggered: screen.page.askOtherCard()
        }
    ]

    PictureCard {
        objectName: "has:own"
        //: An answer in PIN first aid: the visitor knows the PIN.
        title: qsTr("6 digits that only I know")
        //: Below "6 digits that only I know".
        text: qsTr("You chose them yourself.")
        upright: false
        onActivated: screen.page.choose("own")

        Picture {
            name: "own-pin"
            directed: true
            anchors.fill: parent
        }
    }
    PictureCard {
        objectName: "has:letter"
        //: An answer in PIN first aid: the visitor has the letter with the transport PIN.
        title: qsTr("5 digits in a letter")
        //: Below "5 digits in a letter".
        text: qsTr("It came with your new card.")
        upright: false
        onActivated: screen.page.choose("letter")

        PinLetter {
            lit: true
            anchors.fill: parent
        }
    }
    PictureCard {
        objectName: "has:nothing"
        //: An answer in PIN first aid.
        title: qsTr("I do not know my PIN")
        //: Below "I do not know my PIN".
        text: qsTr("Or you only find the 6 digits on the card.")
        upright: false
        onActivated: screen.page.choose("nothing")

        Picture {
            name: "own-pin-unknown"
            directed: true
            anchors.fill: parent
        }
    }
}
