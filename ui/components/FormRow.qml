// One row of a form as the page gives it: a heading, what is wrong, a card, a text, a number.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: row

    required property FillInPage page
    // A row of FillInPage.rows; undefined for a row that is about to go, which stays as it was.
    property var offered
    property var given: null
    // Height of the answers of this step on one page, in pixels.
    property real room: 0
    // The least height of a card; 0 leaves it to the card.
    property real cardLeast: 0
    // Whether the keyboard is open for this row.
    property bool writing: false
    // Whether what is wrong is said elsewhere.
    property bool told: false
    // The visitor wants to write here.
    signal writingWanted
    // What is written here is whole: on to the row of this scope.
    signal nextWanted(scope: string)

    readonly property string kind: row.given ? row.given.kind : ""

    // Put the cursor into the field of this row.
    function use() {
        const written = loader.item as WrittenRow;
        if (written !== null)
            written.use();
    }

    onOfferedChanged: {
        if (row.offered)
            row.given = row.offered;
    }

    present: row.given !== null && row.given.present && !(row.kind === "problem" && row.told)
    keepWithNext: row.kind === "heading" || row.kind === "problem"
    gapBefore: row.kind === "heading" ? 9 * Theme.mm : -1
    implicitHeight: loader.item !== null ? (loader.item as Item).implicitHeight : 0

    Loader {
        id: loader
        width: row.width
        height: row.height
        sourceComponent: {
            switch (row.kind) {
            case "heading":
                return heading;
            case "closed":
                return closed;
            case "problem":
                return problem;
            case "choice":
            case "check":
                return card;
            case "text":
                return written;
            case "day":
                return day;
            case "stepper":
                return stepper;
            default:
                return null;
            }
        }
    }
    Problems {
        id: problems
    }
    RowWords {
        id: rowWords
    }

    Component {
        id: heading
        Column {
            spacing: 1.5 * Theme.mm
            Accessible.role: Accessible.Heading
            Accessible.name: row.given.title + " " + row.given.text

            Words {
                visible: text !== ""
                width: parent.width
                font.weight: Font.Bold
                tightness: 1.2
                text: row.given.title
            }
            Words {
                visible: text !== ""
                width: parent.width
                tightness: 1.25
                text: row.given.text
                color: Theme.inkSoft
            }
        }
    }
    Component {
        id: closed
        Item {
            implicitHeight: Math.max(24 * Theme.mm, reasons.implicitHeight + 8 * Theme.mm)

            Plate {
                anchors.fill: parent
                available: false
            }
            Column {
                id: reasons
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: 6.5 * Theme.mm
                anchors.verticalCenter: parent.verticalCenter

                Words {
                    width: parent.width
                    font.weight: Font.Bold
                    tightness: 1.2
                    text: row.given.title
                    color: Theme.disabledText
                }
                Words {
                    width: parent.width
                    tightness: 1.25
                    //: Below a question that need not be answered, because of what was answered before.
                    text: qsTr("With your other answers, this is not needed.")
                    color: Theme.disabledText
                }
            }
        }
    }
    Component {
        id: problem
        Notice {
            bad: true
            title: problems.words(row.given)
        }
    }
    Component {
        id: card
        ChoiceCard {
            id: choice
            objectName: row.kind + ":" + row.given.scope + ":" + row.given.value
            single: row.kind === "choice"
            quiet: row.given.quiet
            title: row.given.title !== "" ? row.given.title : rowWords.card(row.given.value)
            text: row.given.text
            value: row.given.note
            chosen: row.given.chosen
            onActivated: {
                if (choice.single)
                    row.page.choose(row.given.scope, row.given.value);
                else
                    row.page.check(row.given.scope, row.given.value, !choice.chosen);
            }

            Binding on least {
                when: row.cardLeast > 0
                value: row.cardLeast
            }
        }
    }
    Component {
        id: written
        WrittenRow {
            given: row.given
            label: rowWords.title(row.given)
            help: rowWords.help(row.given)
            problem: problems.words(row.given)
            writing: row.writing
            told: row.told
            room: row.room
            onEdited: text => row.page.write(row.given.scope, text)
            onWanted: row.writingWanted()
            onPicked: word => {
                row.page.write(row.given.scope, word);
                row.nextWanted(row.given.next);
            }
        }
    }
    Component {
        id: day
        DateEntry {
            name: "day:" + row.given.scope
            label: row.given.title
            labelled: !row.given.alone
            hinted: !row.told
            help: rowWords.help(row.given)
            problem: problems.words(row.given)
            day: row.given.day
            month: row.given.month
            year: row.given.year
            writing: row.writing
            room: row.room
            onEdited: (day, month, year) => row.page.writeDay(row.given.scope, day, month, year)
            onWanted: row.writingWanted()
        }
    }
    Component {
        id: stepper
        Stepper {
            scope: row.given.scope
            label: row.given.title
            help: row.given.text
            value: row.given.value
            least: row.given.least
            most: row.given.most
            onChanged: value => row.page.count(row.given.scope, value)
        }
    }
}
