// What a button of the row below the answers does.
import QtQuick

QtObject {
    // Name of its button, for tests and guided visits; "primary" or "secondary" when empty.
    property string name: ""
    property string label
    property string icon: "icon-go"
    property bool available: true
    // Why it cannot be done now; shown on the button.
    property string reason: ""
    // False takes the button away.
    property bool present: true
    signal triggered
}
