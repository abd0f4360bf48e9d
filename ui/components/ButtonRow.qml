// The buttons below the answers: others at the start, the primary one at the end; on several lines when too wide.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Item {
    id: row

    property Action primary: null
    property list<Action> others
    // While answers continue on another page.
    property bool turnsOn: false
    property bool turnsBack: false
    signal turnedOn
    signal turnedBack

    // Height of the buttons of the last or only page, known before it is shown.
    property real finalHeight: 0
    // Height of the buttons between pages, and on the last of several pages.
    property real turnHeight: 0
    property real lastHeight: 0
    readonly property bool hasPrimary: row.primary !== null && row.primary.present
    readonly property real gap: Theme.landscape ? 3.4 * Theme.mm : 4.2 * Theme.mm
    property bool placing: false
    // What was to be done later comes even when the row is on its way out.
    property bool gone: false

    // New heights may turn pages on or off: until nothing moves.
    function place() {
        if (row.gone || row.placing || row.width <= 0)
            return;
        row.placing = true;
        for (let round = 0, before = ""; round < 5; ++round) {
            row.arrange();
            const now = [row.turnsOn, row.turnsBack, row.finalHeight, row.lastHeight, row.turnHeight].join();
            if (now === before)
                break;
            before = now;
        }
        row.placing = false;
    }

    // Later, when a button asks from within one of its bindings: a new width would start that binding again.
    function placeSoon() {
        if (!row.placing && !row.gone)
            Qt.callLater(row.place);
    }

    // The button that goes on, if there is one.
    function primaryButton(): Item {
        return row.turnsOn ? on : row.hasPrimary ? main : null;
    }

    // Every height is measured on every page: pages that grew or shrank with the page shown would never rest.
    function arrange() {
        const others = [];
        for (let i = 0; i < more.count; ++i) {
            const button = more.itemAt(i) as SecondaryButton;
            if (button !== null && row.others[i].present)
                others.push(button);
        }
        if (row.turnsOn || row.turnsBack) {
            row.finalHeight = row.line(others);
            row.lastHeight = row.line([back, ...others]);
        } else {
            row.lastHeight = row.line([back, ...others]);
            row.finalHeight = row.line(others);
        }
        row.turnHeight = row.turn(true);
        if (row.turnsOn)
            row.implicitHeight = row.turnsBack ? row.turnHeight : row.turn(false);
        else if (row.turnsBack)
            row.implicitHeight = row.line([back, ...others]);
        else
            row.implicitHeight = row.finalHeight;
    }

    // Gives the primary button and these others their places; returns the height they take.
    function line(shown: list<SecondaryButton>): real {
        let natural = 0;
        let narrow = 0;
        for (const button of shown) {
            natural += button.implicitWidth + row.gap;
            narrow += button.narrow + row.gap;
        }
        const oneLine = row.hasPrimary && natural + main.naturalWidth <= row.width;
        const tight = row.hasPrimary && !oneLine && !Theme.largest && narrow + Math.max(main.narrow, row.width * 0.4) <= row.width;
        // Of three lines of words nobody makes a button at a glance: then one below the other.
        const beside = oneLine || (tight && row.fewLines(shown, narrow));
        const spare = beside && !oneLine ? row.spareOf(shown, narrow) : 0;
        let y = 0;
        let high = 0;
        for (const line of beside ? [shown] : row.linesOf(shown)) {
            if (line.length === 0)
                continue;
            y += high > 0 ? high + row.gap : 0;
            const equal = (row.width - (line.length - 1) * row.gap) / line.length;
            const slack = line.reduce((sum, button) => sum - button.narrow - row.gap, row.width + row.gap) / line.length;
            const even = line.every(button => button.narrow <= equal);
            high = 0;
            for (const button of line) {
                if (beside)
                    button.width = oneLine ? button.implicitWidth : button.narrow + spare;
                else
                    button.width = even ? equal : Math.min(row.width, button.narrow + slack);
                high = Math.max(high, button.implicitHeight);
            }
            if (beside) {
                main.width = row.width - (oneLine ? natural : narrow + spare * shown.length);
                high = Math.max(high, main.implicitHeight);
            }
            let x = 0;
            for (const button of line) {
                button.height = high;
                button.x = Theme.rtl ? row.width - x - button.width : x;
                button.y = y;
                x += button.width + row.gap;
            }
        }
        if (!beside || shown.length === 0)
            main.width = row.width;
        const above = shown.length === 0 || beside ? 0 : y + high + row.gap;
        main.x = Theme.rtl ? 0 : row.width - main.width;
        main.y = above;
        main.height = beside ? Math.max(high, main.implicitHeight) : main.implicitHeight;
        return row.hasPrimary ? above + main.height : above > 0 ? above - row.gap : 0;
    }

    // Half of what is left over beside the primary button, for each of the others.
    function spareOf(shown: list<SecondaryButton>, narrow: real): real {
        const left = row.width - narrow;
        return Math.max(0, Math.min((left - main.naturalWidth * 0.8) / 2, left - main.narrow)) / Math.max(1, shown.length);
    }

    // Whether the words of each take two lines at most, beside the primary button.
    function fewLines(shown: list<SecondaryButton>, narrow: real): bool {
        const spare = row.spareOf(shown, narrow);
        for (const button of shown) {
            button.width = button.narrow + spare;
            if (button.lines > 2)
                return false;
        }
        return true;
    }

    // As many beside each other as their longest words allow.
    function linesOf(shown: list<SecondaryButton>): var {
        const lines = [];
        let used = 0;
        for (const button of shown) {
            if (lines.length > 0 && used + row.gap + button.narrow <= row.width) {
                lines[lines.length - 1].push(button);
                used += row.gap + button.narrow;
            } else {
                lines.push([button]);
                used = button.narrow;
            }
        }
        return lines;
    }

    // Between pages: back at the start unless this is the first, on at the end.
    function turn(backToo: bool): real {
        // Neither so narrow that a word of its label breaks.
        const most = Math.min(row.width / 2, row.width - row.gap - on.narrow);
        const start = backToo ? Math.min(back.implicitWidth, Math.max(back.narrow, most)) + row.gap : 0;
        on.width = row.width - start;
        if (backToo)
            back.width = start - row.gap;
        const high = Math.max(on.implicitHeight, backToo ? back.implicitHeight : 0);
        on.height = high;
        on.x = Theme.rtl ? 0 : start;
        if (backToo) {
            back.height = high;
            back.x = Theme.rtl ? row.width - back.width : 0;
            back.y = 0;
        }
        return high;
    }

    onWidthChanged: row.place()
    onTurnsOnChanged: row.placeSoon()
    onTurnsBackChanged: row.placeSoon()
    onHasPrimaryChanged: row.place()
    Component.onCompleted: row.place()
    Component.onDestruction: row.gone = true

    Connections {
        target: Theme
        function onChanged() {
            row.placeSoon();
        }
    }
    SecondaryButton {
        id: back
        objectName: "previousPage"
        visible: row.turnsBack
        //: Turns back to the page before, within the same screen. Short.
        label: qsTr("Previous page")
        icon: "icon-back"
        onImplicitHeightChanged: row.placeSoon()
        onNarrowChanged: row.placeSoon()
        onActivated: row.turnedBack()
    }
    Repeater {
        id: more
        model: row.others

        SecondaryButton {
            required property Action modelData

            objectName: modelData.name !== "" ? modelData.name : "secondary"
            visible: modelData.present && !row.turnsOn
            label: modelData.label
            icon: modelData.icon
            available: modelData.available
            reason: modelData.available ? "" : modelData.reason
            onImplicitHeightChanged: row.placeSoon()
            onNarrowChanged: row.placeSoon()
            onVisibleChanged: row.placeSoon()
            onActivated: modelData.triggered()
        }
    }
    PrimaryButton {
        id: on
        objectName: "nextPage"
        visible: row.turnsOn
        //: Turns to the next page of the same screen; the big button at the bottom. Short.
        label: qsTr("Next page")
        onImplicitHeightChanged: row.placeSoon()
        onNarrowChanged: row.placeSoon()
        onActivated: row.turnedOn()
    }
    PrimaryButton {
        id: main
        objectName: row.primary !== null && row.primary.name !== "" ? row.primary.name : "primary"
        visible: row.hasPrimary && !row.turnsOn
        label: row.primary !== null ? row.primary.label : ""
        icon: row.primary !== null ? row.primary.icon : "icon-go"
        available: row.primary !== null && row.primary.available
        reason: row.primary !== null ? row.primary.reason : ""
        onImplicitHeightChanged: row.placeSoon()
        onNarrowChanged: row.placeSoon()
        onActivated: {
            if (row.primary !== null)
                row.primary.triggered();
        }
    }
}
