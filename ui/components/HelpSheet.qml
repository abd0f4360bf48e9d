// A sheet about the person who is called; the visit goes on beneath, and stays hidden where its card is away.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

SheetOverlay {
    id: sheet

    property string art: "scene-somebody-comes"

    hides: sheet.session.mustHide
    scene: CoverScene {
        session: sheet.session

        Scene {
            art: sheet.art
            directed: true
            most: 0.9
            anchors.fill: parent
        }
    }

    DrawingRow {
        present: !sheet.hides && !(Theme.landscape && Theme.largest)
        name: sheet.art
        directed: true
    }
}
