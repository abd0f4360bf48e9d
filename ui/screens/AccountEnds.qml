// The end of the account is noted: when it comes, and how to take it back.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property AccountEndsPage page

    //: The end of the account was asked for.
    question: qsTr("Your account will be deleted.")
    //: Below "Your account will be deleted."; %1 is a date.
    help: qsTr("It ends on %1.").arg(formats.day(screen.page.effective))
    scene: Scene {
        art: "scene-folder"
    }
    primary: Action {
        //: The big button that ends the visit.
        label: qsTr("Finish")
        icon: "icon-check"
        onTriggered: screen.page.finish()
    }

    PointRow {
        icon: "icon-clock"
        //: After the end of the account was asked for; %1 is a date.
        title: qsTr("Until then, everything stays.")
        //: Below "Until then, everything stays."
        text: qsTr("You can still read and print your papers.")
    }
    PointRow {
        icon: "icon-help"
        //: After the end of the account was asked for.
        title: qsTr("Changed your mind?")
        //: Below "Changed your mind?"
        text: qsTr("Tell us at the counter before that day.")
    }
    PointRow {
        icon: "icon-doc"
        //: After the end of the account was asked for.
        title: qsTr("What you sent stays with the office.")
        //: Below "What you sent stays with the office."
        text: qsTr("Your applications go on.")
    }

    Formats {
        id: formats
    }
}
