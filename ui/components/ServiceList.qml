// As many service cards, one below the other, as there is room for; the first ones count most.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Item {
    id: list

    // Rows of id, icon, title, summary, fromCents and toCents.
    property var services: []
    // How many of them there is room for.
    property int shown: 0
    // Without the sentence below each title, where letters are large and the screen is low.
    property bool brief: Theme.crowded
    signal chosen(id: string)

    function fit() {
        let below = 0;
        let fitting = 0;
        for (let i = 0; i < cards.count; ++i) {
            const card = cards.itemAt(i) as ServiceCard;
            if (card === null || below + card.implicitHeight > list.height + 0.5)
                break;
            card.y = below;
            below += card.implicitHeight + Theme.gap;
            ++fitting;
        }
        list.shown = fitting;
    }

    onHeightChanged: list.fit()
    onWidthChanged: list.fit()

    Repeater {
        id: cards
        model: list.services
        onCountChanged: list.fit()

        ServiceCard {
            id: card

            required property int index
            required property var modelData

            objectName: "service:" + card.modelData.id
            visible: card.index < list.shown
            width: list.width
            height: card.implicitHeight
            icon: card.modelData.icon
            title: card.modelData.title
            text: list.brief ? "" : card.modelData.summary
            value: list.brief ? "" : formats.fee(card.modelData.fromCents, card.modelData.toCents)
            onImplicitHeightChanged: Qt.callLater(list.fit)
            onActivated: list.chosen(card.modelData.id)
        }
    }
    Formats {
        id: formats
    }
}
