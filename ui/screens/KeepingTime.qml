// Just before sending: the time becomes an appointment.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property KeepingTimePage page

    //: The appointment is booked just before the application is sent.
    question: qsTr("Your appointment is being made.")
    //: Below "Your appointment is being made."
    help: qsTr("After that your application is sent.")
    art: "scene-townhall"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
