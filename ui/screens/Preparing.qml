// The terminal gets ready.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property PreparingPage page

    //: While the terminal starts; nobody is using it yet.
    question: qsTr("The terminal is getting ready.")
    //: Below "The terminal is getting ready."
    help: qsTr("It opens by itself in a moment.")
    art: "scene-skyline"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
}
