// A Tag in the middle of its own row on the ground.
import QtQuick

Block {
    id: row

    property alias text: tag.text
    property alias icon: tag.icon
    property alias lamps: tag.lamps
    property alias lit: tag.lit

    implicitHeight: tag.implicitHeight

    Tag {
        id: tag
        width: implicitWidth
        height: implicitHeight
        anchors.centerIn: parent
    }
}
