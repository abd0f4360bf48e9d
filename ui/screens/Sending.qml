// The application is on its way to the office.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property SendingPage page

    //: The application is being sent to the office.
    question: qsTr("Your application is being sent.")
    //: Below "Your application is being sent."
    help: qsTr("Please leave your card where it is.")
    art: "scene-townhall"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("The town hall is receiving your application.")
}
