// The code of the second factor is being checked.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property CheckingCodePage page

    //: The code of the second factor was entered.
    question: qsTr("Your code is being checked.")
    art: "scene-safe"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When checking takes longer than five seconds.
    doingMore: qsTr("Bochum-ID takes a little longer than usual.")
}
