// Somebody knows their PIN: check it, change it, or unblock it, here and at once.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChoosePinWishPage page

    //: PIN first aid: what is to become of the PIN.
    question: qsTr("What do you want to do?")
    //: Below "What do you want to do?"
    help: qsTr("You can do it here, with your card.")
    scene: Scene {
        art: "scene-counter"
    }
    others: [
        Action {
            name: "counter"
            //: PIN first aid: leads to what the counter does. Short.
            label: qsTr("At the counter instead")
            icon: "icon-help"
            onTriggered: screen.page.askCounter()
        }
    ]

    ServiceCard {
        objectName: "wish:check"
        icon: "icon-check"
        //: A choice in PIN first aid.
        title: qsTr("Check my PIN")
        //: Below "Check my PIN".
        text: qsTr("The card says whether it is right.")
        onActivated: screen.page.choose("check")
    }
    ServiceCard {
        objectName: "wish:change"
        icon: "icon-pin"
        //: A choice in PIN first aid.
        title: qsTr("Choose another PIN")
        //: Below "Choose another PIN".
        text: qsTr("You need the PIN you have now.")
        onActivated: screen.page.choose("change")
    }
    ServiceCard {
        objectName: "wish:unblock"
        icon: "icon-closed"
        //: A choice in PIN first aid: after three wrong tries.
        title: qsTr("My PIN is blocked")
        //: Below "My PIN is blocked": the number that unblocks it.
        text: qsTr("You need the PUK from the letter.")
        onActivated: screen.page.choose("unblock")
    }
}
