// User name and password are being checked.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property CheckingPasswordPage page

    //: User name and password were entered.
    question: qsTr("Your sign-in is being checked.")
    art: "scene-safe"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When checking takes longer than five seconds.
    doingMore: qsTr("Bochum-ID takes a little longer than usual.")
}
