// Are you still there? What was typed is covered; one touch anywhere goes on.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

SheetOverlay {
    id: sheet

    required property StillTherePage page

    hides: true
    anywhere: true
    //: Nobody touched the screen for a while.
    question: qsTr("Are you still there?")
    //: Below "Are you still there?"
    help: qsTr("Touch the screen. Then it goes on right here.")
    scene: CoverScene {
        session: sheet.session

        PitHead {
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
        }
    }
    primary: Action {
        //: The big button that answers "Are you still there?"
        label: qsTr("Yes, I am here")
        icon: "icon-check"
        onTriggered: sheet.page.stay()
    }
    onDismissed: sheet.page.stay()

    Countdown {
        seconds: sheet.page.secondsLeft
        //: Beside a ring with the seconds. %n seconds are left.
        text: qsTr("In %n second(s) your visit ends. The terminal then deletes what you typed.", "", sheet.page.secondsLeft)
    }
}
