// The last words. A card that still lies on the reader is all that matters then.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

FocusScope {
    id: screen

    required property SessionViewModel session
    required property GoodbyePage page

    readonly property bool card: screen.page.cardOnReader
    readonly property real half: Theme.landscape && !Theme.largest ? screen.width / 2 : screen.width
    readonly property bool beside: screen.half < screen.width
    readonly property real horizonY: Math.round(screen.height - (Theme.landscape ? 34 : 62) * Theme.mm)

    Accessible.role: Accessible.Pane
    Accessible.name: greeting.text + " " + words.text

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
        anchors.fill: ground
        visible: !screen.card
    }
    Column {
        id: said
        spacing: 4 * Theme.mm
        width: screen.half - 2 * Theme.margin
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin + (screen.beside ? screen.half : 0)
        y: screen.beside ? (screen.horizonY - height) / 2 : 30 * Theme.mm

        Rectangle {
            visible: screen.card
            width: parent.width
            height: loud.implicitHeight + 20 * Theme.mm
            radius: Theme.radius
            color: Theme.lamp
            border.width: 2 * Theme.strong
            border.color: Theme.ink

            Words {
                id: loud
                wantedPx: Math.round(Theme.greetingPx * 0.78)
                font.weight: Font.Bold
                tightness: 1.15
                fits: true
                balanced: true
                room: parent.width - 16 * Theme.mm
                //: Loud and large: the visitor is leaving and the identity card is still on the reader.
                text: qsTr("Take your card with you!")
                color: Theme.lampText
                width: balancedWidth
                horizontalAlignment: Text.AlignHCenter
                anchors.centerIn: parent
            }
        }
        Words {
            id: greeting
            visible: !screen.card
            role: Words.Greeting
            fits: true
            width: parent.width
            //: The miners' greeting and farewell, said all over the Ruhr: keep it in German in every language.
            text: qsTr("Glück auf!")
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            id: words
            wantedPx: Math.round(Theme.bodyPx * 1.16)
            width: parent.width
            text: {
                if (screen.card)
                    //: Where the forgotten card is.
                    return qsTr("It is still lying on the reader.");
                if (screen.page.paperPrinted)
                    //: The end of a visit in which something was printed; it may still lie there. Two short lines.
                    return qsTr("Take your paper from the printer.\nThe terminal has forgotten your visit.");
                //: The end of a visit. Two short lines.
                return qsTr("Thank you for coming.\nThe terminal has forgotten your visit.");
            }
            horizontalAlignment: Text.AlignHCenter
        }
    }
    PitHead {
        visible: !screen.card && height > 45 * Theme.mm
        anchors.left: parent.left
        width: screen.half
        y: screen.beside ? 8 * Theme.mm : said.y + said.height + 10 * Theme.mm
        height: screen.horizonY - y
        rope: screen.height - screen.horizonY
    }
    Picture {
        visible: screen.card && height > 30 * Theme.mm
        name: "take-card"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: screen.half - 2 * Theme.margin
        y: screen.beside ? 14 * Theme.mm : said.y + said.height + 12 * Theme.mm
        height: screen.horizonY - y
    }
    Rectangle {
        width: parent.width
        height: Math.max(1, 1.4 * Theme.mm)
        y: screen.horizonY - height
        color: Theme.ink
    }
}
