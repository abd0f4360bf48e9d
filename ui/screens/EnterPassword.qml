// User name and password, typed on the terminal's own keyboard; the password shows as dots.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property EnterPasswordPage page

    // Where the keyboard types: the name comes first, unless it is there already. Not bound to what is typed.
    property bool naming: true
    property TextEntry name: null
    property SecretEntry secret: null
    // Large text on a low screen: one field after the other.
    readonly property bool oneByOne: Theme.crowded
    readonly property bool nameFirst: screen.oneByOne && screen.naming
    readonly property bool ready: screen.page.userName.trim() !== "" && screen.page.typed > 0
    readonly property real entries: ground.present ? ground.implicitHeight + Theme.gap : 0

    question: screen.page.rejected && Theme.landscape ?
    //: After a wrong user name or password; nobody says which of the two was wrong.
    qsTr("User name or password was not right.") :
    //: Above two fields for user name and password.
    qsTr("Sign in with user name and password.")
    help: {
        if (screen.page.rejected || Theme.crowded)
            return "";
        //: Below "Sign in with user name and password.": they are the same as on the city's web pages.
        return qsTr("The same as for Bochum-ID at home.");
    }
    skyShare: 0.43
    sceneLeast: 36
    whole: screen.entries + keyboard.leastHeight
    extra: Theme.landscape ? fields : screen.page.rejected ? rejection : null
    scene: Scene {
        art: "scene-safe"
    }
    primary: Action {
        //: The big button below user name and password.
        label: qsTr("Continue")
        icon: "icon-go"
        available: screen.nameFirst ? screen.page.userName.trim() !== "" : screen.ready
        onTriggered: {
            if (screen.nameFirst)
                screen.naming = false;
            else
                screen.page.confirm();
        }
    }
    others: [
        Action {
            name: "changeName"
            present: screen.oneByOne && !screen.naming
            //: Back from the password to the user name, where only one field has room. Short.
            label: qsTr("Change user name")
            icon: "icon-pencil"
            onTriggered: screen.naming = true
        },
        Action {
            name: "card"
            present: !screen.oneByOne || screen.naming
            //: A way out for visitors who do not know their password. Short.
            label: qsTr("Use the card instead")
            icon: "icon-idcard"
            onTriggered: screen.page.takeCard()
        }
    ]

    Block {
        id: ground
        present: !Theme.landscape
        implicitHeight: here.height

        Loader {
            id: here
            width: parent.width
            active: ground.present
            sourceComponent: fields
        }
    }
    Keyboard {
        id: keyboard
        everySign: true
        room: screen.onePageRoom - screen.entries
        mostKey: 19 * Theme.mm
        onTyped: letter => {
            if (screen.naming)
                screen.name.type(letter);
            else
                screen.page.press(letter);
        }
        onDeleted: {
            if (screen.naming)
                screen.name.deleteLast();
            else
                screen.page.deleteLast();
        }
    }

    onNamingChanged: {
        if (screen.oneByOne && screen.secret !== null)
            Qt.callLater(screen.naming ? screen.name.use : screen.secret.use);
    }

    Component.onCompleted: {
        screen.naming = screen.page.userName === "";
        if (screen.naming)
            screen.name.use();
        else
            screen.secret.use();
    }

    // On the ground above the keyboard; beside it where the screen is low.
    Component {
        id: fields
        Item {
            id: both
            readonly property real inset: Theme.landscape ? 3 * Theme.mm : 0

            implicitHeight: screen.oneByOne ? both.inset + Math.max(nameEntry.height, secretEntry.height) : secretEntry.y + secretEntry.height

            TextEntry {
                id: nameEntry
                name: "userName"
                y: both.inset
                visible: !screen.oneByOne || screen.naming
                width: parent.width
                height: implicitHeight
                //: Label of a field.
                label: qsTr("User name or e-mail")
                value: screen.page.userName
                most: screen.page.longestUserName
                writing: screen.naming
                onEdited: text => screen.page.nameUser(text)
                onWanted: screen.naming = true
                Component.onCompleted: screen.name = nameEntry
            }
            SecretEntry {
                id: secretEntry
                name: "password"
                y: screen.oneByOne ? both.inset : nameEntry.y + nameEntry.height + Theme.gap
                visible: !screen.nameFirst
                width: parent.width
                height: implicitHeight
                //: Label of a field whose content shows as dots.
                label: qsTr("Password")
                typed: screen.page.typed
                writing: !screen.naming
                onPressed: text => screen.page.press(text)
                onDeleted: screen.page.deleteLast()
                onWanted: screen.naming = false
                Component.onCompleted: screen.secret = secretEntry
            }
        }
    }
    Component {
        id: rejection
        Notice {
            bad: true
            height: implicitHeight
            //: After a wrong user name or password; nobody says which of the two was wrong.
            title: qsTr("User name or password was not right.")
            //: Below "User name or password was not right."
            text: qsTr("Check both and try again. Mind capital letters.")
        }
    }
}
