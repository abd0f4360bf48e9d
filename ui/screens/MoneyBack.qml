// The money goes back: how much, which way, by when, and the reference to ask with.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property MoneyBackPage page

    question: {
        if (screen.page.by === "cardReader")
            //: The payment by card has been taken back.
            return qsTr("You have your money back.");
        //: The money will come back.
        return qsTr("You get your money back.");
    }
    //: Below "You get your money back."
    help: qsTr("Your application could not be sent. That was not your fault.")
    scene: Scene {
        art: "pay-back"
    }
    primary: Action {
        //: The big button that ends the visit.
        label: qsTr("Finish")
        icon: "icon-check"
        onTriggered: screen.page.finish()
    }
    others: [
        Action {
            name: "printAgain"
            present: screen.page.fate === "missing"
            //: Tries once more to print the slip about the money that comes back. Short.
            label: qsTr("Print slip")
            icon: "icon-print"
            onTriggered: screen.page.printAgain()
        }
    ]

    AmountPlate {
        //: Before an amount that the visitor gets back.
        label: qsTr("Back to you")
        value: formats.euros(screen.page.cents)
    }
    PointRow {
        icon: screen.page.by === "later" ? "icon-clock" : "icon-euro"
        title: {
            switch (screen.page.by) {
            case "cardReader":
                //: The payment by card has been taken back. Short.
                return qsTr("The card payment is undone.");
            case "city":
                //: The city pays the money back. Short.
                return qsTr("The city pays it back.");
            default:
                //: The terminal takes the payment back by itself, later. Short.
                return qsTr("It goes back by itself.");
            }
        }
        text: {
            switch (screen.page.by) {
            case "cardReader":
                //: Below "The card payment is undone."
                return qsTr("Your statement shows both within a few days.");
            case "city":
                //: Below "The city pays it back."
                return qsTr("To the account you paid from, within a few days.");
            default:
                //: Below "It goes back by itself."
                return qsTr("The terminal does that as soon as it can. You need not wait.");
            }
        }
    }
    InfoRow {
        beside: true
        //: Before the number under which the cash desk finds the payment.
        label: qsTr("Payment reference")
        value: screen.page.reference
    }
    SlipNotice {
        fate: screen.page.fate
        code: screen.page.slipCode
        file: screen.page.slipFile
    }
    StaffCode {
        code: screen.page.code
    }

    Formats {
        id: formats
    }
}
