// How to pay: every way of the service; one that does not work right now says so.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property ChoosePaymentPage page

    //: %1 is an amount of money such as 18,00 €.
    question: qsTr("How do you want to pay %1?").arg(formats.euros(screen.page.cents))
    help: {
        if (!screen.page.anyWorks)
            //: No way of paying works right now.
            return qsTr("Right now no way works. Please call us with Help.");
        //: Below "How do you want to pay?"
        return qsTr("After paying, your application is sent.");
    }
    skyShare: 0.42
    scene: Scene {
        art: "pay-card"
    }

    Repeater {
        model: screen.page.ways

        ServiceCard {
            id: way
            required property var modelData

            objectName: "pay:" + way.modelData.channel
            enabled: way.modelData.works
            opacity: way.modelData.works ? 1 : 0.72
            icon: {
                if (!way.modelData.works)
                    return "icon-closed";
                switch (way.modelData.channel) {
                case "cardTerminal":
                    return "icon-pay";
                case "qr":
                    return "icon-phone";
                case "cashDesk":
                    return "icon-euro";
                default:
                    return "icon-mail";
                }
            }
            title: {
                switch (way.modelData.channel) {
                case "cardTerminal":
                    //: A way to pay: a bank card at the card reader of the terminal.
                    return qsTr("By card, here");
                case "qr":
                    //: A way to pay: on a page that the visitor opens on the phone.
                    return qsTr("With my phone");
                case "cashDesk":
                    //: A way to pay: at the cash desk of the office, with a slip.
                    return qsTr("At the cash desk");
                default:
                    //: A way to pay: the city sends a bill.
                    return qsTr("By invoice");
                }
            }
            text: {
                if (!way.modelData.works) {
                    if (way.modelData.channel === "cardTerminal")
                        //: Below "By card, here", when the card reader does not work.
                        return qsTr("The card reader is out of order right now.");
                    //: Below "With my phone", when paying online does not work.
                    return qsTr("Paying online does not work right now.");
                }
                switch (way.modelData.channel) {
                case "cardTerminal":
                    //: Below "By card, here".
                    return qsTr("Bank card, credit card or phone at the card reader.");
                case "qr":
                    //: Below "With my phone".
                    return qsTr("You scan a code and pay in your browser.");
                case "cashDesk":
                    //: Below "At the cash desk".
                    return qsTr("You get a slip and pay in cash or by card.");
                default:
                    //: Below "By invoice".
                    return qsTr("The bill follows. It says by when you pay.");
                }
            }
            onActivated: screen.page.choose(way.modelData.channel)
        }
    }

    Formats {
        id: formats
    }
}
