// The services of one topic.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseServicePage page

    question: screen.page.topic
    //: Below the name of a topic, above its services.
    help: qsTr("Tap what you need.")
    extra: screen.session.onlyInformation ? closed : null
    skyShare: 0.4
    scene: Scene {
        art: "scene-townhall"
    }

    Repeater {
        model: screen.page.services

        ServiceCard {
            required property var modelData

            objectName: "service:" + modelData.id
            icon: modelData.icon
            title: modelData.title
            text: modelData.summary
            value: formats.fee(modelData.fromCents, modelData.toCents)
            onActivated: screen.page.choose(modelData.id)
        }
    }

    Formats {
        id: formats
    }
    Component {
        id: closed
        InformationTag {}
    }
}
