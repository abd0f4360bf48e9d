// Above what can be read while the city cannot be reached: a reminder that does not get in the way.
import QtQuick
import Kiosk

Item {
    implicitHeight: tag.implicitHeight + 2 * Theme.mm

    Tag {
        id: tag
        icon: "icon-closed"
        //: While the city cannot be reached: everything can be read, nothing can be applied for. Two short words.
        text: qsTr("Information only")
        width: implicitWidth
        height: implicitHeight
        anchors.left: parent.left
        anchors.bottom: parent.bottom
    }
}
