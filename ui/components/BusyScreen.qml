// The layout of every scene in which the terminal itself is at work.
pragma ComponentBehavior: Bound

import QtQuick

Frame {
    id: screen

    property string doing
    // Said when it takes longer than five seconds.
    property string doingMore: ""
    property string art: "scene-townhall"

    across: true
    scene: Scene {
        art: screen.art
    }

    Busy {
        text: screen.doing
        more: screen.doingMore
    }
}
