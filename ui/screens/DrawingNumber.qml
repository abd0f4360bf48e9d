// A waiting number is being drawn.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property DrawingNumberPage page

    //: A waiting number is being given out.
    question: qsTr("Your waiting number is being drawn.")
    art: "scene-line"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
