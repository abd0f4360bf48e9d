// What can be done about appointments without signing in.
import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property AppointmentDeskPage page

    //: Above four ways on: book, check in, draw a number, cancel.
    question: qsTr("What would you like to do?")
    //: Below "What would you like to do?", at the place for appointments.
    help: qsTr("You need not sign in for this.")
    sceneLeast: 36
    scene: Scene {
        art: "scene-calendar"
        most: 0.8
    }

    ServiceCard {
        objectName: "checkIn"
        icon: "icon-here"
        //: At the place for appointments: somebody has one and is here now.
        title: qsTr("I have an appointment")
        //: Below "I have an appointment"
        text: qsTr("Say that you are here")
        onActivated: screen.page.checkIn()
    }
    ServiceCard {
        objectName: "book"
        icon: "icon-cal"
        //: At the place for appointments.
        title: qsTr("Book an appointment")
        //: Below "Book an appointment"
        text: qsTr("For another day")
        onActivated: screen.page.book()
    }
    ServiceCard {
        objectName: "drawNumber"
        icon: "icon-number"
        //: At the place for appointments: for people without one.
        title: qsTr("Draw a waiting number")
        //: Below "Draw a waiting number"
        text: qsTr("Without an appointment, for today")
        onActivated: screen.page.drawNumber()
    }
    ServiceCard {
        objectName: "cancel"
        icon: "icon-cross"
        //: At the place for appointments.
        title: qsTr("Cancel an appointment")
        //: Below "Cancel an appointment": what is needed for it.
        text: qsTr("With the code on your slip")
        onActivated: screen.page.cancel()
    }
}
