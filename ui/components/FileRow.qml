// A file that is attached, and the button that takes it away again.
import QtQuick
import Kiosk

PanelRow {
    id: row

    property string label
    // Of the button, for tests and guided visits.
    property string name: ""
    signal removed

    readonly property bool stacked: Theme.landscape && Theme.largest
    readonly property real room: row.width - 13 * Theme.mm

    implicitHeight: row.stacked ? words.height + remove.height + 7 * Theme.mm : Math.max(21 * Theme.mm, words.implicitHeight + 2 * row.pad)
    Accessible.role: Accessible.StaticText
    Accessible.name: row.label

    Icon {
        id: sign
        name: "icon-doc"
        size: 10 * Theme.mm
        anchors.left: parent.left
        y: words.y + (words.height - height) / 2
    }
    Words {
        id: words
        font.weight: Font.Bold
        fits: true
        text: row.label
        anchors.left: sign.right
        anchors.leftMargin: 4 * Theme.mm
        width: row.room - sign.width - 4 * Theme.mm - (row.stacked ? 0 : remove.width + 5 * Theme.mm)
        y: row.stacked ? 2.5 * Theme.mm : (row.height - height) / 2
    }
    SmallButton {
        id: remove
        objectName: row.name
        //: Button beside a file that was attached: takes it away again. Short.
        label: qsTr("Remove")
        spokenMore: row.label
        icon: "icon-cross"
        x: row.stacked !== Theme.rtl ? 0 : row.room - width
        y: row.stacked ? row.height - height - 3 * Theme.mm : (row.height - height) / 2
        onActivated: row.removed()
    }
}
