// A code is being sent to the visitor's phone or mailbox.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    id: screen

    required property SendingCodePage page

    question: screen.page.kind === "emailCode" ?
    //: A code for signing in is being sent.
    qsTr("We are sending you an e-mail with a code.") :
    //: A code for signing in is being sent.
    qsTr("We are sending a code to your phone.")
    art: "scene-line"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When sending takes longer than five seconds.
    doingMore: qsTr("Bochum-ID takes a little longer than usual.")
}
