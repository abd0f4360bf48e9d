// A row of "check everything": label, value, and either a button to change it or where it came from.
import QtQuick
import Kiosk

PanelRow {
    id: row

    property string label
    property string value
    property bool changeable: true
    // Said in place of the button, for instance "from the card".
    property string origin: ""
    // Of the button, for tests and guided visits.
    property string name: ""
    signal changeAsked

    pad: (Theme.landscape ? 2 : 3) * Theme.mm

    readonly property real sideWidth: row.changeable ? change.width : row.origin !== "" ? from.width : 0

    implicitHeight: Math.max((row.changeable ? 19 : 17) * Theme.mm, labelWords.implicitHeight + valueWords.implicitHeight + 2 * row.pad)
    Accessible.role: Accessible.StaticText
    Accessible.name: row.label + ": " + row.value + (row.changeable ? "" : ", " + row.origin)

    Words {
        id: labelWords
        tightness: 1.25
        text: row.label
        anchors.left: parent.left
        width: parent.width - row.sideWidth - 5 * Theme.mm
        y: (row.height - labelWords.height - valueWords.height) / 2
    }
    Words {
        id: valueWords
        font.weight: Font.Bold
        tightness: 1.2
        fits: true
        text: row.value
        anchors.left: parent.left
        anchors.top: labelWords.bottom
        width: labelWords.width
    }
    Row {
        id: from
        visible: !row.changeable && row.origin !== ""
        spacing: 2.5 * Theme.mm
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        Icon {
            name: "icon-idcard"
            size: 9 * Theme.mm
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: row.origin
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    SmallButton {
        id: change
        objectName: row.name
        visible: row.changeable
        //: Button beside one line of the application, on the screen that checks everything. Short.
        label: qsTr("Change")
        spokenMore: row.label
        icon: "icon-pencil"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        onActivated: row.changeAsked()
    }
}
