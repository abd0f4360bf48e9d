// One message: who wrote when, the text, what came with it, what was answered.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ReadMessagePage page

    question: screen.page.subject
    //: Below the subject of a message: %1 is who wrote it, %2 the date.
    help: qsTr("From %1, %2").arg(screen.page.writer).arg(formats.day(screen.page.received))
    sceneLeast: 40
    scene: Scene {
        art: "scene-document"
    }
    others: [
        Action {
            name: "reply"
            //: Answers the message. Short.
            label: qsTr("Answer")
            icon: "icon-pencil"
            onTriggered: screen.page.reply()
        }
    ]

    PaperNotice {
        fate: screen.page.paper
        code: screen.page.code
        file: screen.page.file
    }
    Notice {
        present: screen.page.kind === "request" && screen.page.replies.length === 0
        calm: true
        icon: "icon-pencil"
        //: Above a message in which the office asks for something.
        title: qsTr("The office needs an answer from you.")
    }
    Repeater {
        model: Theme.landscape && Theme.largest ? screen.page.shortParagraphs : screen.page.paragraphs

        Paragraph {
            required property var modelData

            text: modelData
        }
    }
    Repeater {
        model: screen.page.enclosures

        ReviewRow {
            required property var modelData

            name: "print:" + modelData.number
            //: Before the name of a file that came with a message.
            label: qsTr("Enclosed")
            value: modelData.name
            changeable: modelData.printable
            //: The button that prints a file of a message. One word.
            action: qsTr("Print")
            actionIcon: "icon-print"
            onChangeAsked: screen.page.printOut(modelData.number)
        }
    }
    InfoRow {
        present: screen.page.reference !== ""
        beside: true
        //: Before the office's own name for a case.
        label: qsTr("Reference")
        value: screen.page.reference
    }
    InfoRow {
        present: screen.page.kind === "decision" && Object.keys(screen.page.served).length > 0
        beside: true
        //: Before the date on which a decision took legal effect.
        label: qsTr("Counts as received on")
        value: present ? formats.day(screen.page.served) : ""
    }
    Repeater {
        model: screen.page.replies

        Paragraph {
            required property var modelData

            //: Above what the visitor answered; %1 is a date.
            heading: qsTr("Your answer of %1").arg(formats.day(modelData.sent))
            text: modelData.text.length > 60 ? modelData.text.slice(0, 60) + " …" : modelData.text
        }
    }

    Formats {
        id: formats
    }
}
