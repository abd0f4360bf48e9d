// One step of the form: what the service asks, with the answers it offers.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property FillInPage page

    readonly property var rows: screen.page.rows
    readonly property int cards: screen.rows.filter(row => (row.kind === "choice" || row.kind === "check") && row.present).length
    readonly property bool typed: screen.rows.some(row => row.kind === "text" || row.kind === "day")
    readonly property bool alone: screen.rows.every(row => row.scope === screen.rows[0].scope)
    // Cards come closer together before they would need a second page.
    readonly property real fairShare: (screen.onePageRoom - (screen.cards - 1) * Theme.gap) / Math.max(1, screen.cards)
    readonly property bool closer: Theme.landscape && screen.fairShare >= 15 * Theme.mm
    // Landscape: beside what is being answered there is room for what is wrong with it.
    readonly property var wrong: Theme.landscape ? screen.rows.find(row => row.problem && (screen.alone || row.scope === screen.writing)) : undefined
    // And for what helps to fill in a date, whose digits need the height.
    readonly property var dated: Theme.landscape && screen.alone ? screen.rows.find(row => row.kind === "day") : undefined
    // Scope of the text that is being written, where a step has several questions.
    property string writing: screen.page.begins
    property bool asked: false

    question: screen.page.title
    help: screen.wrong && Theme.crowded ? "" : [screen.page.help, screen.dated ? rowWords.help(screen.dated) : ""].filter(text => text !== "").join(" ")
    skyShare: screen.typed && Theme.largest ? 0.44 : screen.typed && Theme.crowded ? 0.41 : 0.37
    sceneLeast: 36
    extra: screen.wrong ? problem : null
    scene: Scene {
        art: "scene-form"
    }
    primary: Action {
        label: screen.page.reviewing ?
        //: The big button at the bottom of a step of the form that was to be changed: back to the review.
        qsTr("Keep it so") :
        //: The big button at the bottom of a step of the form: to the next step.
        qsTr("Continue")
        icon: screen.page.reviewing ? "icon-check" : "icon-go"
        onTriggered: {
            screen.asked = true;
            screen.page.proceed();
        }
    }

    Repeater {
        id: repeater
        model: screen.rows.length

        FormRow {
            id: row

            required property int index

            page: screen.page
            offered: screen.rows[index]
            room: screen.onePageRoom
            told: Theme.landscape && (screen.alone || row.writing)
            cardLeast: screen.closer ? Math.min(24 * Theme.mm, screen.fairShare) : 0
            writing: (row.kind === "text" || row.kind === "day") && screen.writing === given.scope
            onNextWanted: scope => screen.write(scope)
            onWritingWanted: {
                if (row.writing)
                    return;
                screen.writing = given.scope;
                // Its keyboard may have moved it to another page.
                Qt.callLater(screen.turnTo, row);
            }
        }
    }
    NoteRow {
        present: screen.page.expectedCents > 0
        icon: "icon-euro"
        //: Below a number that is paid for; the binding price comes later. %1 is an amount such as "18 euros".
        text: qsTr("This will probably cost %1.").arg(formats.euros(screen.page.expectedCents))
    }

    Formats {
        id: formats
    }
    Problems {
        id: problems
    }
    RowWords {
        id: rowWords
    }
    Component {
        id: problem
        Notice {
            bad: true
            height: implicitHeight
            title: screen.wrong ? problems.words(screen.wrong) : ""
        }
    }

    // Open the keyboard of another row, and show it.
    function write(scope: string) {
        for (let i = 0; i < screen.rows.length; ++i) {
            if (screen.rows[i].scope === scope && screen.rows[i].kind === "text") {
                (repeater.itemAt(i) as FormRow).use();
                return;
            }
        }
    }

    // After "continue": show what is still missing, wherever it stands.
    function showProblem() {
        for (let i = 0; i < screen.rows.length; ++i) {
            if (screen.rows[i].problem) {
                screen.turnTo(repeater.itemAt(i) as Block);
                return;
            }
        }
    }

    onPageChanged: {
        if (screen.asked) {
            screen.asked = false;
            Qt.callLater(screen.showProblem);
        }
    }
}
