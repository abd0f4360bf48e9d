// Signed in: the form is being filled in from the card.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    id: screen

    required property OpeningApplicationPage page

    question: screen.page.signedIn ?
    //: Signed in; the form is being filled in with what the card says.
    qsTr("Your form is being filled in.") :
    //: The service needs no sign-in; the terminal opens its form.
    qsTr("Your form is being opened.")
    help: screen.page.signedIn ?
    //: Below "Your form is being filled in."
    qsTr("What your card says, you need not type.") :
    //: Below "Your form is being opened."
    qsTr("You need not sign in for this.")
    art: "scene-form"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are fetching your form from the town hall.")
}
