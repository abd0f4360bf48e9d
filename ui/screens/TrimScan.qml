// The edges of the page just scanned, moved by touches; nothing has to be dragged.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property TrimScanPage page

    //: Above the picture of a page whose edges can be cut off.
    question: qsTr("How much should be cut off?")
    //: Below "How much should be cut off?": there are plus and minus buttons for each edge.
    help: Theme.crowded ? "" : qsTr("Plus cuts off more, minus less.")
    skyShare: 0.52
    sceneLeast: 60
    scene: ScanPicture {
        picture: screen.page.picture
        //: A screen reader says this of the picture of a scanned page.
        spoken: qsTr("Picture of your page")
    }
    primary: Action {
        //: The big button below the edges of a page.
        label: qsTr("Done")
        icon: "icon-check"
        onTriggered: screen.page.finish()
    }
    others: [
        Action {
            present: !Theme.crowded
            name: "whole"
            //: Cuts nothing off a page. Short.
            label: qsTr("Whole page")
            icon: "icon-doc"
            onTriggered: screen.page.showWhole()
        }
    ]

    Repeater {
        model: [
            //: An edge of a page. Short.
            qsTr("Top"),
            //: An edge of a page. Short.
            qsTr("Right"),
            //: An edge of a page. Short.
            qsTr("Bottom"),
            //: An edge of a page. Short.
            qsTr("Left")]

        EdgeRow {
            required property string modelData
            required property int index

            name: String(index)
            label: modelData
            onMoved: inwards => screen.page.move(index, inwards)
        }
    }
}
