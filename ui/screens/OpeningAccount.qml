// The card is being linked to an account, or gets one of its own.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property OpeningAccountPage page

    //: The visitor said whose account it is.
    question: qsTr("Your account is being opened.")
    //: While the terminal works with the card.
    help: qsTr("Please leave your card on the reader.")
    art: "card-on-reader"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When opening takes longer than five seconds.
    doingMore: qsTr("Bochum-ID takes a little longer than usual.")
}
