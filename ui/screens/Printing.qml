// The paper comes out.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

BusyScreen {
    id: screen

    required property PrintingPage page

    //: The document, the slip or the receipt is being printed.
    question: qsTr("Your paper is coming.")
    //: Below "Your paper is coming."
    help: qsTr("Please wait until it lies in the tray.")
    scene: PrinterScene {
        torn: screen.page.paper === "slip"
        out: 0.62
        most: 0.72
        Component.onCompleted: feed()
    }
    //: With three squares that fill one by one.
    doing: qsTr("Printing …")
    //: When it takes longer than five seconds.
    doingMore: qsTr("This may take a little while.")
}
