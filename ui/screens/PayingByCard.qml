// The card reader takes the money: one sentence for what it waits for, and a way to stop.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property PayingByCardPage page
    readonly property string step: screen.page.step

    question: {
        switch (screen.step) {
        case "showCard":
            //: At the card reader beside the screen. One short sentence.
            return qsTr("Hold your card to the card reader.");
        case "insertCard":
            //: At the card reader beside the screen: contactless does not work with this card.
            return qsTr("Put your card into the card reader.");
        case "pinWrong":
            //: The PIN of the bank card was wrong.
            return qsTr("This PIN was not right. Try once more at the card reader.");
        case "lookAtReader":
            //: The card reader asks something that only it can show.
            return qsTr("Please look at the card reader.");
        case "takeCard":
            //: The bank card is still in the card reader.
            return qsTr("Take your card out of the card reader.");
        case "stopping":
            //: The visitor wanted to stop the payment.
            return qsTr("The payment is being stopped.");
        case "askingBank":
            //: The bank is being asked for the money.
            return qsTr("Your bank is being asked.");
        default:
            //: The card reader is getting ready, or at work.
            return qsTr("The card reader is working.");
        }
    }
    help: {
        switch (screen.step) {
        case "showCard":
            //: Below "Hold your card to the card reader."
            return qsTr("Or put it in. A phone or a watch works as well.");
        case "insertCard":
            //: Below "Put your card into the card reader."
            return qsTr("The chip goes in first.");
        case "lookAtReader":
            //: Below "Please look at the card reader.": the PIN of the bank card, not of the identity card.
            return qsTr("It may ask for the PIN of your bank card.");
        case "pinWrong":
            //: The PIN of the bank card, not of the identity card.
            return qsTr("It is the PIN of your bank card. It has four digits.");
        case "takeCard":
            //: Below "Take your card out of the card reader."
            return qsTr("Then it goes on by itself.");
        case "stopping":
            //: Below "The payment is being stopped."
            return qsTr("If it was faster than you, it counts.");
        default:
            //: While the card reader works.
            return qsTr("Please leave your bank card where it is.");
        }
    }
    scene: Scene {
        art: {
            switch (screen.step) {
            case "pinWrong":
            case "lookAtReader":
                return "pay-pin";
            case "askingBank":
            case "working":
                return "pay-bank";
            default:
                return "pay-card";
            }
        }
    }
    others: [
        Action {
            name: "stop"
            present: screen.step !== "stopping" && screen.step !== "askingBank" && screen.step !== "takeCard"
            //: Stops the payment by card. Short.
            label: qsTr("Stop paying")
            icon: "icon-cross"
            onTriggered: screen.page.stop()
        }
    ]

    AmountPlate {
        //: Before an amount that is paid now.
        label: qsTr("To pay")
        value: formats.euros(screen.page.cents)
    }
    Busy {
        present: screen.step !== "showCard" && screen.step !== "insertCard"
        //: With three squares that fill one by one.
        text: qsTr("One moment …")
        //: When it takes longer than five seconds.
        more: qsTr("Your card is charged once, never twice.")
    }
    NoteRow {
        present: screen.step === "showCard" || screen.step === "insertCard"
        icon: "icon-shield"
        //: About the number of the bank card.
        text: qsTr("The terminal does not keep your card number.")
    }

    Formats {
        id: formats
    }
}
