// A page to pay on by phone is being opened.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property OpeningPayPagePage page

    //: A page on which the visitor will pay with the phone is being opened.
    question: qsTr("Take out your phone.")
    //: Below "Take out your phone."
    help: qsTr("A code comes in a moment. Your camera opens it.")
    art: "pay-bank"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("The payment page is being opened.")
}
