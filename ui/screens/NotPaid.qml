// No money was taken: why, that nothing is lost, and which ways are open.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property NotPaidPage page
    readonly property bool byCard: screen.page.channel === "cardTerminal"

    question: {
        switch (screen.page.why) {
        case "declined":
            if (screen.byCard)
                //: The bank or the bank card said no.
                return qsTr("The card was not accepted.");
            //: The bank said no on the phone.
            return qsTr("The payment was not accepted.");
        case "stopped":
            //: The visitor stopped the payment.
            return qsTr("You stopped the payment.");
        case "tooLate":
            if (screen.byCard)
                //: Nobody showed a card in time.
                return qsTr("No card was shown.");
            //: The phone did not pay in time.
            return qsTr("The phone has not paid yet.");
        default:
            //: The card reader does not answer. No card was asked for.
            return qsTr("The card reader does not answer.");
        }
    }
    help: {
        if (screen.page.why === "declined" && screen.byCard)
            //: The bank does not say why a card was not accepted.
            return qsTr("Your bank does not tell us why. Another card may work.");
        //: Below the reason why nothing was paid.
        return qsTr("That is all right. You can try again.");
    }
    scene: Scene {
        art: screen.byCard ? "pay-card" : "pay-bank"
    }
    primary: Action {
        name: "otherWay"
        //: The big button: back to the choice of ways to pay.
        label: qsTr("Pay another way")
        icon: "icon-go"
        onTriggered: screen.page.otherWay()
    }
    others: [
        Action {
            name: "tryAgain"
            //: Tries the same way of paying once more. Short.
            label: screen.byCard ? qsTr("Try the card again") :
            //: Tries the same way of paying once more. Short.
            qsTr("Try the phone again")
            icon: screen.byCard ? "icon-pay" : "icon-phone"
            onTriggered: screen.page.again()
        }
    ]

    PointRow {
        icon: "icon-euro"
        title: {
            if (screen.byCard)
                //: What is certain after a payment that did not work. Short.
                return qsTr("No money was taken.");
            //: What is certain after a payment by phone that did not work. Short.
            return qsTr("Nothing was paid here.");
        }
        text: {
            if (screen.byCard)
                //: Below "No money was taken."
                return qsTr("You can see that on your statement.");
            //: Below "Nothing was paid here.": a payment that comes later is paid back.
            return qsTr("What your phone pays later, you get back.");
        }
    }
    PointRow {
        icon: "icon-doc"
        //: What is safe. Short.
        title: qsTr("Your application is saved.")
        //: Below "Your application is saved."
        text: qsTr("It is sent as soon as it is paid.")
    }
}
