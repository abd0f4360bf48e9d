// The front door to PIN help; while it is the only one, it stands wide with its words beside it.
import QtQuick
import Kiosk

Pressable {
    id: door

    objectName: "pinHelp"
    //: Name of the door to PIN help on the home screen. One word if possible.
    readonly property string title: qsTr("PIN help")
    //: Below "PIN help".
    readonly property string text: qsTr("Which 6 digits are meant? We show you.")

    gapBefore: 9 * Theme.mm
    spoken: door.title
    spokenMore: door.text
    implicitHeight: Math.max((Theme.landscape ? 62 : 66) * Theme.mm, titleWords.implicitHeight + more.implicitHeight + 10 * Theme.mm)

    Arch {
        id: arch
        fill: door.down ? Theme.pressed : Theme.clay
        width: (Theme.landscape ? 43 : 66) * Theme.mm
        height: parent.height
        anchors.left: parent.left

        Icon {
            name: "icon-pin"
            ink: door.down ? "onPressed" : "onClay"
            fill: door.down && Theme.plain ? "pressed" : ""
            size: (Theme.landscape ? 20 : 27) * Theme.mm
            anchors.centerIn: parent
            anchors.verticalCenterOffset: 3 * Theme.mm
        }
    }
    Words {
        id: titleWords
        role: Words.Answer
        fits: true
        text: door.title
        anchors.left: arch.right
        anchors.leftMargin: 7 * Theme.mm
        anchors.right: parent.right
        y: (door.height - height - more.height) / 2
    }
    Words {
        id: more
        text: door.text
        anchors.left: titleWords.left
        anchors.right: titleWords.right
        anchors.top: titleWords.bottom
    }
}
