// The terminal asks its card reader and the city which ways to pay are open.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property FindingWaysToPayPage page

    //: The terminal looks which ways of paying work right now.
    question: qsTr("Next: paying.")
    //: Below "Next: paying."
    help: qsTr("Nothing has been sent yet. You choose how to pay.")
    art: "pay-card"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("The card reader is being asked.")
}
