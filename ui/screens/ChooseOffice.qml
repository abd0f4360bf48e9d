// The offices that make appointments, each with its address.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseOfficePage page

    readonly property bool told: screen.page.word !== "nothing"

    //: Above the offices that make appointments.
    question: qsTr("Where would you like to come?")
    help: screen.told && Theme.crowded ? "" :
    //: Below "Where would you like to come?"
    qsTr("Every office can help you with this.")
    skyShare: 0.4
    sceneLeast: 36
    extra: screen.told && Theme.landscape ? word : null
    scene: Scene {
        art: "scene-street"
    }
    others: [
        Action {
            name: "without"
            present: screen.page.optional
            //: The application goes without an appointment. Short.
            label: qsTr("No appointment")
            icon: "icon-go"
            onTriggered: screen.page.goWithout()
        }
    ]

    Notice {
        present: screen.told && !Theme.landscape
        calm: true
        icon: "icon-clock"
        title: screen.happened
        text: screen.remedy
    }
    Repeater {
        model: screen.page.offices

        ServiceCard {
            required property var modelData

            objectName: "office:" + modelData.id
            icon: "icon-town"
            title: modelData.name
            text: formats.address(modelData.address)
            onActivated: screen.page.choose(modelData.id)
        }
    }

    Formats {
        id: formats
    }

    readonly property string happened: screen.page.word === "full" ?
    //: The office just chosen has no free day.
    qsTr("This office is fully booked.") :
    //: The appointment was kept for ten minutes, and these are over.
    qsTr("Your time is no longer free.")
    readonly property string remedy: screen.page.word === "full" ?
    //: What to do when an office has no free day.
    qsTr("Please choose another one.") :
    //: What to do when a time that was kept is gone; what was typed is safe.
    qsTr("Please choose a new one. Your answers are still here.")

    Component {
        id: word
        Notice {
            calm: true
            height: implicitHeight
            icon: "icon-clock"
            title: screen.happened
            text: Theme.crowded ? "" : screen.remedy
        }
    }
}
