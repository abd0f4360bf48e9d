// Looks like a line to write in, and opens the screen where one can.
import QtQuick
import Kiosk

Pressable {
    id: door

    objectName: "search"
    //: In a line to search in, on the home screen. "Parking" is an example of a word.
    readonly property string title: Theme.crowded ? door.brief : qsTr("Search a word, for example “parking”")
    //: In a line to search in, on the home screen, where letters are large. Short.
    readonly property string brief: qsTr("Search a word")

    corner: door.height / 2
    spoken: door.title
    implicitHeight: Math.max(20 * Theme.mm, words.implicitHeight + 7 * Theme.mm)

    Rectangle {
        anchors.fill: parent
        radius: door.corner
        color: door.down ? Theme.pressed : Theme.surface
        border.width: Theme.control
        border.color: Theme.line
    }
    Icon {
        id: picture
        name: "icon-search"
        ink: door.down ? "onPressed" : ""
        fill: door.down && Theme.plain ? "pressed" : ""
        size: 10 * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: 9 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: words
        text: door.title
        color: door.down ? Theme.pressedText : Theme.ink
        tightness: 1.2
        anchors.left: picture.right
        anchors.leftMargin: 5 * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: 9 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
}
