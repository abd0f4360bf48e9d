// The answers are being saved, and the city says which papers there are.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property LookingAtFilesPage page

    //: The terminal asks which papers are attached already.
    question: qsTr("We are looking which papers are needed.")
    art: "scene-folder"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
