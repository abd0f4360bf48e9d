// Which second factor: where the code is to come from.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChooseFactorPage page

    //: After the password: the account has several second factors.
    question: qsTr("Where should the code come from?")
    //: Below "Where should the code come from?"
    help: qsTr("The code shows that it is really you.")
    scene: Scene {
        art: "scene-safe"
    }

    Repeater {
        model: screen.page.factors

        ServiceCard {
            required property var modelData

            objectName: "factor:" + modelData.id
            icon: {
                switch (modelData.kind) {
                case "emailCode":
                    return "icon-mail";
                case "recoveryCode":
                    return "icon-list";
                case "smsCode":
                    return "icon-phone";
                default:
                    return "icon-shield";
                }
            }
            title: {
                switch (modelData.kind) {
                case "emailCode":
                    //: A way to get a code.
                    return qsTr("By e-mail");
                case "recoveryCode":
                    //: A code from the list that was printed when the account was opened.
                    return qsTr("From my list of recovery codes");
                case "smsCode":
                    //: A way to get a code.
                    return qsTr("By text message");
                default:
                    //: A way to get a code: an authenticator app.
                    return qsTr("From my code app");
                }
            }
            text: modelData.hint
            onActivated: screen.page.choose(modelData.id)
        }
    }
}
