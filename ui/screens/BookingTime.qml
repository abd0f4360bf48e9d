// An appointment is being made.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property BookingTimePage page

    //: The appointment is being booked.
    question: qsTr("Your appointment is being made.")
    art: "scene-townhall"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
