// The end of an application: where it is, by when the answer comes, where the paper is, what to do next.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property DonePage page

    readonly property bool slip: screen.page.paper === "slip"
    readonly property bool missing: screen.page.delivery === "missing"
    readonly property bool saved: screen.page.delivery === "saved"
    // An appointment was made with the application; its own screen comes next.
    readonly property bool expected: screen.page.appointment.number !== undefined
    // The fee is paid later, on a bill.
    readonly property bool billed: screen.page.payBy.year !== undefined
    readonly property bool beside: Theme.landscape && !Theme.crowded
    // Large letters on a low screen: what the visitor takes away, on one page.
    readonly property bool tight: Theme.crowded && screen.saved && !screen.slip
    readonly property string duration: formats.duration(screen.page.durationLeast, screen.page.durationMost, screen.page.durationUnit)

    question: {
        if (screen.missing)
            //: The application was sent, but the printer failed. Two short sentences.
            return qsTr("Sent.\nOnly the paper is missing.");
        if (screen.slip)
            //: The application was sent; now the fee is paid at the cash desk of the office. Two short sentences.
            return qsTr("Sent.\nNow pay at the cash desk.");
        if (screen.page.paper === "document" && screen.page.result !== "")
            return screen.page.result;
        //: The application was sent, and there is proof of it on paper.
        return qsTr("Done. Your application has arrived.");
    }
    help: {
        if (screen.missing)
            //: The paper could not be printed.
            return qsTr("Nothing is lost. It stays safe in Bochum-ID.");
        if (screen.saved)
            //: There is no printer; the paper was saved as a file instead.
            return qsTr("There is no printer here. The terminal saved the sheet.");
        if (screen.slip)
            //: The slip for the cash desk lies in the tray of the printer.
            return qsTr("Your slip lies in the printer. Take it with you.");
        //: The paper lies in the tray of the printer.
        return qsTr("Your paper lies in the printer. Take it with you.");
    }
    scene: screen.missing ? stopped : screen.saved ? folder : screen.slip ? desk : paper
    sceneLeast: 36
    // Landscape: what counts most stands beside the rest.
    extra: !screen.beside ? null : screen.missing ? trouble : screen.slip ? amount : null
    skyShare: 0.4
    primary: Action {
        //: After an application was sent: on to the screen with day, place and number of the appointment.
        readonly property string onwards: qsTr("To your appointment")
        //: The big button that ends the visit.
        readonly property string finish: qsTr("Finish")
        label: screen.expected ? onwards : finish
        icon: screen.expected ? "icon-cal" : "icon-check"
        onTriggered: screen.page.finish()
    }
    others: [
        Action {
            name: "printAgain"
            present: screen.missing
            //: Tries once more to print the paper.
            label: qsTr("Print again")
            icon: "icon-print"
            onTriggered: screen.page.printAgain()
        },
        Action {
            name: "toPaper"
            // Without a printer the file lies there already.
            present: !screen.missing && !screen.saved && screen.page.receipt !== "onItsWay"
            label: {
                if (screen.slip)
                    //: Beside "Finish": prints the slip for the cash desk once more. Short.
                    return qsTr("Print slip");
                //: Beside "Finish": prints the receipt, for the first time or once more. Short.
                return qsTr("Print receipt");
            }
            icon: "icon-print"
            onTriggered: screen.page.toPaper()
        },
        Action {
            name: "toPhone"
            present: screen.page.receipt !== "onItsWay"
            label: {
                if (screen.missing)
                    //: Beside "Finish": the receipt goes to the visitor's phone. Short.
                    return qsTr("Receipt to phone");
                //: Beside "Print receipt": it goes to the visitor's phone. Two words at most.
                return qsTr("To phone");
            }
            icon: "icon-phone"
            onTriggered: screen.page.toPhone()
        },
        Action {
            name: "toMailbox"
            present: screen.page.hasMailbox && screen.page.receipt !== "onItsWay" && screen.page.receipt !== "inMailbox"
            //: Beside "Finish": the receipt goes to the visitor's mailbox at the city. Short.
            label: qsTr("To my mailbox")
            icon: "icon-mail"
            onTriggered: screen.page.toMailbox()
        }
    ]

    Notice {
        present: screen.missing && !screen.beside
        bad: true
        title: screen.cause
        text: screen.remedy
    }
    AmountPlate {
        present: screen.slip && (screen.missing || !screen.beside)
        label: screen.toPay
        value: formats.euros(screen.page.cents)
    }
    NumberedRow {
        present: screen.slip && !screen.missing
        number: 1
        text: {
            if (screen.saved)
                //: First thing to do, where the slip for the cash desk could not be printed.
                return qsTr("Give your reference number at the cash desk.");
            //: First thing to do, with the printed slip.
            return qsTr("Take the slip to the cash desk.");
        }
    }
    NumberedRow {
        present: screen.slip && !screen.missing
        number: 2
        //: Second thing to do: after paying, the document is handed out.
        text: qsTr("After that you get your document.")
    }
    InfoRow {
        present: screen.saved
        icon: Theme.landscape ? "" : "icon-doc"
        beside: Theme.landscape
        gapBefore: Theme.gap
        //: Before the name of a file.
        label: qsTr("The file")
        value: screen.page.file
    }
    InfoRow {
        present: screen.saved && !screen.tight
        icon: Theme.landscape ? "" : "icon-folder"
        beside: Theme.landscape
        //: Before the name of a folder.
        label: qsTr("in the folder")
        value: screen.page.folder
    }
    InfoRow {
        present: screen.expected
        gapBefore: Theme.gap
        beside: true
        //: Before day, time and office of the appointment that was made with an application.
        label: qsTr("Your appointment")
        //: An appointment: %1 is a day, %2 a time, %3 an office.
        value: screen.expected ? qsTr("%1, %2, %3").arg(formats.weekday(screen.page.appointment)).arg(formats.clock(screen.page.appointment)).arg(screen.page.appointment.office) : ""
    }
    InfoRow {
        present: screen.expected
        beside: true
        //: Before the number by which somebody is called. Short.
        label: qsTr("Your number")
        value: screen.expected ? screen.page.appointment.number : ""
    }
    InfoRow {
        // The slip names the office; a low screen has no room to say it again.
        present: !(Theme.landscape && screen.slip && !screen.missing) && !screen.expected && !screen.tight && !(Theme.landscape && screen.billed)
        gapBefore: Theme.gap
        beside: true
        //: Before the name of the office that has the application.
        label: qsTr("Your application is with")
        value: screen.page.office
    }
    InfoRow {
        present: screen.billed
        beside: true
        //: Before the amount and the day by which it is to be paid: the city sends a bill.
        label: qsTr("A bill follows")
        //: %1 is an amount of money, %2 the day by which it is to be paid.
        value: screen.billed ? qsTr("%1, due by %2").arg(formats.euros(screen.page.cents)).arg(formats.day(screen.page.payBy)) : ""
    }
    InfoRow {
        // What lies there already, the question above says as well.
        present: !screen.missing && !(screen.tight && screen.page.paper === "document")
        beside: true
        label: {
            if (screen.slip)
                //: Before a duration: how long it takes once the fee is paid.
                return qsTr("After you have paid");
            //: Before the time by which the office answers.
            return qsTr("Your answer");
        }
        value: {
            if (screen.page.paper === "document")
                //: The answer of the office: it came at once.
                return qsTr("is there already");
            return screen.duration;
        }
    }
    InfoRow {
        beside: true
        //: Before the number under which the office finds the application.
        label: qsTr("Reference number")
        value: screen.page.reference
    }
    NoteRow {
        present: screen.page.receipt !== "notAsked"
        icon: screen.receiptIcon
        gapBefore: Theme.gap
        text: {
            switch (screen.page.receipt) {
            case "onItsWay":
                //: The receipt is being printed, or sent to phone or mailbox.
                return qsTr("One moment, please …");
            case "inMailbox":
                //: The receipt was sent.
                return qsTr("Your receipt is in your mailbox.");
            case "printed":
                if (screen.slip)
                    //: The slip for the cash desk was printed once more.
                    return qsTr("The slip lies in the printer as well.");
                //: The receipt was printed.
                return qsTr("Your receipt lies in the printer as well.");
            case "saved":
                //: There is no printer; the receipt was saved as a file. %1 is its name.
                return qsTr("Your receipt was saved as %1.").arg(screen.page.receiptFile);
            case "missing":
                //: The receipt did not come out of the printer. %1 is a short code such as DR-62.
                return qsTr("The receipt could not be printed. Code: %1").arg(screen.page.receiptCode);
            default:
                //: The receipt could not be sent to phone or mailbox. %1 is a short code such as BI-50.
                return qsTr("The receipt could not be sent. Code: %1").arg(screen.page.receiptCode);
            }
        }
    }
    StaffCode {
        present: screen.missing
        code: screen.page.code
    }
    NoteRow {
        // Beside two more buttons a low screen has no room for it; the last screen says it again.
        present: !Theme.landscape || !screen.missing && !screen.slip && !screen.tight && screen.page.receipt === "notAsked"
        gapBefore: Theme.gap
        text: {
            if (screen.saved)
                //: About personal data, at the end of a visit, when the paper was saved as a file.
                return qsTr("Otherwise the terminal has kept nothing.");
            //: About personal data, at the end of a visit.
            return qsTr("The terminal has kept nothing.");
        }
    }

    readonly property string receiptIcon: {
        switch (screen.page.receipt) {
        case "onItsWay":
            return "icon-clock";
        case "inMailbox":
            return "icon-mail";
        case "printed":
            return "icon-print";
        case "saved":
            return "icon-doc";
        default:
            return "icon-help";
        }
    }
    //: Before an amount that is to be paid at the cash desk.
    readonly property string toPay: qsTr("To pay at the cash desk")
    readonly property string cause: {
        switch (screen.page.cause) {
        case "jam":
            //: Why the paper did not come.
            return qsTr("Paper is stuck in the printer.");
        case "empty":
            //: Why the paper did not come.
            return qsTr("The printer has no paper.");
        case "off":
            //: Why the paper did not come.
            return qsTr("The printer is switched off.");
        default:
            //: Why the paper did not come.
            return qsTr("The paper could not be printed.");
        }
    }
    readonly property string remedy: {
        if (screen.slip)
            //: What to do when the slip for the cash desk did not come. The reference number stands below.
            return qsTr("Try again. Or give your reference number at the cash desk.");
        //: What to do when the paper did not come. The reference number stands below.
        return qsTr("Try again. Or give your reference number at the counter.");
    }

    Formats {
        id: formats
    }
    Component {
        id: amount
        AmountPlate {
            height: implicitHeight
            label: screen.toPay
            value: formats.euros(screen.page.cents)
        }
    }
    Component {
        id: trouble
        Notice {
            bad: true
            height: implicitHeight
            title: screen.cause
            text: screen.remedy
        }
    }
    Component {
        id: paper
        PrinterScene {
            most: 0.72
            torn: screen.slip
        }
    }
    Component {
        id: desk
        Scene {
            art: "scene-cash-desk"
        }
    }
    Component {
        id: folder
        Scene {
            art: "scene-folder"
        }
    }
    Component {
        id: stopped
        Scene {
            art: screen.page.cause === "jam" ? "printer-stopped" : "printer-not"
            most: 0.72
        }
    }
}
