// A time is being kept for the visitor.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property HoldingTimePage page

    //: A time is being reserved for ten minutes.
    question: qsTr("The time is being kept for you.")
    //: Below "The time is being kept for you."
    help: qsTr("Nobody else can take it meanwhile.")
    art: "scene-townhall"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
