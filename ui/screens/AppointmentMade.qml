// An appointment that is made: its number, when and where, what to bring, and the slip.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property AppointmentMadePage page

    //: An appointment has been made.
    question: qsTr("Your appointment is booked.")
    //: Below "Your appointment is booked.": the slip has the number.
    help: qsTr("Take the slip with you on the day.")
    sceneLeast: 36
    skyShare: 0.42
    extra: Theme.landscape && !Theme.crowded ? number : null
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
        present: !Theme.landscape || Theme.crowded
        label: screen.called
        value: screen.page.number
    }
    InfoRow {
        beside: true
        gapBefore: Theme.gap
        //: Before the day and time of an appointment.
        label: qsTr("When")
        value: formats.weekday(screen.page.start) + "\n" + formats.clock(screen.page.start)
    }
    InfoRow {
        beside: true
        //: Before the name and address of an office.
        label: qsTr("Place")
        value: screen.page.office + "\n" + formats.address(screen.page.address)
    }
    InfoRow {
        beside: true
        present: screen.page.bring.length > 0
        //: Before a list of things to bring to an appointment.
        label: qsTr("Bring along")
        value: screen.page.bring.join("\n")
    }
    InfoRow {
        beside: true
        present: screen.page.cancelCode !== ""
        //: Before a code that cancels an appointment.
        label: qsTr("Code for cancelling")
        value: screen.page.cancelCode
    }

    //: Before the number by which somebody is called. Short.
    readonly property string called: qsTr("Your number")

    Formats {
        id: formats
    }
    Component {
        id: number
        AmountPlate {
            height: implicitHeight
            label: screen.called
            value: screen.page.number
        }
    }
}
