// What do you need? A line to search in, topics as cards, and up to three doors.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseTopicPage page

    //: The question of the home screen, above the topics.
    question: qsTr("What would you like to do?")
    help: screen.several ?
    //: Below "What would you like to do?", where there are two or three doors.
    qsTr("Tap a topic. Or go through one of the doors.") :
    //: Below "What would you like to do?"
    qsTr("Tap a topic. Or go through the door to PIN help.")
    skyShare: 0.45
    extra: screen.session.onlyInformation ? closed : null
    scene: Theme.landscape ? town : skyline
    // The doors that the city offers; PIN help is always there.
    readonly property list<string> elsewhere: screen.page.doors.filter(door => door !== "pinFirstAid")
    readonly property list<string> doors: ["pinFirstAid", ...screen.elsewhere]
    readonly property bool several: screen.doors.length > 1
    // The sky of a landscape screen holds the doors, unless the question leaves too little of it.
    property real doorLeast: 40 * Theme.mm
    readonly property bool doorInSky: Theme.landscape && screen.stageHeight >= Math.max(40 * Theme.mm, screen.doorLeast)

    // Beside each other, unless the longest word of a topic would shrink.
    readonly property int columns: Theme.largest || (Theme.landscape && screen.longest > screen.beside) ? 1 : 2
    readonly property real beside: screen.width * (1 - screen.skyShare) / 2 - 35.5 * Theme.mm
    readonly property real longest: {
        if (metrics.height === 0)
            return 0;
        const words = screen.page.topics.map(topic => topic.title).join(" ").split(/[\s\u00AD-]+/);
        return words.reduce((most, word) => Math.max(most, metrics.advanceWidth(word)), 0);
    }

    FontMetrics {
        id: metrics
        font.pixelSize: Theme.answerPx
        font.weight: Font.Bold
    }

    function walkThrough(door: string) {
        if (door === "pinFirstAid" && !screen.page.doors.includes(door))
            screen.page.askPinHelp();
        else
            screen.page.walkThrough(door);
    }

    SearchDoor {
        onActivated: screen.page.search()
    }
    Repeater {
        model: screen.page.topics

        TopicCard {
            required property var modelData

            perRow: screen.columns
            roomy: screen.page.topics.length < 5
            objectName: "topic:" + modelData.id
            icon: modelData.icon
            title: modelData.title
            onActivated: screen.page.choose(modelData.id)
        }
    }
    PinHelpDoor {
        present: !screen.doorInSky && !screen.several
        brief: Theme.landscape
        onActivated: screen.walkThrough("pinFirstAid")
    }
    Repeater {
        model: screen.several ? screen.doors : []

        NamedDoor {
            id: named

            required property string modelData

            present: !screen.doorInSky
            perRow: Theme.largest ? 1 : screen.doors.length
            destination: named.modelData
            gapBefore: 9 * Theme.mm
            onActivated: screen.walkThrough(named.destination)
        }
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
                screen.doorLeast: screen.several ? arches.least : door.least
            }
            PinHelpDoor {
                id: door
                visible: screen.doorInSky && !screen.several
                anchors.left: parent.left
                anchors.leftMargin: Theme.margin
                anchors.right: parent.right
                anchors.rightMargin: 8 * Theme.mm
                anchors.bottom: parent.bottom
                height: Math.min(parent.height, implicitHeight)
                onActivated: screen.walkThrough("pinFirstAid")
            }
            Row {
                id: arches
                readonly property real least: 62 * Theme.mm

                visible: screen.doorInSky && screen.several
                spacing: Theme.gap
                layoutDirection: Theme.rtl ? Qt.RightToLeft : Qt.LeftToRight
                anchors.left: parent.left
                anchors.leftMargin: Theme.margin
                anchors.right: parent.right
                anchors.rightMargin: 8 * Theme.mm
                anchors.bottom: parent.bottom

                Repeater {
                    model: screen.several ? screen.doors : []

                    NamedDoor {
                        id: arch

                        required property string modelData

                        destination: arch.modelData
                        width: (arches.width - (screen.doors.length - 1) * arches.spacing) / screen.doors.length
                        height: implicitHeight
                        onActivated: screen.walkThrough(arch.destination)
                    }
                }
            }
        }
    }
}
