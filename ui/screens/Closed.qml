// Nothing can be done here now.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ClosedPage page

    //: The terminal cannot be used at the moment; it is not the visitor's fault.
    question: qsTr("This terminal is taking a break.")
    //: Below "This terminal is taking a break."
    help: qsTr("This is our fault, not yours. It opens again by itself.")
    scene: Scene {
        art: "scene-help-comes"
        directed: true
        most: 0.9
    }

    NoteRow {
        icon: "icon-town"
        gapBefore: 0
        //: Where to go while the terminal is closed.
        text: qsTr("Please go to the counter. We will help you there.")
    }
    StaffCode {
        code: screen.page.code
    }
}
