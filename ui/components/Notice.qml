// A framed message with a sign: good news, what is wrong and how to put it right, or how things stand.
import QtQuick
import Kiosk

Block {
    id: notice

    property string title
    property string text: ""
    property string icon: notice.bad ? "icon-cross" : "icon-shield"
    // What is wrong shows by words, a cross and a thick edge, not by colour alone.
    property bool bad: false
    // Neither good nor bad: on plain paper, with a lit edge and a drawing in its own colours.
    property bool calm: false
    readonly property color paint: notice.calm ? Theme.ink : notice.bad ? Theme.error : Theme.ok
    readonly property string paintName: notice.calm ? "" : notice.bad ? "error" : "ok"
    readonly property string groundName: notice.calm ? "" : notice.bad ? "errorGround" : "okGround"

    // Not the height of the words itself: a new size would bind it in a loop.
    readonly property real moreHeight: notice.text !== "" ? more.implicitHeight : 0
    readonly property string spokenWhole: notice.title + " " + notice.text

    implicitHeight: Math.max(22 * Theme.mm, titleWords.implicitHeight + notice.moreHeight + 9 * Theme.mm)
    Accessible.role: notice.bad ? Accessible.AlertMessage : Accessible.StaticText
    Accessible.name: notice.spokenWhole

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: notice.calm ? Theme.surface : notice.bad ? Theme.errorGround : Theme.okGround
        border.width: Theme.control
        border.color: notice.bad ? Theme.error : Theme.ink
    }
    Rectangle {
        visible: notice.bad || notice.calm
        width: 3.5 * Theme.mm
        color: notice.calm ? Theme.lamp : Theme.error
        border.width: notice.calm ? Theme.control : 0
        border.color: Theme.ink
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
        fill: notice.groundName
        size: (notice.calm ? 15 : 11) * Theme.mm
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
        anchors.verticalCenterOffset: -notice.moreHeight / 2
    }
    Words {
        id: more
        visible: notice.text !== ""
        tightness: 1.25
        text: notice.text
        color: notice.paint
        anchors.left: titleWords.left
        anchors.right: titleWords.right
        anchors.top: titleWords.bottom
    }
}
