// Signed in: the form is being filled in from the card.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property OpeningApplicationPage page

    //: Signed in; the form is being filled in with what the card says.
    question: qsTr("Your form is being filled in.")
    //: Below "Your form is being filled in."
    help: qsTr("What your card says, you need not type.")
    art: "scene-form"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are fetching your form from the town hall.")
}
