// An appointment is being given back.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property CancellingAppointmentPage page

    //: The appointment is being cancelled.
    question: qsTr("Your appointment is being cancelled.")
    art: "scene-townhall"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
