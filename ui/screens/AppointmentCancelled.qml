// An appointment was given back.
import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property AppointmentCancelledPage page

    //: An appointment was cancelled as the visitor wished.
    question: qsTr("Your appointment is cancelled.")
    //: Below "Your appointment is cancelled."
    help: qsTr("Thank you. Somebody else can have the time now.")
    scene: Scene {
        art: "scene-calendar"
        most: 0.8
    }
    primary: Action {
        //: The big button that ends the visit.
        label: qsTr("Finish")
        icon: "icon-check"
        onTriggered: screen.page.finish()
    }
}
