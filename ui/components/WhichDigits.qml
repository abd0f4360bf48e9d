// Which six digits: the PIN only you know, not those on the card, not those in the letter.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Item {
    id: which

    // Side by side on the horizon, or below each other on shelves.
    property bool shelves: Theme.landscape
    readonly property real shelf: which.height / 3
    visible: !which.shelves || which.shelf >= which.wordsHeight + 3 * Theme.mm
    readonly property real wordsHeight: Math.max(own.wordsHeight, card.wordsHeight, letter.wordsHeight)

    component Example: Item {
        id: example

        property bool yes: false
        property bool last: false
        property string words
        property real share: 1
        property Picture picture
        readonly property real wordsHeight: said.implicitHeight
        readonly property real pictureHeight: which.shelves ? which.shelf - 4 * Theme.mm : Math.min(46 * Theme.mm, which.height - which.wordsHeight - 9 * Theme.mm)
        readonly property real pictureWidth: which.shelves ? which.width * 0.36 : example.width - 5 * Theme.mm

        height: which.shelves ? which.shelf : which.height
        Accessible.role: Accessible.StaticText
        Accessible.name: example.words.replace(/<[^>]*>/g, "")

        Words {
            id: said
            text: example.words
            textFormat: Text.StyledText
            tightness: 1.25
            width: which.shelves ? which.width * 0.58 : example.width - 2 * Theme.mm
            anchors.left: parent.left
            anchors.leftMargin: which.shelves ? which.width * 0.42 : 0
            y: which.shelves ? (example.height - height) / 2 : example.height - example.pictureHeight - 8 * Theme.mm - which.wordsHeight
        }
        Rectangle {
            visible: which.shelves && !example.last
            width: which.width
            height: Math.max(1, 1.2 * Theme.mm)
            color: Theme.ink
            anchors.left: parent.left
            anchors.bottom: parent.bottom
        }
        Badge {
            yes: example.yes
            z: 1
            visible: example.picture.visible
            x: Theme.rtl ? example.width - example.picture.drawnWidth - width / 2 : example.picture.drawnWidth - width / 2
            y: example.height - example.picture.drawnHeight - 5 * Theme.mm
        }
    }

    Example {
        id: own
        yes: true
        picture: ownPicture
        width: which.shelves ? which.width : which.width * 0.38
        anchors.left: parent.left
        //: Which digits are meant: the PIN the visitor chose. Keep <b> and </b>.
        words: qsTr("<b>Yes:</b> 6 digits,<br>only you know them")

        Picture {
            id: ownPicture
            name: "own-pin"
            directed: true
            standing: true
            width: own.pictureWidth
            height: own.pictureHeight
            anchors.left: parent.left
            anchors.bottom: parent.bottom
        }
    }
    Example {
        id: card
        picture: cardPicture
        width: which.shelves ? which.width : which.width * 0.32
        anchors.left: parent.left
        anchors.leftMargin: which.shelves ? 0 : which.width * 0.4
        y: which.shelves ? which.shelf : 0
        //: Which digits are not meant: those printed on the card. Keep <b> and </b>.
        words: qsTr("<b>No:</b> the 6 digits<br>on the card")

        IdCard {
            id: cardPicture
            digits: "not"
            standing: true
            width: card.pictureWidth
            height: card.pictureHeight
            anchors.left: parent.left
            anchors.bottom: parent.bottom
        }
    }
    Example {
        id: letter
        last: true
        picture: letterPicture
        width: which.shelves ? which.width : which.width * 0.28
        anchors.left: parent.left
        anchors.leftMargin: which.shelves ? 0 : which.width * 0.72
        y: which.shelves ? 2 * which.shelf : 0
        //: Which digits are not meant: the transport PIN in the letter. Keep <b> and </b>.
        words: qsTr("<b>No:</b> the 5 digits<br>in the letter")

        PinLetter {
            id: letterPicture
            standing: true
            width: letter.pictureWidth
            height: letter.pictureHeight
            anchors.left: parent.left
            anchors.bottom: parent.bottom
        }
    }
}
