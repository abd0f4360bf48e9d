// The chosen service is being fetched.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    id: screen

    required property OpeningServicePage page

    //: While a service is being opened. %1 is its name.
    question: qsTr("%1 is being opened.").arg(screen.page.service)
    art: "scene-townhall"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When opening a service takes longer than five seconds.
    doingMore: qsTr("We are fetching it from the town hall.")
}
