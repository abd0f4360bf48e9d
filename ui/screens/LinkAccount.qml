// A new card, and an account that fits it: one question, two answers, and what is noted.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property LinkAccountPage page

    //: The visitor's card is new; there is an account with the same name and date of birth.
    question: qsTr("Do you already have an account with us?")
    //: Below "Do you already have an account with us?"
    help: qsTr("Your card is new here. But an account with your name and date of birth exists.")
    scene: Scene {
        art: "scene-document"
    }

    ServiceCard {
        objectName: "account:mine"
        icon: "icon-check"
        //: An answer: the account belongs to the visitor.
        title: qsTr("Yes, that is my account")
        //: Below "Yes, that is my account".
        text: Theme.crowded ? "" : qsTr("Your new card then opens it. Applications and papers stay together.")
        onActivated: screen.page.decide(true)
    }
    ServiceCard {
        objectName: "account:other"
        icon: "icon-plus"
        //: An answer: the account belongs to somebody else, or the visitor does not know.
        title: qsTr("No, or I am not sure")
        //: Below "No, or I am not sure".
        text: Theme.crowded ? "" : qsTr("You get a new account. The other one stays as it is.")
        onActivated: screen.page.decide(false)
    }
    NoteRow {
        icon: "icon-shield"
        //: What is logged in the account when a card is linked.
        text: qsTr("We note day and time in the account. Its owner can see that.")
    }
}
