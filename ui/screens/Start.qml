// The greeting: the pit head, one button hanging on its rope, and every language in its own name.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

FocusScope {
    id: screen

    required property SessionViewModel session
    required property StartPage page

    // Landscape: the pit head and its button stand on the starting side, words and languages on the other.
    readonly property real half: Theme.landscape ? screen.width / 2 : screen.width
    readonly property real inner: screen.half - 2 * Theme.margin
    readonly property real groundHeight: {
        if (Theme.landscape)
            return bottomBar.height + Math.max(begin.height + 22 * Theme.mm, languages.fullHeight + 14 * Theme.mm);
        return bottomBar.height + languages.fullHeight + begin.height + 46 * Theme.mm;
    }
    readonly property real horizonY: Math.round(screen.height - screen.groundHeight)

    Accessible.role: Accessible.Pane
    Accessible.name: greeting.text + " " + (screen.session.onlyInformation ? sign.spokenWhole : promise.text)

    Component.onCompleted: begin.forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.sky
    }
    Rectangle {
        id: ground
        width: parent.width
        y: screen.horizonY
        height: parent.height - y
        color: Theme.ground
    }
    Strata {
        width: screen.half
        height: ground.height
        y: ground.y
        anchors.left: parent.left
    }
    Words {
        id: office
        role: Words.Bar
        font.weight: Font.Bold
        text: screen.session.office
        wrapMode: Text.NoWrap
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: (Theme.landscape ? 7 : 11) * Theme.mm
    }
    Words {
        role: Words.Bar
        font.weight: Font.Normal
        visible: office.width + implicitWidth + 2 * Theme.margin + 8 * Theme.mm < screen.width
        text: screen.session.authority
        wrapMode: Text.NoWrap
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: office.y
    }
    Column {
        id: welcome
        readonly property real upper: office.y + office.height
        readonly property real spare: screen.horizonY - welcome.upper - welcome.height

        spacing: (screen.session.onlyInformation ? 6 : 4) * Theme.mm
        // The hills run behind the sign.
        z: 1
        width: screen.inner
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: welcome.upper + (Theme.landscape ? Math.max(4 * Theme.mm, welcome.spare * 0.45) : Math.max(8 * Theme.mm, (welcome.spare - pit.drawnHeight) * 0.4))

        Words {
            id: greeting
            // With large letters the sign needs its place.
            visible: !(screen.session.onlyInformation && Theme.crowded)
            role: Words.Greeting
            wantedPx: Math.round(Theme.greetingPx * (Theme.largest ? (Theme.landscape ? 0.6 : 0.75) : Theme.landscape ? 0.9 : 1))
            fits: true
            //: The miners' greeting, said all over the Ruhr: keep it in German in every language.
            text: qsTr("Glück auf!")
            width: parent.width
            horizontalAlignment: Theme.landscape ? Text.AlignLeft : Text.AlignHCenter
        }
        Words {
            id: promise
            wantedPx: Theme.largest && Theme.landscape ? Theme.barPx : Math.round(Theme.bodyPx * (Theme.largest || Theme.landscape ? 1 : 1.16))
            width: parent.width
            //: Below the greeting on the start screen. Two short lines.
            text: qsTr("Here you get a lot done yourself.\nCalmly and at your own pace.")
            horizontalAlignment: Theme.landscape ? Text.AlignLeft : Text.AlignHCenter
            visible: !screen.session.onlyInformation
        }
        ClosedSign {
            id: sign
            visible: screen.session.onlyInformation
            width: parent.width
            height: implicitHeight
        }
    }
    PitHead {
        id: pit
        greets: true
        width: screen.half
        height: Theme.landscape ? screen.horizonY - office.y - office.height - 6 * Theme.mm : Math.max(0, screen.horizonY - welcome.upper - welcome.height - 16 * Theme.mm)
        y: screen.horizonY - height
        anchors.left: parent.left
        rope: begin.y - screen.horizonY - 2.6 * Theme.mm
    }
    Rectangle {
        width: parent.width
        height: Math.max(1, Math.round(1.4 * Theme.mm))
        y: screen.horizonY - height
        color: Theme.ink
    }
    HangingButton {
        id: begin
        label: screen.session.onlyInformation ?
        //: The one button of the start screen while everything can be read and nobody can sign in.
        qsTr("Look around") :
        //: The one button of the start screen.
        qsTr("Let’s go")
        // The button sinks into its place as the wheels turn.
        y: Math.round(screen.horizonY + (5 + 6 * pit.turned) * Theme.mm)
        width: Math.round(Math.min(screen.inner - 6 * Theme.mm, Math.max((Theme.landscape ? 130 : 190) * Theme.mm, implicitWidth)))
        height: Math.round(implicitHeight)
        anchors.left: parent.left
        anchors.leftMargin: Math.round((screen.half - width) / 2)
        onActivated: screen.page.begin()
    }
    Answers {
        id: languages
        width: screen.inner
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.landscape ? screen.horizonY + 6 * Theme.mm : screen.horizonY + begin.height + 25 * Theme.mm
        height: fullHeight

        Heading {
            // The word in each language: never translated.
            text: "Sprache · Language"
        }
        Repeater {
            model: screen.page.languages

            LanguagePlate {
                required property var modelData

                objectName: "language:" + modelData.code
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
