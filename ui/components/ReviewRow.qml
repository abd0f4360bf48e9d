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
    //: Button beside one line of the application, on the screen that checks everything. Short.
    property string action: qsTr("Change")
    property string actionIcon: "icon-pencil"
    signal changeAsked

    // Landscape: all on one line; with the largest text all below each other.
    readonly property bool flat: Theme.landscape && !Theme.largest && row.valueWord <= row.free - row.labelWidth - 4 * Theme.mm
    readonly property bool stacked: Theme.landscape && Theme.largest
    readonly property Item side: row.changeable ? change : from
    readonly property real room: row.width - 13 * Theme.mm
    readonly property real free: row.stacked ? row.room : row.room - row.side.width - 5 * Theme.mm
    // The same in every row, so that the values stand below each other.
    readonly property real labelWidth: row.room * 0.29
    // The longest word of the value: beside the label only where it keeps its size.
    readonly property real valueWord: metrics.height === 0 ? 0 : row.value.split(/[ \n-]+/).reduce((most, word) => Math.max(most, metrics.advanceWidth(word)), 0)
    readonly property real said: row.flat ? Math.max(labelWords.height, valueWords.height) : labelWords.height + valueWords.height

    pad: (Theme.landscape ? 2 : 3) * Theme.mm
    implicitHeight: row.stacked ? row.said + row.side.height + 6 * Theme.mm : Math.max((row.changeable ? 19 : 17) * Theme.mm, row.said + 2 * row.pad)
    Accessible.role: Accessible.StaticText
    Accessible.name: row.label + ": " + row.value + (row.changeable ? "" : ", " + row.origin)

    FontMetrics {
        id: metrics
        font.pixelSize: Theme.bodyPx
        font.weight: Font.Bold
    }
    Words {
        id: labelWords
        tightness: 1.25
        fits: true
        text: row.label
        anchors.left: parent.left
        width: row.flat ? row.labelWidth : row.free
        y: row.stacked ? 2.5 * Theme.mm : row.flat ? (row.height - height) / 2 : (row.height - row.said) / 2
    }
    Words {
        id: valueWords
        font.weight: Font.Bold
        tightness: 1.2
        fits: true
        text: row.value
        anchors.left: parent.left
        anchors.leftMargin: row.flat ? row.labelWidth + 4 * Theme.mm : 0
        width: row.flat ? row.free - row.labelWidth - 4 * Theme.mm : row.free
        y: row.flat ? (row.height - height) / 2 : labelWords.y + labelWords.height
    }
    Row {
        id: from
        visible: !row.changeable && row.origin !== ""
        spacing: 2.5 * Theme.mm
        x: row.stacked !== Theme.rtl ? 0 : row.room - width
        y: row.stacked ? row.height - height - 3 * Theme.mm : (row.height - height) / 2

        Icon {
            name: "icon-idcard"
            size: 9 * Theme.mm
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: row.origin
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    SmallButton {
        id: change
        objectName: row.name
        visible: row.changeable
        label: row.action
        spokenMore: row.label
        icon: row.actionIcon
        x: row.stacked !== Theme.rtl ? 0 : row.room - width
        y: row.stacked ? row.height - height - 3 * Theme.mm : (row.height - height) / 2
        onActivated: row.changeAsked()
    }
}
