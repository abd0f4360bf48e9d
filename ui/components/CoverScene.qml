// The sky of a sheet that hides the screen: it says that nobody sees what was typed, above its drawing.
import QtQuick
import Kiosk

Item {
    id: cover

    required property SessionViewModel session
    default property alias drawing: stage.data
    readonly property bool both: service.implicitWidth + covered.implicitWidth + 2 * Theme.margin + 8 * Theme.mm < cover.width

    Words {
        id: service
        role: Words.Bar
        font.weight: Font.Bold
        visible: cover.both
        wrapMode: Text.NoWrap
        text: cover.session.service
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
    }
    Words {
        id: covered
        role: Words.Bar
        font.weight: Font.Normal
        width: Math.min(implicitWidth, cover.width - 2 * Theme.margin)
        //: At the top of a screen that hides what the visitor typed.
        text: qsTr("Your entries are covered.")
        // At the end, or at the start where it stands alone.
        x: cover.both !== Theme.rtl ? cover.width - width - Theme.margin : Theme.margin
        Accessible.ignored: false
        Accessible.role: Accessible.StaticText
        Accessible.name: covered.text
    }
    Item {
        id: stage
        anchors.fill: parent
        anchors.topMargin: covered.height + 4 * Theme.mm
    }
}
