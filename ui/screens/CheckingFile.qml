// A file from the phone is there, and the city looks into it.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property CheckingFilePage page

    //: A file from the visitor's phone has arrived.
    question: qsTr("Your file is here.")
    //: Below "Your file is here."
    help: qsTr("We check that it can be read.")
    art: "scene-folder"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("Large files need a little longer.")
}
