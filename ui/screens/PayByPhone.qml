// A code that opens the pay page on the visitor's phone; the terminal waits until it has paid.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property PayByPhonePage page

    question: {
        if (screen.page.stopping)
            //: The visitor no longer wants to pay by phone.
            return qsTr("The payment page is being closed.");
        //: The visitor scans a code with the phone.
        return qsTr("Point your phone's camera at the code.");
    }
    help: {
        if (screen.page.stopping)
            //: Below "The payment page is being closed."
            return qsTr("If your phone was faster, it counts.");
        // In large letters on a low screen the code needs the room.
        if (Theme.crowded)
            return "";
        //: Below the instruction to scan a code.
        return qsTr("Pay on your phone. Here it goes on by itself.");
    }
    sceneLeast: 40
    scene: screen.page.stopping ? closing : code
    others: [
        Action {
            name: "stop"
            present: !screen.page.stopping
            //: Away from paying by phone. Short.
            label: qsTr("Pay another way")
            icon: "icon-back"
            onTriggered: screen.page.stop()
        }
    ]

    AmountPlate {
        //: Before an amount that is paid now.
        label: qsTr("To pay")
        value: formats.euros(screen.page.cents)
    }
    InfoRow {
        beside: true
        //: Before a reference that stands on the bank statement.
        label: qsTr("On your statement")
        value: screen.page.reference
    }
    Busy {
        text: screen.page.stopping ?
        //: With three squares that fill one by one.
        qsTr("One moment …") :
        //: With three squares that fill one by one: the visitor pays on the phone.
        qsTr("Waiting for your phone …")
    }

    Formats {
        id: formats
    }
    Component {
        id: closing
        Scene {
            art: "pay-bank"
        }
    }
    Component {
        id: code
        CodeScene {
            path: screen.page.path
            modules: screen.page.modules
        }
    }
}
