// Back, help, language, text and contrast, end: in the same place on every screen.
import QtQuick
import Kiosk

Item {
    id: bar

    required property SessionViewModel session
    readonly property bool twoRows: Theme.largest && !Theme.landscape
    readonly property real inset: Theme.largest ? Theme.margin : 8 * Theme.mm
    readonly property real rowHeight: Theme.largest ? 19 * Theme.mm : Theme.landscape ? 16 * Theme.mm : 24 * Theme.mm

    implicitHeight: bar.twoRows ? 48 * Theme.mm : Theme.landscape ? 21.5 * Theme.mm : 30.5 * Theme.mm

    function place() {
        const first = bar.twoRows ? [back, help, end] : [back, help, language, display, end];
        bar.spread(first, bar.twoRows ? 3.5 * Theme.mm : (bar.height - bar.rowHeight) / 2 + Theme.control / 2);
        if (bar.twoRows)
            bar.spread([language, display], bar.rowHeight + 6.7 * Theme.mm);
    }

    // Share the spare width: between the buttons, or among them where they are framed.
    function spread(buttons: list<BarButton>, y: real) {
        let natural = 0;
        for (const button of buttons)
            natural += button.naturalWidth;
        const gap = bar.twoRows ? 3.2 * Theme.mm : Math.max(2.6 * Theme.mm, (bar.width - 2 * bar.inset - natural) / Math.max(1, buttons.length - 1));
        const spare = bar.width - 2 * bar.inset - natural - gap * (buttons.length - 1);
        let x = bar.inset;
        for (const button of buttons) {
            button.width = button.naturalWidth + (bar.twoRows || spare < 0 ? spare / buttons.length : 0);
            button.height = bar.rowHeight;
            button.x = Theme.rtl ? bar.width - x - button.width : x;
            button.y = y;
            x += button.width + gap;
        }
    }

    onWidthChanged: bar.place()
    onHeightChanged: bar.place()
    Component.onCompleted: bar.place()

    Connections {
        target: Theme
        function onChanged() {
            bar.place();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.bar
    }
    Rectangle {
        width: parent.width
        height: Theme.control
        color: Theme.line
    }
    BarButton {
        id: back
        objectName: "back"
        visible: bar.session.canGoBack
        //: In the bar at the bottom: to the screen before. One word.
        label: qsTr("Back")
        icon: "icon-back"
        directed: true
        onNaturalWidthChanged: bar.place()
        onActivated: bar.session.goBack()
    }
    BarButton {
        id: help
        objectName: "help"
        //: In the bar at the bottom: calls a person of the office. One word.
        label: qsTr("Help")
        icon: "icon-help"
        plated: true
        onNaturalWidthChanged: bar.place()
        onActivated: bar.session.askHelp()
    }
    BarButton {
        id: language
        objectName: "language"
        //: In the bar at the bottom: choose another language. One word.
        label: qsTr("Language")
        icon: "icon-language"
        onNaturalWidthChanged: bar.place()
        onActivated: bar.session.askLanguage()
    }
    BarButton {
        id: display
        objectName: "display"
        //: In the bar at the bottom: text size, colours, low position. Short.
        label: qsTr("Text & contrast")
        icon: "icon-view"
        onNaturalWidthChanged: bar.place()
        onActivated: bar.session.askDisplay()
    }
    BarButton {
        id: end
        objectName: "end"
        visible: bar.session.canEnd
        //: In the bar at the bottom: ends the visit. One word.
        label: qsTr("End")
        icon: "icon-end"
        directed: true
        onNaturalWidthChanged: bar.place()
        onActivated: bar.session.end()
    }
}
