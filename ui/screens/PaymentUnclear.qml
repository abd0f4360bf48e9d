// The card reader went silent in the middle of a payment: what is safe, and that nobody pays twice.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property PaymentUnclearPage page

    //: The card reader went silent in the middle of a payment.
    question: qsTr("We do not know yet whether you have paid.")
    //: Below "We do not know yet whether you have paid."
    help: qsTr("The card reader broke off. Please do not pay again now.")
    scene: Scene {
        art: "pay-unclear"
    }
    primary: Action {
        name: "check"
        //: The big button: asks the card reader what became of the payment.
        label: qsTr("Check now")
        icon: "icon-go"
        onTriggered: screen.page.check()
    }
    others: [
        Action {
            name: "finish"
            //: Beside "Check now": ends the visit. Short.
            label: qsTr("Finish")
            icon: "icon-end"
            onTriggered: screen.page.finish()
        }
    ]

    PointRow {
        icon: "icon-shield"
        //: What is certain when a payment is unclear. Short.
        title: qsTr("You never pay twice.")
        //: Below "You never pay twice."
        text: qsTr("If money was taken and nothing was sent, it goes back by itself.")
    }
    PointRow {
        icon: "icon-help"
        title: {
            switch (screen.page.staff) {
            case "coming":
                //: A payment is unclear, and the terminal has called the front desk by itself. Short.
                return qsTr("Somebody is coming to you.");
            case "notReached":
                //: A payment is unclear, and nobody at the front desk answers. Short.
                return qsTr("Nobody answers at the front desk.");
            default:
                //: A payment is unclear, and the terminal calls the front desk by itself. Short.
                return qsTr("We are calling somebody for you.");
            }
        }
        text: {
            if (screen.page.staff === "notReached")
                //: Below "Nobody answers at the front desk." The code stands below.
                return qsTr("Please go to the counter, and name the code below.");
            //: Below "Somebody is coming to you."
            return qsTr("We look at it together with you.");
        }
    }
    StaffCode {
        code: screen.page.code
    }
}
