// How the answer of the office is to come.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseDeliveryPage page

    //: Before an application is sent: by post, in the mailbox, printed or to be picked up.
    question: qsTr("How should your answer come?")
    //: Below "How should your answer come?"
    help: qsTr("Touch one. Then you see everything again.")
    scene: Scene {
        art: "scene-document"
    }

    Repeater {
        model: screen.page.channels

        ServiceCard {
            required property string modelData

            objectName: "delivery:" + modelData
            icon: ways.icon(modelData)
            title: ways.title(modelData)
            text: ways.text(modelData)
            onActivated: screen.page.choose(modelData)
        }
    }
    DeliveryWords {
        id: ways
    }
}
