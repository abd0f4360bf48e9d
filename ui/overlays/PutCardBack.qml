// The card is gone in the middle of an application: covered until it lies there again.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

SheetOverlay {
    id: sheet

    required property PutCardBackPage page

    hides: true
    //: The card was taken away in the middle of an application.
    question: qsTr("Please put your card back on the reader.")
    //: Below "Please put your card back on the reader."
    help: qsTr("Then enter your PIN again. Everything you typed is still there.")
    scene: CoverScene {
        session: sheet.session

        LayingCard {
            anchors.fill: parent
        }
    }

    NoteRow {
        gapBefore: 0
        //: While the card is away.
        text: qsTr("So nobody but you can go on here.")
    }
}
