// A question that is typed: its field, and the keyboard below it while it is being written.
import QtQuick
import Kiosk

Item {
    id: written

    // A row of kind "text", of FillInPage.rows.
    required property var given
    property string label
    property string help: ""
    property string problem: ""
    // Whether the keyboard is open, and help and problem are said elsewhere.
    property bool writing: false
    property bool told: false
    // Height there is for field and keyboard, in pixels.
    property real room: 0
    property int lines: 3
    signal edited(text: string)
    signal wanted
    // A whole word that the keyboard offered.
    signal picked(word: string)

    // Landscape: label and help give way to the keyboard.
    readonly property bool tight: written.writing && Theme.landscape && !written.given.alone
    // What is known because of a street stands on its keyboard.
    readonly property bool offering: written.writing && written.given.keys === "street"
    readonly property bool bare: written.told && (written.problem !== "" || Theme.largest)

    // Put the cursor into the field.
    function use() {
        field.use();
    }

    readonly property real fieldHeight: field.implicitHeight
    readonly property real leastKeyboard: keyboard.leastHeight

    implicitHeight: written.writing ? keyboard.y + keyboard.height : field.height
    Component.onCompleted: {
        if (written.writing)
            field.use();
    }

    TextEntry {
        id: field
        name: "text:" + written.given.scope
        label: written.label
        labelled: !written.given.alone && !written.tight
        hinted: !written.tight && !written.bare
        help: written.help
        problem: written.problem
        unit: !written.offering && written.given.unit !== "" ? written.given.unit : written.tight ? written.label : ""
        value: written.given.value
        most: written.given.most
        lines: written.lines
        width: parent.width
        height: implicitHeight
        onEdited: text => written.edited(text)
        onWanted: written.wanted()
    }
    Keyboard {
        id: keyboard
        visible: written.writing
        kind: written.given.keys
        offers: written.given.offers
        found: written.offering ? written.given.unit : ""
        lettersTyped: written.given.value.length
        atStart: field.atStart
        room: written.room - keyboard.y
        width: parent.width
        height: implicitHeight
        y: field.height + Theme.gap
        onTyped: letter => field.type(letter)
        onDeleted: field.deleteLast()
        onPicked: word => written.picked(word)
    }
}
