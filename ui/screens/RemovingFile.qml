// A file is being taken away again.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property RemovingFilePage page

    //: A file that was attached is being taken away.
    question: qsTr("The file is being removed.")
    art: "scene-folder"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
