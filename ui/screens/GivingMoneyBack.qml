// Paid, but it cannot be sent: the money is on its way back.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property GivingMoneyBackPage page

    //: The visitor has paid, but the application cannot be sent.
    question: qsTr("You get your money back.")
    //: Below "You get your money back."
    help: qsTr("Your application could not be sent. That was not your fault.")
    art: "pay-back"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("The payment is being taken back.")
}
