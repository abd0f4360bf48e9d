// The visitor's appointments: when, where, the number, and a way to cancel each.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property MyAppointmentsPage page

    //: Above the list of appointments.
    question: qsTr("Your appointments")
    help: screen.page.appointments.length === 0 ?
    //: There are no appointments.
    qsTr("You have no appointment at the moment.") :
    //: Below "Your appointments".
    qsTr("Touch one to cancel it.")
    sceneLeast: 34
    scene: Scene {
        art: "scene-counter"
    }

    Repeater {
        model: screen.page.appointments

        ServiceCard {
            required property var modelData

            objectName: "appointment:" + modelData.id
            icon: "icon-cal"
            title: formats.moment(modelData.start)
            //: Where an appointment is; %1 is a service, %2 an office, %3 the number to be called by.
            text: qsTr("%1, %2. Number %3").arg(modelData.service).arg(modelData.office).arg(modelData.number)
            onActivated: screen.page.cancel(modelData.id)
        }
    }

    Formats {
        id: formats
    }
}
