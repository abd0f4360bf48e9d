// A code that opens an upload page on the visitor's phone; the file comes by itself.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property SendFromPhonePage page

    //: The visitor scans a code with the phone.
    question: qsTr("Point your phone's camera at the code.")
    // In large letters on a low screen the code needs the room.
    help: Theme.crowded ? "" :
    //: Below "Point your phone's camera at the code.": how a file is sent.
    qsTr("Choose the photo on your phone. Here it goes on by itself.")
    sceneLeast: 40
    scene: CodeScene {
        path: screen.page.path
        modules: screen.page.modules
    }
    others: [
        Action {
            name: "stop"
            //: Away from sending a file by phone. Short.
            label: qsTr("Another way")
            icon: "icon-back"
            onTriggered: screen.page.stop()
        }
    ]

    InfoRow {
        beside: true
        //: Before the name of a paper that is to be sent.
        label: qsTr("Your paper")
        value: screen.page.title
    }
    InfoRow {
        beside: true
        //: Before a number of minutes.
        label: qsTr("The code works for")
        value: formats.span(screen.page.minutes, "minute")
    }
    Busy {
        //: With three squares that fill one by one: the visitor sends a file from the phone.
        text: qsTr("Waiting for your phone …")
    }

    Formats {
        id: formats
    }
}
