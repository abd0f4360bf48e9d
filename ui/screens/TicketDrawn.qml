// A place in the waiting area: the number, where to wait, and about how long.
import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property TicketDrawnPage page

    //: Somebody has a place in the waiting area now. Two short sentences.
    question: qsTr("You are registered.\nPlease take a seat.")
    //: Below "You are registered."
    help: qsTr("Your number will be called.")
    sceneLeast: 36
    skyShare: 0.44
    scene: PrinterScene {
        most: 0.72
        torn: true
        ticket: true
    }
    primary: Action {
        //: The big button that ends the visit.
        label: qsTr("Finish")
        icon: "icon-check"
        onTriggered: screen.page.finish()
    }
    others: [
        Action {
            name: "printAgain"
            present: screen.page.fate === "missing"
            //: Tries once more to print the slip.
            label: qsTr("Print again")
            icon: "icon-print"
            onTriggered: screen.page.printAgain()
        }
    ]

    SlipNotice {
        fate: screen.page.fate
        code: screen.page.code
        file: screen.page.file
        present: fate === "missing" || fate === "saved"
    }
    AmountPlate {
        //: Before the number by which somebody is called. Short.
        label: qsTr("Your number")
        value: screen.page.number
    }
    InfoRow {
        beside: true
        gapBefore: Theme.gap
        //: Before the number of a waiting area.
        label: qsTr("Waiting area")
        value: screen.page.area
    }
    InfoRow {
        beside: true
        //: Before about how many minutes somebody has to wait.
        label: qsTr("Waiting time")
        value: formats.duration(screen.page.minutes, screen.page.minutes, "minute")
    }

    Formats {
        id: formats
    }
}
