// What do you need? Topics as cards, and the door to PIN help.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseTopicPage page

    //: The question of the home screen, above the topics.
    question: qsTr("What would you like to do?")
    //: Below "What would you like to do?"
    help: qsTr("Tap a topic. Or go through the door to PIN help.")
    extra: screen.session.onlyInformation ? closed : null
    scene: Theme.landscape ? town : skyline
    // The sky of a landscape screen holds the door, unless the question leaves too little of it.
    property real doorLeast: 40 * Theme.mm
    readonly property bool doorInSky: Theme.landscape && screen.stageHeight >= Math.max(40 * Theme.mm, screen.doorLeast)

    Repeater {
        model: screen.page.topics

        TopicCard {
            required property var modelData

            perRow: Theme.landscape || Theme.largest ? 1 : 2
            roomy: screen.page.topics.length < 5
            objectName: "topic:" + modelData.id
            icon: modelData.icon
            title: modelData.title
            onActivated: screen.page.choose(modelData.id)
        }
    }
    PinHelpDoor {
        present: !screen.doorInSky
        brief: Theme.landscape
        onActivated: screen.page.askPinHelp()
    }

    Component {
        id: closed
        InformationTag {}
    }
    Component {
        id: skyline
        Scene {
            art: "scene-skyline"
            bleed: true
        }
    }
    Component {
        id: town
        Item {
            Scene {
                visible: !screen.doorInSky
                anchors.fill: parent
                art: "scene-skyline"
                bleed: true
            }
            Binding {
                screen.doorLeast: door.least
            }
            PinHelpDoor {
                id: door
                visible: screen.doorInSky
                anchors.left: parent.left
                anchors.leftMargin: Theme.margin
                anchors.right: parent.right
                anchors.rightMargin: 8 * Theme.mm
                anchors.bottom: parent.bottom
                height: Math.min(parent.height, implicitHeight)
                onActivated: screen.page.askPinHelp()
            }
        }
    }
}
