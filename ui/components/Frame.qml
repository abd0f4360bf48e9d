// The frame of every screen: top bar, sky with question and scene, ground with answers, buttons, bottom bar.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

FocusScope {
    id: screen

    required property SessionViewModel session
    property string question
    property string help: ""
    property int helpFormat: Text.PlainText
    // What stands on the horizon: mostly a Scene. It gets what height is left, and may be hidden.
    property Component scene: null
    // Between the question and the scene, when it must not give way: a Tag, a Notice.
    property Component extra: null
    property Action primary: null
    property list<Action> others
    default property alias content: answers.data
    // Landscape: sky above ground as in portrait, where little stands on the ground.
    property bool across: false
    readonly property bool split: Theme.landscape && !screen.across
    // Landscape: how much of the width belongs to the sky.
    property real skyShare: 0.47
    // Answers that belong together and need at least so many pixels: never spread over pages.
    property real whole: 0
    // The least height of a scene worth drawing, in millimetres.
    property real sceneLeast: 22

    readonly property real horizon: Math.max(1, 1.4 * Theme.mm)
    readonly property alias pages: answers.pages
    // Height left for the scene, in pixels.
    readonly property alias stageHeight: stage.height
    property alias shownPage: answers.page

    // ------------------------------------------------------------ measures

    readonly property real askTop: (Theme.landscape ? 5 : Theme.low ? 3 : 6) * Theme.mm
    readonly property real askWidth: screen.split ? screen.width * screen.skyShare - Theme.margin - 8 * Theme.mm : screen.width - 2 * Theme.margin
    readonly property real askHeight: screen.askTop + ask.height + (Theme.low ? 0 : 3 * Theme.mm)
    readonly property real groundPad: (Theme.low ? 4 : 8) * Theme.mm
    readonly property real below: (Theme.landscape ? 5 : 7) * Theme.mm
    readonly property real buttonsBlock: screen.below + (buttons.implicitHeight > 0 ? buttons.implicitHeight + (Theme.landscape ? 4.5 : 7) * Theme.mm : 0)
    readonly property real buttonsTurning: screen.below + Math.max(buttons.turnHeight, buttons.lastHeight) + screen.buttonsGap
    readonly property real groundTop: screen.split ? topBar.height : 0
    // Height that answers may take when they are on one page, and when they are on several.
    readonly property real room: {
        if (screen.split)
            return screen.height - topBar.height - bottomBar.height - 7 * Theme.mm;
        const above = topBar.height + screen.askHeight + screen.horizon + screen.groundPad;
        // Low: whatever is pressed stays in the lower half; the question may stand above it.
        const reach = Theme.low ? screen.height / 2 - bottomBar.height - screen.groundPad : screen.height;
        const needed = screen.whole > 0 ? screen.whole + screen.below + buttons.finalHeight + screen.buttonsGap : 0;
        return Math.min(Math.max(reach, needed), screen.height - above - bottomBar.height);
    }
    readonly property real buttonsGap: (Theme.landscape ? 4.5 : 7) * Theme.mm
    // Height for answers that are to stay on one page.
    readonly property real onePageRoom: screen.room - screen.below - (buttons.finalHeight > 0 ? buttons.finalHeight + screen.buttonsGap : 0)
    readonly property bool onePage: screen.whole > 0 || answers.fullHeight <= screen.onePageRoom + 0.5
    readonly property real answersHeight: answers.pages > 1 ? answers.tallestPage : answers.fullHeight
    readonly property real horizonY: {
        if (screen.split)
            return screen.height - bottomBar.height;
        const head = Theme.low ? topBar.height + screen.askHeight : 0;
        return screen.height - bottomBar.height - screen.buttonsBlock - screen.answersHeight - (screen.answersHeight > 0 ? screen.groundPad : 0) - head - screen.horizon;
    }

    function turnTo(block: Block) {
        answers.turnTo(block);
    }

    Accessible.role: Accessible.Pane
    Accessible.name: screen.question + " " + screen.help

    Keys.onPressed: event => {
        if ((event.key === Qt.Key_Back || event.key === Qt.Key_Escape) && screen.session.canGoBack) {
            event.accepted = true;
            screen.session.goBack();
        } else if (event.key === Qt.Key_Down || event.key === Qt.Key_Up) {
            event.accepted = true;
            screen.nextItemInFocusChain(event.key === Qt.Key_Down).forceActiveFocus(Qt.TabFocusReason);
        }
    }

    // ------------------------------------------------------------ sky and ground

    Rectangle {
        anchors.fill: parent
        color: Theme.sky
    }
    Rectangle {
        id: ground
        color: Theme.ground
        x: screen.split ? (Theme.rtl ? 0 : screen.width * screen.skyShare) : 0
        y: screen.split ? screen.groundTop : screen.horizonY
        width: screen.split ? screen.width * (1 - screen.skyShare) : screen.width
        height: screen.height - y
    }
    Rectangle {
        color: Theme.ink
        x: screen.split ? (Theme.rtl ? ground.width - width : ground.x) : 0
        y: ground.y
        width: screen.split ? screen.horizon : screen.width
        height: screen.split ? ground.height : screen.horizon
    }

    // ------------------------------------------------------------ what stands in the sky

    TopBar {
        id: topBar
        session: screen.session
        width: parent.width
        height: implicitHeight
        y: Theme.low ? screen.horizonY + screen.horizon : 0
    }
    Column {
        id: ask
        spacing: 2.5 * Theme.mm
        width: screen.askWidth
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: topBar.y + topBar.height + screen.askTop

        Tag {
            objectName: "actingFor"
            visible: screen.session.actingFor !== ""
            icon: "icon-town"
            most: parent.width
            width: implicitWidth
            height: implicitHeight
            //: On every screen while somebody acts for an organisation; %1 is its name.
            text: qsTr("For %1").arg(screen.session.actingFor)
            anchors.left: parent.left
        }
        Words {
            role: Words.Question
            fits: true
            balanced: true
            room: parent.width
            width: balancedWidth
            anchors.left: parent.left
            text: screen.question
            Accessible.ignored: false
            Accessible.role: Accessible.Heading
            Accessible.name: screen.question
        }
        Words {
            visible: screen.help !== ""
            balanced: screen.helpFormat === Text.PlainText
            room: parent.width
            width: balancedWidth
            anchors.left: parent.left
            text: screen.help
            textFormat: screen.helpFormat
            color: Theme.inkSoft
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: screen.help
        }
        Loader {
            width: parent.width
            active: screen.extra !== null
            sourceComponent: screen.extra
        }
    }
    Loader {
        id: stage
        readonly property real from: Theme.low ? 8 * Theme.mm : ask.y + ask.height + 5 * Theme.mm

        width: screen.split ? screen.width * screen.skyShare : screen.width
        height: Math.max(0, screen.horizonY - stage.from)
        anchors.left: parent.left
        y: stage.from
        visible: stage.height >= screen.sceneLeast * Theme.mm
        sourceComponent: screen.scene
    }

    // ------------------------------------------------------------ what stands on the ground

    Answers {
        id: answers
        anchors.left: parent.left
        anchors.leftMargin: screen.split ? Math.round(screen.width * screen.skyShare + screen.horizon + 9 * Theme.mm) : Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Math.round(screen.split ? topBar.height + 7 * Theme.mm : screen.horizonY + screen.horizon + (Theme.low ? topBar.height + screen.askHeight : 0) + screen.groundPad)
        height: screen.answersHeight
        pageHeight: screen.onePage ? answers.fullHeight + 1 : screen.room - (Theme.landscape ? screen.below + buttons.turnHeight + screen.buttonsGap : screen.buttonsTurning)
        // Portrait keeps its horizon while pages turn, and reserves the most on each.
        lastPageHeight: screen.onePage ? answers.pageHeight : screen.room - screen.buttonsTurning
        onTurned: {
            buttons.turnsBack = answers.page > 0;
            buttons.turnsOn = answers.page < answers.pages - 1;
        }
    }
    ButtonRow {
        id: buttons
        primary: screen.primary
        others: screen.others
        anchors.left: answers.left
        anchors.right: answers.right
        height: implicitHeight
        y: screen.height - bottomBar.height - screen.below - height
        onTurnedOn: answers.page += 1
        onTurnedBack: answers.page -= 1
    }
    BottomBar {
        id: bottomBar
        session: screen.session
        width: parent.width
        height: implicitHeight
        anchors.bottom: parent.bottom
    }
}
