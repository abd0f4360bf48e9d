// One invented person: who it is, PIN and CAN, and the card to lay down, take away or hand out anew.
import QtQuick
import Kiosk
import "../components"

Item {
    id: card

    required property var person
    required property SandboxDock dock
    readonly property bool lying: card.dock.onReader === card.person.id
    readonly property real pad: 6 * Theme.mm

    height: content.height + 2 * card.pad

    Plate {
        anchors.fill: parent
        selected: card.lying
    }
    Column {
        id: content
        spacing: 2 * Theme.mm
        x: card.pad
        y: card.pad
        width: parent.width - 2 * card.pad

        Item {
            width: parent.width
            height: Math.max(name.height, there.visible ? there.height : 0)

            Words {
                id: name
                font.weight: Font.Bold
                tightness: 1.2
                text: card.person.title
                width: parent.width - (there.visible ? there.width + 3 * Theme.mm : 0)
            }
            Row {
                id: there
                visible: card.lying
                spacing: 2.5 * Theme.mm
                anchors.right: parent.right

                Rectangle {
                    width: 5 * Theme.mm
                    height: width
                    radius: width / 2
                    color: Theme.lamp
                    border.width: Theme.control
                    border.color: Theme.ink
                    anchors.verticalCenter: parent.verticalCenter
                }
                Words {
                    font.weight: Font.DemiBold
                    tightness: 1.2
                    wrapMode: Text.NoWrap
                    //: In the sandbox's window: this person's card lies on the card reader. Two words.
                    text: qsTr("on the reader")
                }
            }
        }
        Words {
            width: parent.width
            wantedPx: Math.round(Theme.bodyPx * 0.92)
            tightness: 1.2
            text: card.person.description[card.dock.language] ?? ""
        }
        Words {
            width: parent.width
            font.weight: Font.DemiBold
            font.features: ({
                    "tnum": 1
                })
            tightness: 1.3
            text: "PIN " + card.person.pin + "     CAN " + card.person.can
        }
        Flow {
            width: parent.width
            spacing: 3 * Theme.mm

            SmallButton {
                objectName: (card.lying ? "takeAway:" : "layDown:") + card.person.id
                label: card.lying ?
                //: In the sandbox's window: takes the simulated card off the reader. Short.
                qsTr("Take the card away") :
                //: In the sandbox's window: lays the simulated card on the reader. Short.
                qsTr("Lay the card down")
                icon: "icon-idcard"
                onActivated: {
                    if (card.lying)
                        card.dock.takeAway();
                    else
                        card.dock.layDown(card.person.id);
                }
            }
            SmallButton {
                objectName: "renew:" + card.person.id
                //: In the sandbox's window: hands out a new card, with PIN and attempts as at the beginning. Short.
                label: qsTr("New card")
                onActivated: card.dock.renew(card.person.id)
            }
        }
    }
}
