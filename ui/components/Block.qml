// What stands on the ground of a screen: Answers lays blocks out and spreads them over pages.
import QtQuick

Item {
    // How many of its kind stand side by side.
    property int perRow: 1
    // False takes the block out of the layout; visibility belongs to Answers.
    property bool present: true
    // Space above, in pixels; the usual gap when negative.
    property real gapBefore: -1
    // A heading never ends a page.
    property bool keepWithNext: false
    // Rows that touch each other and share one frame; Answers says where the frame ends.
    property bool joined: false
    property bool firstOfPanel: true
    property bool lastOfPanel: true
}
