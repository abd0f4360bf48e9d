// One application: what is expected of the visitor, letters and papers, what happened, the latest first.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ApplicationStatusPage page

    question: screen.page.title
    //: Below the name of a service: where the application stands. %1 is for instance "being worked on".
    help: qsTr("Your application: %1").arg(said.short(screen.page.state))
    sceneLeast: 36
    skyShare: 0.42
    scene: Scene {
        art: "scene-folder"
    }
    primary: screen.page.resumable ? onward : null
    others: [
        Action {
            name: "takeBack"
            present: screen.page.withdrawable || screen.page.draft
            label: screen.page.draft ?
            //: Deletes an application that was not sent. Short.
            qsTr("Throw away") :
            //: Takes back an application that was sent. Short.
            qsTr("Take back")
            icon: "icon-cross"
            onTriggered: screen.page.takeBack()
        }
    ]

    Action {
        id: onward
        //: Goes on with an application that was begun and not sent.
        label: qsTr("Go on with it")
        icon: "icon-go"
        onTriggered: screen.page.resume()
    }
    PaperNotice {
        fate: screen.page.paper
        code: screen.page.code
        file: screen.page.file
    }
    Notice {
        present: screen.page.expected
        calm: true
        icon: "icon-pencil"
        //: The office waits for the visitor.
        title: qsTr("The office needs something from you.")
        //: Below "The office needs something from you."
        text: qsTr("Read its message below and answer it.")
    }
    Notice {
        present: screen.page.draft && !screen.page.resumable
        calm: true
        icon: "icon-doc"
        //: A form that was begun, and that has changed since.
        title: qsTr("This form has changed since you began.")
        //: Below "This form has changed since you began."
        text: qsTr("Please begin anew. We are sorry.")
    }
    Repeater {
        model: screen.page.letters

        ServiceCard {
            required property var modelData

            objectName: "message:" + modelData.id
            icon: modelData.kind === "decision" ? "icon-shield" : "icon-mail"
            title: modelData.kind === "decision" ?
            //: A letter that decides an application.
            qsTr("Decision of the office") : modelData.kind === "request" ?
            //: A letter in which the office asks for something.
            qsTr("Question of the office") :
            //: A letter of the office.
            qsTr("Message of the office")
            text: modelData.sender
            value: modelData.read ? "" :
            //: Beside a letter that nobody has read. Short.
            qsTr("new")
            onActivated: screen.page.openLetter(modelData.id)
        }
    }
    Repeater {
        model: screen.page.documents

        ReviewRow {
            required property var modelData

            name: "print:" + modelData.id
            //: Before the name of a document.
            label: qsTr("Document")
            value: modelData.title
            changeable: modelData.printable
            //: The button that prints a document. One word.
            action: qsTr("Print")
            actionIcon: "icon-print"
            onChangeAsked: screen.page.printOut(modelData.id)
        }
    }
    Repeater {
        model: screen.page.timeline

        InfoRow {
            required property var modelData
            required property int index

            gapBefore: index === 0 ? Theme.gap : -1
            label: formats.moment(modelData.time)
            value: modelData.text
        }
    }
    InfoRow {
        present: screen.page.reference !== ""
        gapBefore: Theme.gap
        beside: true
        //: Before the number under which the office finds the application.
        label: qsTr("Reference number")
        value: screen.page.reference
    }

    Formats {
        id: formats
    }
    StateWords {
        id: said
    }
}
