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

    // On the ground of a landscape screen: the door is small, and its name says it.
    property bool brief: false
    // The least height at which all of its words stand beside it.
    readonly property real least: titleWords.implicitHeight + more.height + 4 * Theme.mm

    gapBefore: (door.brief ? 6 : 9) * Theme.mm
    spoken: door.title
    spokenMore: door.text
    implicitHeight: Math.max((door.brief ? 40 : Theme.landscape ? 62 : 66) * Theme.mm, door.least + 6 * Theme.mm)

    Arch {
        id: arch
        fill: door.down ? Theme.pressed : Theme.clay
        width: (door.brief ? 36 : Theme.landscape ? 43 : 66) * Theme.mm
        height: parent.height
        anchors.left: parent.left

        Icon {
            name: "icon-pin"
            ink: door.down ? "onPressed" : "onClay"
            fill: door.down && Theme.plain ? "pressed" : ""
            size: (door.brief ? 17 : Theme.landscape ? 20 : 27) * Theme.mm
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
        visible: !door.brief
        height: door.brief ? 0 : implicitHeight
        text: door.text
        anchors.left: titleWords.left
        anchors.right: titleWords.right
        anchors.top: titleWords.bottom
    }
}
