// A sheet is to be laid on the scanner.
import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property LayPaperPage page

    question: screen.page.number === 1 ?
    //: Above a drawing of a scanner.
    qsTr("Lay your paper on the scanner.") :
    //: Above a drawing of a scanner. %1 is the number of the page that comes now.
    qsTr("Now lay page %1 on the scanner.").arg(screen.page.number)
    //: Below "Lay your paper on the scanner."
    help: qsTr("With the written side down. Then close the lid.")
    scene: Scene {
        art: "scene-scanner"
        most: 0.8
    }
    primary: Action {
        //: The big button that starts the scanner.
        label: qsTr("Scan now")
        onTriggered: screen.page.scan()
    }

    NoteRow {
        gapBefore: 0
        //: About personal data, before a paper is scanned.
        text: qsTr("The picture stays in this terminal only until you have sent it.")
    }
}
