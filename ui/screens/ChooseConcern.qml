// What an appointment or a waiting number is for.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseConcernPage page

    question: screen.page.waits ?
    //: Above all services, for a waiting number.
    qsTr("What do you want to do at the counter?") :
    //: Above all services, for an appointment.
    qsTr("What is your appointment for?")
    //: Below a question, above all services.
    help: qsTr("Tap what you need.")
    skyShare: 0.36
    scene: Scene {
        art: screen.page.waits ? "scene-counter" : "scene-calendar"
        most: 0.8
    }

    Repeater {
        model: screen.page.services

        ServiceCard {
            required property var modelData

            objectName: "concern:" + modelData.id
            icon: modelData.icon
            title: modelData.title
            onActivated: screen.page.choose(modelData.id)
        }
    }
}
