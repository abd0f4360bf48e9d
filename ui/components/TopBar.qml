// Where the visitor is: the service and the rope, or the wheel and the office while nothing is chosen.
import QtQuick
import Kiosk

Item {
    id: bar

    required property SessionViewModel session
    readonly property bool roped: bar.session.station > 0
    readonly property bool namedBeside: Theme.landscape && !Theme.largest && service.implicitWidth + stepLine.implicitWidth + 90 * Theme.mm < bar.width
    readonly property string stepName: {
        switch (bar.session.station) {
        case 1:
            //: First of the five steps of a visit: read about the service. One word.
            return qsTr("Read");
        case 2:
            //: Second step: sign in with card and PIN. One or two words.
            return qsTr("Sign in");
        case 3:
            //: Third step: answer questions. One word.
            return qsTr("Details");
        case 4:
            //: Fourth step: check everything and send. One word.
            return qsTr("Check");
        case 5:
            //: Last step: it is done. One word.
            return qsTr("Finished");
        default:
            return "";
        }
    }

    implicitHeight: Theme.landscape ? 19 * Theme.mm : !bar.roped ? Math.max(22 * Theme.mm, home.implicitHeight + 8 * Theme.mm) : Theme.largest ? rope.height + stepLine.height + 21 * Theme.mm : Math.max(31 * Theme.mm, service.implicitHeight + rope.height + 11 * Theme.mm)

    // ------------------------------------------------------------ on the way

    Words {
        id: service
        role: Words.Bar
        font.weight: Font.Bold
        visible: bar.roped && (Theme.landscape ? bar.namedBeside : !Theme.largest)
        text: bar.session.service
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        width: Math.min(implicitWidth, bar.width - 2 * Theme.margin - (Theme.landscape ? 0 : stepLine.width + 5 * Theme.mm))
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.landscape ? (bar.height - height) / 2 : 8.8 * Theme.mm - height / 2
    }
    Row {
        id: stepLine
        visible: bar.roped
        spacing: Theme.barPx * 0.26
        // Not anchored to one side or the other: changing sides would keep the width between.
        readonly property bool first: Theme.largest && !Theme.landscape
        x: stepLine.first !== Theme.rtl ? Theme.margin : bar.width - width - Theme.margin
        y: Theme.landscape ? (bar.height - height) / 2 : Theme.largest ? rope.y + rope.height + 5 * Theme.mm : 8.8 * Theme.mm - height / 2

        Words {
            role: Words.Bar
            font.weight: Font.Normal
            wrapMode: Text.NoWrap
            //: %1 is the number of this step, %2 how many there are; the name of the step follows in bold.
            text: qsTr("Step %1 of %2:").arg(bar.session.station).arg(bar.session.stations)
        }
        Words {
            role: Words.Bar
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            text: bar.stepName
        }
    }
    Rope {
        id: rope
        visible: bar.roped
        station: bar.session.station
        stations: bar.session.stations
        cameFrom: bar.session.cameFrom
        anchors.left: bar.namedBeside ? service.right : parent.left
        anchors.leftMargin: bar.namedBeside ? 8 * Theme.mm : Theme.margin
        anchors.right: Theme.landscape ? stepLine.left : parent.right
        anchors.rightMargin: Theme.landscape ? 8 * Theme.mm : Theme.margin
        height: rope.implicitHeight
        y: Theme.landscape ? (bar.height - height) / 2 : Theme.largest ? 8.5 * Theme.mm : bar.height - height - 2 * Theme.mm
    }

    // ------------------------------------------------------------ nothing chosen yet

    Row {
        id: home
        visible: !bar.roped
        spacing: 4 * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: (bar.height - height) / 2 + (Theme.landscape ? 0 : 1 * Theme.mm)

        Icon {
            name: "wheel"
            size: 12 * Theme.mm
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            role: Words.Bar
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            text: "Bochum-ID"
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Words {
        visible: !bar.roped && home.width + implicitWidth + 2 * Theme.margin + 8 * Theme.mm < bar.width
        role: Words.Bar
        font.weight: Font.Normal
        wrapMode: Text.NoWrap
        text: bar.session.office
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: home.verticalCenter
    }
}
