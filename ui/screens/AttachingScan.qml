// The scanned pages are on their way to the city, which checks them.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property AttachingScanPage page

    //: The scanned pages are being sent and checked for viruses.
    question: qsTr("Your paper is being attached.")
    //: Below "Your paper is being attached."
    help: qsTr("We check that it can be read.")
    art: "scene-folder"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("Large papers need a little longer.")
}
