// The code that tells the staff what happened: readable, never the loudest thing.
import QtQuick
import Kiosk

Block {
    id: staff

    property string code
    readonly property bool stacked: label.implicitWidth + value.implicitWidth + 20 * Theme.mm > staff.width

    implicitHeight: staff.stacked ? label.implicitHeight + value.implicitHeight + 7 * Theme.mm : Math.max(20 * Theme.mm, value.implicitHeight + 6 * Theme.mm)
    Accessible.role: Accessible.StaticText
    Accessible.name: label.text + ": " + staff.code

    DashedFrame {
        anchors.fill: parent
        stroke: Theme.line
    }
    Words {
        id: label
        //: Before a short code such as KA-10 that visitors tell the staff.
        text: qsTr("Code for the staff")
        wrapMode: Text.NoWrap
        anchors.left: parent.left
        anchors.leftMargin: 6.5 * Theme.mm
        y: staff.stacked ? 3 * Theme.mm : (staff.height - height) / 2
    }
    Words {
        id: value
        role: Words.Answer
        text: staff.code
        wrapMode: Text.NoWrap
        font.letterSpacing: 0.6 * Theme.mm
        // Not anchored to one side or the other: changing sides would keep the width between.
        x: staff.stacked !== Theme.rtl ? 6.5 * Theme.mm : staff.width - width - 6.5 * Theme.mm
        y: staff.stacked ? label.y + label.height : (staff.height - height) / 2
    }
}
