// Everything about an appointment, before it is made.
import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property CheckAppointmentPage page

    //: Above everything about an appointment, before it is made.
    question: qsTr("Is everything right?")
    //: Below "Is everything right?": the appointment is not made yet.
    help: qsTr("The time is kept for you for ten minutes.")
    skyShare: 0.36
    sceneLeast: 34
    scene: Scene {
        art: "scene-check"
    }
    primary: Action {
        //: The big button that makes an appointment.
        label: qsTr("Book the appointment")
        icon: "icon-check"
        onTriggered: screen.page.book()
    }

    InfoRow {
        beside: true
        //: Before the day and time of an appointment.
        label: qsTr("When")
        value: formats.weekday(screen.page.start) + ",\n" + formats.clock(screen.page.start)
    }
    InfoRow {
        beside: true
        //: Before the name and address of an office.
        label: qsTr("Place")
        value: screen.page.office + "\n" + formats.address(screen.page.address)
    }
    InfoRow {
        beside: true
        //: Before what an appointment is for.
        label: qsTr("What for")
        value: screen.page.concern
    }
    InfoRow {
        beside: true
        //: Before a family name.
        label: qsTr("Name")
        value: screen.page.name
    }
    InfoRow {
        beside: true
        //: Before a year of birth.
        label: qsTr("Born in")
        value: screen.page.birthYear
    }
    InfoRow {
        beside: true
        present: screen.page.reach !== ""
        //: Before an e-mail address or a telephone number.
        label: qsTr("Reply sent to")
        value: screen.page.reach
    }

    Formats {
        id: formats
    }
}
