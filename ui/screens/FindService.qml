// A word is typed, and what it may mean is there at once.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property FindServicePage page

    property TextEntry entry: null
    // For people who sit, whatever is pressed stands in the lower half: the likeliest services above the keys.
    readonly property int near: Theme.low ? 2 : 0

    //: The visitor types a word, such as "parking" or "lost card".
    question: qsTr("What is it about?")
    skyShare: 0.45
    sceneLeast: 20
    whole: keyboard.leastHeight + (screen.near > 0 ? screen.near * (32 * Theme.mm + Theme.gap) : 0)
    extra: line
    scene: screen.page.nothing ? nothing : screen.page.found.length > 0 && !Theme.low ? found : street

    Repeater {
        model: screen.page.found.slice(0, screen.near)

        ServiceCard {
            required property var modelData

            objectName: "service:" + modelData.id
            icon: modelData.icon
            title: modelData.title
            onActivated: screen.page.choose(modelData.id)
        }
    }
    SecondaryButton {
        objectName: "lost:topics:low"
        present: Theme.low && screen.page.nothing
        icon: "icon-list"
        label: screen.toTopics
        onActivated: screen.page.toTopics()
    }
    SecondaryButton {
        objectName: "lost:pin:low"
        present: Theme.low && screen.page.nothing && screen.page.pinHelpThere
        icon: "icon-pin"
        label: screen.toPinHelp
        onActivated: screen.page.toPinHelp()
    }
    Keyboard {
        id: keyboard
        room: screen.onePageRoom - (keyboard.parent ? keyboard.y : 0)
        onTyped: letter => screen.entry.type(letter)
        onDeleted: screen.entry.deleteLast()
    }

    //: A button where a search found nothing: back to the list of all topics.
    readonly property string toTopics: qsTr("Show all topics")
    //: A button where a search found nothing: help for people whose card's PIN is lost or blocked.
    readonly property string toPinHelp: qsTr("Help with the PIN")

    Component {
        id: line
        Item {
            implicitHeight: entry.height + 3 * Theme.mm

            TextEntry {
                id: entry
                name: "words"
                y: 3 * Theme.mm
                width: parent.width
                height: implicitHeight
                labelled: false
                //: Label of the line that is searched in.
                label: qsTr("Word to search")
                value: screen.page.words
                most: screen.page.most
                writing: true
                onEdited: text => screen.page.type(text)
                Component.onCompleted: {
                    screen.entry = entry;
                    entry.use();
                }
            }
        }
    }
    Component {
        id: found
        Item {
            ServiceList {
                services: screen.page.found
                anchors.fill: parent
                anchors.leftMargin: Theme.margin
                anchors.rightMargin: Theme.landscape ? 8 * Theme.mm : Theme.margin
                anchors.bottomMargin: 5 * Theme.mm
                onChosen: id => screen.page.choose(id)
            }
        }
    }
    Component {
        id: nothing
        Item {
            id: ways
            // As many ways on as there is room for below the notice; the first ones lead furthest.
            readonly property real each: topics.implicitHeight + Theme.gap
            readonly property int fitting: Theme.low ? 0 : Math.floor((ways.height - lost.height - Theme.gap) / ways.each)

            Notice {
                id: lost
                calm: true
                icon: "icon-help"
                //: The word that was typed fits nothing.
                title: qsTr("Nothing here is called that.")
                text: Theme.crowded ? "" :
                //: Below "Nothing here is called that.": 115 is the telephone number of all German offices.
                qsTr("Try another word. Or ask at the counter, or call 115.")
                anchors.left: parent.left
                anchors.leftMargin: Theme.margin
                anchors.right: parent.right
                anchors.rightMargin: Theme.landscape ? 8 * Theme.mm : Theme.margin
                height: implicitHeight
            }
            SecondaryButton {
                id: topics
                objectName: "lost:topics"
                visible: ways.fitting >= 1
                icon: "icon-list"
                label: screen.toTopics
                anchors.left: lost.left
                anchors.right: lost.right
                y: lost.height + Theme.gap
                height: implicitHeight
                onActivated: screen.page.toTopics()
            }
            SecondaryButton {
                objectName: "lost:staff"
                visible: ways.fitting >= (pin.visible ? 3 : 2)
                icon: "icon-help"
                //: A button where a search found nothing: somebody of the staff comes to the terminal.
                label: qsTr("Call somebody to help")
                anchors.left: lost.left
                anchors.right: lost.right
                y: topics.y + (pin.visible ? 2 : 1) * ways.each
                height: implicitHeight
                onActivated: screen.session.askHelp()
            }
            SecondaryButton {
                id: pin
                objectName: "lost:pin"
                visible: screen.page.pinHelpThere && ways.fitting >= 2
                icon: "icon-pin"
                label: screen.toPinHelp
                anchors.left: lost.left
                anchors.right: lost.right
                y: topics.y + ways.each
                height: implicitHeight
                onActivated: screen.page.toPinHelp()
            }
        }
    }
    Component {
        id: street
        Scene {
            art: "scene-street"
        }
    }
}
