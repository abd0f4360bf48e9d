// What can go wrong around a terminal: the two servers, the printer, and the scanner.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Column {
    id: world

    required property SandboxDock dock
    readonly property list<var> printer: [
        {
            state: "ok",
            //: In the sandbox's window: the printer prints. One short word.
            name: qsTr("Works")
        },
        {
            state: "jam",
            //: In the sandbox's window: paper is stuck in the printer. One short word.
            name: qsTr("Jam")
        },
        {
            state: "empty",
            //: In the sandbox's window: the printer has no paper. One short word.
            name: qsTr("Empty")
        },
        {
            state: "off",
            //: In the sandbox's window: the printer is switched off. One short word.
            name: qsTr("Off")
        }
    ]

    readonly property list<var> scanner: [
        {
            state: "page",
            //: In the sandbox's window: a sheet lies on the scanner. One short word.
            name: qsTr("A page")
        },
        {
            state: "jam",
            //: In the sandbox's window: paper is stuck in the scanner. One short word.
            name: qsTr("Jam")
        },
        {
            state: "empty",
            //: In the sandbox's window: no paper lies on the scanner. One short word.
            name: qsTr("Empty")
        },
        {
            state: "off",
            //: In the sandbox's window: the scanner is switched off. One short word.
            name: qsTr("Off")
        }
    ]

    spacing: 3 * Theme.mm

    SwitchRow {
        objectName: "bochumId"
        width: parent.width
        height: 20 * Theme.mm
        //: In the sandbox's window: a switch, "yes" while the city's server can be reached.
        title: qsTr("Bochum-ID answers")
        on: world.dock.bochumIdWorks
        onActivated: world.dock.letBochumIdWork(!world.dock.bochumIdWorks)
    }
    SwitchRow {
        objectName: "eidServer"
        width: parent.width
        height: 20 * Theme.mm
        //: In the sandbox's window: a switch, "yes" while the sign-in server can be reached.
        title: qsTr("The eID server answers")
        on: world.dock.eidServerWorks
        onActivated: world.dock.letEidServerWork(!world.dock.eidServerWorks)
    }
    Words {
        font.weight: Font.Bold
        topPadding: 1.5 * Theme.mm
        tightness: 1.2
        //: In the sandbox's window: above four states of the printer.
        text: qsTr("Printer")
    }
    Row {
        id: plates
        spacing: 3 * Theme.mm
        width: parent.width

        Repeater {
            model: world.printer

            LanguagePlate {
                required property var modelData

                objectName: "printer:" + modelData.state
                name: modelData.name
                chosen: world.dock.printer === modelData.state
                width: (plates.width - 3 * plates.spacing) / 4
                height: 17 * Theme.mm
                onActivated: world.dock.setPrinter(modelData.state)
            }
        }
    }
    Words {
        font.weight: Font.Bold
        topPadding: 1.5 * Theme.mm
        tightness: 1.2
        //: In the sandbox's window: above what can lie on the scanner.
        text: qsTr("Scanner")
    }
    Row {
        id: sheets
        spacing: 3 * Theme.mm
        width: parent.width

        Repeater {
            model: world.scanner

            LanguagePlate {
                required property var modelData

                objectName: "scanner:" + modelData.state
                name: modelData.name
                chosen: world.dock.scanner === modelData.state
                width: (sheets.width - 3 * sheets.spacing) / 4
                height: 15 * Theme.mm
                onActivated: world.dock.setScanner(modelData.state)
            }
        }
    }
}
