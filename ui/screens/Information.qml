// What there is to know: sections, telephone numbers large, and a slip to take along.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property InformationPage page

    question: screen.page.summary
    help: Theme.crowded ? "" : screen.page.about
    scene: Scene {
        art: "scene-document"
    }
    primary: Action {
        //: The big button below what there is to know. Short.
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
            //: Prints what stands on the screen. Short.
            label: qsTr("Print this")
            icon: "icon-print"
            onTriggered: screen.page.printSlip()
        }
    ]

    SlipNotice {
        fate: screen.page.slip
        code: screen.page.slipCode
        file: screen.page.slipFile
    }
    Repeater {
        model: screen.page.sections

        TellRow {
            required property var modelData

            icon: modelData.icon
            title: modelData.title
            text: modelData.text
            telephone: modelData.telephone
        }
    }
}
