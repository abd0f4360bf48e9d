// The card reader is asked what became of the payment.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property CheckingPaymentPage page

    //: The card reader is asked once more what became of a payment.
    question: qsTr("We ask the card reader.")
    //: Below "We ask the card reader."
    help: qsTr("Nothing is charged while we ask.")
    art: "pay-unclear"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("The card reader is looking for your payment.")
}
