// The free times of a day, before and after noon.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseTimePage page

    readonly property bool none: screen.page.morning.length + screen.page.afternoon.length === 0

    question: screen.none ?
    //: All times of the chosen day are taken meanwhile.
    qsTr("This day is full now.") :
    //: Above the free times of a day.
    qsTr("What time suits you?")
    help: screen.none ?
    //: Below "This day is full now."
    qsTr("Somebody took the last time. That happens.") : formats.weekday(screen.page.day)
    skyShare: 0.38
    across: screen.none
    sceneLeast: 36
    extra: screen.page.gone && Theme.landscape ? gone : null
    scene: Scene {
        art: "scene-calendar"
        most: 0.8
    }
    primary: Action {
        present: screen.none
        //: The big button where a day has no time left. Short.
        label: qsTr("Choose another day")
        icon: "icon-cal"
        onTriggered: screen.session.goBack()
    }

    Notice {
        present: screen.page.gone && !Theme.landscape
        calm: true
        icon: "icon-clock"
        title: screen.taken
        text: screen.another
    }
    Heading {
        present: screen.page.morning.length > 0
        //: Above the free times before noon. One word.
        text: qsTr("Morning")
    }
    Repeater {
        model: screen.page.morning

        TimeKey {
            required property var modelData

            objectName: "time:" + modelData.number
            time: formats.clock(modelData)
            onActivated: screen.page.choose(modelData.number)
        }
    }
    Heading {
        present: screen.page.afternoon.length > 0
        //: Above the free times after noon. One word.
        text: qsTr("Afternoon")
    }
    Repeater {
        model: screen.page.afternoon

        TimeKey {
            required property var modelData

            objectName: "time:" + modelData.number
            time: formats.clock(modelData)
            onActivated: screen.page.choose(modelData.number)
        }
    }

    //: Somebody else took the time just before.
    readonly property string taken: qsTr("Somebody was faster.")
    //: Below "Somebody was faster."
    readonly property string another: qsTr("Please choose another time.")

    Formats {
        id: formats
    }
    Component {
        id: gone
        Notice {
            calm: true
            height: implicitHeight
            icon: "icon-clock"
            title: screen.taken
            text: Theme.crowded ? "" : screen.another
        }
    }
}
