// Ten digits in their fixed order, delete and delete all; left to right in every language.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: pad

    property real keyHeight: 32 * Theme.mm
    readonly property real gap: (Theme.landscape ? 2.7 : 3.4) * Theme.mm
    // Both words in one size.
    readonly property int labelPx: Math.min(all.mostPx, last.mostPx)
    readonly property real keyWidth: (pad.width - 2 * pad.gap) / 3
    signal pressed(digit: int)
    signal deleted
    signal cleared

    implicitHeight: 4 * pad.keyHeight + 3 * pad.gap
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: 9

        PinKey {
            required property int index

            objectName: "pin:" + (index + 1)
            digit: String(index + 1)
            width: pad.keyWidth
            height: pad.keyHeight
            x: (index % 3) * (pad.keyWidth + pad.gap)
            y: Math.floor(index / 3) * (pad.keyHeight + pad.gap)
            onActivated: pad.pressed(index + 1)
        }
    }
    PinKey {
        id: all
        objectName: "pin:deleteAll"
        //: Key of the PIN pad: takes every digit back. Two words at most.
        label: qsTr("Delete all")
        width: pad.keyWidth
        height: pad.keyHeight
        y: 3 * (pad.keyHeight + pad.gap)
        labelPx: pad.labelPx
        onActivated: pad.cleared()
    }
    PinKey {
        objectName: "pin:0"
        digit: "0"
        width: pad.keyWidth
        height: pad.keyHeight
        x: pad.keyWidth + pad.gap
        y: 3 * (pad.keyHeight + pad.gap)
        onActivated: pad.pressed(0)
    }
    PinKey {
        id: last
        objectName: "pin:delete"
        //: Key of the PIN pad and the keyboard: takes the last one back. One word.
        label: qsTr("Delete")
        icon: "icon-del"
        width: pad.keyWidth
        height: pad.keyHeight
        x: 2 * (pad.keyWidth + pad.gap)
        y: 3 * (pad.keyHeight + pad.gap)
        labelPx: pad.labelPx
        onActivated: pad.deleted()
    }
}
