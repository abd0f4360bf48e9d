// The city says on which days an office has time.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property FindingDaysPage page

    //: The terminal asks for free days.
    question: qsTr("We are looking for free days.")
    art: "scene-townhall"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
