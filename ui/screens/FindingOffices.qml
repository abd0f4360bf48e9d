// The city says where appointments are made.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property FindingOfficesPage page

    //: The terminal asks for offices.
    question: qsTr("We are looking for offices.")
    art: "scene-townhall"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("We are asking the town hall.")
}
