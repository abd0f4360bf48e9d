// A framed message with a sign: good news, or what is wrong and how to put it right.
import QtQuick
import Kiosk

Block {
    id: notice

    property string title
    property string text: ""
    property string icon: notice.bad ? "icon-cross" : "icon-shield"
    // What is wrong shows by words, a cross and a thick edge, not by colour alone.
    property bool bad: false
    readonly property color paint: notice.bad ? Theme.error : Theme.ok
    readonly property string paintName: notice.bad ? "error" : "ok"

    implicitHeight: Math.max(22 * Theme.mm, titleWords.implicitHeight + more.height + 9 * Theme.mm)
    Accessible.role: notice.bad ? Accessible.AlertMessage : Accessible.StaticText
    Accessible.name: notice.title + " " + notice.text

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: notice.bad ? Theme.errorGround : Theme.okGround
        border.width: Theme.control
        border.color: notice.bad ? Theme.error : Theme.ink
    }
    Rectangle {
        visible: notice.bad
        width: 3.5 * Theme.mm
        color: Theme.error
        topLeftRadius: Theme.rtl ? 0 : Theme.radius
        bottomLeftRadius: Theme.rtl ? 0 : Theme.radius
        topRightRadius: Theme.rtl ? Theme.radius : 0
        bottomRightRadius: Theme.rtl ? Theme.radius : 0
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
    }
    Icon {
        id: picture
        name: notice.icon
        ink: notice.paintName
        fill: notice.bad ? "errorGround" : "okGround"
        size: 11 * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: 7.5 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: titleWords
        font.weight: Font.Bold
        tightness: 1.2
        text: notice.title
        color: notice.paint
        anchors.left: picture.right
        anchors.leftMargin: 6 * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: 6 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -more.height / 2
    }
    Words {
        id: more
        visible: notice.text !== ""
        height: text !== "" ? implicitHeight : 0
        tightness: 1.25
        text: notice.text
        color: notice.paint
        anchors.left: titleWords.left
        anchors.right: titleWords.right
        anchors.top: titleWords.bottom
    }
}
