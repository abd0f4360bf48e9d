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
    //: Below "Point your phone's camera at the code.": how a file is sent.
    help: qsTr("Choose the photo on your phone. Here it goes on by itself.")
    sceneLeast: 40
    scene: Item {
        QrCode {
            readonly property real most: 96 * Theme.mm

            path: screen.page.path
            modules: screen.page.modules
            //: A screen reader says this of the code.
            spoken: qsTr("Code for your phone's camera")
            width: Math.min(parent.width - 2 * Theme.margin, parent.height - 6 * Theme.mm, most)
            height: width
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 6 * Theme.mm
        }
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
