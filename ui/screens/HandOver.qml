// Another authority's portal goes on: a code for the phone, what happens where, and a slip to take along.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property HandOverPage page

    //: A service of another authority: the visitor scans a code with the phone.
    question: qsTr("It goes on on your phone.")
    // In large letters on a low screen the code needs the room.
    help: Theme.crowded ? "" :
    //: Below "It goes on on your phone."
    qsTr("Point the camera at the code. Nothing about you is in it.")
    sceneLeast: 40
    scene: CodeScene {
        path: screen.page.path
        modules: screen.page.modules
    }
    primary: Action {
        //: The big button: the visitor has scanned the code, or has the slip. Short.
        label: qsTr("Done")
        icon: "icon-check"
        onTriggered: screen.page.finish()
    }
    others: [
        Action {
            name: "appointment"
            present: screen.page.offersAppointment && !screen.session.onlyInformation
            //: Books a time at the counter of a citizen office. Short.
            label: qsTr("Book an appointment")
            icon: "icon-cal"
            onTriggered: screen.page.bookAppointment()
        },
        Action {
            name: "slip"
            present: screen.page.slip === "notAsked" || screen.page.slip === "missing"
            //: Prints a small slip with the code. Short.
            label: qsTr("Print a slip")
            icon: "icon-print"
            onTriggered: screen.page.printSlip()
        }
    ]

    SlipNotice {
        fate: screen.page.slip
        code: screen.page.slipCode
        file: screen.page.slipFile
    }
    InfoRow {
        icon: "icon-phone"
        //: Before the name of another authority's web page.
        label: qsTr("On your phone: fill in and pay")
        value: Theme.crowded ? screen.page.host : screen.page.portal
        more: Theme.crowded ? "" : screen.page.host
    }
    InfoRow {
        // The slip says it as well, and the code needs the room.
        present: !(Theme.largest && !Theme.landscape && (screen.page.slip === "onItsWay" || screen.page.slip === "printed"))
        icon: "icon-town"
        //: Before the name of the authority that decides.
        label: qsTr("Who decides")
        value: screen.page.office
    }
    NoteRow {
        icon: "icon-shield"
        //: Below the address of another authority's web page; the visitor compares it with what the phone shows.
        text: qsTr("Check that your phone shows this address before you go on.")
    }
}
