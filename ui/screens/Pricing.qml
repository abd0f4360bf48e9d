// The answers are saved, and the city says what it costs.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property PricingPage page

    //: All questions are answered; nothing has been sent yet.
    question: qsTr("Your answers are being saved.")
    //: Below "Your answers are being saved."
    help: qsTr("Next you check everything. Nothing is sent yet.")
    art: "scene-check"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("The town hall is working out the fee.")
}
