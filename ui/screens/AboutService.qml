// Fee, time, result and needs, before anything is asked.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property AboutServicePage page

    question: screen.page.summary
    help: screen.page.about
    // A landscape screen has room for the sign beside what can be read, unless the letters are large.
    readonly property bool signInSky: Theme.landscape && !Theme.crowded
    extra: screen.session.onlyInformation && screen.signInSky ? closed : null
    scene: Scene {
        art: "scene-document"
    }
    primary: Action {
        //: The big button: goes on to signing in with the identity card.
        label: qsTr("Sign in now")
        present: !screen.session.onlyInformation
        onTriggered: screen.page.proceed()
    }
    others: [
        Action {
            name: "pinHelp"
            //: A way out for visitors who do not know their PIN. Short.
            label: qsTr("Forgot your PIN?")
            icon: "icon-pin"
            onTriggered: screen.page.askPinHelp()
        }
    ]

    ClosedSign {
        present: screen.session.onlyInformation && !screen.signInSky
    }
    NoPaperNotice {
        code: screen.page.endsInPaper ? screen.session.noPaper : ""
    }
    InfoRow {
        icon: "icon-euro"
        //: Before the fee of a service.
        label: qsTr("The fee")
        value: screen.page.feeNote !== "" ? screen.page.feeNote : formats.fee(screen.page.fromCents, screen.page.toCents)
    }
    InfoRow {
        icon: "icon-clock"
        //: Before a duration such as "at most 5 minutes".
        label: qsTr("How long it takes")
        value: formats.duration(screen.page.durationLeast, screen.page.durationMost, screen.page.durationUnit)
    }
    Repeater {
        model: screen.page.result

        InfoRow {
            required property var modelData

            icon: modelData.icon
            label: modelData.title
            value: modelData.text
        }
    }
    Heading {
        //: Above the things a visitor needs for a service.
        text: qsTr("You need")
    }
    Repeater {
        model: screen.page.bring

        NeedCard {
            required property var modelData

            icon: modelData.icon
            title: modelData.title
            text: modelData.text
        }
    }
    Notice {
        present: screen.page.level !== "normal" && !screen.session.onlyInformation
        title: screen.page.level === "hoch" ?
        //: How sure the city is of who the visitor is: the highest level of German law, "hoch".
        qsTr("Level of trust: high") :
        //: How sure the city is of who the visitor is: the middle level of German law, "substanziell".
        qsTr("Level of trust: substantial")
        //: Below the level of trust.
        text: qsTr("You sign in with your card and PIN. Nothing is sent yet.")
    }

    Formats {
        id: formats
    }
    Component {
        id: closed
        Item {
            implicitHeight: sign.implicitHeight + 3 * Theme.mm

            ClosedSign {
                id: sign
                width: parent.width
                height: implicitHeight
                anchors.bottom: parent.bottom
            }
        }
    }
}
