// The city is being asked for something of the visitor's own.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    id: screen

    required property LookingUpPage page

    question: screen.page.printing ?
    //: A paper of the visitor's own is being printed.
    qsTr("Your paper is being printed.") :
    //: The terminal asks the city for the visitor's own things.
    qsTr("We are asking the city.")
    //: While the terminal asks the city.
    help: qsTr("Please wait here.")
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When the city takes longer than five seconds.
    doingMore: qsTr("Bochum-ID takes a little longer than usual.")
}
