// An e-mail address or a telephone number, typed anew; leaving it empty takes it away.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChangeContactPage page

    readonly property bool email: screen.page.detail === "email"

    question: screen.email ?
    //: Above the field for an e-mail address.
    qsTr("Your e-mail address") :
    //: Above the field for a telephone number.
    qsTr("Your telephone number")
    help: Theme.crowded ? "" :
    //: Below the question for an e-mail address or a telephone number.
    qsTr("Leave the field empty to remove it.")
    skyShare: 0.41
    sceneLeast: 40
    whole: typing.leastHeight
    extra: screen.page.wrong && Theme.landscape ? problem : null
    scene: Scene {
        art: "scene-form"
    }
    primary: Action {
        //: Saves an e-mail address or a telephone number. One word.
        label: qsTr("Save")
        icon: "icon-check"
        onTriggered: screen.page.save()
    }

    TypedBlock {
        id: typing
        label: screen.question
        value: screen.page.text
        most: 254
        keys: screen.email ? "email" : "phone"
        problem: screen.page.wrong && !Theme.landscape ? screen.wrongWords : ""
        room: screen.onePageRoom
        onEdited: text => screen.page.type(text)
    }

    readonly property string wrongWords: screen.email ?
    //: What is wrong with an e-mail address, and how to put it right.
    qsTr("An e-mail address needs an @ and a dot after it.") :
    //: What is wrong with a telephone number, and how to put it right.
    qsTr("A number needs at least five digits.")

    Component {
        id: problem
        Notice {
            bad: true
            height: implicitHeight
            title: screen.wrongWords
        }
    }
}
