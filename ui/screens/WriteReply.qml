// An answer to a message, typed on the terminal's own keyboard.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property WriteReplyPage page

    //: Above the field for an answer to a message.
    question: qsTr("Your answer")
    //: Below "Your answer": %1 is who gets it.
    help: Theme.crowded ? "" : qsTr("It goes to %1.").arg(screen.page.writer)
    skyShare: 0.41
    sceneLeast: 40
    whole: typing.leastHeight
    scene: Scene {
        art: "scene-form"
    }
    primary: Action {
        //: Sends the answer to a message.
        label: qsTr("Send the answer")
        icon: "icon-check"
        available: screen.page.ready
        //: On the button that sends an answer, while nothing is written.
        reason: qsTr("First write your answer.")
        onTriggered: screen.page.send()
    }

    TypedBlock {
        id: typing
        //: The label of the field for an answer.
        label: qsTr("Your answer")
        value: screen.page.text
        most: screen.page.most
        keys: "letters"
        room: screen.onePageRoom
        onEdited: text => screen.page.type(text)
    }
}
