// Somebody says that they are here for an appointment.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property CheckingInPage page

    //: Somebody checks in for an appointment.
    question: qsTr("We are telling the office that you are here.")
    art: "scene-line"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
