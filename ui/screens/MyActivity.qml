// Who saw or used what: a calm list, the latest first.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property MyActivityPage page

    //: Above the list of who saw or used the visitor's data.
    question: qsTr("Who saw what")
    //: Below "Who saw what".
    help: qsTr("Every look at your data is noted here. The latest comes first.")
    sceneLeast: 34
    scene: Scene {
        art: "scene-safe"
    }
    others: [
        Action {
            name: "earlier"
            present: screen.page.more
            //: Shows the entries before these. Short.
            label: qsTr("Earlier entries")
            icon: "icon-clock"
            onTriggered: screen.page.showEarlier()
        }
    ]

    Repeater {
        model: screen.page.entries

        InfoRow {
            required property var modelData

            label: formats.moment(modelData.at)
            value: activities.words(modelData)
            more: modelData.recipient
        }
    }

    ActivityWords {
        id: activities
    }
    Formats {
        id: formats
    }
}
