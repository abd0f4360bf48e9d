// This office gives no waiting numbers now.
import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property NoWalkInPage page

    //: Nobody is seen without an appointment here, or not at this hour.
    question: qsTr("There are no waiting numbers now.")
    //: Below "There are no waiting numbers now."
    help: qsTr("The office is closed, or takes appointments only.")
    scene: Scene {
        art: "scene-counter"
    }
    primary: Action {
        //: The big button that ends the visit.
        label: qsTr("Finish")
        icon: "icon-check"
        onTriggered: screen.page.finish()
    }

    NoteRow {
        gapBefore: 0
        icon: "icon-cal"
        //: What to do where there are no waiting numbers.
        text: qsTr("Go back to book an appointment for another day.")
    }
}
