// One paper that goes with the application: what is there, and the ways to add it.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property AttachFilesPage page

    readonly property bool some: screen.page.files.length > 0
    readonly property bool told: Theme.landscape && screen.page.word !== "nothing"

    question: screen.page.title
    help: screen.told && Theme.crowded ? "" : screen.page.help !== "" ? screen.page.help : screen.page.required ?
    //: Below the name of a paper, such as "landlord's confirmation".
    qsTr("We need this paper.") :
    //: Below the name of a paper that nobody has to attach.
    qsTr("You can add this paper. You need not.")
    skyShare: 0.46
    sceneLeast: 34
    extra: screen.told ? problem : null
    scene: Scene {
        art: "scene-folder"
    }
    primary: Action {
        label: screen.page.reviewing && screen.page.complete ?
        //: The big button below a paper that was to be changed: back to the review.
        qsTr("Keep it so") : screen.some || screen.page.required ?
        //: The big button below a paper that is attached: to the next step.
        qsTr("Continue") :
        //: The big button below a paper that nobody has to attach.
        qsTr("Continue without it")
        icon: "icon-go"
        available: screen.page.complete
        //: On the big button, while a paper that is needed is missing.
        reason: qsTr("First add the paper.")
        onTriggered: screen.page.proceed()
    }

    Notice {
        present: !Theme.landscape && screen.page.word !== "nothing"
        bad: true
        title: screen.happened
        text: screen.remedy
    }
    Repeater {
        model: screen.page.files

        FileRow {
            required property var modelData

            name: "drop:" + modelData.id
            label: modelData.name
            onRemoved: screen.page.drop(modelData.id)
        }
    }
    ServiceCard {
        objectName: "scan"
        present: screen.page.canScan
        icon: "icon-scan"
        title: screen.some ?
        //: A way to attach one more paper: with the scanner of the terminal.
        qsTr("Scan another paper here") :
        //: A way to attach a paper: with the scanner of the terminal.
        qsTr("Scan the paper here")
        //: Below "Scan the paper here"
        text: qsTr("You have it with you on paper.")
        onActivated: screen.page.scan()
    }
    ServiceCard {
        objectName: "phone"
        present: screen.page.canSend
        icon: "icon-phone"
        title: screen.some ?
        //: A way to attach one more paper: from the visitor's own phone.
        qsTr("Send another file from my phone") :
        //: A way to attach a paper: from the visitor's own phone.
        qsTr("Send it from my phone")
        //: Below "Send it from my phone". %1 is a number of megabytes.
        text: qsTr("A photo or PDF of up to %1 MB.").arg(screen.page.mostMegabytes)
        onActivated: screen.page.send()
    }

    readonly property string happened: {
        switch (screen.page.word) {
        case "linkOver":
            //: No file came from the visitor's phone in time.
            return qsTr("Nothing arrived from your phone.");
        case "malware":
            //: Why a file was not taken.
            return qsTr("This file may contain a virus.");
        case "type":
            //: Why a file was not taken.
            return qsTr("This kind of file does not work here.");
        case "encrypted":
            //: Why a file was not taken.
            return qsTr("This file is locked with a password.");
        case "tooLarge":
            //: Why a file was not taken.
            return qsTr("This file is too large.");
        default:
            //: Why a file was not taken.
            return qsTr("This file cannot be read.");
        }
    }
    readonly property string remedy: {
        switch (screen.page.word) {
        case "linkOver":
            //: What to do when no file came from the phone in time.
            return qsTr("Try again. You get a new code.");
        case "malware":
            //: What to do when a file may contain a virus.
            return qsTr("We have not kept it. Scan the paper here instead.");
        case "type":
            //: What to do when a kind of file is not taken.
            return qsTr("Send a photo or a PDF.");
        case "encrypted":
            //: What to do when a file is locked with a password.
            return qsTr("Take the password off, or send a photo.");
        case "tooLarge":
            //: What to do when a file is too large. %1 is a number of megabytes.
            return qsTr("Up to %1 MB are possible. A photo of the page is smaller.").arg(screen.page.mostMegabytes);
        default:
            //: What to do when a file cannot be read.
            return qsTr("Try it once more, or scan the paper here.");
        }
    }

    Component {
        id: problem
        Notice {
            bad: true
            height: implicitHeight
            title: screen.happened
            text: Theme.crowded ? "" : screen.remedy
        }
    }
}
