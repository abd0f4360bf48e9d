// What the city knows and from where, contact details, consents, cards, and the end of the account.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property MyDataPage page

    //: Above what the city knows of the visitor.
    question: qsTr("Your data")
    //: Below "Your data".
    help: qsTr("This is stored at Bochum-ID. At each line stands where it comes from.")
    sceneLeast: 36
    scene: Scene {
        art: "scene-safe"
    }
    others: [
        Action {
            name: "endAccount"
            //: Asks for the end of the account. Short.
            label: qsTr("Delete my account")
            icon: "icon-cross"
            onTriggered: screen.page.endAccount()
        }
    ]

    Repeater {
        model: screen.page.attributes

        InfoRow {
            required property var modelData

            label: details.name(modelData.name)
            value: details.value(modelData.name, modelData.value)
            more: details.origin(modelData.source, modelData.level, formats.day(modelData.since))
        }
    }
    Repeater {
        model: screen.page.contacts

        ReviewRow {
            required property var modelData
            required property int index

            name: "contact:" + modelData.name
            gapBefore: index === 0 ? Theme.gap : -1
            label: details.name(modelData.name)
            value: modelData.value !== "" ? modelData.value :
            //: In place of a contact detail that is not known.
            qsTr("nothing stated")
            onChangeAsked: screen.page.change(modelData.name)
        }
    }
    Heading {
        //: Above switches for what the visitor agreed to.
        text: qsTr("What you agreed to")
    }
    Repeater {
        model: screen.page.consents

        SwitchRow {
            required property var modelData

            objectName: "consent:" + modelData.id
            title: details.consent(modelData.id)
            on: modelData.granted
            onActivated: screen.page.decide(modelData.id, !modelData.granted)
        }
    }
    Heading {
        present: screen.page.cards.length > 0
        //: Above the cards that open the account.
        text: qsTr("Cards that open your account")
    }
    Repeater {
        model: screen.page.cards

        ReviewRow {
            required property var modelData

            name: "card:" + modelData.id
            //: A card that opens the account; %1 is a date.
            label: qsTr("Linked since %1").arg(formats.day(modelData.linked))
            value: modelData.valid.year === 0 ?
            //: A card that opens the account.
            qsTr("Card with online function") :
            //: A card that opens the account; %1 is a date.
            qsTr("Valid until %1").arg(formats.day(modelData.valid))
            changeable: screen.page.canLoseACard
            //: The button that takes a card away from the account. One word.
            action: qsTr("Remove")
            actionIcon: "icon-cross"
            onChangeAsked: screen.page.unlink(modelData.id)
        }
    }

    DetailWords {
        id: details
    }
    Formats {
        id: formats
    }
}
