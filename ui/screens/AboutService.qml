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
        label: {
            if (screen.page.elsewhere)
                //: The big button: goes on to the code for another authority's web page. Short.
                return qsTr("Go on by phone");
            if (screen.page.level === "none")
                //: The big button: goes on to a form that needs no sign-in. Short.
                return qsTr("Start now");
            //: The big button: goes on to signing in with the identity card.
            return qsTr("Sign in now");
        }
        // A code can be scanned whether the city answers or not.
        present: screen.page.isOpen && (screen.page.elsewhere || !screen.session.onlyInformation)
        onTriggered: screen.page.proceed()
    }
    others: [
        Action {
            name: "pinHelp"
            present: screen.page.level !== "none"
            //: A way out for visitors who do not know their PIN. Short.
            label: qsTr("Forgot your PIN?")
            icon: "icon-pin"
            onTriggered: screen.page.askPinHelp()
        }
    ]

    Notice {
        present: !screen.page.isOpen
        calm: true
        icon: "icon-closed"
        //: Nobody can use this service at the moment.
        title: qsTr("This service is closed at the moment.")
        text: screen.page.closedBecause !== "" ? screen.page.closedBecause :
        //: Below "This service is closed at the moment.", where the city gives no reason.
        qsTr("Ask at the counter when it opens again.")
    }
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

            alone: screen.page.bring.length === 1
            icon: modelData.icon
            title: modelData.title
            text: modelData.text
        }
    }
    Notice {
        present: screen.page.isOpen && !screen.page.elsewhere && !screen.session.onlyInformation
        title: {
            switch (screen.page.level) {
            case "hoch":
                //: How sure the city is of who the visitor is: the highest level of German law, "hoch".
                return qsTr("Level of trust: high");
            case "substantiell":
                //: How sure the city is of who the visitor is: the middle level of German law, "substanziell".
                return qsTr("Level of trust: substantial");
            case "normal":
                //: How sure the city is of who the visitor is: the lowest level of German law, "normal".
                return qsTr("Level of trust: normal");
            default:
                //: The city does not ask who the visitor is.
                return qsTr("No sign-in needed");
            }
        }
        text: {
            switch (screen.page.level) {
            case "none":
                //: Below "No sign-in needed".
                return qsTr("Nobody has to know who you are. Nothing is sent yet.");
            case "normal":
                //: Below the lowest level of trust.
                return qsTr("Your card and PIN, or your user name and password. Nothing is sent yet.");
            default:
                //: Below the level of trust.
                return qsTr("You sign in with your card and PIN. Nothing is sent yet.");
            }
        }
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
