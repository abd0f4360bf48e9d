// What the visitor applied for: the latest first, where each stands.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property MyApplicationsPage page

    //: Above the list of applications.
    question: qsTr("Your applications")
    help: screen.page.applications.length === 0 ?
    //: There are no applications.
    qsTr("You have not applied for anything yet.") :
    //: Below "Your applications".
    qsTr("Touch one to see how far it is.")
    sceneLeast: 34
    skyShare: 0.4
    scene: Scene {
        art: "scene-folder"
    }
    others: [
        Action {
            name: "earlier"
            present: screen.page.more
            //: Shows the applications before these. Short.
            label: qsTr("Earlier applications")
            icon: "icon-clock"
            onTriggered: screen.page.showEarlier()
        }
    ]

    Repeater {
        model: screen.page.applications

        ServiceCard {
            required property var modelData

            objectName: "application:" + modelData.id
            icon: modelData.state === "actionRequired" ? "icon-pencil" : "icon-doc"
            title: modelData.title
            text: [said.short(modelData.state), formats.day(modelData.changed)].join("\u00a0· ")
            onActivated: screen.page.open(modelData.id)
        }
    }

    Formats {
        id: formats
    }
    StateWords {
        id: said
    }
}
