// The city makes a link for the visitor's phone.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property MakingUploadLinkPage page

    //: The terminal prepares a code that a phone can read.
    question: qsTr("Your code is being made.")
    art: "scene-folder"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
