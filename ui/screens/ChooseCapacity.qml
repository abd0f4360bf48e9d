// For whom the visitor acts: for themselves, or for one of the organisations they represent.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseCapacityPage page

    //: The visitor may act for themselves or for a company.
    question: qsTr("For whom are you here?")
    //: Below "For whom are you here?"
    help: qsTr("You also represent an organisation.")
    skyShare: 0.42
    scene: Scene {
        art: "scene-townhall"
    }

    ServiceCard {
        present: screen.page.forOneself
        objectName: "capacity:self"
        icon: "icon-me"
        //: An answer: the visitor acts in their own name.
        title: qsTr("For myself")
        text: screen.page.name
        onActivated: screen.page.choose("")
    }
    Repeater {
        model: screen.page.organisations

        ServiceCard {
            required property var modelData

            objectName: "capacity:" + modelData.id
            icon: "icon-town"
            //: An answer: the visitor acts for an organisation. %1 is its name.
            title: qsTr("For %1").arg(modelData.name)
            text: Theme.crowded ? "" : modelData.full ?
            //: Below the name of an organisation.
            qsTr("Every screen will show this name.") :
            //: Below the name of an organisation: the visitor may not act for it.
            qsTr("You may only look, not apply.")
            onActivated: screen.page.choose(modelData.id)
        }
    }
    NoteRow {
        icon: "icon-shield"
        //: Below the choice for whom the visitor acts.
        text: qsTr("The organisation sees who acted for it.")
    }
}
