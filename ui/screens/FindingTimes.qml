// The city says which times of a day are free.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property FindingTimesPage page

    //: The terminal asks for free times.
    question: qsTr("We are looking for free times.")
    art: "scene-townhall"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
