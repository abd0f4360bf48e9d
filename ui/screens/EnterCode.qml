// The code of the second factor: six digits on the pad, a recovery code on the keyboard.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property EnterCodePage page
    readonly property bool digital: screen.page.digits > 0
    // Large text on a low screen: the boxes move beside the pad.
    readonly property bool crowded: Theme.crowded && screen.digital
    // On a low screen a recovery code stands beside its keyboard.
    readonly property bool aside: Theme.landscape && !screen.digital
    readonly property real entry: ground.present ? ground.implicitHeight + Theme.gap : 0
    //: After a wrong code of the second factor.
    readonly property string wrong: qsTr("That code was not right.")
    //: Below "That code was not right."
    readonly property string triesLeft: qsTr("You can try %n more time(s).", "", screen.page.remaining)
    readonly property real above: boxes.present ? boxes.implicitHeight + Theme.gap : 0

    question: {
        if (screen.page.rejected && (screen.crowded || screen.aside))
            return screen.wrong;
        switch (screen.page.kind) {
        case "smsCode":
            //: Above the pad: the code was sent to the visitor's phone.
            return qsTr("Enter the 6 digits from the text message.");
        case "emailCode":
            //: Above the pad: the code was sent by e-mail.
            return qsTr("Enter the 6 digits from the e-mail.");
        case "recoveryCode":
            //: Above the keyboard: a code from the list that was printed when the account was opened.
            return qsTr("Enter a recovery code.");
        default:
            //: Above the pad: the code is in an authenticator app.
            return qsTr("Enter the 6 digits from your code app.");
        }
    }
    help: {
        if (screen.page.rejected)
            return screen.crowded || screen.aside ? screen.triesLeft : "";
        if (screen.page.kind === "recoveryCode")
            //: Below "Enter a recovery code."
            return qsTr("Each code of your list works once.");
        return screen.page.isSent ?
        //: %1 is a phone number or e-mail address, mostly hidden by stars.
        qsTr("It is on its way to %1.").arg(screen.page.hint) : screen.page.hint;
    }
    skyShare: screen.digital ? 0.5 : 0.43
    sceneLeast: 36
    whole: screen.digital ? screen.above + 4 * 16 * Theme.mm + 3 * pad.gap : screen.entry + keyboard.leastHeight
    scene: Scene {
        art: "scene-safe"
    }
    extra: screen.crowded ? beside : screen.aside ? field : screen.page.rejected ? rejection : null
    primary: Action {
        label: Theme.landscape ?
        //: The big button below the pad, where there is little room. One word.
        qsTr("Confirm") :
        //: The big button below the pad. Short.
        qsTr("Confirm code")
        available: screen.page.complete
        onTriggered: screen.page.confirm()
    }
    others: [
        Action {
            name: "newCode"
            present: screen.page.isSent
            //: The code that was sent did not come. Short.
            label: qsTr("Send a new code")
            icon: screen.page.kind === "emailCode" ? "icon-mail" : "icon-phone"
            onTriggered: screen.page.askNewCode()
        }
    ]

    Keys.priority: Keys.AfterItem
    Keys.onPressed: event => {
        if (screen.digital && event.text >= "0" && event.text <= "9") {
            event.accepted = true;
            screen.page.press(event.text);
        } else if (event.key === Qt.Key_Delete || event.key === Qt.Key_Backspace) {
            event.accepted = true;
            screen.page.deleteLast();
        }
    }

    PinBoxes {
        id: boxes
        present: screen.digital && !screen.crowded
        digits: screen.page.digits
        typed: screen.page.typed
    }
    PinPad {
        id: pad
        present: screen.digital
        keyHeight: Math.max(16 * Theme.mm, Math.min(32 * Theme.mm, (screen.onePageRoom - screen.above - 3 * gap - 1) / 4))
        onPressed: digit => screen.page.press(String(digit))
        onDeleted: screen.page.deleteLast()
        onCleared: screen.page.deleteAll()
    }
    Block {
        id: ground
        present: !screen.digital && !screen.aside
        implicitHeight: here.height

        Loader {
            id: here
            width: parent.width
            active: ground.present
            sourceComponent: field
        }
    }
    Keyboard {
        id: keyboard
        present: !screen.digital
        everySign: true
        room: screen.onePageRoom - screen.entry
        mostKey: 19 * Theme.mm
        onTyped: letter => screen.page.press(letter)
        onDeleted: screen.page.deleteLast()
    }

    Component {
        id: field
        Item {
            implicitHeight: code.y + code.height

            SecretEntry {
                id: code
                y: screen.aside ? 3 * Theme.mm : 0
                name: "code"
                width: parent.width
                height: implicitHeight
                //: Label of a field whose content shows as dots.
                label: qsTr("Recovery code")
                wrong: screen.page.rejected
                writing: true
                typed: screen.page.typed
                onPressed: text => screen.page.press(text)
                onDeleted: screen.page.deleteLast()
                Component.onCompleted: code.use()
            }
        }
    }
    Component {
        id: rejection
        Notice {
            bad: true
            height: implicitHeight
            title: screen.wrong
            text: screen.triesLeft
        }
    }
    Component {
        id: beside
        Column {
            topPadding: 2 * Theme.mm

            PinBoxes {
                width: implicitWidth
                height: implicitHeight
                anchors.left: parent.left
                digits: screen.page.digits
                typed: screen.page.typed
            }
        }
    }
}
