// The service asks nobody who they are: a session without a name is being opened.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property OpeningSessionPage page

    //: The service needs no sign-in; the terminal opens its form.
    question: qsTr("Your form is being opened.")
    //: Below "Your form is being opened."
    help: qsTr("You need not sign in for this.")
    art: "scene-form"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are fetching your form from the town hall.")
}
