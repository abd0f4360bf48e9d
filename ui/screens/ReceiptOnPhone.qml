// A code by which the visitor's phone fetches the receipt, once.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ReceiptOnPhonePage page

    //: The visitor scans a code with the phone.
    question: qsTr("Point your phone's camera at the code.")
    // In large letters on a low screen the code needs the room.
    help: Theme.crowded ? "" :
    //: Below the instruction to scan a code.
    qsTr("Your receipt then opens on your phone.")
    sceneLeast: 40
    scene: CodeScene {
        path: screen.page.path
        modules: screen.page.modules
    }
    primary: Action {
        //: The big button that ends the visit.
        label: qsTr("Finish")
        icon: "icon-check"
        onTriggered: screen.page.finish()
    }
    others: [
        Action {
            name: "back"
            //: Back to the end of the application.
            label: qsTr("Back")
            icon: "icon-back"
            onTriggered: screen.page.back()
        }
    ]

    NoteRow {
        icon: "icon-clock"
        gapBefore: 0
        //: How long the code for the receipt works.
        text: qsTr("The code works once, for five minutes.")
    }
    NoteRow {
        //: What stands in the code on the screen.
        text: qsTr("Nothing personal is in the code.")
    }
}
