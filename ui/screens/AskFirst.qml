// One question before what cannot be undone: what will happen, what stays, yes or no.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property AskFirstPage page

    readonly property var words: serious.of[screen.page.kind]

    question: screen.words.question
    help: screen.page.subject
    scene: Scene {
        art: screen.words.art
    }
    primary: Action {
        label: screen.words.yes
        icon: screen.words.icon
        onTriggered: screen.page.proceed()
    }
    others: [
        Action {
            name: "no"
            //: The button that does nothing and goes back. Short.
            label: qsTr("No, go back")
            icon: "icon-back"
            onTriggered: screen.page.goBack()
        }
    ]

    PointRow {
        icon: screen.words.firstIcon
        title: screen.words.first
        text: screen.words.firstMore
    }
    PointRow {
        icon: screen.words.secondIcon
        title: screen.words.second
        text: screen.words.secondMore
    }

    SeriousWords {
        id: serious
    }
}
