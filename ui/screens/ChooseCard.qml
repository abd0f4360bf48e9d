// Which card it is, where it may be no identity card, or an old one.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseCardPage page

    //: PIN first aid asks which card the visitor has.
    question: qsTr("Which card do you have?")
    //: Below "Which card do you have?"
    help: qsTr("Each has its office. We tell you which.")
    scene: Item {
        IdCard {
            width: parent.width * 0.6
            height: Math.min(parent.height, 70 * Theme.mm)
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
        }
    }

    ServiceCard {
        objectName: "card:residencePermit"
        icon: "icon-idcard"
        //: A card: the electronic residence permit.
        title: qsTr("Residence permit")
        //: Below "Residence permit": the word printed on the card, in German.
        text: qsTr("It says “Aufenthaltstitel”.")
        onActivated: screen.page.choose("residencePermit")
    }
    ServiceCard {
        objectName: "card:euCard"
        icon: "icon-idcard"
        //: A card for citizens of the European Union.
        title: qsTr("eID card for EU citizens")
        //: Below "eID card for EU citizens": the word printed on the card, in German.
        text: qsTr("It says “eID-Karte”.")
        onActivated: screen.page.choose("euCard")
    }
    ServiceCard {
        objectName: "card:expired"
        icon: "icon-clock"
        //: A card that has expired. Short.
        title: qsTr("Expired identity card")
        //: Below "Expired identity card".
        text: qsTr("The date is on the front.")
        onActivated: screen.page.choose("expired")
    }
    ServiceCard {
        objectName: "card:notAnIdCard"
        icon: "icon-help"
        //: Another card, such as a passport or a bank card.
        title: qsTr("Another card")
        //: Below "Another card".
        text: qsTr("A passport, a bank card or something else.")
        onActivated: screen.page.choose("notAnIdCard")
    }
}
