// The sandbox's dock: cards to lay down, networks to break, a printer to jam. Nothing here is real.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Window {
    id: window

    required property SandboxDock dock
    readonly property real pad: 8 * Theme.mm

    //: Title of the small window beside a simulated terminal.
    title: qsTr("Sandbox")
    color: Theme.ground
    minimumWidth: 160 * Theme.mm
    minimumHeight: 220 * Theme.mm

    Rectangle {
        id: head
        width: parent.width
        height: headLine.height + unreal.height + 12 * Theme.mm
        color: Theme.sky

        Item {
            id: headLine
            height: 18 * Theme.mm
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: window.pad
            y: 3 * Theme.mm

            Icon {
                id: wheel
                name: "wheel"
                size: 13 * Theme.mm
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                role: Words.Answer
                text: window.title
                wrapMode: Text.NoWrap
                anchors.left: wheel.right
                anchors.leftMargin: 4 * Theme.mm
                anchors.verticalCenter: parent.verticalCenter
            }
            Row {
                spacing: 3 * Theme.mm
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter

                Repeater {
                    model: window.dock.languages

                    LanguagePlate {
                        required property var modelData

                        objectName: "language:" + modelData.code
                        name: modelData.name
                        chosen: modelData.chosen
                        width: 38 * Theme.mm
                        height: 15 * Theme.mm
                        onActivated: window.dock.speak(modelData.code)
                    }
                }
            }
        }
        Words {
            id: unreal
            //: In the sandbox's window: people, cards and the city's answers are invented.
            text: qsTr("Nothing here is real: the people, cards and answers are invented.")
            tightness: 1.2
            anchors.left: headLine.left
            anchors.right: headLine.right
            anchors.top: headLine.bottom
            anchors.topMargin: 2 * Theme.mm
        }
        Rectangle {
            width: parent.width
            height: Math.max(1, 1.4 * Theme.mm)
            color: Theme.ink
            anchors.bottom: parent.bottom
        }
    }
    ListView {
        id: list
        objectName: "people"
        anchors.top: head.bottom
        anchors.bottom: foot.top
        x: window.pad
        width: parent.width - 2 * window.pad
        clip: true
        spacing: 4 * Theme.mm
        topMargin: 5 * Theme.mm
        bottomMargin: 5 * Theme.mm
        boundsBehavior: Flickable.StopAtBounds
        model: window.dock.people

        delegate: PersonCard {
            required property var modelData

            width: list.width
            person: modelData
            dock: window.dock
        }
    }
    // Where in the list one is.
    Rectangle {
        visible: list.visibleArea.heightRatio < 1
        width: 2 * Theme.mm
        height: list.visibleArea.heightRatio * list.height
        radius: width / 2
        color: Theme.line
        x: parent.width - width - 2 * Theme.mm
        y: list.y + list.visibleArea.yPosition * list.height
    }
    Rectangle {
        id: foot
        width: parent.width
        height: world.height + device.height + 12 * Theme.mm
        color: Theme.bar
        anchors.bottom: parent.bottom

        Rectangle {
            width: parent.width
            height: Math.max(1, Theme.control)
            color: Theme.line
        }
        WorldSwitches {
            id: world
            dock: window.dock
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: window.pad
            y: 5 * Theme.mm
        }
        CardTerminalSwitches {
            id: device
            dock: window.dock
            anchors.left: world.left
            anchors.right: world.right
            anchors.top: world.bottom
            anchors.topMargin: 3 * Theme.mm
        }
    }
    Rectangle {
        anchors.fill: parent
        anchors.topMargin: head.height
        visible: !window.dock.answering
        color: Theme.ground

        Words {
            width: parent.width - 2 * window.pad
            font.weight: Font.Bold
            //: In the sandbox's window: its program does not run or is starting.
            text: qsTr("The sandbox does not answer. One moment …")
            horizontalAlignment: Text.AlignHCenter
            anchors.centerIn: parent
        }
        MouseArea {
            anchors.fill: parent
        }
    }
}
