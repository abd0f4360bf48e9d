// The greeting: the pit head, one button hanging on its rope, and every language in its own name.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

FocusScope {
    id: screen

    required property SessionViewModel session
    required property StartPage page

    readonly property real horizonY: Theme.landscape ? screen.height - bottomBar.height - 42 * Theme.mm : ground.y
    readonly property real groundHeight: bottomBar.height + languages.height + begin.height + 43 * Theme.mm

    Accessible.role: Accessible.Pane
    Accessible.name: greeting.text + " " + promise.text

    Component.onCompleted: begin.forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.sky
    }
    Rectangle {
        id: ground
        width: parent.width
        y: screen.height - screen.groundHeight
        height: screen.groundHeight
        color: Theme.ground
    }
    Strata {
        anchors.fill: ground
    }
    Words {
        role: Words.Bar
        font.weight: Font.Bold
        text: screen.session.office
        wrapMode: Text.NoWrap
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: 11 * Theme.mm
    }
    Words {
        role: Words.Bar
        font.weight: Font.Normal
        visible: !Theme.largest
        text: screen.session.authority
        wrapMode: Text.NoWrap
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: 11 * Theme.mm
    }
    Words {
        id: greeting
        role: Words.Greeting
        fits: true
        //: The miners' greeting, said all over the Ruhr: keep it in German in every language.
        text: qsTr("Glück auf!")
        width: parent.width - 2 * Theme.margin
        horizontalAlignment: Text.AlignHCenter
        anchors.horizontalCenter: parent.horizontalCenter
        y: 28 * Theme.mm
    }
    Words {
        id: promise
        wantedPx: Math.round(Theme.bodyPx * 1.16)
        width: parent.width - 2 * Theme.margin
        //: Below the greeting on the start screen. Two short lines.
        text: qsTr("Here you get a lot done yourself.\nCalmly and at your own pace.")
        horizontalAlignment: Text.AlignHCenter
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: greeting.bottom
        anchors.topMargin: 4 * Theme.mm
    }
    PitHead {
        id: pit
        y: promise.y + promise.height + 8 * Theme.mm
        width: parent.width
        height: ground.y - y
        rope: begin.y - ground.y
    }
    Rectangle {
        width: parent.width
        height: Math.max(1, 1.4 * Theme.mm)
        y: ground.y - height
        color: Theme.ink
    }
    HangingButton {
        id: begin
        //: The one button of the start screen.
        label: qsTr("Let’s go")
        y: ground.y + 12 * Theme.mm
        width: Math.min(parent.width - 2 * Theme.margin - 6 * Theme.mm, Math.max(185 * Theme.mm, implicitWidth))
        anchors.horizontalCenter: parent.horizontalCenter
        height: implicitHeight
        onActivated: screen.page.begin()
    }
    Answers {
        id: languages
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: begin.y + begin.height + 14 * Theme.mm
        height: fullHeight

        Heading {
            // The word in each language: never translated.
            text: "Sprache · Language"
        }
        Repeater {
            model: screen.page.languages

            LanguagePlate {
                required property var modelData

                perRow: 2
                gapBefore: 3.5 * Theme.mm
                name: modelData.name
                chosen: modelData.chosen
                onActivated: screen.page.speak(modelData.code)
            }
        }
    }
    BottomBar {
        id: bottomBar
        session: screen.session
        width: parent.width
        height: implicitHeight
        anchors.bottom: parent.bottom
    }
}
