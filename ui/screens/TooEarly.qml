// Somebody is here long before their appointment.
import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property TooEarlyPage page

    //: Somebody wants to check in long before the appointment, or long after it.
    question: qsTr("You cannot check in yet.")
    //: Below "You cannot check in yet." %1 is a time such as 10:15, %2 a day.
    help: qsTr("Checking in opens at %1 on %2.").arg(formats.clock(screen.page.opens)).arg(formats.date(screen.page.opens.year, screen.page.opens.month, screen.page.opens.day))
    scene: Scene {
        art: "scene-rest"
    }
    primary: Action {
        //: The big button that ends the visit.
        label: qsTr("Finish")
        icon: "icon-check"
        onTriggered: screen.page.finish()
    }

    NoteRow {
        gapBefore: 0
        icon: "icon-help"
        //: For somebody who is too early, or too late, for an appointment.
        text: qsTr("Too late for your appointment? Please ask at the counter.")
    }

    Formats {
        id: formats
    }
}
