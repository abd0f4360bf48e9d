// The one window: the screen of the visit, and the sheet that may lie over it.
import QtQuick
import Kiosk

Window {
    id: window

    required property SessionViewModel session

    title: "Bochum-ID"
    color: Theme.sky

    Item {
        id: root
        anchors.fill: parent
        LayoutMirroring.enabled: Theme.rtl
        LayoutMirroring.childrenInherit: true

        Loader {
            id: screenLoader
            anchors.fill: parent
            focus: !sheetLoader.shown
            enabled: !sheetLoader.shown
            onLoaded: (screenLoader.item as Item).forceActiveFocus()
        }
        // The second half of a double tap belongs to the screen before.
        MouseArea {
            id: shield
            anchors.fill: parent
            enabled: settle.running
        }
        Loader {
            id: sheetLoader
            readonly property bool shown: sheetLoader.status === Loader.Ready

            anchors.fill: parent
            focus: sheetLoader.shown
            onLoaded: (sheetLoader.item as Item).forceActiveFocus()
        }
        Timer {
            id: settle
            interval: 300
        }
    }

    function showScreen() {
        if (Theme.motion)
            settle.restart();
        screenLoader.setSource(window.session.screen, {
            "session": window.session,
            "page": window.session.page
        });
    }

    function showSheet() {
        if (window.session.sheet === "") {
            sheetLoader.source = "";
            if (screenLoader.item !== null)
                (screenLoader.item as Item).forceActiveFocus();
        } else {
            if (Theme.motion)
                settle.restart();
            sheetLoader.setSource(window.session.sheet, {
                "session": window.session,
                "page": window.session.sheetPage
            });
        }
    }

    // Every screen has a `page` of its own type.
    function turn(screen, page) {
        if (screen !== null)
            screen.page = page;
    }

    Component.onCompleted: {
        window.showScreen();
        window.showSheet();
    }

    Connections {
        target: window.session
        function onScreenReplaced() {
            window.showScreen();
        }
        function onPageReplaced() {
            window.turn(screenLoader.item, window.session.page);
        }
        function onSheetReplaced() {
            window.showSheet();
        }
        function onSheetPageReplaced() {
            window.turn(sheetLoader.item, window.session.sheetPage);
        }
    }
}
