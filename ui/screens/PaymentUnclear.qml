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
        //: What to do when a payment is unclear. Short.
        title: qsTr("Help is one touch away.")
        //: Below "Help is one touch away."
        text: qsTr("Touch Help. We look at it together with you.")
    }
    StaffCode {
        code: screen.page.code
    }
}
