// The scanner takes a picture of the sheet.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property ScanningPage page

    //: The scanner is at work.
    question: qsTr("Your paper is being scanned.")
    //: Below "Your paper is being scanned."
    help: qsTr("Leave the lid closed until the picture comes.")
    art: "scene-scanner"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("The scanner needs a little longer.")
}
