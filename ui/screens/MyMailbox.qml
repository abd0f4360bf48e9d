// The messages of the city: the latest first, what is new marked by a word, what needs the card as well.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property MyMailboxPage page

    //: Above the list of messages.
    question: qsTr("Your mailbox")
    help: screen.page.messages.length === 0 ?
    //: The mailbox is empty.
    qsTr("There are no messages for you.") :
    //: Below "Your mailbox".
    qsTr("Touch a message to read it.")
    sceneLeast: 34
    skyShare: 0.4
    across: screen.page.messages.length === 0
    scene: Scene {
        art: "scene-document"
    }
    others: [
        Action {
            name: "earlier"
            present: screen.page.more
            //: Shows the messages before these. Short.
            label: qsTr("Earlier messages")
            icon: "icon-clock"
            onTriggered: screen.page.showEarlier()
        }
    ]

    NoteRow {
        present: screen.page.messages.length === 0
        gapBefore: 0
        icon: "icon-mail"
        //: In a mailbox that is empty: what will come there.
        text: qsTr("The city's messages and decisions will be here.")
    }
    Repeater {
        model: screen.page.messages

        ServiceCard {
            required property var modelData

            objectName: "message:" + modelData.id
            icon: modelData.locked ? "icon-idcard" : modelData.kind === "decision" ? "icon-shield" : "icon-mail"
            title: modelData.subject
            text: [modelData.sender, formats.day(modelData.received)].join("\u00a0· ")
            value: {
                if (modelData.locked)
                    //: Beside a message that can be opened with the identity card only. Short.
                    return qsTr("with the card");
                if (!modelData.read)
                    //: Beside a message that nobody has read. Short.
                    return qsTr("new");
                return "";
            }
            onActivated: screen.page.open(modelData.id)
        }
    }

    Formats {
        id: formats
    }
}
